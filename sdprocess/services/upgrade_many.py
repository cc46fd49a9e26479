"""Bringing all dossiers of a version on another one: each in its own transaction, so that one that fails stops none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sdprocess.domain.errors import NotFound, StaleDossier
from sdprocess.domain.findings import ContentRef
from sdprocess.domain.people import Actor
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.upgrade import GUARD
from sdprocess.services.ports import World
from sdprocess.services.running import running_on
from sdprocess.services.upgrade_dossier import upgrade_dossier, upgrade_to_undo
from sdprocess.services.visibility import require_role


@dataclass(frozen=True, slots=True)
class UpgradeOutcome:
    """How it went for one dossier. refusals: empty when it is on its new kader."""

    number: str
    refusals: tuple[Refusal, ...]


def upgrade_many(
    world: World,
    actor: Actor,
    *,
    to: ContentRef,
    state_map: Mapping[str, str],
    seen: Mapping[str, int],
    reason: str = "",
) -> tuple[UpgradeOutcome, ...]:
    """seen: number -> revision as previewed; a dossier that changed since then stays, and that is told.

    Raises NotAllowed.
    """
    require_role(actor, "beheerder")
    return tuple(
        UpgradeOutcome(number, _one(world, actor, number, to=to, state_map=state_map, revision=revision, reason=reason))
        for number, revision in seen.items()
    )


def _one(
    world: World, actor: Actor, number: str, *, to: ContentRef, state_map: Mapping[str, str], revision: int, reason: str
) -> tuple[Refusal, ...]:
    try:
        done = upgrade_dossier(world, actor, number, to=to, state_map=state_map, revision=revision, reason=reason)
    except StaleDossier:
        return (Refusal("bijwerken-intussen", GUARD),)
    except NotFound:
        return (Refusal("niet-gevonden", GUARD),)
    return done if isinstance(done, tuple) else ()


@dataclass(frozen=True, slots=True)
class Undoable:
    """A dossier whose last upgrade can be taken back."""

    number: str
    revision: int
    before: ContentRef
    after: ContentRef


def undoable(world: World, actor: Actor, kader_id: str) -> tuple[Undoable, ...]:
    """The running dossiers of a kader that were upgraded and not moved since. Beheerder only."""
    require_role(actor, "beheerder")
    with world.uow() as uow:
        found = ((d, upgrade_to_undo(uow, d)) for d in running_on(uow, actor, kader_id))
        return tuple(Undoable(d.number, d.revision, done.before, done.after) for d, done in found if done)
