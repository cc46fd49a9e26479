"""Real proposals: none raises, and few alarms. The corpus is no part of the project; without it these skip, loudly."""

from __future__ import annotations

import os
from pathlib import Path
from statistics import median
from time import process_time

import pytest

from sdprocess.checking.assess import assess
from sdprocess.checking.insights import insights
from sdprocess.content.library import load_library
from sdprocess.domain.insights import Insights
from sdprocess.reading import read_path

CORPUS = Path(os.environ.get("SDPROCESS_CORPUS", Path(__file__).resolve().parents[4] / "shared" / "corpus")) / "txt"
MOST_ALARMS_PER_DOCUMENT = 0.05
"""Measured: 3 alarms in 2 of 123 documents, all 3 right after reading them."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not CORPUS.is_dir(), reason=f"GEEN CORPUS in {CORPUS}: zet SDPROCESS_CORPUS om alle stukken te lezen"
    ),
]


@pytest.fixture(scope="module")
def found() -> tuple[list[Insights], list[float]]:
    checklist = load_library().checklist("raadsvoorstel")
    made, took = [], []
    for path in sorted(CORPUS.glob("*.txt")):
        text = read_path(path, isolate=False)
        assessment = assess(text, checklist)
        start = process_time()
        made.append(insights(text, assessment))
        took.append(1000 * (process_time() - start))
    assert len(made) > 100
    return made, took


def test_alarms_are_rare_and_the_real_ones_are_found(found):
    alarms = [m for one in found[0] for m in one.mismatches]
    assert len(alarms) <= MOST_ALARMS_PER_DOCUMENT * len(found[0])
    assert {"aantal", "adres"} <= {m.kind for m in alarms}


def test_every_table_is_filled_for_some_documents(found):
    for name in ("indicators", "decisions", "choices", "alternatives", "abbreviations", "suggestions"):
        assert sum(bool(getattr(one, name)) for one in found[0]) >= 3, name


def test_half_of_the_documents_take_at_most_30_ms(found):
    assert median(found[1]) <= 30
