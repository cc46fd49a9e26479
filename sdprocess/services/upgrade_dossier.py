"""Bringing a running dossier on another proceskader, and taking that back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from sdprocess.content.workflow import Workflow
from sdprocess.domain.dossier import Dossier
from sdprocess.domain.findings import ContentRef
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import Actor
from sdprocess.domain.planning import Dated
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.context import TermRule
from sdprocess.engine.move import wider
from sdprocess.engine.upgrade import GUARD, UNDONE, UPGRADED, Landing, land, landed, latest_upgrade
from sdprocess.services.ask_advice import ask_after_upgrade
from sdprocess.services.dossier_file import require_revision
from sdprocess.services.plan_terms import standing_rule
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.ports_kaders import KaderUpgrade
from sdprocess.services.running import administered
from sdprocess.services.store_kader import check_kader, put_kader
from sdprocess.services.visibility import require_role

MAX_REASON = 4000
NO_MAP: Mapping[str, str] = MappingProxyType({})


def upgrade_dossier(
    world: World,
    actor: Actor,
    number: str,
    *,
    to: ContentRef,
    state_map: Mapping[str, str] = NO_MAP,
    revision: int,
    reason: str = "",
) -> Dossier | tuple[Refusal, ...]:
    """One dossier to another kader, in one transaction with its event; or every reason why not. Beheerder only.

    state_map: old state -> new state; a state that is not in it keeps its id.
    Raises NotFound, StaleDossier, NotAllowed.
    """
    require_role(actor, "beheerder")
    new = world.library.pinned_workflow(to)
    with world.uow(write=True) as uow:
        dossier = administered(uow, actor, number)
        require_revision(dossier, revision)
        if is_bound(uow, dossier.kader) or is_bound(uow, to):
            return (Refusal("bijwerken-procesontwerp", GUARD),)
        saved = _upgraded(uow, world, actor, dossier, new=new, state_map=state_map, reason=reason)
        if isinstance(saved, Dossier):
            uow.commit()
    return saved


def adopt_kader_for_dossier(
    uow: UnitOfWork,
    world: World,
    actor: Actor,
    dossier: Dossier,
    *,
    yaml_text: str,
    origin: str,
    state_map: Mapping[str, str] = NO_MAP,
    revision: int,
    reason: str = "",
    planned: date | None = None,
) -> Dossier | tuple[Refusal, ...]:
    """Make a text the proceskader of one dossier, in the caller's writing transaction. For an adopted procesontwerp.

    Stores the kader bound to this dossier (it is never offered to others), brings the dossier on it and appends the
    event `bijgewerkt`. Gives the saved dossier, or every reason why not and then nothing was written. The caller checks
    who may do this and what may be seen, and commits. uow: opened with write=True; dossier: as read in it.

    origin: "procesontwerp 2026-014". state_map: as `upgrade_dossier`. revision: the one the reader saw. The id in the
    text should be the dossier's own ("ontwerp-2026-014"), the version counts on with each adoption ("1.0.0", "2.0.0").
    planned: the day that the plan in force gives its new state: its term, as long as that plan holds.
    Raises InvalidContent (all problems, with lines), StaleDossier.
    """
    require_revision(dossier, revision)
    new = check_kader(world, yaml_text)
    landing = landing_of(uow, world, dossier, new, state_map, planned=planned)
    if not isinstance(landing, Landing):
        return landing
    put_kader(uow, world, actor, yaml_text=yaml_text, origin=origin, dossier_id=dossier.id)
    return _landed(uow, world, actor, dossier, new=new, landing=landing, reason=reason)


def undo_upgrade(
    world: World, actor: Actor, number: str, *, revision: int, reason: str = ""
) -> Dossier | tuple[Refusal, ...]:
    """Back to the kader, state and term from before the last upgrade. Only until the next move. Beheerder only.

    A term that was changed after the upgrade stays. Raises NotFound, StaleDossier, NotAllowed.
    """
    require_role(actor, "beheerder")
    with world.uow(write=True) as uow:
        dossier = administered(uow, actor, number)
        require_revision(dossier, revision)
        done = upgrade_to_undo(uow, dossier)
        if done is None:
            return (Refusal("bijwerken-niets-terug", GUARD),)
        if is_bound(uow, done.after):
            return (Refusal("bijwerken-procesontwerp", GUARD),)
        saved = take_back(uow, world, actor, dossier, done, reason=reason)
        uow.commit()
    return saved


def take_back(
    uow: UnitOfWork, world: World, actor: Actor, dossier: Dossier, done: KaderUpgrade, *, reason: str
) -> Dossier:
    """The dossier as it was before this upgrade, with its event. The caller checks who may, and commits."""
    old, new = world.library.pinned_workflow(done.before), world.library.pinned_workflow(done.after)
    side = wider(old.state(done.from_state).side, new.state(done.to_state).side)
    term = done.term_before if dossier.term == done.term_after else dossier.term
    back = replace(dossier, kader=old.ref, state=done.from_state, term=term)
    record = _record(world, actor, dossier, back, kind=UNDONE, side=side.value, reason=reason)
    saved = _written(uow, dossier, back, record)
    ask_after_upgrade(uow, world, actor, saved, old.state(saved.state))
    return saved


def is_bound(uow: UnitOfWork, ref: ContentRef) -> bool:
    """Whether a kader belongs to one dossier: then only its procesontwerp changes it."""
    stored = uow.kaders.get(ref)
    return stored is not None and stored.dossier_id is not None


def upgrade_to_undo(uow: UnitOfWork, dossier: Dossier) -> KaderUpgrade | None:
    """The upgrade of a dossier that may still be taken back."""
    event = latest_upgrade(uow.events.of_dossier(dossier.id))
    return uow.kaders.upgrade(dossier.id, event.seq) if event and not dossier.closed else None


def landing_of(
    uow: UnitOfWork,
    world: World,
    dossier: Dossier,
    new: Workflow,
    state_map: Mapping[str, str],
    *,
    planned: date | None = None,
) -> Landing | tuple[Refusal, ...]:
    """Where a dossier would stand on a kader that need not be stored; or every reason why not. Writes nothing.

    planned: the term of its new state, when a plan gives it.
    """
    old = world.library.pinned_workflow(dossier.kader)
    due = standing_rule(uow, world, dossier, new) if planned is None else _as_planned(planned)
    return land(old, new, dossier, state_map, due)


def _as_planned(day: date) -> TermRule:
    return lambda _term, _at: Dated(day, "")


def _upgraded(
    uow: UnitOfWork,
    world: World,
    actor: Actor,
    dossier: Dossier,
    *,
    new: Workflow,
    state_map: Mapping[str, str],
    reason: str,
) -> Dossier | tuple[Refusal, ...]:
    landing = landing_of(uow, world, dossier, new, state_map)
    if not isinstance(landing, Landing):
        return landing
    return _landed(uow, world, actor, dossier, new=new, landing=landing, reason=reason)


def _landed(
    uow: UnitOfWork, world: World, actor: Actor, dossier: Dossier, *, new: Workflow, landing: Landing, reason: str
) -> Dossier:
    after = landed(dossier, new, landing)
    record = _record(world, actor, dossier, after, kind=UPGRADED, side=landing.side.value, reason=reason)
    saved = _written(uow, dossier, after, record)
    ask_after_upgrade(uow, world, actor, saved, new.state(saved.state))
    return saved


def _record(
    world: World, actor: Actor, before: Dossier, after: Dossier, *, kind: str, side: str, reason: str
) -> TransitionRecord:
    return TransitionRecord(
        seq=0,
        dossier_id=before.id,
        at=world.clock.now(),
        actor_id=actor.id,
        actor=actor.name,
        kind=kind,
        kader=after.kader,
        from_state=before.state,
        to_state=after.state,
        reason=reason.strip()[:MAX_REASON],
        side=side,
    )


def _written(uow: UnitOfWork, before: Dossier, after: Dossier, record: TransitionRecord) -> Dossier:
    """State, event, upgrade row and outbox together."""
    saved = uow.dossiers.save(after, before.revision)
    seq = uow.events.append(record).seq
    terms: tuple[date | None, date | None] = (before.term, after.term)
    uow.kaders.add_upgrade(KaderUpgrade(saved.id, seq, before.kader, after.kader, before.state, after.state, *terms))
    payload = {"nummer": saved.number, "kader": after.kader.id, "versie": after.kader.version, "volgnummer": str(seq)}
    uow.outbox.put(record.kind, saved.id, payload)
    return saved
