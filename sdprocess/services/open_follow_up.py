"""Opening the dossier that follows on one whose step says so: the next year, the next half-year."""

from __future__ import annotations

import re
from datetime import datetime

from sdprocess.domain.dossier import Dossier
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import SYSTEM
from sdprocess.engine.move import opening
from sdprocess.planning.terms import term_rule
from sdprocess.services.ports import NewDossier, UnitOfWork, World

SEASONS = {"voorjaar": ("najaar", 0), "najaar": ("voorjaar", 1), "maart": ("september", 0), "september": ("maart", 1)}
"""A half of the year -> the next half, and how many years later that is."""

_HALF = re.compile(rf"\b({'|'.join(SEASONS)}) (20\d\d)$", re.IGNORECASE)
_YEAR = re.compile(r"\b(20\d\d)$")


def next_title(title: str) -> str:
    """The title of what follows: `Monitor 2026` -> `Monitor 2027`, `Week, najaar 2026` -> `Week, voorjaar 2027`."""
    half = _HALF.search(title)
    if half:
        season, later = SEASONS[half[1].lower()]
        return f"{title[: half.start()]}{season} {int(half[2]) + later}"
    return _YEAR.sub(lambda year: str(int(year[1]) + 1), title)


def open_follow_up(uow: UnitOfWork, world: World, dossier: Dossier, kader_id: str, now: datetime) -> Dossier:
    """A next dossier of the same person on the newest version of a proceskader, within the caller's transaction.

    Raises NotFound when the proceskader is gone.
    """
    kader = world.library.workflow_ref(kader_id)
    start = opening(world.library.workflows[kader], now, term_rule(world.calendar))
    made = uow.dossiers.add(
        NewDossier(
            title=next_title(dossier.title),
            about=dossier.about,
            theme=dossier.theme,
            portfolio=dossier.portfolio,
            kader=kader,
            state=start.state.id,
            side=start.side,
            steller_id=dossier.steller_id,
            opened_at=now,
            term=start.term.day,
            previous_id=dossier.id,
            opener=dossier.opener,
        )
    )
    uow.events.append(
        TransitionRecord(
            seq=0,
            dossier_id=made.id,
            at=now,
            actor_id=SYSTEM.id,
            actor=SYSTEM.name,
            kind="geopend",
            kader=kader,
            to_state=start.state.id,
            side=start.side.value,
        )
    )
    uow.outbox.put("geopend", made.id, {"nummer": made.number})
    return made
