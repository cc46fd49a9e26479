"""Opening a dossier."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sdprocess.domain.dossier import Dossier
from sdprocess.domain.errors import InvalidInput
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import Actor
from sdprocess.engine.move import opening
from sdprocess.planning.terms import term_rule
from sdprocess.services.ask_advice import ask_in_state
from sdprocess.services.ports import NewDossier, World
from sdprocess.services.visibility import require_role, require_visible

LONGEST: Mapping[str, int] = {"title": 200, "about": 1000, "theme": 80, "portfolio": 120}
OWED = ("title", "about")


def open_dossier(
    world: World,
    actor: Actor,
    *,
    title: str,
    about: str,
    theme: str,
    portfolio: str,
    kader_id: str = "licht",
    kader_version: str | None = None,
    council_date: date | None = None,
    previous: str | None = None,
    number: str = "",
) -> Dossier:
    """A new dossier on a proceskader, by an actor with a role that its `openen` names.

    kader_version: its newest when None. previous: number of the dossier it continues. Raises NotAllowed, NotFound,
    InvalidInput.
    """
    words = {"title": title.strip(), "about": about.strip(), "theme": theme.strip(), "portfolio": portfolio.strip()}
    _check(words)
    kader = world.library.workflow_ref(kader_id, kader_version)
    workflow = world.library.workflows[kader]
    now = world.clock.now()
    require_role(actor, *workflow.opened_by)
    start = opening(workflow, now, term_rule(world.calendar))
    with world.uow(write=True) as uow:
        previous_id = None
        if previous:
            earlier = uow.dossiers.get(previous)
            require_visible(actor, earlier)
            previous_id = earlier.id
        new = NewDossier(
            **words,
            kader=kader,
            state=start.state.id,
            side=start.side,
            steller_id=actor.id,
            opened_at=now,
            term=start.term.day,
            council_date=council_date,
            previous_id=previous_id,
            number=number,
            opener=next(role for role in workflow.opened_by if actor.has(role)),
        )
        dossier = uow.dossiers.add(new)
        record = TransitionRecord(
            seq=0,
            dossier_id=dossier.id,
            at=now,
            actor_id=actor.id,
            actor=actor.name,
            kind="geopend",
            kader=kader,
            to_state=start.state.id,
            side=start.side.value,
        )
        uow.events.append(record)
        ask_in_state(uow, world, actor, dossier, start.state)
        uow.outbox.put("geopend", dossier.id, {"nummer": dossier.number})
        uow.commit()
    return dossier


def _check(words: Mapping[str, str]) -> None:
    problems = {field: "veld-leeg" for field in OWED if not words[field]}
    problems |= {field: "veld-lang" for field, most in LONGEST.items() if len(words[field]) > most}
    if problems:
        raise InvalidInput(**problems)
