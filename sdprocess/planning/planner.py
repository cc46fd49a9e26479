"""Planning a route: backward from a council meeting, or forward from today.

Backward every step gets the last day on which it may begin and be done. A step that takes an unknown time counts for no
days, and says so. The date is impossible when a step could only begin after its last day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sdprocess.domain.plan import Obstacle, Plan, PlannedStep, RouteStep
from sdprocess.domain.planning import Dated
from sdprocess.planning.counting import backward, forward
from sdprocess.planning.points import Anchors, last_day
from sdprocess.planning.working_days import WorkCalendar, in_words
from sdprocess.texts.nl import say

MOST_MEETINGS = 80
"""So many meetings are tried in the search for one that can be met."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where a plan begins. begun: the day the first step began; today: nothing can be done before it."""

    begun: date
    today: date


def plan_backward(
    route: Sequence[RouteStep], council: date, start: Start, calendar: WorkCalendar, anchors: Anchors | None = None
) -> Plan:
    """The last days for a council meeting on `council`, and whether they can be kept.

    The steps after the decision are counted forward from it. Raises ValueError for a route without a decision.
    """
    known = replace(anchors or Anchors(start.today), council=council)
    plan = _back(route, council, start, calendar, known)
    if plan.obstacle is None:
        return replace(plan, earliest_meeting=None, warnings=(*_doubts(council, calendar), *plan.warnings))
    first = earliest_meeting(route, start, calendar, anchors)
    return replace(plan, earliest_meeting=first, warnings=(*_doubts(council, calendar), *plan.warnings))


def earliest_meeting(
    route: Sequence[RouteStep], start: Start, calendar: WorkCalendar, anchors: Anchors | None = None
) -> Dated:
    """The first council meeting in the calendar that this route can make; day None when there is none."""
    for tried, meeting in enumerate(calendar.council.meetings(start.today)):
        if tried == MOST_MEETINGS:
            break
        known = replace(anchors or Anchors(start.today), council=meeting)
        if _back(route, meeting, start, calendar, known).feasible:
            return Dated(meeting, say("plan-vroegst", day=in_words(meeting)), calendar.doubt(meeting))
    return Dated(None, say("plan-vroegst-onbekend"))


def plan_forward(
    route: Sequence[RouteStep], start: Start, calendar: WorkCalendar, anchors: Anchors | None = None
) -> Plan:
    """Every step as soon as it can be, the decision on the first council meeting that can be met."""
    meeting = earliest_meeting(route, start, calendar, anchors) if any(s.decision for s in route) else None
    known = replace(anchors or Anchors(start.today), council=meeting.day if meeting else None)
    steps = list[PlannedStep]()
    begin, why = start.begun, say("plan-sinds", day=in_words(start.begun))
    decided = max((n for n, s in enumerate(route) if s.decision), default=len(route) - 1)
    for place, step in enumerate(route[: decided + 1]):
        made = _ahead(step, begin, why, start if place == 0 else None, calendar=calendar, anchors=known)
        steps.append(made)
        begin = made.end or begin
        why = say("plan-begint-na", title=step.title)
        known = replace(known, states={**known.states, step.state: made.start or begin})
    steps.extend(_after(route[decided + 1 :], begin, route[decided].title, calendar, known))
    warnings = tuple(dict.fromkeys(calendar.doubt(s.end) for s in steps if s.end and calendar.doubt(s.end)))
    doubt = (meeting.explanation,) if meeting and meeting.day is None else ()
    return Plan(tuple(steps), meeting.day if meeting else None, None, meeting, (*doubt, *warnings))


def _ahead(
    step: RouteStep, begin: date, why: str, start: Start | None, *, calendar: WorkCalendar, anchors: Anchors
) -> PlannedStep:
    """A step that begins on a day, done as soon as it can be."""
    end, sums = _earliest_end(step, begin, start, calendar)
    limit = last_day(step.term.latest, calendar, anchors, hard=step.term.hard) if step.term.latest else None
    if step.decision and anchors.council and anchors.council >= end:
        end, sums = anchors.council, [*sums, say("plan-vergadering", day=in_words(anchors.council))]
    if step.term.duration is None and limit and limit.day:
        end = max(end, limit.day)
    notes = [limit.explanation] if limit else []
    return _planned(step, begin, end, (why, *sums, *notes), earliest=end, limit=limit)


def _earliest_end(step: RouteStep, begin: date, start: Start | None, calendar: WorkCalendar) -> tuple[date, list[str]]:
    """The first day on which a step that begins on `begin` can be done. start: only for the step that runs now."""
    if step.term.duration is None:
        end, sums = begin, [] if step.term.latest else [say("plan-duur-onbekend")]
    else:
        counted = forward(calendar, begin, step.term.duration, hard=step.term.hard)
        end, sums = counted.day or begin, [counted.explanation]
    if start is not None and end < start.today:
        return start.today, [*sums, say("plan-vandaag")]
    return end, sums


