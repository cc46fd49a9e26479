"""What a table in an office document is: data, fields above the text, or only layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sdprocess.content.sections import SectionTable
from sdprocess.reading.blocks import Block, table_block

Cell = Sequence[Block]
"""The blocks in one cell."""
_LONG_CELL = 300
_LABEL = 60
_FEW_COLUMNS = 2


def unfold(rows: Sequence[Sequence[Cell]], table: SectionTable) -> list[Block]:
    """The blocks of a table. Layout tables become their contents, with a known label before a text as its heading."""
    filled = [[cell for cell in row if any(b.text for b in cell)] for row in rows]
    filled = [row for row in filled if row]
    if not filled:
        return []
    if max(len(row) for row in rows) == 1 or _is_layout(filled, table):
        return [block for row in filled for block in _laid_out(row, table)]
    block = table_block([[_words(cell) for cell in row] for row in rows])
    return [block] if block else []


def _words(cell: Cell) -> str:
    return "\n".join(f"{b.marker} {b.text}".strip() for b in cell)


def _is_layout(rows: Sequence[Sequence[Cell]], table: SectionTable) -> bool:
    """Headings with texts in at most two columns."""
    if max(len(row) for row in rows) > _FEW_COLUMNS:
        return False
    headed = any(_heading(row, table) for row in rows)
    styled = any(block.level for row in rows for cell in row for block in cell)
    long = any(sum(len(b.text) for b in cell) > _LONG_CELL or len(cell) > 3 for row in rows for cell in row)  # noqa: PLR2004
    return styled or (headed and (long or len(rows) <= _FEW_COLUMNS)) or (long and len(rows) <= _FEW_COLUMNS)


def _heading(row: Sequence[Cell], table: SectionTable) -> Block | None:
    """The heading in the first cell of a row, when the words are known."""
    if len(row) != _FEW_COLUMNS or len(row[0]) != 1 or len(row[0][0].text) > _LABEL:
        return None
    found = table.match(row[0][0].text)
    known = found is not None and found.how in {"heel", "delen"} and not table.is_field(found.names)
    return replace(row[0][0], look=True, text=row[0][0].text.rstrip(" :")) if known else None


def _laid_out(row: Sequence[Cell], table: SectionTable) -> list[Block]:
    heading = _heading(row, table)
    if heading:
        return [heading, *row[1]]
    label = row[0][0].text if len(row) == _FEW_COLUMNS and len(row[0]) == 1 else ""
    if label and len(label) <= _LABEL and table.is_field(table.names_of(label)) and not any(b.level for b in row[1]):
        block = table_block([[label, _words(row[1])]])
        return [block] if block else []
    return [block for cell in row for block in cell]
