"""What comes with the program: every proceskader has its summary in English and stands in the handleiding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sdprocess.content.library import load_library
from sdprocess.engine.examples import check_workflow

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = load_library(ROOT)
IDS = sorted({ref.id for ref in LIBRARY.workflow_refs()})
GUIDE = (ROOT / "docs" / "handleiding" / "proceskaders.md").read_text("utf-8")
TABLE = GUIDE.partition("## Beslistabel")[2].partition("\n## ")[0]
FEWEST_WORDS = 25


@pytest.mark.parametrize("name", IDS)
def test_a_shipped_kader_passes_its_own_examples(name: str) -> None:
    paths = sorted((ROOT / "workflows" / name).glob("*.yaml"))
    assert paths
    assert [str(problem) for path in paths for problem in check_workflow(path)] == []


@pytest.mark.parametrize("name", IDS)
def test_a_shipped_kader_shows_what_is_refused_because_it_is_not_the_time_or_the_person(name: str) -> None:
    refused = {guard for e in LIBRARY.workflow(name).examples for step in e.steps for guard in step.refused_by}
    assert "rol" in refused
    assert len(refused) >= 2


@pytest.mark.parametrize("name", IDS)
def test_a_shipped_kader_has_a_summary_in_english_that_the_handleiding_shows(name: str) -> None:
    summary = LIBRARY.english[name]
    assert len(summary.split()) >= FEWEST_WORDS
    assert summary in " ".join(GUIDE.split())


def test_the_decision_table_names_every_kader_once_by_title_and_id() -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in TABLE.splitlines() if line.startswith("| ")
    ]
    chosen = [(row[1], row[2].strip("`")) for row in rows[2:]]
    assert sorted(name for _, name in chosen) == IDS
    assert [title for title, name in chosen if LIBRARY.workflow(name).title != title] == []


def test_no_summary_belongs_to_a_kader_that_is_gone() -> None:
    assert set(LIBRARY.english) == set(IDS)
    assert not [name for name in re.findall(r"^### `([a-z-]+)`", GUIDE, re.MULTILINE) if name not in IDS]


def test_the_format_of_a_vision_links_every_value_to_a_result() -> None:
    text = LIBRARY.template("visie-in-vier-stappen")
    steps = re.findall(r"^## Stap (\d)\. (.+)$", text, re.MULTILINE)
    assert [number for number, _ in steps] == ["1", "2", "3", "4"]
    head = next(line for line in text.splitlines() if line.startswith("| Waarde |"))
    columns = [cell.strip() for cell in head.strip("|").split("|")]
    assert columns == ["Waarde", "Leidend principe", "Omdat", "Resultaat voor inwoners", "Nu", "Straks", "Jaar"]
