"""`toets --volg` as a writer has it beside the editor: a real process, real saves, Ctrl-C."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdprocess.cli import main
from sdprocess.demo.as_docx import as_docx
from sdprocess.demo.source import drafts

DRAFT = """# Raadsvoorstel Buurtkeuken De Pan

## Voorgesteld besluit

Een bedrag van 40.000 euro beschikbaar te stellen voor buurtkeuken De Pan.

## Aanleiding

De buurt heeft geen plek om samen te eten. In het dorpshuis staat een keuken die bijna nooit wordt gebruikt.
Vrijwilligers willen daar twee keer per week koken voor ouderen die alleen wonen en voor gezinnen met weinig geld. De
stichting huurt de keuken van de gemeente. Het geld is voor een nieuw fornuis, voor de inkoop van het eten en voor de
schoonmaak van de zaal in het eerste jaar.
"""
RISK = """
## Kanttekeningen

Er is een risico dat er te weinig vrijwilligers zijn. Dan huurt de stichting een kok in voor de dagen die open blijven.
"""
SECONDS = 40.0


class Follower:
    """The running command and what it has said so far."""

    def __init__(self, path: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sdprocess", "toets", "--volg", str(path)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            start_new_session=True,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.said: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def wait_for(self, words: str) -> str:
        """The next line with these words in it."""
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            try:
                line = self.lines.get(timeout=0.2)
            except queue.Empty:
                continue
            self.said.append(line)
            if words in line:
                return line
        raise AssertionError(f"no line with {words!r} in {self.said}")

    def stop(self) -> int:
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(SECONDS)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "concept.md"
    path.write_text(DRAFT, "utf-8")
    return path


@pytest.fixture
def follower(draft: Path) -> Iterator[Follower]:
    made = Follower(draft)
    yield made
    if made.process.poll() is None:
        os.killpg(made.process.pid, signal.SIGKILL)
        made.process.wait()


def test_a_save_is_judged_and_what_went_up_is_told_with_the_passage(draft: Path, follower: Follower) -> None:
    follower.wait_for("Wij volgen concept.md")
    follower.wait_for("Soort voorstel:")
    follower.wait_for("B 0/4")
    draft.write_text(DRAFT + RISK, "utf-8")
    line = follower.wait_for("+ B3 van open naar")
    assert "«" in line
    assert "risico" in line.lower()
    draft.write_text(DRAFT, "utf-8")
    gone = follower.wait_for("- B3 van")
    assert "Weg is: «" in gone
    assert follower.stop() == 0
    follower.wait_for("Gestopt.")


def test_a_save_in_parts_through_another_file_is_survived(draft: Path, follower: Follower) -> None:
    follower.wait_for("open,")
    draft.unlink()
    time.sleep(1.0)
    with draft.open("wb") as file:
        file.flush()
        time.sleep(1.0)
        file.write((DRAFT + RISK).encode()[:200])
        file.flush()
        time.sleep(0.1)
        file.write((DRAFT + RISK).encode()[200:])
    follower.wait_for("+ B3")
    assert not [line for line in follower.said if "Niet te lezen" in line or "Traceback" in line]
    assert follower.stop() == 0


def test_what_stays_unreadable_is_told_once_and_then_recovers(tmp_path: Path) -> None:
    path = tmp_path / "concept.docx"
    whole = as_docx(next(d for d in drafts() if "budgetcoaching" in d.name))
    path.write_bytes(whole[: len(whole) // 2])
    follower = Follower(path)
    try:
        follower.wait_for("Niet te lezen")
        path.write_bytes(whole)
        follower.wait_for("open,")
        assert follower.stop() == 0
    finally:
        if follower.process.poll() is None:
            os.killpg(follower.process.pid, signal.SIGKILL)
    assert sum("Niet te lezen" in line for line in follower.said) == 1


def test_the_same_bytes_again_say_nothing(draft: Path, follower: Follower) -> None:
    follower.wait_for("open,")
    os.utime(draft)
    time.sleep(2.5)
    assert follower.stop() == 0
    follower.wait_for("Gestopt.")
    assert len([line for line in follower.said if "open," in line]) == 1


@pytest.mark.parametrize("more", [["tweede.md"], ["--uit", "map"], ["--formaat", "json"]], ids=["twee", "uit", "vorm"])
def test_following_is_for_one_file_on_the_screen(
    draft: Path, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["toets", "--volg", str(draft), *more]) == 2
    assert "met --volg kan maar één bestand" in capsys.readouterr().err
