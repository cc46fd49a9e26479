"""Steps about what a reader gets beside the verdicts."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from pytest_bdd import given, parsers, then, when

from sdprocess.checking.assess import assess
from sdprocess.content.library import load_library
from sdprocess.domain.findings import Assessment
from sdprocess.domain.insights import Insights
from sdprocess.domain.text import SourceText
from sdprocess.publish.insight_tables import InsightTable, tables_of
from sdprocess.publish.report_view import report_of
from sdprocess.reading import read_text

BODY = """Raadsvoorstel Wonen in de buurt

Beslispunten
1. In te stemmen met {point} in de gemeente Waterdam.

Beoogd effect
{goal}

Argumenten
Er zijn te weinig huizen in het dorp. Daarom vragen wij de raad om dit besluit te nemen. De buurt kent het plan en
heeft er op twee avonden over meegepraat. Het college voert het besluit uit en houdt de kosten in de gaten.

Ontwerpbesluit
De raad van de gemeente Waterdam; gelezen het voorstel van burgemeester en wethouders; besluit:
1. In te stemmen met {decided} in de gemeente Waterdam.
"""


@dataclass
class Reading:
    """What one scenario reads, and what comes of it."""

    parts: dict[str, str] = field(default_factory=dict)
    text: SourceText | None = None
    assessment: Assessment | None = None
    insights: Insights | None = None

    def table(self, code: str) -> InsightTable:
        assert self.insights is not None
        return next(t for t in tables_of(self.insights) if t.code == code)


@pytest.fixture
def reading() -> Reading:
    same = "een krediet voor het plein aan de Haven"
    return Reading({"point": same, "decided": same, "goal": "Inwoners vinden sneller een huis dat bij hen past."})


@given(parsers.parse('een voorstel dat "{point}" vraagt'))
def asks(reading: Reading, point: str) -> None:
    reading.parts["point"] = point


@given(parsers.parse('een ontwerpbesluit over "{decided}"'))
def decides(reading: Reading, decided: str) -> None:
    reading.parts["decided"] = decided


@given(parsers.parse('een voorstel met het doel "{goal}"'))
def aims(reading: Reading, goal: str) -> None:
    reading.parts["goal"] = goal


@when("de tekst wordt gelezen op samenhang")
def reads(reading: Reading) -> None:
    checklist = load_library().checklist("raadsvoorstel")
    reading.text = read_text(BODY.format(**reading.parts))
    reading.assessment = assess(reading.text, checklist)
    reading.insights = report_of("stuk.txt", reading.text, reading.assessment, checklist).insights


@then(parsers.parse('staat "{one}" naast "{other}"'))
def stands_beside(reading: Reading, one: str, other: str) -> None:
    assert (one, other) in [row.cells[1:] for row in reading.table("klopt").rows]


@then("hebben beide plekken een passage met een plaats")
def has_places(reading: Reading) -> None:
    for row in reading.table("klopt").rows:
        assert len(row.passages) == 2
        assert all(quote.section and quote.paragraph_number for quote in row.passages)


@then("vallen er geen verschillen op")
def no_differences(reading: Reading) -> None:
    assert reading.table("klopt").rows == ()


@then(parsers.parse('is de streefwaarde "{target}" en de termijn "{term}"'))
def target_and_term(reading: Reading, target: str, term: str) -> None:
    assert [(row.cells[4], row.cells[5]) for row in reading.table("doelen").rows] == [(target, term)]


@then(parsers.parse('staat bij de nulwaarde "{words}"'))
def baseline(reading: Reading, words: str) -> None:
    assert [row.shown[3] for row in reading.table("doelen").rows] == [words]


@then("zijn de oordelen hetzelfde als zonder de tabellen")
def verdicts_untouched(reading: Reading) -> None:
    assert reading.text is not None
    assert reading.assessment == assess(reading.text, load_library().checklist("raadsvoorstel"))
