"""Counting working days in the Netherlands: no weekend, no day that the Algemene termijnenwet calls a holiday.

The law counts 5 May and Good Friday every year (Algemene termijnenwet art. 3). Whether people work on them, and on
which other days the town hall is closed, is the municipality's own choice; a term of a law looks at the law alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Literal
from zoneinfo import ZoneInfo

import holidays

from sdprocess.planning.council import CouncilYear
from sdprocess.texts.nl import say

LOCAL = ZoneInfo("Europe/Amsterdam")
SATURDAY = 5
LUSTRUM = 5
FiveMay = Literal["elk-jaar", "lustrum", "nooit"]
"""In which years the town hall is closed on 5 May."""
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

    closed: days on which this municipality is closed besides the holidays. five_may, good_friday: whether it is closed
    then. council: meetings, recess and P&C moments.
    """

    known_until: date = date(2030, 12, 31)
    closed: frozenset[date] = frozenset()
    five_may: FiveMay = "elk-jaar"
    good_friday: bool = True
    council: CouncilYear = field(default_factory=CouncilYear)
    reasons: Mapping[date, str] = field(default_factory=lambda: MappingProxyType({}))

    def free_because(self, day: date, *, legal: bool = False) -> str:
        """Why nobody works on a day ("weekend", "Koningsdag", ...), empty for a working day.

        legal: only what the Algemene termijnenwet counts, not what this municipality chose.
        """
        if day.weekday() >= SATURDAY:
            return "weekend"
        if not legal and day in self.closed:
            return self.reasons.get(day) or say("planning-gesloten")
        holiday = _public_holidays(day.year).get(day, "")
        return "" if not legal and self._works_on(holiday, day.year) else holiday

    def _works_on(self, holiday: str, year: int) -> bool:
        """Whether this municipality works on a holiday of which it may choose."""
        if holiday == "Bevrijdingsdag":
            return self.five_may == "nooit" or (self.five_may == "lustrum" and year % LUSTRUM != 0)
        return holiday == "Goede vrijdag" and not self.good_friday

    def on_or_after(self, day: date, *, legal: bool = False) -> tuple[date, list[str]]:
        """The first working day from a day on, and the days that were passed over, in words."""
        return self._roll(day, 1, legal=legal)

    def on_or_before(self, day: date, *, legal: bool = False) -> tuple[date, list[str]]:
        """The last working day up to a day, and the days that were passed over, in words."""
        return self._roll(day, -1, legal=legal)

    def _roll(self, day: date, step: int, *, legal: bool) -> tuple[date, list[str]]:
        passed = list[str]()
        while reason := self.free_because(day, legal=legal):
            passed.append(f"{reason} ({day.day} {MONTHS[day.month - 1]})")
            day += timedelta(days=step)
        return day, passed

    def working_day_from(self, start: date, n: int, *, legal: bool = False) -> tuple[date, list[str]]:
        """The n-th working day after `start` (before it when n is negative), and the holidays in between, in words."""
        day, left, skipped = start, abs(n), list[str]()
        while left:
            day += timedelta(days=1 if n > 0 else -1)
            reason = self.free_because(day, legal=legal)
            if not reason:
                left -= 1
            elif reason != "weekend":
                skipped.append(f"{reason} ({day.day} {MONTHS[day.month - 1]})")
        return day, skipped

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` is earlier (days late)."""
        if end < start:
            return -self.working_days_between(end, start)
        days = (start + timedelta(days=k) for k in range(1, (end - start).days + 1))
        return sum(not self.free_because(day) for day in days)

    def doubt(self, day: date) -> str:
        """The warning of a day that lies after what this calendar knows, otherwise empty."""
        return say("planning-kalender-op", year=self.known_until.year) if day > self.known_until else ""
