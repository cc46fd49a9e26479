"""From the calendar file of a municipality to the calendar that planning counts with."""

from __future__ import annotations

from types import MappingProxyType

from sdprocess.content.calendar import WEEKDAYS, WEEKS, Calendar
from sdprocess.planning.council import LAST, CouncilYear, MeetingRule, Moment, Period
from sdprocess.planning.working_days import WorkCalendar


def calendar_of(content: Calendar | None) -> WorkCalendar:
    """The calendar of a file; without one the public holidays, and no council meetings."""
    if content is None:
        return WorkCalendar()
    moments = {
        name: Moment(m.title, *m.month_day, before=bool(m.before), law=m.law) for name, m in content.moments.items()
    }
    council = CouncilYear(
        periods=tuple(Period(p.title, p.first, p.last) for p in content.without_council),
        dates=content.meetings.dates if content.meetings else (),
        rule=_rule(content),
        until=content.known_until,
        moments=MappingProxyType(moments),
    )
    return WorkCalendar(
        known_until=content.known_until,
        closed=frozenset(c.day for c in content.closed),
        five_may=content.holidays.five_may,
        good_friday=content.holidays.good_friday,
        council=council,
        reasons=MappingProxyType({c.day: c.reason for c in content.closed}),
    )


def _rule(content: Calendar) -> MeetingRule | None:
    rule = content.meetings.rule if content.meetings else None
    if rule is None:
        return None
    nth = LAST if rule.week == "laatste" else WEEKS.index(rule.week) + 1
    return MeetingRule(WEEKDAYS.index(rule.weekday), nth)
