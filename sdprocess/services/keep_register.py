"""Keeping the register of adopted frames: a whole list from a file, or one entry at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sdprocess.content.register import KINDS, LONGEST, key_of, read_register
from sdprocess.domain.errors import InvalidInput
from sdprocess.domain.frames import Frame
from sdprocess.domain.people import SYSTEM, Actor
from sdprocess.services.ports import World
from sdprocess.services.visibility import require_role

KEEPERS = ("griffie", "agendacommissie", "beheerder")
"""Who keeps the register. What it holds are public decisions: everyone reads it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file brought: how many entries were new, changed or just the same."""

    added: int
    changed: int
    same: int


def frames_of(world: World) -> Sequence[Frame]:
    """The register, by title."""
    with world.uow() as uow:
        return uow.frames.all()


def import_frames(world: World, actor: Actor, *, data: bytes, filename: str) -> Taken:
    """Take over a csv file; all of it or, when anything is wrong, nothing. Entries that it does not name stay.

    Raises NotAllowed and InvalidRegister.
    """
    _require_keeper(actor)
    new = read_register(data, filename)
    with world.uow(write=True) as uow:
        known = {key_of(f): f for f in uow.frames.all()}
        added = changed = 0
        for frame in new:
            before = known.get(key_of(frame))
            if before is not None and _told(before) == _told(frame):
                continue
            added, changed = added + (before is None), changed + (before is not None)
            uow.frames.put(key_of(frame), _signed(world, actor, frame))
        uow.commit()
    return Taken(added, changed, len(new) - added - changed)


def save_frame(world: World, actor: Actor, frame: Frame) -> Frame:
    """Add an entry (id 0) or change one. Raises NotAllowed, NotFound, InvalidInput."""
    _require_keeper(actor)
    _check(frame)
    with world.uow(write=True) as uow:
        before = uow.frames.get(frame.id) if frame.id else None
        key = key_of(frame)
        taken = next((f for f in uow.frames.all() if key_of(f) == key), None)
        if taken is not None and (before is None or taken.id != before.id):
            raise InvalidInput(title="register-bestaat")
        saved = uow.frames.put(key, _signed(world, actor, frame), replaces=key_of(before) if before else "")
        uow.commit()
    return saved


def remove_frame(world: World, actor: Actor, frame_id: int) -> Frame:
    """Take an entry out of the register; the database keeps what it was. Raises NotAllowed, NotFound."""
    _require_keeper(actor)
    with world.uow(write=True) as uow:
        frame = _signed(world, actor, uow.frames.get(frame_id))
        uow.frames.put(key_of(frame), frame, removed=True)
        uow.commit()
    return frame


def _require_keeper(actor: Actor) -> None:
    if actor != SYSTEM:  # the command line, on the machine itself
        require_role(actor, *KEEPERS)


def _signed(world: World, actor: Actor, frame: Frame) -> Frame:
    return replace(frame, changed_at=world.clock.now(), changed_by=actor.name)


def _told(frame: Frame) -> Frame:
    """The entry without who wrote it and when."""
    return replace(frame, id=0, source="", changed_at=None, changed_by="")


def _check(frame: Frame) -> None:
    if not frame.title:
        raise InvalidInput(title="veld-leeg")
    if frame.kind not in KINDS:
        raise InvalidInput(kind="register-soort-kies")
    for name in ("title", "body", "number", "theme", "place"):
        if len(getattr(frame, name)) > LONGEST:
            raise InvalidInput(**{name: "veld-lang"})
