"""Plain and pasted text."""

from __future__ import annotations

from collections.abc import Iterator

from sdprocess.content.sections import SectionTable
from sdprocess.domain.text import ReadingNote
from sdprocess.reading.blocks import Extract
from sdprocess.reading.clean import tidy
from sdprocess.reading.flow import blocks_from_lines
from sdprocess.reading.furniture import Line, drop_contents_table, drop_running_lines
from sdprocess.reading.glued import unglue


def extract_plain(text: str, fmt: str, table: SectionTable) -> Extract:
    """Blocks of plain text. A form feed is a page turn."""
    text, loosened = unglue(text)
    lines, contents = drop_contents_table(list(_lines(text)))
    lines, dropped = drop_running_lines(lines)
    notes = [ReadingNote("inhoudsopgave", contents)] if contents else []
    notes += [ReadingNote("paginaregels", dropped)] if dropped else []
    notes += [ReadingNote("vastgeplakt", loosened)] if loosened else []
    pages = text.rstrip("\f \r\n").count("\f") + 1
    blocks = blocks_from_lines(lines, table)
    return Extract(fmt, tuple(blocks), page_count=pages if pages > 1 else None, notes=tuple(notes))


def _lines(text: str) -> Iterator[Line]:
    paged = "\f" in text.rstrip("\f \r\n")
    for number, page in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\f"), 1):
        gap, turn = False, number > 1
        for raw in tidy(page).split("\n"):
            line = " ".join(raw.split())
            if not line:
                gap = True
                continue
            yield Line(line, number if paged else None, gap=gap, turn=turn)
            gap = turn = False
