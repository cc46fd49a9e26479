"""Commands that work on an installation: its database, its first administrator, its pages."""

from __future__ import annotations

import io
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from sdprocess import __version__
from sdprocess.cli import main

MAKE = ["beheerder", "maak", "--naam", "Bea Beheer", "--login", "b.eheer@example.org"]
GOOD = "vier losse woorden hier\n"


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty installation; its data folder."""
    for name in [n for n in os.environ if n.startswith("SDPROCESS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SDPROCESS_GEGEVENS", str(tmp_path / "gegevens"))
    return tmp_path / "gegevens"


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_version_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["versie"]) == 0
    assert capsys.readouterr().out == f"sdprocess {__version__}\n"


def test_help_is_dutch_and_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("gebruik: sdprocess")
    assert not [word for word in ("usage", "options", "positional", "show this") if word in out]


def test_the_database_is_brought_up_to_date_and_again_without_harm(
    installation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [main(["database", "bijwerken"]) for _ in range(2)] == [0, 0]
    assert capsys.readouterr().out == 2 * "De database is bijgewerkt (sqlite).\n"
    (file,) = installation.glob("*.sqlite3")
    tables = sqlite3.connect(file).execute("SELECT name FROM sqlite_master WHERE name = 'alembic_version'").fetchall()
    assert tables == [("alembic_version",)]


def test_the_first_administrator_is_made_once(
    installation: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, GOOD)
    assert main(MAKE) == 0
    assert capsys.readouterr().out == "Bea Beheer kan nu inloggen met b.eheer@example.org.\n"
    typed(monkeypatch, GOOD)
    assert main([*MAKE[:-1], "iemand@example.org"]) == 2
    assert "Er is al een beheerder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("login", "password"),
    [
        pytest.param("b.eheer@example.org", "kort\n", id="short pass-phrase"),
        pytest.param("geen adres", GOOD, id="login is no address"),
    ],
)
def test_an_administrator_that_cannot_be_is_refused_with_a_sentence(
    installation: Path, login: str, password: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, password)
    assert main([*MAKE[:-1], login]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.split()) > 3


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        pytest.param(("SDPROCESS_OMGEVING", "proef"), "ontwikkeling, demo, productie", id="unknown choice"),
        pytest.param(("SDPROCESS_GEMENTE", "Merenveld"), "SDPROCESS_GEMENTE", id="misspelt setting"),
        pytest.param(("SDPROCESS_OMGEVING", "productie"), "SDPROCESS_GEHEIM", id="production without a secret"),
    ],
)
def test_a_wrong_setting_is_told_before_anything_is_done(
    installation: Path,
    setting: tuple[str, str],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(*setting)
    assert main(["database", "bijwerken"]) == 2
    assert said in capsys.readouterr().err
    assert not installation.exists()


def test_the_pages_are_served_until_ctrl_c(installation: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "sdprocess", "serveer", "--poort", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout.readline() == f"De pagina's staan op http://127.0.0.1:{port}. Stop met Ctrl-C.\n"
            page = fetch(f"http://127.0.0.1:{port}/toets")
            assert '<html lang="nl"' in page
        finally:
            server.send_signal(signal.SIGINT)
        out, _ = server.communicate(timeout=30)
    assert (server.returncode, out) == (0, "Gestopt.\n")


def test_a_port_in_use_is_told(installation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serveer", "--poort", str(port)]) == 2
    assert f"Poort {port} is niet te gebruiken" in capsys.readouterr().err


def fetch(url: str) -> str:
    """The page, after at most some tries: the address is said just before the first answer."""
    for _ in range(50):
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310  our own address
                return answer.read().decode()
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(url)
