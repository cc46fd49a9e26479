"""PDF: lines with their page, size and weight, by pdfium. Tables stay lines."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from sdprocess.content.sections import SectionTable
from sdprocess.domain.errors import UnreadableDocument
from sdprocess.domain.text import ReadingNote
from sdprocess.reading.blocks import Extract
from sdprocess.reading.clean import tidy
from sdprocess.reading.flow import blocks_from_lines
from sdprocess.reading.furniture import Line, drop_contents_table, drop_running_lines
from sdprocess.reading.limits import MEGABYTE, Limits

_SCAN = 30
"""A pdf with fewer letters than this is a picture of text."""
_BOLD = 600
_GAP = 1.35
"""White space of this many usual line steps begins a new paragraph."""
_BROKEN_WORD = "\ufffe\x02"
_RAW_LINE = re.compile("([^\r\n\ufffe\x02]*)([\ufffe\x02](?:\r\n)?|\r\n|[\r\n]|$)")
_BLANK = frozenset({0, 9, 10, 13, 32, 160})
_MANY = 12
"""How many page numbers a note names."""


def extract_pdf(data: bytes, table: SectionTable, limits: Limits) -> Extract:
    """Blocks of a pdf. Raises UnreadableDocument for a password, a scan, a broken file or too much of it."""
    document = _open(data)
    try:
        if len(document) > limits.pages:
            raise UnreadableDocument("te-veel-paginas", limit=limits.pages)
        lines, silent = _all_lines(document, limits)
        title = str(document.get_metadata_value("Title") or "")
        count = len(document)
    finally:
        document.close()
    if sum(c.isalpha() for line in lines for c in line.text) < _SCAN:
        raise UnreadableDocument("scan")
    lines, contents = drop_contents_table(lines)
    lines, dropped = drop_running_lines(lines)
    notes = [ReadingNote("inhoudsopgave", contents)] if contents else []
    notes += [ReadingNote("paginaregels", dropped)] if dropped else []
    if silent:
        notes.append(ReadingNote("pagina-zonder-tekst", len(silent), ", ".join(map(str, silent[:_MANY]))))
    return Extract("pdf", tuple(blocks_from_lines(lines, table)), tidy(title).strip(), count, tuple(notes))


def _open(data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise UnreadableDocument("wachtwoord") from error
        raise UnreadableDocument("kapot") from error


def _all_lines(document: Any, limits: Limits) -> tuple[list[Line], list[int]]:
    """Every line, and the numbers of pages that have none."""
    lines: list[Line] = []
    silent: list[int] = []
    total = 0
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        try:
            found = _page_lines(page, number)
        finally:
            page.close()
        total += sum(len(line.text) for line in found)
        if total > limits.text_chars:
            raise UnreadableDocument("te-veel-tekst", limit=limits.text_chars // MEGABYTE)
        if not found:
            silent.append(number)
        elif lines:
            found[0] = replace(found[0], turn=True)
        lines.extend(found)
    return lines, silent


def _page_lines(page: Any, number: int) -> list[Line]:
    text_page = page.get_textpage()
    try:
        seen = [(_look(text_page, at, size), " ".join(tidy(text).split())) for at, size, text in _raw_lines(text_page)]
    finally:
        text_page.close()
    seen = [(look, text) for look, text in seen if text]
    steps = [before.bottom - after.bottom for (before, _), (after, _) in pairwise(seen)]
    usual = median([step for step in steps if step > 1] or [0.0])
    gaps = [False, *(step > _GAP * usual or step < -usual for step in steps)]
    return [
        Line(text, number, gap=gap, bold=look.bold, size=look.size)
        for (look, text), gap in zip(seen, gaps, strict=False)
    ]


def _raw_lines(text_page: Any) -> Iterator[tuple[int, int, str]]:
    """(index of first character, length, text) of each line, in the order of the file."""
    # pdfium ends a line with \r\n, or with a sign of its own where a word was broken
    for found in _RAW_LINE.finditer(text_page.get_text_range()):
        text, end = found.groups()
        if text:
            yield found.start(), len(text), text + ("-" if end[:1] in _BROKEN_WORD and end else "")


@dataclass(frozen=True, slots=True)
class _Look:
    """bottom: place on the page in points. size: height of the letters. bold: all of the line is."""

    bottom: float
    size: float
    bold: bool


def _look(text_page: Any, start: int, length: int) -> _Look:
    """How a line looks, judged at a few of its letters."""
    handle = text_page.raw
    spots = sorted({start, start + length // 3, start + 2 * length // 3, max(start, start + length - 1)})
    heights: list[float] = []
    weights: list[int] = []
    bottom = 0.0
    box = raw.FS_RECTF()
    for spot in spots if length else ():
        if raw.FPDFText_GetUnicode(handle, spot) in _BLANK or not raw.FPDFText_GetLooseCharBox(handle, spot, box):
            continue
        heights.append(round(box.top - box.bottom, 1))
        weights.append(_weight(handle, spot))
        bottom = bottom or box.bottom
    if not heights:
        return _Look(bottom, 0.0, bold=False)
    return _Look(bottom, max(heights), bold=min(weights) >= _BOLD)


def _weight(handle: Any, spot: int) -> int:
    """The weight of a letter, from its font's name when the file does not give it."""
    weight = int(raw.FPDFText_GetFontWeight(handle, spot))
    if weight >= _BOLD:
        return weight
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    size = raw.FPDFText_GetFontInfo(handle, spot, buffer, 128, flags)
    name = buffer.raw[: max(0, min(128, size) - 1)].decode("latin-1").lower()
    return 700 if "bold" in name or "-bd" in name or "black" in name else weight
