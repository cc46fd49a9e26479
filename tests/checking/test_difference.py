"""Which verdict changed between two texts, and by which words."""

from __future__ import annotations

import pytest

from sdprocess.checking.assess import assess
from sdprocess.checking.difference import verdict_changes
from sdprocess.content.checklist import Checklist
from tests.checking import samples as s

RISK = ("Kanttekeningen", "kanttekeningen", [
    "Er is een risico dat de kosten van de bouw hoger worden. Daarom spreken wij een vaste prijs af met de aannemer.",
])  # fmt: skip
PLAIN = (s.DECISION, s.FILLER)


def changes(checklist: Checklist, old, new):
    before, after = s.text_of(*old), s.text_of(*new)
    return {c.question: c for c in verdict_changes(assess(before, checklist), before, assess(after, checklist), after)}


@pytest.mark.parametrize(
    ("old", "new", "way"),
    [
        pytest.param(PLAIN, (*PLAIN, RISK), "omhoog", id="een risico erbij"),
        pytest.param((*PLAIN, RISK), PLAIN, "omlaag", id="het risico eruit"),
    ],
)
def test_the_words_that_came_or_went_are_named(checklist: Checklist, old, new, way: str) -> None:
    found = changes(checklist, old, new)["B3"]
    assert found.way == way
    assert found.passage
    assert "risico" in found.passage.text


def test_the_same_text_changes_nothing(checklist: Checklist) -> None:
    assert changes(checklist, s.GOOD, s.GOOD) == {}


def test_what_is_no_proposal_any_more_is_neither_up_nor_down(checklist: Checklist) -> None:
    assert {c.way for c in changes(checklist, s.GOOD, s.MOTION).values()} == {"anders"}
