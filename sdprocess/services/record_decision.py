"""Writing down in the griffie's own words what the council decided."""

from __future__ import annotations

from dataclasses import replace

from sdprocess.domain.dossier import Dossier, Side
from sdprocess.domain.errors import InvalidInput, NotAllowed
from sdprocess.domain.people import Actor
from sdprocess.services.dossier_file import load_file, new_record, require_revision
from sdprocess.services.ports import World
from sdprocess.services.visibility import require_role

MAX_DECISION = 4000


def record_decision(world: World, actor: Actor, number: str, *, decided: str, revision: int) -> Dossier:
    """What the council decided, for everyone to read. The earlier wording stays in the events.

    Raises NotFound, NotAllowed (not the griffie, or not yet with the council), InvalidInput, StaleDossier.
    """
    words = decided.strip()
    with world.uow(write=True) as uow:
        file = load_file(uow, world, actor, number)
        require_role(actor, "griffie")
        if file.state.side is Side.COLLEGE:
            raise NotAllowed(reason="besluit-niet-hier")
        if not words:
            raise InvalidInput(decided="veld-leeg")
        if len(words) > MAX_DECISION:
            raise InvalidInput(decided="veld-lang")
        require_revision(file.dossier, revision)
        saved = uow.dossiers.save(replace(file.dossier, decided=words), revision)
        uow.events.append(new_record(world, actor, file, "besluit", reason=words))
        uow.outbox.put("besluit", saved.id, {"nummer": number})
        uow.commit()
    return saved
