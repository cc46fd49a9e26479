"""A read document: sections, paragraphs and places, and quotes that prove themselves.

Places are found again by paragraph id and quote, never by an offset into the whole file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class BlockKind(StrEnum):
    """What a paragraph was in the document."""

    PARAGRAPH = "alinea"
    LIST_ITEM = "lijst"
    TABLE = "tabel"
    FOOTNOTE = "voetnoot"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The smallest place that can be pointed at.

    id: stable over re-reading and over edits elsewhere: hash of the normalised text, plus `-2`, `-3` for repeats.
    text: normalised (NFC, single spaces, no soft hyphens), never empty. A table's text is its cells joined by
        ` | `, rows by newline.
    number: 1-based rank inside its section, as shown to people ("Uitvoering, al. 2").
    page: 1-based page, None where the format has no pages.
    rows: the cells of a table, row by row; empty for other kinds.
    marker: number or bullet of a list item ("1.", "a.", "-"), empty otherwise.
    """

    id: str
    text: str
    number: int
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it.

    id: `s1`, `s2`, ... in document order.
    names: canonical names (`beslispunten`, `kanttekeningen`, ...); empty when the heading is unknown; several for a
        combined heading ("Communicatie en participatie"). Text before the first heading has heading "" and names
        ("aanhef",).
    heading: as it stands in the document, numbering included. level: 1 = top.
    within: canonical names inherited from enclosing sections (a sub heading "Argument 1" under "Argumenten").
    """

    id: str
    heading: str
    level: int
    names: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """Own names first, then inherited ones, without repeats."""
        return tuple(dict.fromkeys(self.names + self.within))


@dataclass(frozen=True, slots=True)
class ReadingNote:
    """Something the reader of the file must know: accepted tracked changes, comments left out, pages without text.

    `code` names a sentence in `texts.nl` (`lezen-<code>`), `count` how often.
    """

    code: str
    count: int = 1
    detail: str = ""


@dataclass(frozen=True)
class SourceText:
    """A document as read. `format` is one of docx, odt, pdf, md, txt, plak (pasted)."""

    title: str
    format: str
    sections: tuple[Section, ...]
    page_count: int | None = None
    notes: tuple[ReadingNote, ...] = ()
    attachments: tuple[str, ...] = field(default=())
    """Names of annexes the text lists; they were not read."""

    @cached_property
    def text_hash(self) -> str:
        """sha256 over the headings and paragraphs: equal texts in different formats have equal hashes."""
        h = hashlib.sha256()
        for section in self.sections:
            h.update(section.heading.encode() + b"\n")
            for p in section.paragraphs:
                h.update(p.text.encode() + b"\n")
        return h.hexdigest()

    @cached_property
    def places(self) -> dict[str, tuple[Section, Paragraph]]:
        """Every paragraph by id, in document order, with the section it stands in."""
        return {p.id: (s, p) for s in self.sections for p in s.paragraphs}

    def paragraphs(self) -> Iterator[tuple[Section, Paragraph]]:
        """Every paragraph in document order."""
        return iter(self.places.values())

    @cached_property
    def plain(self) -> str:
        """The whole text, headings included, a line each."""
        lines: list[str] = []
        for section in self.sections:
            if section.heading:
                lines.append(section.heading)
            lines.extend(p.text for p in section.paragraphs)
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open character range inside one paragraph's text."""

    paragraph_id: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or negative span {self.start}:{self.end}")


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage with its place. Made with `Quote.cut`, which checks it against the text; hence it cannot lie.

    text: the literal words. section: original heading ("" before the first heading). text_hash: of the SourceText.
    """

    span: Span
    text: str
    section: str
    section_id: str
    paragraph_number: int
    page: int | None
    text_hash: str

    @classmethod
    def cut(cls, source: SourceText, paragraph_id: str, start: int, end: int) -> Quote:
        """Cut a passage out of `source`. Raises KeyError for an unknown paragraph, ValueError outside its text."""
        section, paragraph = source.places[paragraph_id]
        if end > len(paragraph.text):
            raise ValueError(f"span ends at {end}, paragraph has {len(paragraph.text)} characters")
        return cls(
            span=Span(paragraph_id, start, end),
            text=paragraph.text[start:end],
            section=section.heading,
            section_id=section.id,
            paragraph_number=paragraph.number,
            page=paragraph.page,
            text_hash=source.text_hash,
        )

    def holds_in(self, source: SourceText) -> bool:
        """Whether the same words still stand at the same place of (a newer reading of) the document."""
        place = source.places.get(self.span.paragraph_id)
        return place is not None and place[1].text[self.span.start : self.span.end] == self.text
