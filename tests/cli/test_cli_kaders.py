from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sdprocess.cli import main
from sdprocess.content.refs import content_root


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the product's content, to break."""
    for shelf in ("workflows", "checklists", "kalenders"):
        shutil.copytree(content_root() / shelf, tmp_path / shelf)
    return tmp_path


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_content_of_the_product_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kaders", "toets"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("workflows/licht/1.0.0.yaml: in orde (") for line in lines)
    assert any(line.startswith("checklists/raadsvoorstel/1.0.0.yaml: in orde (") for line in lines)
    assert "(0 voorbeelden)" not in "".join(line for line in lines if "secties" not in line and "kalenders" not in line)


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        pytest.param(
            "workflows/licht/1.0.0.yaml", ("naar: toetsen", "naar: toetsten"), "'toetsten' is geen toestand", id="graph"
        ),
        pytest.param(
            "workflows/licht/1.0.0.yaml",
            ("komt_in: uitvoeren}", "komt_in: afgerond}"),
            "voorbeeld 'Van",
            id="example path",
        ),
        pytest.param(
            "workflows/licht/1.0.0.yaml",
            ("checklist: raadsvoorstel", "checklist: bestaat-niet"),
            "bestaat-niet",
            id="between files",
        ),
        pytest.param("checklists/raadsvoorstel/1.0.0.yaml", ("titel:", "tittel:"), "tittel", id="checklist key"),
        pytest.param("checklists/secties/1.0.0.yaml", ("secties:", "sectties:"), "sectties", id="synonym table"),
    ],
)
def test_a_fault_is_told_with_its_file_and_line(
    content: Path, file: str, change: tuple[str, str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(content / file, *change)
    assert main(["kaders", "toets", str(content)]) == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if said in line]
    assert lines
    assert lines[0].split(":")[1].isdigit()


def test_one_file_can_be_checked_alone(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kaders", "toets", str(content / "workflows/licht/1.0.0.yaml")]) == 0
    assert capsys.readouterr().out.startswith("workflows/licht/1.0.0.yaml: in orde (")


def test_a_path_that_is_nothing_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kaders", "toets", str(tmp_path / "weg")]) == 2
    assert "geen workflow, checklist of map met inhoud" in capsys.readouterr().err


def test_the_list_names_every_version_with_its_title(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kaders", "lijst"]) == 0
    out = capsys.readouterr().out
    assert "Licht proces" in out
    assert {line.split()[0] for line in out.splitlines() if line.startswith("  ")} >= {
        "licht",
        "raadsvoorstel",
        "beleidsproces",
    }
