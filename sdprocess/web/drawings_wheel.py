"""The actor wheel and the timeline of a process: what stands where, and the sentences that say the same."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sdprocess.domain.design import ACTORS, DesignStep
from sdprocess.domain.plan import Plan
from sdprocess.domain.terms import Quarter, parse_point
from sdprocess.planning.working_days import in_words
from sdprocess.publish.startnotitie import asked_of
from sdprocess.texts.nl import say

RADIUS, HOLE, SIZE = 46.0, 15.0, 100
LETTERS = {"inwoners": "I", "raad": "R", "belanghebbenden": "B", "organisatie": "O", "college": "C"}


@dataclass(frozen=True, slots=True)
class Sector:
    """One party. path: its sector; x, y: where its letter stands. how: what it does, empty when it is not active."""

    party: str
    title: str
    letter: str
    active: bool
    how: str
    path: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Wheel:
    """The five parties clockwise, and the sentence that says who is active."""

    sectors: tuple[Sector, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Span:
    """One step on the timeline. left and width: percentages of the whole; None when nothing is known.

    late: the sentence why it cannot be done in time. period: begin and end in words.
    """

    key: str
    title: str
    wheel: Wheel
    asked: str
    period: str
    takes: str
    left: float | None
    width: float
    late: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The steps on one scale. first and last: the ends of the scale in words, empty when nothing is known."""

    spans: tuple[Span, ...]
    first: str
    last: str


def wheel(involved: Mapping[str, str]) -> Wheel:
    """involved: party -> what it does; a party that the wheel does not know is left out."""
    sectors = tuple(_sector(n, party, involved) for n, party in enumerate(ACTORS))
    active = [s.title for s in sectors if s.active]
    said = say("ontwerp-wiel", names=", ".join(active)) if active else say("ontwerp-wiel-leeg")
    return Wheel(sectors, said)


def timeline(steps: tuple[DesignStep, ...], plan: Plan | None) -> Timeline:
    """Each step from what was planned, else from what the planner reckons."""
    found = [(step, *_period(step, plan)) for step in steps]
    days = [d for _, begin, end in found for d in (begin, end) if d]
    first, last = (min(days), max(days)) if days else (None, None)
    spans = tuple(_span(step, begin, end, (first, last), plan) for step, begin, end in found)
    return Timeline(spans, in_words(first) if first else "", in_words(last) if last else "")


def _sector(n: int, party: str, involved: Mapping[str, str]) -> Sector:
    whole = 2 * math.pi / len(ACTORS)
    begin, end = n * whole - math.pi / 2 - whole / 2, (n + 1) * whole - math.pi / 2 - whole / 2
    middle = (begin + end) / 2

    def at(angle: float, radius: float) -> str:
        return f"{SIZE / 2 + radius * math.cos(angle):.2f} {SIZE / 2 + radius * math.sin(angle):.2f}"

    path = (
        f"M{at(begin, HOLE)} L{at(begin, RADIUS)} A{RADIUS} {RADIUS} 0 0 1 {at(end, RADIUS)} "
        f"L{at(end, HOLE)} A{HOLE} {HOLE} 0 0 0 {at(begin, HOLE)}Z"
    )
    half = (RADIUS + HOLE) / 2 + 1
    return Sector(
        party=party,
        title=say(f"ontwerp-actor-{party}"),
        letter=LETTERS[party],
        active=party in involved,
        how=involved.get(party, "") or (say("ontwerp-doet-mee") if party in involved else ""),
        path=path,
        x=round(SIZE / 2 + half * math.cos(middle), 2),
        y=round(SIZE / 2 + half * math.sin(middle), 2),
    )


def _period(step: DesignStep, plan: Plan | None) -> tuple[date | None, date | None]:
    begin, end = _day(step.plan.begins, last=False), _day(step.plan.ends, last=True)
    planned = plan.step(step.key) if plan else None
    if planned is not None:
        begin, end = begin or planned.start, end or planned.end
    if begin and end and begin > end:
        begin = end
    return begin, end


def _day(point: str, *, last: bool) -> date | None:
    parsed = parse_point(point)
    if isinstance(parsed, date):
        return parsed
    if not isinstance(parsed, Quarter):
        return None
    first = date(parsed.year, parsed.number * 3 - 2, 1)
    following = date(parsed.year + 1, 1, 1) if parsed.number == 4 else date(parsed.year, parsed.number * 3 + 1, 1)  # noqa: PLR2004
    return following - timedelta(days=1) if last else first


def _span(
    step: DesignStep, begin: date | None, end: date | None, scale: tuple[date | None, date | None], plan: Plan | None
) -> Span:
    first, last = scale
    late = plan.obstacle.sentence if plan and plan.obstacle and plan.obstacle.state == step.key else ""
    left, width = None, 0.0
    if first and last and (begin or end):
        whole = max((last - first).days, 1)
        start, stop = begin or end or first, end or begin or last
        left = round(100 * (start - first).days / whole, 2)
        width = round(max(100 * (stop - start).days / whole, 1.5), 2)
        left = min(left, 100 - width)
    words = [in_words(day) if day else say("ontwerp-wanneer-onbekend") for day in (begin, end)]
    period = say("ontwerp-periode", begin=words[0], end=words[1]) if begin or end else say("ontwerp-periode-onbekend")
    takes = "" if step.plan.takes == "onbekend" else step.plan.takes
    return Span(step.key, step.title, wheel(step.involved), asked_of(step), period, takes, left, width, late)
