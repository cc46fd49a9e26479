"""The numbers behind the SVG macros: what stands where, and the sentence that says the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sdprocess.content.checklist import Checklist
from sdprocess.domain.findings import Assessment, Profile, Recognition, Verdict
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.text import ReadingNote
from sdprocess.engine.move import StripStep
from sdprocess.publish.kind_words import consequences, kind_sentence, label_of
from sdprocess.texts.nl import say

__all__ = ["consequences", "kind_sentence", "label_of"]
"""Words that the macros say too; everything else here is made here."""

WORDS = {
    "ja": "beantwoord",
    "deels": "deels beantwoord",
    "nee": "open",
    "nvt": "niet van toepassing",
    "niet-beoordeeld": "niet beoordeeld",
}
"""The word beside each shape."""

STATES = {"geweest": "klaar", "hier": "hier staat het nu", "straks": "nog niet", "overgeslagen": "overgeslagen"}
"""The word beside each step of a process strip."""

BLOCK = 22
GAP = 10


@dataclass(frozen=True, slots=True)
class Block:
    """One question in a profile bar."""

    kind: str
    x: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a process strip. state: the status of a StripStep. date: in words, may be empty."""

    title: str
    state: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One criterion: its blocks from left to right, the width they take, and what they say."""

    blocks: tuple[Block, ...]
    width: int
    short: str
    sentence: str


def word(verdict: Verdict | str) -> str:
    """The word of a verdict as people read it."""
    return WORDS[str(verdict)]


def question_parts(asked: str) -> tuple[str, str]:
    """The question itself, and what is said after it: `("Hoe zeker is dat?", "Waarvan hangt het af?")`."""
    short, mark, rest = asked.partition("? ")
    return (f"{short}?", rest.strip()) if mark else (asked, "")


def bar(profile: Profile) -> Bar:
    """The bar of one criterion: a block per question; not-applicable ones stand apart at the end."""
    counts = (
        ("ja", profile.answered),
        ("deels", profile.partly),
        ("nee", profile.open),
        ("niet-beoordeeld", profile.not_judged),
        ("nvt", profile.not_applicable),
    )
    blocks: list[Block] = []
    x = 1
    for kind, count in counts:
        if kind == "nvt" and count and blocks:
            x += GAP
        for _ in range(count):
            blocks.append(Block(kind, x))
            x += BLOCK
    short = (
        f"{profile.answered} van {profile.total}"
        if profile.total
        else WORDS["nvt"]
        if profile.not_applicable
        else "geen vragen"
    )
    said = ", ".join(f"{count} {WORDS[kind]}" for kind, count in counts if count)
    return Bar(tuple(blocks), max(x, BLOCK), short, said or "geen vragen")


def place(index: int, count: int) -> str:
    """Where the middle of step `index` (from 0) of `count` stands, as a percentage of the width."""
    return f"{(index + 0.5) * 100 / max(count, 1):.3f}%"


def steps(strip: Sequence[StripStep], days: Mapping[str, str] = MappingProxyType({})) -> tuple[Step, ...]:
    """The steps as drawn. `days`: id of a state -> its date in words."""
    return tuple(Step(s.title, s.status, days.get(s.id, "")) for s in strip)


def state_word(state: str) -> str:
    """The word beside the shape of a step."""
    return STATES[state]


def steps_sentence(steps: Sequence[Step]) -> str:
    """What a process strip says: every step with its state."""
    return "; ".join(f"{n}. {s.title}: {STATES[s.state]}" for n, s in enumerate(steps, 1))


def here_sentence(steps: Sequence[Step]) -> str:
    """`Nu: collegiale toets (stap 3 van 11). Hierna: college.`"""
    here = next((n for n, s in enumerate(steps) if s.state == "hier"), None)
    if here is None:
        return f"Alle {len(steps)} stappen zijn doorlopen." if steps else "Er zijn geen stappen."
    later = next((s for s in steps[here + 1 :] if s.state == "straks"), None)
    said = f"Nu: {_lower(steps[here].title)} (stap {here + 1} van {len(steps)})."
    return f"{said} Hierna: {_lower(later.title)}." if later else said


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]


def criterion_titles(checklist: Checklist) -> dict[str, str]:
    """Criterion id -> title."""
    return {c.id: c.title for c in checklist.criteria}


def profile_of(assessment: Assessment, criterion: str) -> Profile | None:
    """The profile of one criterion, None when there is none."""
    return next((p for p in assessment.profiles if p.criterion == criterion), None)


def nvt_reasons(assessment: Assessment) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The criteria of which no question applies, together per reason: `((A, B), "Dit is een procedureel besluit.")`."""
    reasons: dict[str, list[str]] = {}
    for profile in assessment.profiles:
        if profile.not_applicable and not profile.total:
            own = [f for f in assessment.findings if f.question.rstrip("0123456789") == profile.criterion]
            why = next((f.why for f in own if f.verdict is Verdict.NVT), "")
            reasons.setdefault(why, []).append(profile.criterion)
    return tuple((tuple(criteria), why) for why, criteria in reasons.items())


def kind_title(recognition: Recognition, checklist: Checklist) -> str:
    """The title of the recognised kind, as the checklist words it."""
    kinds = (*checklist.recognising.documents, *checklist.recognising.proposals)
    return next((k.title for k in kinds if k.id == recognition.kind), recognition.kind)


def open_sentence(open_count: int, partly: int) -> str:
    """`3 vragen zijn open, 2 deels beantwoord.`"""
    first = "1 vraag is open" if open_count == 1 else f"{open_count} vragen zijn open"
    if not open_count:
        return "1 vraag is deels beantwoord." if partly == 1 else f"{partly} vragen zijn deels beantwoord."
    return f"{first}, {partly} deels beantwoord." if partly else f"{first}."


def note(reading_note: ReadingNote) -> str:
    """The sentence of a reading note."""
    return say(f"lezen-{reading_note.code}", count=reading_note.count, detail=reading_note.detail)


EVENTS = {
    "geopend": "geopend",
    "verplaatst": "verplaatst",
    "versie": "nieuwe versie toegevoegd",
    "beoordeeld": "beoordeeld",
    "vrijgegeven": "vrijgegeven",
    "toets": "getoetst",
    "soort": "soort voorstel gekozen",
    "besluit": "besluit van de raad vastgelegd",
    "gepland": "planning gemaakt",
    "verschoven": "planning verschoven",
    "opgeschort": "opgeschort",
    "hervat": "klok loopt weer",
    "instemming-gevraagd": "instemming gevraagd",
    "instemming": "antwoord op een verschuiving",
    "proces-evaluatie": "proces kort geëvalueerd",
}
"""The word of each kind of event."""


def event_word(record: TransitionRecord) -> str:
    """What happened, as a participle."""
    return EVENTS.get(record.kind, record.kind)
