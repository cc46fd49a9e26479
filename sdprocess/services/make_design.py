"""Making the procesontwerp of a dossier: begin, change, keep a version, comment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sdprocess.domain.design import (
    Design,
    DesignComment,
    DesignState,
    DesignVersion,
    StoredDesign,
)
from sdprocess.domain.dossier import Dossier
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, StaleDossier
from sdprocess.domain.people import COLLEGE_SIDE, COUNCIL_SIDE, Actor
from sdprocess.engine.design_begin import begin_design, fixed_steps
from sdprocess.services.check_design import check_design
from sdprocess.services.dossier_file import load_file, new_record
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.visibility import is_steller, may_see, require_role

DIRECTORS = ("agendacommissie", "griffie")
"""Who gives the order for a procesontwerp and directs the process: in one hand."""

MAX_TEXT = 4000
BEGUN = "procesontwerp"
"""Kind of the event that a procesontwerp was begun."""

Edit = Callable[[Design], Design]


def may_direct(actor: Actor, dossier: Dossier) -> bool:
    """Whether this actor may begin, adopt and so on: a director who may see the dossier."""
    return actor.has(*DIRECTORS) and may_see(actor, dossier)


def may_write(actor: Actor, dossier: Dossier) -> bool:
    """Whether this actor may change a concept: a director, or the steller of the dossier, who holds the pen."""
    return may_direct(actor, dossier) or is_steller(actor, dossier)


def may_read(actor: Actor, dossier: Dossier, stored: StoredDesign) -> bool:
    """A concept is for who works on the dossier, on either side; what was adopted is for all who see the dossier."""
    return may_see(actor, dossier) and (not stored.is_concept or actor.has(*COLLEGE_SIDE, *COUNCIL_SIDE))


def begin(world: World, actor: Actor, number: str, *, base_id: str) -> StoredDesign:
    """A new concept from the newest version of a base proceskader.

    Raises NotFound, NotAllowed (not a director, or the dossier is closed), InvalidInput (there is one already).
    """
    with world.uow(write=True) as uow:
        file = load_file(uow, world, actor, number)
        require_role(actor, *DIRECTORS)
        if file.dossier.closed:
            raise NotAllowed(reason="dossier-gesloten")
        base = world.library.workflow(base_id)
        now = world.clock.now()
        stored = uow.designs.add(
            StoredDesign(
                id=0,
                dossier_id=file.dossier.id,
                state=DesignState.CONCEPT,
                design=begin_design(base),
                revision=1,
                begun_at=now,
                begun_by=actor.name,
                changed_at=now,
                changed_by=actor.name,
            )
        )
        uow.events.append(new_record(world, actor, file, BEGUN, reason=base.title))
        uow.outbox.put(BEGUN, file.dossier.id, {"nummer": number})
        uow.commit()
    return stored


def change(world: World, actor: Actor, number: str, *, revision: int, edit: Edit) -> StoredDesign:
    """Change a concept. edit: makes the new design of the one in the database; nothing is written when both are equal.

    Raises NotFound, NotAllowed (no writer, or it was adopted), StaleDossier, InvalidInput.
    """
    with world.uow(write=True) as uow:
        dossier, stored = to_write(uow, actor, number)
        if stored.revision != revision:
            raise StaleDossier(seen=revision, current=stored.revision)
        design = edit(stored.design)
        if design == stored.design:
            return stored
        base = world.library.pinned_workflow(design.base)
        check_design(design, fixed_steps(base))
        now = world.clock.now()
        saved = uow.designs.save(replace(stored, design=design, changed_at=now, changed_by=actor.name), revision)
        uow.outbox.put("procesontwerp-gewijzigd", dossier.id, {"nummer": number})
        uow.commit()
    return saved


def keep_version(world: World, actor: Actor, number: str, *, note: str, revision: int) -> DesignVersion:
    """Keep the concept as it is now under a number. Raises NotFound, NotAllowed, StaleDossier, InvalidInput."""
    words = note.strip()
    if len(words) > MAX_TEXT:
        raise InvalidInput(note="veld-lang")
    with world.uow(write=True) as uow:
        _, stored = to_write(uow, actor, number)
        if stored.revision != revision:
            raise StaleDossier(seen=revision, current=stored.revision)
        version = uow.designs.add_version(
            DesignVersion(0, stored.id, 0, world.clock.now(), actor.name, words, stored.design)
        )
        uow.commit()
    return version


def comment(world: World, actor: Actor, number: str, *, about: str, text: str) -> DesignComment:
    """Say something of a concept. Who may read it, may; residents read no concepts.

    Raises NotFound, NotAllowed (it was adopted), InvalidInput.
    """
    words = text.strip()
    if not words:
        raise InvalidInput(text="veld-leeg")
    if len(words) > MAX_TEXT:
        raise InvalidInput(text="veld-lang")
    with world.uow(write=True) as uow:
        _, stored = to_read(uow, actor, number)
        if not stored.is_concept:
            raise NotAllowed(reason="ontwerp-vast")
        said = uow.designs.add_comment(
            DesignComment(0, stored.id, world.clock.now(), actor.id, actor.name, about, words, stored.revision)
        )
        uow.commit()
    return said


def to_read(uow: UnitOfWork, actor: Actor, number: str) -> tuple[Dossier, StoredDesign]:
    """The dossier and its design. Raises NotFound, also when this actor may not know of one of them."""
    dossier = uow.dossiers.get(number)
    if not may_see(actor, dossier):
        raise NotFound(kind="dossier", id=number)
    stored = uow.designs.of_dossier(dossier.id)
    if stored is None or not may_read(actor, dossier, stored):
        raise NotFound(kind="procesontwerp", id=number)
    return dossier, stored


def to_write(uow: UnitOfWork, actor: Actor, number: str) -> tuple[Dossier, StoredDesign]:
    """The same, to change it. Raises NotFound, NotAllowed."""
    dossier, stored = to_read(uow, actor, number)
    if not may_write(actor, dossier):
        raise NotAllowed(reason="geen-rol", roles=", ".join(DIRECTORS))
    if not stored.is_concept:
        raise NotAllowed(reason="ontwerp-vast")
    return dossier, stored
