"""Moving a step of a plan: what comes after it moves along, and the sum is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sdprocess.domain.plan import PlannedStep
from sdprocess.planning.working_days import WorkCalendar, in_words
from sdprocess.texts.nl import say


@dataclass(frozen=True, slots=True)
class Shifted:
    """The steps as they become, the council date with them, and the sums. broken: hard terms that it would pass."""

    steps: tuple[PlannedStep, ...]
    council_date: date | None
    sums: tuple[str, ...]
    broken: tuple[PlannedStep, ...] = ()


def shift(steps: Sequence[PlannedStep], state: str, end: date, calendar: WorkCalendar) -> Shifted:
    """A plan in which the step of `state` is done on `end`. Raises KeyError when the plan has no day for that step.

    Later: the steps after it move as many working days, the decision to the first council meeting from then on.
    Earlier: only this step moves, and a decision takes what comes after it along.
    """
    place = next((n for n, s in enumerate(steps) if s.state == state and s.end is not None), None)
    if place is None:
        raise KeyError(state)
    old = steps[place].end or end
    days = calendar.working_days_between(old, end)
    sums = [_sum(steps[place].title, old, end, days)]
    made = [*steps[:place], replace(steps[place], start=_first(steps[place].start, end), end=end, why=(sums[0],))]
    along = days if days > 0 or steps[place].decision else 0
    council = end if steps[place].decision else next((s.end for s in steps if s.decision), None)
    moved = 0
    for step in steps[place + 1 :]:
        new = _moved(step, along, calendar)
        if step.decision and new.end and step.end and along:
            meeting = _meeting(new.end, calendar)
            sums.append(say("plan-schuif-raad", old=in_words(step.end), new=in_words(meeting)))
            along = calendar.working_days_between(step.end, meeting)
            new = replace(new, end=meeting, why=(sums[-1],))
            council = meeting
        moved += new != step
        made.append(new)
    if moved:
        sums.append(say("plan-schuif-mee", count=moved))
    broken = tuple(s for s in made[place:] if s.hard and s.limit and s.end and s.end > s.limit)
    return Shifted(tuple(made), council, tuple(sums), broken)


def _sum(title: str, old: date, new: date, days: int) -> str:
    code = "plan-schuif-later" if days > 0 else "plan-schuif-eerder"
    return say(code, title=title, old=in_words(old), new=in_words(new), days=working_days(abs(days)))


def working_days(count: int) -> str:
    """`1 werkdag`, `3 werkdagen`."""
    return "1 werkdag" if count == 1 else f"{count} werkdagen"


def _moved(step: PlannedStep, days: int, calendar: WorkCalendar) -> PlannedStep:
    """A step with its days moved; what a law sets stays where it is."""
    if not days or (step.start is None and step.end is None):
        return step

    def on(day: date | None) -> date | None:
        return calendar.working_day_from(day, days)[0] if day else None

    return replace(
        step,
        start=on(step.start),
        end=on(step.end),
        limit=step.limit if step.hard else on(step.limit),
        why=_why(step, days, on(step.end or step.start)),
    )


def _why(step: PlannedStep, days: int, new: date | None) -> tuple[str, ...]:
    """The sum of a day that moved along, and before it the sum that it had."""
    old = step.end or step.start
    if old is None or new is None:
        return step.why
    said = say("plan-schuif-stap", days=working_days(abs(days)), old=in_words(old), new=in_words(new))
    return (said, say("plan-schuif-gold"), *step.why) if step.why else (said,)


def _first(start: date | None, end: date) -> date | None:
    """A step does not begin after it ends."""
    return min(start, end) if start else None


def _meeting(day: date, calendar: WorkCalendar) -> date:
    """The first council meeting on or after a day; the day itself when the calendar knows none."""
    return next(iter(calendar.council.meetings(day)), day)
