"""Lines of text with their layout, and the removal of what is printed on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands on the page. gap: white space above it. turn: the first line after a page turn.

    bold: all of it is bold. size: height of its letters in points, 0 when unknown.
    """

    text: str
    page: int | None = None
    gap: bool = False
    turn: bool = False
    bold: bool = False
    size: float = 0.0


_PAGE_MARK = re.compile(
    r"^.{0,60}?(?:blz\.?|pagina|pag\.?|bladzijde) ?:? ?\d{1,4} ?(?:(?:van|/) ?\d{1,4})?$|"
    r"^\d{1,3} ?/ ?\d{1,3}$|^[-–] ?\d{1,3} ?[-–]$",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:[.…] ?){4,}\d{1,4}$|…{2,}\.? ?\d{1,4}$")
_LONE_NUMBER = re.compile(r"^\d{1,3}$")
_DIGITS = re.compile(r"\d+")
_REACH = 5
"""How many lines from a page turn a running header or footer can stand."""
_LONGEST = 110
_SENTENCE_WORDS = 5


def drop_contents_table(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """Without the lines of a table of contents ("Financiën ........ 4"), and how many there were."""
    kept = [line for line in lines if not _CONTENTS.search(line.text)]
    return kept, len(lines) - len(kept)


def drop_running_lines(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """Without page numbers and running headers and footers, and how many lines were dropped.

    A page turn is where the format says so, or where a page number stands. A line goes when the same words (digits
    apart) stand near at least two page turns, and near half of them.
    """
    marks = [i for i, line in enumerate(lines) if _PAGE_MARK.match(line.text)]
    turns = [i for i, line in enumerate(lines) if line.turn]
    if not marks and not turns:
        return list(lines), 0
    dropped = _repeated(lines, turns or marks) | set(marks)
    dropped |= {i for i, line in enumerate(lines) if _LONE_NUMBER.match(line.text) and _beside(i, dropped, lines)}
    kept: list[Line] = []
    turned = gap = False
    for i, line in enumerate(lines):
        turned, gap = turned or line.turn, gap or line.gap
        if i in dropped:
            turned = True
            continue
        kept.append(replace(line, turn=turned, gap=gap) if turned or gap else line)
        turned = gap = False
    return kept, len(dropped)


def _beside(i: int, dropped: set[int], lines: Sequence[Line]) -> bool:
    turn = lines[i].turn or (i + 1 < len(lines) and lines[i + 1].turn)
    return turn or i - 1 in dropped or i + 1 in dropped or i + 1 == len(lines)


def _repeated(lines: Sequence[Line], turns: Sequence[int]) -> set[int]:
    """Indices near page turns of lines that come back near other page turns."""
    near: dict[int, str] = {}
    zones: Counter[str] = Counter()
    edges = sorted({0, *turns, len(lines)})
    for at in edges:
        zone = range(max(0, at - _REACH), min(len(lines), at + _REACH + 1))
        keys = {i: _masked(lines[i].text) for i in zone if len(lines[i].text) <= _LONGEST}
        zones.update(set(keys.values()))
        near |= keys
    places = Counter(near.values())
    least = max(2, len(edges) // 2)
    return {i for i, key in near.items() if key and min(zones[key], places[key]) >= least}


def _masked(text: str) -> str:
    """What must be the same on each page; empty for lines that say nothing (a bullet, a sum) and for sentences."""
    if text.endswith(".") and text.count(" ") >= _SENTENCE_WORDS:
        return ""
    key = _DIGITS.sub("#", text.casefold())
    return key if sum(c.isalpha() for c in key) > 2 or ("#" in key and "/" in key) else ""  # noqa: PLR2004
