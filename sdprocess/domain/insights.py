"""What a reader gets beside the verdicts: tables drawn from the text, each row with its passage.

Information, never part of a verdict. A cell without words is a gap that the writer can fill; it is shown as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sdprocess.domain.text import Quote


@dataclass(frozen=True, slots=True)
class Cell:
    """One part of a row, in the words of the text; empty when the text does not say it. quote: where it says so."""

    text: str = ""
    quote: Quote | None = None

    @property
    def found(self) -> bool:
        return bool(self.text)


NOTHING = Cell()


class Nature(StrEnum):
    """What a goal or indicator tells: what changes for people, what is done, or neither is clear."""

    OUTCOME = "uitkomst"
    OUTPUT = "prestatie"
    UNCLEAR = "onduidelijk"


@dataclass(frozen=True, slots=True)
class Indicator:
    """A goal or indicator with its six parts. quote: the sentence or table row it stands in."""

    nature: Nature
    quote: Quote
    name: Cell = NOTHING
    unit: Cell = NOTHING
    baseline: Cell = NOTHING
    target: Cell = NOTHING
    term: Cell = NOTHING
    source: Cell = NOTHING

    @property
    def parts(self) -> tuple[Cell, ...]:
        """The six parts, in the order in which they are shown."""
        return (self.name, self.unit, self.baseline, self.target, self.term, self.source)


@dataclass(frozen=True, slots=True)
class Decision:
    """An earlier decision or frame that the text names. kind: code (`motie`, `verordening`, `akkoord`, ...).

    relation: code of how this proposal stands to it (`binnen`, `werkt-uit`, `vervangt`, `wijkt-af`, `voert-uit`),
    empty when the text does not say so.
    """

    kind: str
    quote: Quote
    name: Cell
    body: Cell = NOTHING
    date: Cell = NOTHING
    number: Cell = NOTHING
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Two passages that do not seem to agree. kind: code of what differs; first and second: the words that differ."""

    kind: str
    first: Cell
    second: Cell


@dataclass(frozen=True, slots=True)
class OpenChoice:
    """A choice that is still to be made. back: whether it comes back to the council, in the words of the text."""

    quote: Quote
    choice: Cell
    who: Cell = NOTHING
    when: Cell = NOTHING
    back: Cell = NOTHING


@dataclass(frozen=True, slots=True)
class Alternative:
    """An option that the text names, with what it says of it."""

    quote: Quote
    name: Cell
    effect: Cell = NOTHING
    cost: Cell = NOTHING
    pro: Cell = NOTHING
    con: Cell = NOTHING


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """Letters that the text does not write out. quote: where they first stand."""

    letters: str
    count: int
    quote: Quote


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A way to write a sentence simpler. pattern: code (`naamwoordstijl`, `lijdend`, `omslachtig`, `vaag-woord`);
    words: the words that it is about; instead: what can stand there, empty when the writer must choose.
    """

    pattern: str
    words: str
    instead: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Compared:
    """A readability figure beside those of other proposals. easier_than: share (0..1) of them that read heavier."""

    measure: str
    value: float
    median: float
    easier_than: float


@dataclass(frozen=True, slots=True)
class Insights:
    """Everything found in one text. do_nothing: where the text says what happens without this decision."""

    text_hash: str
    indicators: tuple[Indicator, ...] = ()
    decisions: tuple[Decision, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    choices: tuple[OpenChoice, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    do_nothing: Quote | None = None
    abbreviations: tuple[Abbreviation, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    compared: tuple[Compared, ...] = ()
    compared_with: int = 0
