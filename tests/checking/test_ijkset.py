"""The verdicts against what careful readers found, where that set is present. Never part of the project itself."""

from __future__ import annotations

import importlib.util
import json
import os
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sdprocess.checking.assess import assess
from sdprocess.content.checklist import Checklist
from sdprocess.content.refs import content_root
from sdprocess.reading import read_path

IJKSET = Path(os.environ.get("SDPROCESS_IJKSET", content_root().parent / "shared" / "ijkset"))
LABELS = IJKSET / "labels.jsonl"
TEXTS = IJKSET.parent / "corpus" / "txt"

Row = tuple[str, str, str, bool | None]
"""Question, reader's label, our verdict, whether a quote of ours overlaps one of the reader's."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (LABELS.is_file() and TEXTS.is_dir()),
        reason=f"geen ijkset gevonden in {IJKSET}: de kwaliteit van de toets is NIET gemeten (zet SDPROCESS_IJKSET)",
    ),
]


@pytest.fixture(scope="module")
def meet() -> ModuleType:
    spec = importlib.util.spec_from_file_location("meet", IJKSET / "meet.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def by_town(checklist: Checklist, meet: ModuleType) -> dict[str, list[Row]]:
    """Per municipality (the first word of the document's id): what was read and what the toets said."""
    made: dict[str, list[Row]] = defaultdict(list)
    results: dict[str, Any] = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        if label["doc"] not in results:
            results[label["doc"]] = assess(read_path(TEXTS / f"{label['doc']}.txt"), checklist)
        finding = results[label["doc"]].finding(label["q"])
        verdict = str(finding.verdict)
        hit = None
        if {verdict, label["label"]} <= {"ja", "deels"}:
            want = set().union(*(meet.grams(q) for q in label["quotes"]))
            got = set().union(*(meet.grams(e.quote.text) for e in finding.evidence))
            hit = bool(want & got) if want else None
        made[label["doc"].split("-")[0]].append((label["q"], label["label"], verdict, hit))
    return made


@pytest.fixture(scope="module")
def rows(by_town: dict[str, list[Row]]) -> list[Row]:
    return [row for some in by_town.values() for row in some]


def test_the_verdicts_beat_every_constant_answer(meet: ModuleType, rows: Any):
    ours, _ = meet.figures(rows)
    for constant in ("nee", "deels", "ja"):
        theirs, _ = meet.figures([(q, label, constant, None) for q, label, _, _ in rows])
        assert ours["kappa"] > theirs["kappa"] + 0.2
        assert ours["exact"] > theirs["exact"] + 0.1


def test_the_figures_stay_above_the_floor(meet: ModuleType, rows: Any):
    ours, _ = meet.figures(rows)
    assert ours["kappa"] >= 0.62
    assert ours["exact"] >= 0.72
    assert ours["missed"] <= 0.05
    assert ours["invented"] <= 0.06
    assert ours["evidence"] >= 0.76
    assert ours["nvt"] >= 0.80


def test_no_question_falls_below_its_floor(meet: ModuleType, rows: Any):
    _, table = meet.figures(rows)
    assert {q: v["kappa"] for q, v in table.items() if v["n"] >= 5 and v["kappa"] < 0.30} == {}


def test_each_municipality_is_near_the_whole(meet: ModuleType, by_town: dict[str, Any], rows: Any):
    whole = meet.figures(rows)[0]["kappa"]
    towns = {town: meet.figures(some)[0]["kappa"] for town, some in by_town.items()}
    assert {town: k for town, k in towns.items() if k is not None and abs(k - whole) > 0.10} == {}


def test_labelled_proposals_are_all_judged(rows: Any):
    assert "niet-beoordeeld" not in {verdict for _, _, verdict, _ in rows}
