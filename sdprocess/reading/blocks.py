"""What a format reader hands over: blocks in document order, before anyone decides which of them are headings."""

from __future__ import annotations

from dataclasses import dataclass

from sdprocess.domain.text import BlockKind, ReadingNote


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, table, footnote or heading.

    level: > 0 when the format itself says this is a heading. look: it only looks like one (bold, or alone on a short
    line). title: the format says this is the title of the document. face: size and weight of a line that stands out,
    to know headings of one rank.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    marker: str = ""
    level: int = 0
    look: bool = False
    title: bool = False
    face: str = ""


@dataclass(frozen=True, slots=True)
class Extract:
    """A document as its format tells it. title: from the document's properties, often empty or wrong."""

    format: str
    blocks: tuple[Block, ...]
    title: str = ""
    page_count: int | None = None
    notes: tuple[ReadingNote, ...] = ()


def table_block(rows: list[list[str]], page: int | None = None) -> Block | None:
    """A table as one block, or None when all its cells are empty."""
    kept = tuple(tuple(cell for cell in row) for row in rows if any(row))
    if not kept:
        return None
    text = "\n".join(" | ".join(cell.replace("\n", " ") for cell in row) for row in kept)
    return Block(text, BlockKind.TABLE, page, kept)
