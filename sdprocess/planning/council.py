"""The rhythm of the council: its meetings, recess and election time, and the fixed moments of planning and control."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

LAST = -1
"""`nth` of a rule that means the last such weekday of the month."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days without council, both ends included: a recess or election time."""

    title: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class MeetingRule:
    """The council meets on the `nth` weekday (0 = monday) of every month, outside recess."""

    weekday: int
    nth: int

    def in_month(self, year: int, month: int) -> date:
        """Its day in a month."""
        if self.nth == LAST:
            after = date(year + month // 12, month % 12 + 1, 1)
            return after - timedelta(days=(after.weekday() - self.weekday - 1) % 7 + 1)
        first = date(year, month, 1)
        return first + timedelta(days=(self.weekday - first.weekday()) % 7 + 7 * (self.nth - 1))


@dataclass(frozen=True, slots=True)
class Moment:
    """A yearly moment of planning and control. before: "before" that day, so the day before is the last."""

    title: str
    month: int
    day: int
    before: bool
    law: str = ""

    def last_day(self, year: int) -> date:
        """The last day that is in time."""
        return date(year, self.month, self.day) - timedelta(days=1 if self.before else 0)

    def upcoming(self, from_day: date) -> date:
        """The first last day on or after a day."""
        this_year = self.last_day(from_day.year)
        return this_year if this_year >= from_day else self.last_day(from_day.year + 1)


@dataclass(frozen=True, slots=True)
class CouncilYear:
    """periods: no meeting, and their weeks are no council weeks. dates: meetings that are fixed.

    rule: gives the meetings of months that have no fixed date. until: no meeting is known after this day.
    """

    periods: tuple[Period, ...] = ()
    dates: tuple[date, ...] = ()
    rule: MeetingRule | None = None
    until: date | None = None
    moments: Mapping[str, Moment] = field(default_factory=lambda: MappingProxyType({}))

    def period_of(self, day: date) -> Period | None:
        """The recess or election time that a day falls in."""
        return next((p for p in self.periods if p.first <= day <= p.last), None)

    def meetings(self, from_day: date) -> Iterator[date]:
        """The meetings on or after a day, in order, as far as they are known."""
        fixed = sorted(d for d in self.dates if d >= from_day)
        if self.rule is None or self.until is None:
            yield from fixed
            return
        months = {(d.year, d.month) for d in self.dates}
        made = [*fixed]
        year, month = from_day.year, from_day.month
        while (year, month) <= (self.until.year, self.until.month):
            day = self.rule.in_month(year, month)
            if (year, month) not in months and from_day <= day <= self.until and self.period_of(day) is None:
                made.append(day)
            year, month = (year + month // 12, month % 12 + 1)
        yield from sorted(made)

    @property
    def knows_meetings(self) -> bool:
        return bool(self.dates) or self.rule is not None
