"""What really happened, read from the events of a dossier: when it came where, for how long, and for which time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sdprocess.domain.history import TransitionRecord
from sdprocess.planning.working_days import local_day

MOVES = ("geopend", "verplaatst")
"""Events that bring a dossier somewhere. Going to another proceskader does so only when its state gets another name."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A stay in a state. round: 1 for the first time, 2 after it came back. left: None while it is there."""

    state: str
    round: int
    entered: date
    left: date | None = None
    reason: str = ""


def visits(events: Iterable[TransitionRecord]) -> tuple[Visit, ...]:
    """The stays of a dossier, oldest first; only the last can still be open. reason: why it left, when one was owed."""
    found = list[Visit]()
    rounds = dict[str, int]()
    for event in events:
        if not event.to_state or (event.kind not in MOVES and found and found[-1].state == event.to_state):
            continue
        day = local_day(event.at)
        if found and found[-1].left is None:
            found[-1] = replace(found[-1], left=day, reason=event.reason)
        rounds[event.to_state] = rounds.get(event.to_state, 0) + 1
        found.append(Visit(event.to_state, rounds[event.to_state], day))
    return tuple(found)
