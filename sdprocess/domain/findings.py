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


class Weight(StrEnum):
    """How a question counts for a kind of proposal. It never changes a verdict, only what follows from it."""

    STRENG = "streng"
    GEWOON = "gewoon"
    LICHT = "licht"
    NVT = "nvt-voorstel"


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A person's word on the kind of proposal. at: an ISO instant. A command leaves all but the kind empty."""

    kind: str
    by: str = ""
    at: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class KindProfile:
    """The kind of proposal and what counts for it.

    kind: the one in force; recognised: what the machine made of it, with the line of the document it rests on (words).
    reason: why this kind has another measure. choice: who said otherwise, None when nobody did.
    strict, light, suggested: ids of questions. content: the file that says so.
    """

    kind: str
    title: str
    reason: str
    recognised: str
    recognised_title: str
    words: str
    strict: tuple[str, ...]
    light: tuple[str, ...]
    suggested: tuple[str, ...]
    content: ContentRef
    choice: KindChoice | None = None

    def weight(self, question: str) -> Weight:
        """How a question counts here."""
        for weight, questions in (
            (Weight.STRENG, self.strict),
            (Weight.LICHT, self.light),
            (Weight.NVT, self.suggested),
        ):
            if question in questions:
                return weight
        return Weight.GEWOON


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
    kind_profile: KindProfile | None = None

    def weight(self, question: str) -> Weight:
        """How a question counts for this kind of proposal."""
        return self.kind_profile.weight(question) if self.kind_profile else Weight.GEWOON

    def asks(self, question: str, verdict: Verdict) -> bool:
        """Whether something is still to be asked when this is the verdict: for a light question only when it is nee."""
        if verdict is Verdict.DEELS:
            return self.weight(question) is not Weight.LICHT
        return verdict is Verdict.NEE

    def to_mend(self) -> tuple[Finding, ...]:
        """What to work on, in the order that pays: strict before usual before light, open before partly answered.

        A question that may not suit this kind of proposal is not among them: a person says so first.
        """
        order = (Weight.STRENG, Weight.GEWOON, Weight.LICHT)
        asked = [f for f in self.findings if self.asks(f.question, f.verdict)]
        rank = {f.question: order.index(w) for f in asked if (w := self.weight(f.question)) in order}
        kept = [f for f in asked if f.question in rank]
        return tuple(sorted(kept, key=lambda f: (rank[f.question], f.verdict is Verdict.DEELS)))

    def finding(self, question: str) -> Finding:
        """The finding for a question id. Raises KeyError when the checklist has no such question."""
        for f in self.findings:
            if f.question == question:
                return f
        raise KeyError(question)
