"""A last day as it is written (`4 weken voor raadsvergadering`) becomes a date with its sum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

from sdprocess.domain.planning import Dated
from sdprocess.domain.terms import Anchor, AnchorKind, Duration, Point, Quarter, Relative, Unit
from sdprocess.planning.counting import DAYS_IN_A_WEEK, council_weeks, dated, forward, length_words
from sdprocess.planning.working_days import WorkCalendar, in_words
from sdprocess.texts.nl import say

Names = Mapping[str, str]
Days = Mapping[str, date]
NO_DAYS: Days = MappingProxyType({})
NO_NAMES: Names = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Anchors:
    """The days that last days may be counted from, as far as they are known.

    reference: P&C moments are the first on or after this day. states, moves: when the dossier last entered a state,
    last made a move. names: id -> title, for the sentences.
    """

    reference: date
    council: date | None = None
    opened: date | None = None
    states: Days = field(default_factory=lambda: NO_DAYS)
    moves: Days = field(default_factory=lambda: NO_DAYS)
    names: Names = field(default_factory=lambda: NO_NAMES)

    def day_of(self, anchor: Anchor, calendar: WorkCalendar) -> date | None:
        """The day of an anchor, None while it is not known."""
        if anchor.kind is AnchorKind.MOMENT:
            moment = calendar.council.moments.get(anchor.id)
            return moment.upcoming(self.reference) if moment else None
        found: dict[AnchorKind, date | None] = {
            AnchorKind.MEETING: self.council,
            AnchorKind.OPENING: self.opened,
            AnchorKind.STATE: self.states.get(anchor.id),
            AnchorKind.MOVE: self.moves.get(anchor.id),
        }
        return found[anchor.kind]

    def words(self, anchor: Anchor, calendar: WorkCalendar) -> str:
        """What an anchor is called in a sentence."""
        name = self.names.get(anchor.id, anchor.id)
        if anchor.kind is AnchorKind.MOMENT and anchor.id in calendar.council.moments:
            name = calendar.council.moments[anchor.id].title
        return say(f"plan-anker-{anchor.kind.value}", id=name)


def last_day(point: Point, calendar: WorkCalendar, anchors: Anchors, *, hard: bool = False) -> Dated:
    """The date of a last day with its sum; day None while its anchor is not known."""
    if isinstance(point, Quarter):
        return _quarter(point, calendar)
    if isinstance(point, date):
        day, passed = calendar.on_or_before(point)
        return dated(calendar, day, _until(say("plan-datum", day=in_words(point))), passed)
    anchor = anchors.day_of(point.anchor, calendar)
    words = anchors.words(point.anchor, calendar)
    if anchor is None:
        return Dated(None, say("plan-anker-onbekend", anchor=words))
    return _counted(point, anchor, f"{words} ({in_words(anchor)})", calendar, hard=hard)


def _counted(point: Relative, anchor: date, words: str, calendar: WorkCalendar, *, hard: bool) -> Dated:
    if point.distance is None:
        day, passed = calendar.on_or_before(anchor)
        return dated(calendar, day, _until(words), passed)
    if point.after:
        ahead = forward(calendar, anchor, point.distance, hard=hard)
        counted = say("plan-na", length=length_words(point.distance), start=words)
        return Dated(ahead.day, _until(counted) + ahead.explanation.partition(in_words(anchor))[2], ahead.warning)
    day, passed = back(calendar, anchor, point.distance)
    return dated(calendar, day, _until(say("plan-voor", length=length_words(point.distance), end=words)), passed)


def back(calendar: WorkCalendar, anchor: date, distance: Duration) -> tuple[date, list[str]]:
    """The last working day that lies at least `distance` before the anchor. A term that is counted back never moves on
    (Algemene termijnenwet art. 1 lid 2).
    """
    if distance.unit is Unit.WORKING_DAYS:
        return calendar.working_day_from(anchor, -distance.n)
    if distance.unit is Unit.COUNCIL_WEEKS:
        day, notes = council_weeks(calendar, anchor, -distance.n)
    else:
        days = distance.n if distance.unit is Unit.DAYS else distance.n * DAYS_IN_A_WEEK
        day, notes = anchor - timedelta(days=days), []
    rolled, passed = calendar.on_or_before(day)
    return rolled, [*notes, *passed]


def _quarter(point: Quarter, calendar: WorkCalendar) -> Dated:
    month = point.number * 3
    end = date(point.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    day, passed = calendar.on_or_before(end)
    words = _until(say("plan-kwartaal", number=point.number, year=point.year))
    made = dated(calendar, day, words, passed)
    return Dated(made.day, made.explanation, made.warning, "kwartaal")


def _until(words: str) -> str:
    return say("plan-uiterlijk", point=words)
