"""How long something may take and when it must be done, as people write it in a proceskader or a procesontwerp.

A term is a length (`15 werkdagen`), a last day (`4 weken voor raadsvergadering`), both, or `onbekend`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Unit(StrEnum):
    """What is counted. A council week is a week outside recess and election time."""

    DAYS = "dagen"
    WORKING_DAYS = "werkdagen"
    WEEKS = "weken"
    COUNCIL_WEEKS = "raadsweken"


class AnchorKind(StrEnum):
    """What a last day is counted from: the council meeting, the opening, a state, a move, a P&C moment."""

    MEETING = "raadsvergadering"
    OPENING = "begin"
    STATE = "toestand"
    MOVE = "overgang"
    MOMENT = "moment"


NAMED = (AnchorKind.STATE, AnchorKind.MOVE, AnchorKind.MOMENT)
"""Anchors that are written with an id."""


@dataclass(frozen=True, slots=True)
class Duration:
    """`n` units, at least one."""

    n: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Anchor:
    """A moment to count from. id: of the state, the move or the P&C moment, otherwise empty."""

    kind: AnchorKind
    id: str = ""


@dataclass(frozen=True, slots=True)
class Relative:
    """A day counted from an anchor. distance: None = on the day itself. after: counted forward, otherwise backward."""

    anchor: Anchor
    distance: Duration | None = None
    after: bool = False


@dataclass(frozen=True, slots=True)
class Quarter:
    """Quarter precision: somewhere in it, at the latest at its end."""

    year: int
    number: int


Point = date | Quarter | Relative
"""A last day as it was written."""


@dataclass(frozen=True, slots=True)
class Term:
    """duration: how long it takes, None = onbekend. latest: when it must be done. law: the article."""

    duration: Duration | None = None
    latest: Point | None = None
    law: str = ""

    @property
    def hard(self) -> bool:
        """Whether a law sets it; the Algemene termijnenwet then says what happens at a weekend or a holiday."""
        return bool(self.law)

    @property
    def known(self) -> bool:
        """Whether it says anything at all."""
        return self.duration is not None or self.latest is not None


class BadTerm(ValueError):  # noqa: N818  named as the errors of the domain
    """What was written is no term. `code` names the sentence."""

    def __init__(self, code: str, given: str) -> None:
        self.code = code
        self.given = given
        super().__init__(f"{code}: {given!r}")


UNKNOWN = "onbekend"
_UNITS = {
    "dag": Unit.DAYS, "dagen": Unit.DAYS,
    "werkdag": Unit.WORKING_DAYS, "werkdagen": Unit.WORKING_DAYS,
    "week": Unit.WEEKS, "weken": Unit.WEEKS,
    "raadsweek": Unit.COUNCIL_WEEKS, "raadsweken": Unit.COUNCIL_WEEKS,
}  # fmt: skip
_LENGTH = r"([1-9][0-9]{0,2}) (dag|dagen|werkdag|werkdagen|week|weken|raadsweek|raadsweken)"
_DURATION = re.compile(_LENGTH, re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_QUARTER = re.compile(r"kwartaal ([1-4]) ([0-9]{4})", re.ASCII)
_RELATIVE = re.compile(
    rf"(?:op|(?:{_LENGTH} )(voor|na)) (?:(raadsvergadering|begin)|(toestand|overgang|moment) ([a-z0-9][a-z0-9-]*))",
    re.ASCII,
)


def parse_duration(text: str) -> Duration | None:
    """`15 werkdagen`, `6 weken`, `3 raadsweken`, `14 dagen`; None for `onbekend`. Raises BadTerm."""
    if text == UNKNOWN:
        return None
    match = _DURATION.fullmatch(text)
    if match is None:
        raise BadTerm("proces-duur-vorm", text)
    return Duration(int(match[1]), _UNITS[match[2]])


def parse_point(text: str) -> Point | None:
    """`2027-03-01`, `kwartaal 2 2027`, `4 weken voor raadsvergadering`, `op moment begroting`; None for `onbekend`.

    Raises BadTerm.
    """
    if text == UNKNOWN:
        return None
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise BadTerm("proces-datum-onbestaand", text) from None
    if quarter := _QUARTER.fullmatch(text):
        return Quarter(int(quarter[2]), int(quarter[1]))
    match = _RELATIVE.fullmatch(text)
    if match is None:
        raise BadTerm("proces-uiterlijk-vorm", text)
    count, unit, direction, plain, kind, name = match.groups()
    anchor = Anchor(AnchorKind(plain or kind), name or "")
    distance = Duration(int(count), _UNITS[unit]) if count else None
    return Relative(anchor, distance, after=direction == "na")


def parse_term(text: str) -> Term:
    """The short way of writing: a length or a last day. Raises BadTerm."""
    if _DURATION.fullmatch(text):
        return Term(duration=parse_duration(text))
    return Term(latest=parse_point(text))
