"""Indicators in tables: the heads say which column holds which part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sdprocess.checking.insights.scope import Scope
from sdprocess.content.cues import fold
from sdprocess.domain.insights import NOTHING, Cell, Indicator, Nature
from sdprocess.domain.text import Paragraph, Quote

_HEADS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("name", re.compile(r"\b(?:indicator\w*|kengetal\w*|prestatie-?indicator|effectindicator|doel|doelen|"
        r"doelstelling|resultaat|wat meten we)\b")),
    ("baseline", re.compile(r"\b(?:nul|0|start|begin|uitgangs|basis|referentie)-?(?:waarde|meting|jaar|"
        r"situatie)\b|\b(?:realisatie|werkelijk\w*|actuele waarde|huidig\w*|nu)\b")),
    ("target", re.compile(r"\b(?:streef|doel|norm|ambitie)-?(?:waarden?|cijfer|percentage)\b|\b(?:streven|norm|"
        r"ambitie)\b")),
    ("unit", re.compile(r"\beenheid\b")),
    ("source", re.compile(r"\b(?:bron|meetinstrument|gemeten met|frequentie|meting)\b")),
    ("term", re.compile(r"\b(?:termijn|wanneer|gereed|deadline|streefjaar|eind(?:datum|jaar))\b")),
)  # fmt: skip
_YEAR = re.compile(r"\b20\d\d\b")
_ADMITTED = re.compile(
    r"[-–?.]*|n\.?[bn]\.?b?\.?|nog (?:niet bekend|onbekend|te bepalen)|onbekend|p\.?m\.?|"
    r"n\.?t\.?b\.?|n\.?v\.?t\.?",
    re.IGNORECASE,
)
_UNIT = re.compile(r"%|procent\b|\bcijfer\b|\baantal\b|per 1\.?000")
_OUTPUT = re.compile(
    r"\b(?:output|prestatie|aantal (?:trainingen|bijeenkomsten|cursussen|projecten|woningen|"
    r"laadpalen|bomen|adviezen|huisbezoeken))"
)
_OUTCOME = re.compile(r"\b(?:outcome|effect|percentage|aandeel|%|tevreden\w*|cijfer|ervaren|ervaart)\b|%")


def indicator_rows(scope: Scope) -> Iterator[Indicator]:
    """Every row of every table that has a column for a name and one for a start or target value."""
    for _, paragraph in scope.text.paragraphs():
        if len(paragraph.rows) <= 1:
            continue
        heads = [fold(cell) for cell in paragraph.rows[0]]
        columns = _columns(heads)
        if "name" not in columns or not {"baseline", "target"} & columns.keys():
            continue
        for number, row in enumerate(paragraph.rows[1:], 1):
            if len(row) == len(heads) and row[columns["name"]].strip():
                yield _row(scope, paragraph, heads, columns, (number, row))


def _columns(heads: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, head in enumerate(heads):
        for part, pattern in _HEADS:
            if part not in found and pattern.search(head):
                found[part] = number
                break
    return found


def _row(
    scope: Scope, paragraph: Paragraph, heads: list[str], columns: dict[str, int], numbered: tuple[int, tuple[str, ...]]
) -> Indicator:
    number, row = numbered
    quote = _quote(scope, paragraph, number)
    cells = {part: _cell(row[column], quote) for part, column in columns.items()}
    own = fold(" ".join(row))
    unit = cells.get("unit", NOTHING)
    if not unit.found:
        match = _UNIT.search(own)
        unit = Cell(match[0], quote) if match else NOTHING
    term = cells.get("term", NOTHING)
    if not term.found and "target" in columns and (year := _YEAR.search(heads[columns["target"]])):
        term = Cell(year[0], Quote.cut(scope.text, paragraph.id, 0, max(1, len(paragraph.text.split("\n")[0]))))
    return Indicator(
        nature=_nature(own),
        quote=quote,
        name=cells["name"],
        unit=unit,
        baseline=cells.get("baseline", NOTHING),
        target=cells.get("target", NOTHING),
        term=term,
        source=cells.get("source", NOTHING),
    )


def _cell(words: str, quote: Quote) -> Cell:
    """The words of a cell; a cell that only admits that it is unknown stays empty."""
    plain = " ".join(words.split())
    return NOTHING if _ADMITTED.fullmatch(plain) else Cell(plain, quote)


def _nature(row: str) -> Nature:
    if _OUTPUT.search(row):
        return Nature.OUTPUT
    return Nature.OUTCOME if _OUTCOME.search(row) else Nature.UNCLEAR


def _quote(scope: Scope, paragraph: Paragraph, number: int) -> Quote:
    lines = paragraph.text.split("\n")
    if number >= len(lines) or not lines[number]:
        return Quote.cut(scope.text, paragraph.id, 0, len(paragraph.text))
    start = sum(len(line) + 1 for line in lines[:number])
    return Quote.cut(scope.text, paragraph.id, start, start + len(lines[number]))
