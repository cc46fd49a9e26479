"""Two toetsen of one proposal: which verdict changed, and which passage that came or went goes with it."""

from __future__ import annotations

from dataclasses import dataclass

from sdprocess.domain.findings import Assessment, Finding, Verdict
from sdprocess.domain.text import Quote, SourceText

RANK = {Verdict.NEE: 0, Verdict.DEELS: 1, Verdict.JA: 2}


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """One question whose verdict differs. way: `omhoog`, `omlaag`, or `anders` (to or from nvt or niet beoordeeld).

    passage: for what went up a passage of the new text that was not in the old one; for what went down one of the old
    text that is gone. None when the same words now stand in another place or with other words around them.
    """

    question: str
    before: Verdict
    after: Verdict
    way: str
    passage: Quote | None
    why: str


def verdict_changes(
    old: Assessment, old_text: SourceText, new: Assessment, new_text: SourceText
) -> tuple[VerdictChange, ...]:
    """In the order of the checklist; questions that only one of the two has are left out."""
    before = {f.question: f for f in old.findings}
    had, has = _words(old_text), _words(new_text)
    return tuple(
        _change(before[f.question], f, had, has)
        for f in new.findings
        if f.question in before and before[f.question].verdict is not f.verdict
    )


def _change(old: Finding, new: Finding, had: str, has: str) -> VerdictChange:
    way = "anders"
    if old.verdict in RANK and new.verdict in RANK:
        way = "omhoog" if RANK[new.verdict] > RANK[old.verdict] else "omlaag"
    passage = _first_not_in(old, has) if way == "omlaag" else _first_not_in(new, had)
    return VerdictChange(new.question, old.verdict, new.verdict, way, passage, new.why_not_higher or new.why)


def _first_not_in(finding: Finding, words: str) -> Quote | None:
    """The first passage of a finding that those words do not hold."""
    return next((e.quote for e in finding.evidence if " ".join(e.quote.text.split()) not in words), None)


def _words(text: SourceText) -> str:
    return " ".join(text.plain.split())
