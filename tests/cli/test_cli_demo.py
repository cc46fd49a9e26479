from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from sdprocess.cli import main
from sdprocess.cli.demo import MARK, demo_settings


def test_a_folder_with_other_things_is_never_emptied(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "brief.docx").write_text("van mij", "utf-8")
    assert main(["demo", "--eenmalig", "--gegevens", str(tmp_path)]) == 2
    assert (tmp_path / "brief.docx").read_text("utf-8") == "van mij"
    assert "geen map van een eerdere demo" in capsys.readouterr().err


def test_the_demo_does_not_look_at_the_settings_of_an_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDPROCESS_DATABASE_URL", "postgresql://echt.example/gemeente")
    settings = demo_settings(tmp_path)
    assert settings.database_url.startswith("sqlite:///")
    assert str(tmp_path) in settings.database_url
    assert settings.demo


@pytest.mark.slow
def test_the_demo_fills_a_municipality_shows_its_scores_and_serves_it(tmp_path: Path) -> None:
    data = tmp_path / "demo"
    data.mkdir()
    (data / MARK).touch()
    (data / "sdprocess.sqlite3").write_bytes(b"van een eerdere demo")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "sdprocess", "demo", "--gegevens", str(data), "--poort", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        shown = []
        for line in server.stdout:
            shown.append(line.rstrip("\n"))
            if line.startswith("De pagina's staan op"):
                break
        page = ""
        if server.poll() is None:
            page = urllib.request.urlopen(f"http://127.0.0.1:{port}/toets", timeout=30).read().decode()
            server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=60)
    assert (server.returncode, out) == (0, "Gestopt.\n"), err
    assert '<html lang="nl"' in page
    dossiers = [line for line in shown if re.match(r"\d{4}-\d{3} ", line)]
    assert len(dossiers) >= 12
    assert any(re.search(r" \d/\d +\d/\d +\d/\d +\d/\d +\d/\d +\d+$", line) for line in dossiers)
    without = [line for line in shown if re.search(r" nvt +nvt +nvt +nvt +nvt +\d+$", line)]
    assert [line.split()[0] for line in without] == ["2026-004"]
    assert not any(re.search(r" 0/0", line) for line in shown)
    assert any(line.startswith("nvt = niet van toepassing. 2026-004 ") and "procedureel" in line for line in shown)
    assert any("wachtzin voor iedereen: " in line for line in shown)
    assert sum("@" in line for line in shown) >= 10
