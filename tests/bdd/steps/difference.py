"""Steps about what a change of the text does to the verdicts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pytest_bdd import parsers, then, when

from sdprocess.checking.assess import assess
from sdprocess.checking.difference import VerdictChange, verdict_changes
from sdprocess.content.library import load_library
from sdprocess.reading import read_text

PLAIN = """Raadsvoorstel Buurtkeuken De Pan

Voorgesteld besluit
Een bedrag van 40.000 euro beschikbaar te stellen voor buurtkeuken De Pan.

Aanleiding
De buurt heeft geen plek om samen te eten. In het dorpshuis staat een keuken die bijna nooit wordt gebruikt.
Een paar mensen willen daar twee keer per week koken voor ouderen die alleen wonen en voor gezinnen met weinig geld.
De stichting huurt de keuken van de gemeente. Het geld is voor een nieuw fornuis en voor de inkoop in het eerste jaar.
"""
RISK = "Er is een risico dat er te weinig vrijwilligers zijn. Dan huurt de stichting een kok in voor de open dagen."
WITH_RISK = f"{PLAIN}\nKanttekeningen\n{RISK}\n"


@dataclass
class Saved:
    changes: dict[str, VerdictChange]

    def between(self, old: str, new: str) -> None:
        checklist = load_library().checklist("raadsvoorstel")
        before, after = read_text(old), read_text(new)
        found = verdict_changes(assess(before, checklist), before, assess(after, checklist), after)
        self.changes = {change.question: change for change in found}


@pytest.fixture
def saved() -> Saved:
    return Saved({})


@when("de steller een zin over een risico toevoegt")
def adds(saved: Saved) -> None:
    saved.between(PLAIN, WITH_RISK)


@when("de steller de zin over een risico weghaalt")
def removes(saved: Saved) -> None:
    saved.between(WITH_RISK, PLAIN)


@then(parsers.parse('gaat vraag "{question}" omhoog, door de zin over het risico'))
def up(saved: Saved, question: str) -> None:
    assert saved.changes[question].way == "omhoog"
    passage = saved.changes[question].passage
    assert passage
    assert "risico" in passage.text


@then(parsers.parse('valt vraag "{question}" terug, en staat erbij welke zin weg is'))
def down(saved: Saved, question: str) -> None:
    assert saved.changes[question].way == "omlaag"
    passage = saved.changes[question].passage
    assert passage
    assert "risico" in passage.text