def _planned(
    step: RouteStep,
    start: date | None,
    end: date | None,
    why: Sequence[str],
    *,
    earliest: date | None,
    limit: Dated | None,
) -> PlannedStep:
    law = [say("plan-hard", law=step.term.law)] if step.term.hard else []
    return PlannedStep(
        state=step.state,
        title=step.title,
        start=start,
        end=end,
        why=tuple(dict.fromkeys([*why, *law])),
        hard=step.term.hard,
        law=step.term.law,
        decision=step.decision,
        unknown=not step.term.known,
        earliest=earliest,
        limit=limit.day if limit else None,
        precision=limit.precision if limit else "dag",
    )


def _back(route: Sequence[RouteStep], council: date, start: Start, calendar: WorkCalendar, anchors: Anchors) -> Plan:
    """The plan without its warnings about the meeting itself."""
    decisions = [n for n, s in enumerate(route) if s.decision]
    if not decisions:
        raise ValueError("this route has no decision to count back from")
    before, after = route[: decisions[-1] + 1], route[decisions[-1] + 1 :]
    firsts = _earliest(before, start, calendar)
    steps = list[PlannedStep]()
    end, why = council, say("plan-vergadering", day=in_words(council))
    for step, (_, earliest) in zip(reversed(before), reversed(firsts), strict=True):
        limit = last_day(step.term.latest, calendar, anchors, hard=step.term.hard) if step.term.latest else None
        made = _last(step, end, why, limit, earliest=earliest, calendar=calendar)
        steps.insert(0, made)
        end = made.start or end
        why = say("plan-volgende", day=in_words(end), title=step.title)
        anchors = replace(anchors, states={step.state: end, **anchors.states})
    obstacle = _obstacle(steps, firsts, council)
    steps.extend(_after(after, council, before[-1].title, calendar, anchors))
    doubts = dict.fromkeys(calendar.doubt(s.end) for s in steps if s.end and calendar.doubt(s.end))
    return Plan(tuple(steps), council, obstacle, None, tuple(doubts))


def _after(
    route: Sequence[RouteStep], council: date, decided: str, calendar: WorkCalendar, anchors: Anchors
) -> list[PlannedStep]:
    """The steps after the decision. What comes after a step of unknown length has no date."""
    steps = list[PlannedStep]()
    begin: date | None = council
    why = say("plan-begint-na", title=decided)
    for step in route:
        if begin is None:
            steps.append(_planned(step, None, None, (why,), earliest=None, limit=None))
        elif not step.term.known:
            said = (why, say("plan-duur-open"))
            steps.append(_planned(step, begin, None, said, earliest=None, limit=None))
            begin = None
        else:
            steps.append(_ahead(step, begin, why, None, calendar=calendar, anchors=anchors))
            begin = steps[-1].end
        why = say("plan-begint-na", title=step.title)
    return steps


def _earliest(route: Sequence[RouteStep], start: Start, calendar: WorkCalendar) -> list[tuple[date, date]]:
    """Per step the first day it can begin and the first day it can be done."""
    found = list[tuple[date, date]]()
    begin = start.begun
    for place, step in enumerate(route):
        end, _ = _earliest_end(step, begin, start if place == 0 else None, calendar)
        found.append((begin, end))
        begin = end
    return found


def _last(
    step: RouteStep, end: date, why: str, limit: Dated | None, *, earliest: date, calendar: WorkCalendar
) -> PlannedStep:
    """A step that must be done on `end`, or on its own last day when that comes first."""
    sums = [why]
    if limit is not None:
        sums.append(limit.explanation)
        if limit.day is not None and limit.day < end:
            end, sums = limit.day, [limit.explanation]
    if step.term.duration is None:
        start, sums = end, [*sums, *([] if step.term.latest else [say("plan-duur-onbekend")])]
    else:
        counted = backward(calendar, end, step.term.duration, hard=step.term.hard)
        start, sums = counted.day or end, [*sums, counted.explanation]
    return _planned(step, start, end, sums, earliest=earliest, limit=limit)


def _obstacle(steps: Sequence[PlannedStep], firsts: Sequence[tuple[date, date]], council: date) -> Obstacle | None:
    """The first step that could only begin after its last day, or the step that runs now and cannot be done in time."""
    wished = in_words(council)
    for step, (begin, end) in zip(steps, firsts, strict=True):
        if step.start is not None and begin > step.start:
            facts = {"latest": in_words(step.start), "earliest": in_words(begin)}
            said = say("plan-onhaalbaar", wished=_upper(wished), title=step.title, **facts)
            return Obstacle(step.state, step.title, step.start, said)
        if step.end is not None and end > step.end:
            facts = {"latest": in_words(step.end), "earliest": in_words(end)}
            said = say("plan-onhaalbaar-laatste", wished=_upper(wished), title=step.title, **facts)
            return Obstacle(step.state, step.title, step.start or step.end, said)
    return None


def _doubts(council: date, calendar: WorkCalendar) -> tuple[str, ...]:
    """What is odd about the day that was wished."""
    period = calendar.council.period_of(council)
    if period is not None:
        return (say("plan-in-reces", day=_upper(in_words(council)), title=period.title),)
    known = calendar.council.knows_meetings
    if known and council not in set(calendar.council.meetings(council)):
        return (say("plan-geen-vergadering", day=in_words(council)),)
    return ()


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
