"""Stopping the clock of a dossier, with a reason."""

from __future__ import annotations

from dataclasses import replace

from sdprocess.domain.people import Actor
from sdprocess.domain.plan_record import Suspension
from sdprocess.domain.refusal import Refusal
from sdprocess.planning.working_days import local_day
from sdprocess.services.dossier_file import new_record, require_revision
from sdprocess.services.planning_file import load_planning, reason_of, require_planner
from sdprocess.services.ports import World


def suspend_dossier(
    world: World, actor: Actor, number: str, *, reason: str, revision: int, key: str = ""
) -> Suspension | tuple[Refusal, ...]:
    """From today the clock stands still: no term, no move, until it is resumed. The term it had is kept.

    Raises NotFound, NotAllowed, InvalidInput, StaleDossier.
    """
    with world.uow(write=True) as uow:
        loaded = load_planning(uow, world, actor, number)
        dossier = loaded.file.dossier
        require_planner(actor, loaded.file)
        if key and not uow.planning.first_time(dossier.id, key):
            return loaded.suspensions[-1]
        require_revision(dossier, revision)
        why = reason_of(reason)
        if dossier.suspended:
            return (Refusal("al-opgeschort"),)
        now = world.clock.now()
        side = loaded.file.state.side.value
        made = uow.planning.suspend(
            Suspension(0, dossier.id, local_day(now), now, actor.id, actor.name, why, dossier.term, side)
        )
        uow.dossiers.save(replace(dossier, suspended=made.since, term=None), revision)
        uow.events.append(new_record(world, actor, loaded.file, "opgeschort", reason=why))
        uow.outbox.put("opgeschort", dossier.id, {"nummer": dossier.number})
        uow.commit()
    return made
