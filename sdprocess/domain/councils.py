"""Several councils that decide on one dossier, each on its own day and with its own outcome."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """What a council decided of a matter on which another body decides."""

    OPEN = "nog-niet"
    AGREES = "stemt-in"
    VIEW = "zienswijze"
    REFUSES = "stemt-niet-in"


@dataclass(frozen=True, slots=True)
class Council:
    """One council in a dossier. meets: the day on which it plans to decide, None = onbekend. decided: when it did.

    words: what it decided, in its own words. revision: grows by one at each change.
    """

    id: int
    dossier_id: int
    name: str
    meets: date | None
    outcome: Outcome = Outcome.OPEN
    decided: date | None = None
    words: str = ""
    revision: int = 1

    @property
    def open(self) -> bool:
        """Whether it still has to decide."""
        return self.outcome is Outcome.OPEN

    def after(self, last: date | None) -> bool:
        """Whether it decides, or decided, after the last day."""
        day = self.decided or self.meets
        return last is not None and day is not None and day > last


def still_open(councils: Iterable[Council]) -> tuple[Council, ...]:
    """The councils that still have to decide, in the order given."""
    return tuple(council for council in councils if council.open)
