"""What the toets says of a text: verdicts with their evidence, per question and per criterion.

Unknown is not zero: `niet-beoordeeld` and `nvt` are values of their own and leave every average.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sdprocess.domain.text import Quote, ReadingNote


class Verdict(StrEnum):
    """The answer to "beantwoordt dit voorstel de vraag?" (guide: ja, deels, nee, nvt)."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"
    NVT = "nvt"
    NIET_BEOORDEELD = "niet-beoordeeld"


@dataclass(frozen=True, slots=True)
class Element:
    """One thing a rule looked for: `name` is the checklist's word for it ("partij", "standpunt"), `rule` its id."""

    name: str
    rule: str
    found: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that a verdict rests on, and which element it shows."""

    quote: Quote
    element: str
    rule: str


@dataclass(frozen=True, slots=True)
class Finding:
    """The machine's verdict on one question.

    why: one Dutch sentence. why_not_higher: what lacks for the next level, empty for ja.
    looked_in: headings or "hele tekst". nearest: the closest miss, for nee and deels, if any.
    """

    question: str
    verdict: Verdict
    why: str
    why_not_higher: str = ""
    evidence: tuple[Evidence, ...] = ()
    elements: tuple[Element, ...] = ()
    looked_in: tuple[str, ...] = ()
    nearest: Quote | None = None

    def __post_init__(self) -> None:
        if self.verdict in (Verdict.JA, Verdict.DEELS) and not self.evidence:
            raise ValueError(f"{self.question}: {self.verdict} without evidence")


@dataclass(frozen=True, slots=True)
class Profile:
    """How the questions of one criterion came out: counts, never a grand total."""

    criterion: str
    answered: int
    partly: int
    open: int
    not_applicable: int
    not_judged: int

    @property
    def total(self) -> int:
        """Questions that count: nvt left out."""
        return self.answered + self.partly + self.open + self.not_judged


@dataclass(frozen=True, slots=True)
class HeavySentence:
    """A sentence that weighs on the reader, and which traits make it so (`lang`, `passief`, `naamwoordstijl`, ...)."""

    quote: Quote
    words: int
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readability:
    """Information beside the verdicts, never a gate. flesch_douma: 0..100, higher is easier; shares are 0..1."""

    words: int
    sentences: int
    words_per_sentence: float
    long_sentences: float
    long_words: float
    passive: float
    noun_style: float
    flesch_douma: float
    band: str
    heaviest: tuple[HeavySentence, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentRef:
    """Exactly which content file: id, version and the sha256 of its bytes."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Recognition:
    """What kind of document this is, with the words the answer rests on.

    kind: `raadsvoorstel`, `motie`, `brief`, `agenda`, `procedureel`, `onbekend`, ...; judged: whether A-E applies.
    reason: code of the Dutch sentence (`soort-<reason>`) when it is not judged.
    proposals: kinds of proposal (`verordening`, `krediet`, `zienswijze`, ...), which may make a question unsuitable.
    """

    kind: str
    judged: bool
    reason: str = ""
    evidence: tuple[Quote, ...] = ()
    proposals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """The whole toets of one text with one checklist. Deterministic: same text and checklist, same Assessment.

    findings: one for every question of the checklist, in its order; all `niet-beoordeeld` when not recognition.judged.
    """

    checklist: ContentRef
    text_hash: str
    recognition: Recognition
    findings: tuple[Finding, ...]
    profiles: tuple[Profile, ...]
    readability: Readability
    read_sections: tuple[str, ...] = ()
    unread_attachments: tuple[str, ...] = ()
    notes: tuple[ReadingNote, ...] = ()

    def finding(self, question: str) -> Finding:
        """The finding for a question id. Raises KeyError when the checklist has no such question."""
        for f in self.findings:
            if f.question == question:
                return f
        raise KeyError(question)
