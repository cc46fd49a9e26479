"""Which of the seven choices a procesontwerp really makes: its own checklist, run on the document that grows."""

from __future__ import annotations

from dataclasses import dataclass

from sdprocess.checking.assess import assess
from sdprocess.content.checklist import Checklist
from sdprocess.domain.findings import Assessment, Verdict
from sdprocess.publish.blocks import Block, as_source
from sdprocess.reading import read_text

CHECKLIST = "procesontwerp"


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """One choice with its questions: (question, verdict, passage, tip). made: every one is answered."""

    number: str
    title: str
    made: bool
    questions: tuple[tuple[str, str, str, str], ...]


def choices_made(blocks: tuple[Block, ...], checklist: Checklist) -> tuple[ChoiceLine, ...]:
    """The seven choices in order. The title page and tables of the document count as its text."""
    assessment = assess(read_text(as_source(blocks), fmt="md"), checklist)
    return tuple(_line(c.id, c.title, checklist, assessment) for c in checklist.criteria)


def _line(number: str, title: str, checklist: Checklist, assessment: Assessment) -> ChoiceLine:
    asked = [q for q in checklist.questions if q.criterion == number]
    found = {q.id: assessment.finding(q.id) for q in asked}
    rows = tuple(
        (
            q.ask_writer,
            found[q.id].verdict.value,
            found[q.id].evidence[0].quote.text if found[q.id].evidence else "",
            q.tip.text,
        )
        for q in asked
    )
    return ChoiceLine(number, title, all(f.verdict is Verdict.JA for f in found.values()), rows)
