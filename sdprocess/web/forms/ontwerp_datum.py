"""Moments as people type them in a planning, in the words of `domain.terms`."""

from __future__ import annotations

import re
from calendar import monthrange

from sdprocess.web.dates import MONTHS

_DAY = re.compile(r"(\d{1,2})[-/ .](\d{1,2})[-/ .](\d{4})")
_DAY_IN_WORDS = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
_MONTH = re.compile(rf"({'|'.join(MONTHS)}) (\d{{4}})")
_QUARTER = re.compile(r"(?:kwartaal |q|k)([1-4])[ -](\d{4})|([1-4])e kwartaal (?:van )?(\d{4})")


def moment_in(text: str, *, last: bool) -> str:
    """`3-12-2026`, `maart 2027`, `q2 2027`, `2e kwartaal 2027` as a point; what it does not know stays as it was typed.

    last: a month then means its last day, otherwise its first.
    """
    typed = " ".join(text.lower().split())
    if not typed:
        return "onbekend"
    if day := _DAY.fullmatch(typed):
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    if day := _DAY_IN_WORDS.fullmatch(typed):
        return f"{day[3]}-{MONTHS.index(day[2]) + 1:02}-{int(day[1]):02}"
    if month := _MONTH.fullmatch(typed):
        number, year = MONTHS.index(month[1]) + 1, int(month[2])
        return f"{year:04}-{number:02}-{monthrange(year, number)[1] if last else 1:02}"
    if quarter := _QUARTER.fullmatch(typed):
        return f"kwartaal {quarter[1] or quarter[3]} {quarter[2] or quarter[4]}"
    return typed
