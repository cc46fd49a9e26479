"""Counting working days in the Netherlands: no weekend, no day that the Algemene termijnenwet calls a holiday.

5 May counts as a holiday every year (Algemene termijnenwet art. 3). Extra closed days are the municipality's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

import holidays

from sdprocess.domain.planning import Dated
from sdprocess.texts.nl import say

LOCAL = ZoneInfo("Europe/Amsterdam")
SATURDAY = 5
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def local_day(moment: datetime) -> date:
    """The calendar day in the Netherlands at an aware moment."""
    return moment.astimezone(LOCAL).date()


def in_words(day: date) -> str:
    """A date as people say it: maandag 2 maart 2026."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


@lru_cache(maxsize=64)
def _public_holidays(year: int) -> MappingProxyType[date, str]:
    found = holidays.country_holidays("NL", years=year, categories=("public", "optional"), language="nl")
    return MappingProxyType(dict(found.items()))


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days are worked. known_until: last day for which the calendar is certain; after it every sum warns.

    closed: days on which this municipality is closed besides the holidays.
    """

    known_until: date = date(2030, 12, 31)
    closed: frozenset[date] = frozenset()

    def free_because(self, day: date) -> str:
        """Why nobody works on a day ("weekend", "Koningsdag", ...), empty for a working day."""
        if day.weekday() >= SATURDAY:
            return "weekend"
        if day in self.closed:
            return say("planning-gesloten")
        return _public_holidays(day.year).get(day, "")

    def add_working_days(self, start: date, n: int) -> Dated:
        """The n-th working day after `start` (before it when n is negative). Raises ValueError for n = 0."""
        if n == 0:
            raise ValueError("n = 0: no days to count")
        day, left, skipped = start, abs(n), list[str]()
        while left:
            day += timedelta(days=1 if n > 0 else -1)
            reason = self.free_because(day)
            if not reason:
                left -= 1
            elif reason != "weekend":
                skipped.append(f"{reason} ({day.day} {MONTHS[day.month - 1]})")
        code = "planning-werkdagen" if n > 0 else "planning-werkdagen-terug"
        return self._dated(day, say(code, n=_count(abs(n), "werkdag", "werkdagen"), start=in_words(start)), skipped)

    def add_days(self, start: date, n: int) -> Dated:
        """`n` calendar days after `start`, moved on to the first working day (Algemene termijnenwet art. 1)."""
        day, skipped = start + timedelta(days=n), list[str]()
        while reason := self.free_because(day):
            skipped.append(f"{reason} ({day.day} {MONTHS[day.month - 1]})")
            day += timedelta(days=1)
        length = _count(n // 7, "week", "weken") if n % 7 == 0 else _count(n, "dag", "dagen")
        return self._dated(day, say("planning-dagen", n=length, start=in_words(start)), skipped)

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` is earlier (days late)."""
        if end < start:
            return -self.working_days_between(end, start)
        days = (start + timedelta(days=k) for k in range(1, (end - start).days + 1))
        return sum(not self.free_because(day) for day in days)

    def _dated(self, day: date, counted: str, skipped: list[str]) -> Dated:
        explanation = f"{counted}: {in_words(day)}"
        if skipped:
            explanation += say("planning-overgeslagen", days=", ".join(skipped))
        late = day > self.known_until
        return Dated(day, explanation + ".", say("planning-kalender-op", year=self.known_until.year) if late else "")


def _count(n: int, one: str, more: str) -> str:
    return f"{n} {one if n == 1 else more}"
