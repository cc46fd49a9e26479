"""The register on the command line: read in, shown, and held against a draft without a database."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from sdprocess.cli import main

LIST = "titel;soort;datum;nummer\nCoalitieakkoord 2026-2030;akkoord;2026-06-14;\nNota Buurthuizen;nota;onbekend;RV 7\n"


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A csv file, and an empty installation."""
    for name in [n for n in os.environ if n.startswith("SDPROCESS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SDPROCESS_GEGEVENS", str(tmp_path / "gegevens"))
    (tmp_path / "besluiten.csv").write_text(LIST, "utf-8")
    return tmp_path / "besluiten.csv"


def test_a_list_is_read_in_and_shown(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kaders", "register"]) == 0
    assert "nog leeg" in capsys.readouterr().out
    assert main(["kaders", "register", str(listed)]) == 0
    assert capsys.readouterr().out == "Ingelezen: 2 nieuw, 0 gewijzigd, 0 ongewijzigd.\n"
    assert main(["kaders", "register"]) == 0
    shown = capsys.readouterr().out
    assert "14-06-2026" in shown
    assert "2 besluiten en kaders in het register." in shown


def test_a_list_with_a_mistake_is_refused_whole(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed.write_text(LIST + ";nota;;\n", "utf-8")
    assert main(["kaders", "register", str(listed)]) == 1
    assert "Regel 4: de titel is leeg." in capsys.readouterr().err
    main(["kaders", "register"])
    assert "nog leeg" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_wrong_use(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kaders", "register", str(listed.with_name("weg.csv"))]) == 2
    assert "weg.csv" in capsys.readouterr().err


def test_a_draft_is_held_against_a_list_without_a_database(
    listed: Path, drafts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["toets", str(drafts / "buurthuis.md"), "--formaat", "json"]
    assert main([*command, "--register", str(listed)]) == 0
    register = json.loads(capsys.readouterr().out)["register"]
    assert [frame["titel"] for frame in register["genoemd"] if frame] == ["Coalitieakkoord 2026-2030"]
    assert register["mogelijk_ook_van_belang"] == []
    assert main(command) == 0
    assert json.loads(capsys.readouterr().out)["register"] is None


def test_a_broken_register_stops_the_toets_before_it_begins(
    listed: Path, drafts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed.write_text("titel\nX\n", "utf-8")
    assert main(["toets", str(drafts / "buurthuis.md"), "--register", str(listed)]) == 2
    assert "De kolom 'soort' ontbreekt" in capsys.readouterr().err
