"""Amending an adopted procesontwerp: a concept is made of it, which is commented and adopted as the first one was."""

from __future__ import annotations

from dataclasses import replace

from sdprocess.domain.design import DesignState, DesignVersion, StoredDesign
from sdprocess.domain.dossier import Dossier
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, StaleDossier
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import Actor
from sdprocess.domain.plan_record import PlanKind
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.upgrade import GUARD, latest_upgrade
from sdprocess.services.dossier_file import load_file, new_record, require_revision
from sdprocess.services.make_design import DIRECTORS, may_direct, to_read
from sdprocess.services.planning_file import PlanningFile, load_planning, put_in_force
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.ports_kaders import KaderUpgrade
from sdprocess.services.upgrade_dossier import is_bound, take_back
from sdprocess.texts.nl import say

AMENDING = "procesontwerp-wijziging"
"""Kind of the event that an amendment was begun."""
DROPPED = "procesontwerp-wijziging-niet"
"""Kind of the event that an amendment was dropped."""

OF_ADOPTING = (PlanKind.PLANNED.value, "instemming-gevraagd")
"""Events of the planning that adopting itself writes: at most one of them."""
PLANNED_ON = (PlanKind.SHIFTED.value, PlanKind.RESUMED.value, "instemming", "opgeschort")
"""Events by which the planning went on since: then an amendment is not taken back any more."""


def begin_amendment(world: World, actor: Actor, number: str) -> StoredDesign:
    """A concept of the design in force; that one holds until the amendment is adopted.

    Raises NotFound, NotAllowed (not a director, or the dossier is closed), InvalidInput (there is a concept already).
    """
    with world.uow(write=True) as uow:
        file = load_file(uow, world, actor, number)
        dossier, stored = to_read(uow, actor, number)
        if not may_direct(actor, dossier):
            raise NotAllowed(reason="geen-rol", roles=", ".join(DIRECTORS))
        if dossier.closed:
            raise NotAllowed(reason="dossier-gesloten")
        if stored.is_concept:
            raise InvalidInput(design="ontwerp-wijziging-bestaat")
        saved = uow.designs.save(_concept(world, actor, stored), stored.revision)
        uow.events.append(new_record(world, actor, file, AMENDING))
        uow.outbox.put(AMENDING, dossier.id, {"nummer": number})
        uow.commit()
    return saved


def drop_amendment(world: World, actor: Actor, number: str, *, revision: int) -> StoredDesign:
    """The amendment does not come; what was written of it stays as a kept version.

    Raises NotFound, NotAllowed (not a director, or it is no amendment), StaleDossier.
    """
    with world.uow(write=True) as uow:
        file = load_file(uow, world, actor, number)
        dossier, stored = to_read(uow, actor, number)
        if not may_direct(actor, dossier):
            raise NotAllowed(reason="geen-rol", roles=", ".join(DIRECTORS))
        force = uow.designs.in_force(dossier.id)
        if not stored.is_concept or force is None:
            raise NotAllowed(reason="ontwerp-geen-wijziging")
        if stored.revision != revision:
            raise StaleDossier(seen=revision, current=stored.revision)
        now = world.clock.now()
        note = say("ontwerp-wijziging-gestopt")
        uow.designs.add_version(DesignVersion(0, stored.id, 0, now, actor.name, note, stored.design))
        saved = uow.designs.save(replace(force, changed_at=now, changed_by=actor.name), revision)
        uow.events.append(new_record(world, actor, file, DROPPED))
        uow.commit()
    return saved


def undo_amendment(
    world: World, actor: Actor, number: str, *, dossier_revision: int, reason: str = ""
) -> Dossier | tuple[Refusal, ...]:
    """The dossier back on the design of before, with the plan of before; the amendment is a concept again.

    Until the next move, and until the planning goes on: a consent, a shift. Raises NotFound, NotAllowed, StaleDossier.
    """
    with world.uow(write=True) as uow:
        loaded = load_planning(uow, world, actor, number)
        dossier, stored = to_read(uow, actor, number)
        if not may_direct(actor, dossier):
            raise NotAllowed(reason="geen-rol", roles=", ".join(DIRECTORS))
        require_revision(dossier, dossier_revision)
        done = amendment_to_undo(uow, loaded)
        if isinstance(done, Refusal):
            return (done,)
        now = world.clock.now()
        before = next((a for a in uow.designs.adoptions(stored.id) if a.kader == done.before), None)
        if before is None:
            raise NotFound(kind="procesontwerp", id=number)
        back = take_back(uow, world, actor, dossier, done, reason=reason or say("ontwerp-wijziging-terug"))
        uow.designs.add_adoption(replace(before, at=now, person=actor.name, back=True))
        if not stored.is_concept:
            uow.designs.save(_concept(world, actor, stored), stored.revision)
        back = _plan_of_before(uow, world, actor, loaded, back)
        uow.commit()
    return back


def amendment_to_undo(uow: UnitOfWork, loaded: PlanningFile) -> KaderUpgrade | Refusal:
    """The adoption of an amendment that can still be taken back, or why there is none."""
    dossier, event = loaded.file.dossier, latest_upgrade(loaded.events)
    done = uow.kaders.upgrade(dossier.id, event.seq) if event and not dossier.closed else None
    if event is None or done is None or not (is_bound(uow, done.before) and is_bound(uow, done.after)):
        return Refusal("ontwerp-wijziging-niets-terug", GUARD)
    if any(e.kind in PLANNED_ON for e in _since(loaded, event)) or _own_plans(loaded, event) > 1:
        return Refusal("ontwerp-wijziging-planning-verder", GUARD)
    return done


def _since(loaded: PlanningFile, event: TransitionRecord) -> list[TransitionRecord]:
    return [e for e in loaded.events if e.seq > event.seq]


def _own_plans(loaded: PlanningFile, event: TransitionRecord) -> int:
    return sum(e.kind in OF_ADOPTING for e in _since(loaded, event))


def _plan_of_before(uow: UnitOfWork, world: World, actor: Actor, loaded: PlanningFile, back: Dossier) -> Dossier:
    """The plan that held before the amendment, in force again as a version of its own; a shift that waited ends."""
    event = latest_upgrade(loaded.events)
    if event is None or not _own_plans(loaded, event):
        return back
    planned = sum(e.kind == PlanKind.PLANNED.value for e in _since(loaded, event))
    if len(loaded.versions) <= planned:
        return back
    file = replace(loaded.file, dossier=back, workflow=world.library.pinned_workflow(back.kader))
    told = replace(
        loaded.versions[planned].proposal,
        kind=PlanKind.PLANNED,
        reason=say("ontwerp-wijziging-terug"),
        sums=(),
        state="",
        side=file.state.side.value,
    )
    put_in_force(uow, world, actor, replace(loaded, file=file), told)
    return uow.dossiers.get(back.number)


def _concept(world: World, actor: Actor, stored: StoredDesign) -> StoredDesign:
    """As a concept that can be written in again."""
    return replace(
        stored,
        state=DesignState.CONCEPT,
        decided_on=None,
        decided_by="",
        kader=None,
        changed_at=world.clock.now(),
        changed_by=actor.name,
    )
