"""A read text with the evidence marked in it: pieces of paragraphs for a template. Decides no look and no words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sdprocess.domain.findings import Finding
from sdprocess.domain.text import Paragraph, SourceText


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of evidence: the question it answers, its rank within that question, and the element it shows."""

    question: str
    rank: int
    element: str
    start: int
    end: int

    @property
    def anchor(self) -> str:
        """Id of the place in the text, unique on the page."""
        return f"tekst-{self.question}-{self.rank}"

    @property
    def back(self) -> str:
        """Id of the same passage beside its question."""
        return f"bewijs-{self.question}-{self.rank}"

    @property
    def criterion(self) -> str:
        return self.question[:1]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same passages. starts and ends: passages that begin before it and stop after it."""

    text: str
    under: tuple[Passage, ...]
    starts: tuple[Passage, ...]
    ends: tuple[Passage, ...]

    @property
    def criterion(self) -> str:
        """The criterion whose underline this piece gets: that of the first passage over it, "" for none."""
        return self.under[0].criterion if self.under else ""


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """criteria: the letters for the margin, in order, without repeats. rows: the pieces per cell, for a table."""

    paragraph: Paragraph
    pieces: tuple[Piece, ...]
    criteria: tuple[str, ...]
    rows: tuple[tuple[tuple[Piece, ...], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedSection:
    id: str
    heading: str
    level: int
    paragraphs: tuple[MarkedParagraph, ...]


def passages(findings: Iterable[Finding], text_hash: str) -> Mapping[str, Sequence[Passage]]:
    """Evidence out of the text with this hash, by paragraph id. rank counts from 1 in a question, as in its finding."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for finding in findings:
        for rank, evidence in enumerate(finding.evidence, start=1):
            if evidence.quote.text_hash == text_hash:
                span = evidence.quote.span
                passage = Passage(finding.question, rank, evidence.element, span.start, span.end)
                found[span.paragraph_id].append(passage)
    return found


def marked(text: SourceText, findings: Iterable[Finding]) -> tuple[MarkedSection, ...]:
    """The sections of `text` with the evidence of `findings` in them. Evidence of another text is left out."""
    by_paragraph = passages(findings, text.text_hash)
    return tuple(
        MarkedSection(
            section.id,
            section.heading,
            section.level,
            tuple(_paragraph(p, by_paragraph.get(p.id, ())) for p in section.paragraphs),
        )
        for section in text.sections
    )


def _paragraph(paragraph: Paragraph, over: Sequence[Passage]) -> MarkedParagraph:
    cells = _cells(paragraph)
    inside = [_into_a_cell(p, cells) for p in over]
    ordered = sorted(inside, key=lambda p: (p.start, -p.end, p.question, p.rank))
    edges = (edge for row in cells for cell in row for edge in cell)
    cuts = sorted({0, len(paragraph.text), *(e for p in ordered for e in (p.start, p.end)), *edges})
    pieces = [(start, _piece(paragraph.text, start, end, ordered)) for start, end in pairwise(cuts)]
    return MarkedParagraph(
        paragraph,
        tuple(piece for _, piece in pieces),
        tuple(dict.fromkeys(p.criterion for p in ordered)),
        tuple(tuple(tuple(p for at, p in pieces if a <= at < b) for a, b in row) for row in cells),
    )


def _piece(text: str, start: int, end: int, over: Sequence[Passage]) -> Piece:
    return Piece(
        text=text[start:end],
        under=tuple(p for p in over if p.start <= start and end <= p.end),
        starts=tuple(p for p in over if p.start == start),
        ends=tuple(p for p in over if p.end == end),
    )


def _into_a_cell(passage: Passage, cells: Sequence[Sequence[tuple[int, int]]]) -> Passage:
    """The passage without the bars between cells at its ends, which a table does not show."""
    covered = [
        (max(a, passage.start), min(b, passage.end))
        for row in cells
        for a, b in row
        if a < passage.end and passage.start < b
    ]
    if not covered:
        return passage
    return replace(passage, start=covered[0][0], end=covered[-1][1])


def _cells(paragraph: Paragraph) -> Sequence[Sequence[tuple[int, int]]]:
    """Where each cell of a table stands in its text; nothing when the text is not its cells joined."""
    if "\n".join(" | ".join(row) for row in paragraph.rows) != paragraph.text:
        return ()
    at = 0
    places: list[list[tuple[int, int]]] = []
    for row in paragraph.rows:
        places.append([])
        for cell in row:
            places[-1].append((at, at + len(cell)))
            at += len(cell) + len(" | ")
        at += len("\n") - len(" | ")
    return places
