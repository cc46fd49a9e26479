"""What another proceskader would mean for the running dossiers. Nothing here is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from sdprocess.content.workflow import State, Workflow
from sdprocess.domain.advice import AdviceRequest
from sdprocess.domain.dossier import Dossier
from sdprocess.domain.errors import InvalidInput
from sdprocess.domain.findings import ContentRef
from sdprocess.domain.people import SYSTEM, Actor
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.advice import AdviceStand, asks_of, stand_of
from sdprocess.engine.guards import transition_refusals
from sdprocess.engine.upgrade import Landing, landed
from sdprocess.services.cards import newest_working_day
from sdprocess.services.dossier_file import (
    DossierFile,
    advice_rules,
    advised_on,
    checklist_of,
    guard_context,
    load_files,
)
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.running import running_on
from sdprocess.services.store_kader import check_kader
from sdprocess.services.upgrade_dossier import landing_of
from sdprocess.services.visibility import may_see, require_role

PERSONAL = frozenset({"rol", "reden-gegeven"})
"""Guards that ask who moves and why; a preview asks what stands in the way whoever it is."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One dossier before and after. title: empty when the reader may know the number only.

    refusals: why it cannot go along; then nothing after it is told. blocked: titles of moves that can be made now and
    no longer; freed: the other way round. asked: titles of advice and parafen that the state asks and did not before;
    dropped: the other way round.
    """

    number: str
    title: str
    revision: int
    kader: ContentRef
    before: State
    after: State | None
    refusals: tuple[Refusal, ...]
    term_before: date | None
    term_after: date | None
    late: bool = False
    blocked: tuple[str, ...] = ()
    freed: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def other_turn(self) -> bool:
        """Whether other roles get the turn."""
        return self.after is not None and set(self.before.turn) != set(self.after.turn)

    @property
    def changes(self) -> bool:
        """Whether anybody would notice."""
        same = self.after is not None and (self.before.id, self.before.title) == (self.after.id, self.after.title)
        moved = bool(self.blocked or self.freed or self.asked or self.dropped)
        return not same or moved or self.other_turn or self.term_before != self.term_after


@dataclass(frozen=True, slots=True)
class Preview:
    """All running dossiers of a kader on another version. lost: states in use that it does not have, with their titles
    and how many dossiers stand there.
    """

    new: Workflow
    rows: tuple[PreviewRow, ...]
    lost: tuple[tuple[str, str, int], ...]

    @property
    def possible(self) -> tuple[PreviewRow, ...]:
        """The dossiers that can go along."""
        return tuple(row for row in self.rows if not row.refusals)


def preview_upgrade(
    world: World,
    actor: Actor,
    new: Workflow,
    *,
    before: ContentRef | None = None,
    number: str = "",
    state_map: Mapping[str, str] = MappingProxyType({}),
) -> Preview:
    """The running dossiers of this kader (of one version, or one dossier, when told) on `new`. Beheerder only."""
    require_role(actor, "beheerder")
    with world.uow() as uow:
        found = [
            d
            for d in running_on(uow, actor, new.id)
            if d.kader != new.ref
            and d.kader in world.library.workflows
            and (before is None or d.kader == before)
            and number in ("", d.number)
        ]
        files = load_files(uow, world, found)
        councils = uow.councils.of_dossiers(list(files)) if new.asks_councils else {}
        rows = tuple(
            preview_row(
                uow,
                world,
                actor,
                replace(files[d.id], councils=tuple(councils.get(d.id, files[d.id].councils))),
                new=new,
                state_map=state_map,
            )
            for d in found
        )
    return Preview(new, rows, _lost(rows, new))


def what_if(
    world: World,
    actor: Actor,
    *,
    yaml_text: str,
    name: str = "proceskader.yaml",
    state_map: Mapping[str, str] = MappingProxyType({}),
) -> Preview:
    """A changed kader that is not stored, on all running dossiers of its id. state_map: as for an upgrade.

    Raises InvalidContent, NotAllowed, and InvalidInput(toestand) for a state in the map that is in neither kader.
    """
    require_role(actor, "beheerder")
    new = check_kader(world, yaml_text, name)
    known = {s.id for w in world.library.shared().values() if w.id == new.id for s in w.states}
    if not (set(state_map) <= known and set(state_map.values()) <= {s.id for s in new.states}):
        raise InvalidInput(toestand="kader-toestand-onbekend")
    return preview_upgrade(world, actor, new, state_map=state_map)


def _lost(rows: tuple[PreviewRow, ...], new: Workflow) -> tuple[tuple[str, str, int], ...]:
    known = {s.id for s in new.states}
    gone = {row.before.id: row.before.title for row in rows if row.before.id not in known}
    return tuple((name, title, sum(row.before.id == name for row in rows)) for name, title in gone.items())


def preview_row(
    uow: UnitOfWork,
    world: World,
    actor: Actor,
    file: DossierFile,
    *,
    new: Workflow,
    state_map: Mapping[str, str],
    planned: date | None = None,
) -> PreviewRow:
    """One dossier on another kader. planned: the term of its new state, when a plan gives it."""
    dossier = file.dossier
    landing = landing_of(uow, world, dossier, new, state_map, planned=planned)
    row = PreviewRow(
        number=dossier.number,
        title=dossier.title if may_see(actor, dossier) else "",
        revision=dossier.revision,
        kader=dossier.kader,
        before=file.state,
        after=None,
        refusals=(),
        term_before=dossier.term,
        term_after=None,
    )
    if not isinstance(landing, Landing):
        return replace(row, refusals=landing)
    after = replace(
        file,
        dossier=landed(dossier, new, landing),
        workflow=new,
        checklist=checklist_of(world, new, landing.state.id),
        advice=_advice(world, file, landing.state),
    )
    now, then = _open_moves(world, file), _open_moves(world, after)
    rounds, asked = _asked(file), _asked(after)
    return replace(
        row,
        after=landing.state,
        term_after=landing.term,
        late=_late(world, after.dossier),
        blocked=tuple(title for name, title in now.items() if name not in then),
        freed=tuple(title for name, title in then.items() if name not in now),
        asked=tuple(title for name, title in asked.items() if name not in rounds),
        dropped=tuple(title for name, title in rounds.items() if name not in asked),
    )


def _open_moves(world: World, file: DossierFile) -> Mapping[str, str]:
    """The moves that nothing stands in the way of, but who makes them and why: id -> title."""
    context = guard_context(world, SYSTEM, file)
    return {
        t.id: t.title
        for t in file.workflow.moves_from(file.dossier.state)
        if all(refusal.guard in PERSONAL for refusal in transition_refusals(t, context))
    }


def _advice(world: World, file: DossierFile, state: State) -> tuple[AdviceStand, ...]:
    """How advice would stand in a state of another kader: the same when the same is asked, otherwise all anew."""
    asks = asks_of(state, file.dossier.portfolio)
    if {(s.request.state, s.request.ask) for s in file.advice} == {(state.id, ask) for ask in asks}:
        return file.advice
    now = world.clock.now()
    asked = [AdviceRequest(n, file.dossier.id, state.id, 0, ask, state.side, now) for n, ask in enumerate(asks)]
    return stand_of(asked, (), advised_on(state, file.versions, file.releases), now, advice_rules(world))


def _asked(file: DossierFile) -> Mapping[str, str]:
    return {stand.request.ask.id: stand.request.ask.title for stand in file.advice}


def _late(world: World, dossier: Dossier) -> bool:
    return dossier.term is not None and dossier.term < newest_working_day(world)
