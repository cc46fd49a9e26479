"""The term of a state: from the words in the workflow file to a date with its sum."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sdprocess.domain.planning import Dated
from sdprocess.domain.terms import Term
from sdprocess.planning.counting import forward
from sdprocess.planning.points import Anchors, last_day
from sdprocess.planning.working_days import WorkCalendar, local_day
from sdprocess.texts.nl import say


def term_of(term: Term, at: datetime, calendar: WorkCalendar, anchors: Anchors | None = None) -> Dated:
    """When a state with this term must be left, entered at `at`: its length or its last day, whichever comes first."""
    start = local_day(at)
    found = list[Dated]()
    if term.duration is not None:
        found.append(forward(calendar, start, term.duration, hard=term.hard))
    if term.latest is not None:
        found.append(last_day(term.latest, calendar, anchors or Anchors(start), hard=term.hard))
    known = [d for d in found if d.day is not None]
    if not known:
        return found[0] if found else Dated(None, say("planning-onbekend"))
    first = min(known, key=lambda d: (d.day is None, d.day))
    law = [say("plan-hard", law=term.law)] if term.hard else []
    why = " ".join([first.explanation, *(d.explanation for d in known if d is not first), *law])
    return Dated(first.day, why, first.warning, first.precision)


def term_rule(calendar: WorkCalendar, anchors: Anchors | None = None) -> Callable[[Term, datetime], Dated]:
    """The rule that the engine asks for a state's term: give it to `GuardContext.due`."""
    return lambda term, at: term_of(term, at, calendar, anchors)
