"""The term of a state: from the words in the workflow file to a date with its sum."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sdprocess.domain.planning import Dated
from sdprocess.planning.working_days import WorkCalendar, local_day
from sdprocess.texts.nl import say

UNKNOWN = "onbekend"
DAYS_IN_A_WEEK = 7


def term_of(term: str, at: datetime, calendar: WorkCalendar) -> Dated:
    """When a state with this `termijn` ends, counted from the day of `at`. Raises ValueError for another notation.

    Written as `10 werkdagen`, `14 dagen`, `6 weken` or `onbekend`.
    """
    if term == UNKNOWN:
        return Dated(None, say("planning-onbekend"))
    count, _, unit = term.partition(" ")
    start = local_day(at)
    if unit in ("werkdag", "werkdagen"):
        return calendar.add_working_days(start, int(count))
    if unit in ("dag", "dagen"):
        return calendar.add_days(start, int(count))
    if unit in ("week", "weken"):
        return calendar.add_days(start, int(count) * DAYS_IN_A_WEEK)
    raise ValueError(f"unknown term {term!r}")


def term_rule(calendar: WorkCalendar) -> Callable[[str, datetime], Dated]:
    """The rule that the engine asks for a state's term: give it to `GuardContext.due`."""
    return lambda term, at: term_of(term, at, calendar)
