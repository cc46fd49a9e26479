"""A length counted from a day, forward and backward, with the sum in words.

Forward: days, weeks and council weeks that end on a day when nobody works end on the next working day; for a
length that a law sets, as the Algemene termijnenwet says (art. 1 lid 1, art. 2, art. 4). Backward: the last working
day from which the length, counted forward, is still in time.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sdprocess.domain.planning import Dated
from sdprocess.domain.terms import Duration, Unit
from sdprocess.planning.working_days import WorkCalendar, in_words
from sdprocess.texts.nl import say

DAYS_IN_A_WEEK = 7
EXTENDED_DAYS, EXTENDED_WEEKS = 90, 12
"""A legal term of more than this does not move on from a weekend or holiday (Algemene termijnenwet art. 4)."""
MINIMUM_FROM, MINIMUM_WORKED = 3, 2
"""A legal term of three days or more holds at least two that are worked (Algemene termijnenwet art. 2)."""
FURTHEST = 3660
"""Days that are looked at before counting is given up: ten years."""

_ONE = {
    Unit.DAYS: "dag",
    Unit.WORKING_DAYS: "werkdag",
    Unit.WEEKS: "week",
    Unit.COUNCIL_WEEKS: "raadsweek",
}


def length_words(duration: Duration) -> str:
    """`1 werkdag`, `6 weken`."""
    return f"{duration.n} {_ONE[duration.unit] if duration.n == 1 else duration.unit.value}"


def forward(calendar: WorkCalendar, start: date, duration: Duration, *, hard: bool = False) -> Dated:
    """When something that begins on `start` and takes this long is done at the latest."""
    day, notes = _ahead(calendar, start, duration, hard=hard)
    counted = say("plan-na", length=length_words(duration), start=in_words(start))
    return dated(calendar, day, counted, notes)


def backward(calendar: WorkCalendar, end: date, duration: Duration, *, hard: bool = False) -> Dated:
    """The last working day to begin something that takes this long and must be done on `end`."""
    last, notes = calendar.on_or_before(end)
    if duration.unit is Unit.WORKING_DAYS:
        day, skipped = calendar.working_day_from(last, -duration.n, legal=hard)
        if hard:
            day, more = calendar.on_or_before(day)
            skipped = [*skipped, *more]
    elif duration.unit is Unit.COUNCIL_WEEKS or hard:
        day, skipped = _searched(calendar, end, duration, hard=hard)
        notes = []
    else:
        day, skipped = calendar.on_or_before(last - timedelta(days=_days(duration)))
    counted = say("plan-voor", length=length_words(duration), end=in_words(end))
    return dated(calendar, day, counted, [*notes, *skipped])


def dated(calendar: WorkCalendar, day: date, counted: str, passed: Iterable[str]) -> Dated:
    """A day with its sum: what was counted, the outcome, and what was passed over."""
    explanation = f"{counted}: {in_words(day)}"
    skipped = list(dict.fromkeys(passed))
    if skipped:
        explanation += say("planning-overgeslagen", days=", ".join(skipped))
    return Dated(day, explanation + ".", calendar.doubt(day))


def _days(duration: Duration) -> int:
    return duration.n if duration.unit is Unit.DAYS else duration.n * DAYS_IN_A_WEEK


def _ahead(calendar: WorkCalendar, start: date, duration: Duration, *, hard: bool) -> tuple[date, list[str]]:
    """The last day of a length, and what was passed over."""
    if duration.unit is Unit.WORKING_DAYS:
        return calendar.working_day_from(start, duration.n, legal=hard)
    if duration.unit is Unit.COUNCIL_WEEKS:
        day, notes = council_weeks(calendar, start, duration.n)
        rolled, passed = calendar.on_or_after(day, legal=hard)
        return rolled, [*notes, *passed]
    day = start + timedelta(days=_days(duration))
    if not hard:
        return calendar.on_or_after(day)
    long = duration.n > (EXTENDED_DAYS if duration.unit is Unit.DAYS else EXTENDED_WEEKS)
    if long:
        return day, [say("plan-termijnenwet-lang")] if calendar.free_because(day, legal=True) else []
    day, passed = calendar.on_or_after(day, legal=True)
    if duration.unit is Unit.DAYS and duration.n >= MINIMUM_FROM:
        day, more = _two_worked(calendar, start, day)
        passed += more
    return day, passed


def _two_worked(calendar: WorkCalendar, start: date, end: date) -> tuple[date, list[str]]:
    """Moves the end on until two days of the term are worked."""
    notes = list[str]()
    while (
        sum(not calendar.free_because(start + timedelta(days=k), legal=True) for k in range(1, (end - start).days + 1))
        < MINIMUM_WORKED
    ):
        end, _ = calendar.on_or_after(end + timedelta(days=1), legal=True)
        notes = [say("plan-termijnenwet-kort")]
    return end, notes


def council_weeks(calendar: WorkCalendar, start: date, n: int) -> tuple[date, list[str]]:
    """`n` weeks on (back when negative); a week that ends in recess or election time does not count. With notes."""
    day, left, skipped = start, abs(n), list[str]()
    step = timedelta(days=DAYS_IN_A_WEEK if n > 0 else -DAYS_IN_A_WEEK)
    while left and abs((day - start).days) < FURTHEST:
        day += step
        period = calendar.council.period_of(day)
        if period is None:
            left -= 1
        else:
            skipped.append(say("plan-reces", title=period.title))
    return day, skipped


def _searched(calendar: WorkCalendar, end: date, duration: Duration, *, hard: bool) -> tuple[date, list[str]]:
    """Looks back day by day for the last working day from which the length still ends in time."""
    day = end
    for _ in range(FURTHEST):
        day, _passed = calendar.on_or_before(day - timedelta(days=1))
        done, notes = _ahead(calendar, day, duration, hard=hard)
        if done <= end:
            return day, notes
    raise ValueError(f"no day within ten years before {end} fits {duration}")
