"""What adopting a procesontwerp would mean for its dossier: where it stands, whose turn, which days. Stores nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sdprocess.domain.design import Design
from sdprocess.domain.errors import InvalidInput
from sdprocess.domain.people import Actor
from sdprocess.domain.plan import Plan
from sdprocess.domain.plan_record import PlanVersion
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.upgrade import Landing, landed
from sdprocess.services.adopt_design import held_day, kader_text, waiting, wished_day
from sdprocess.services.make_design import to_read
from sdprocess.services.plan_dossier import draw_up
from sdprocess.services.planning_file import PlanningFile, load_planning, names_in
from sdprocess.services.ports import World
from sdprocess.services.preview_kader import PreviewRow, preview_row
from sdprocess.services.store_kader import check_kader
from sdprocess.services.upgrade_dossier import landing_of


@dataclass(frozen=True, slots=True)
class MovedDay:
    """A step whose last day would change; None: it has none."""

    title: str
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class AdoptionPreview:
    """row: the dossier before and after. moved: steps whose day would change, and the council date as `council`.

    must_agree: who must consent before those days hold; empty when nobody has to. obstacle: why the wished date cannot
    be met, empty when it can. waits: why nothing can be adopted yet, None when it can.
    """

    row: PreviewRow
    moved: tuple[MovedDay, ...] = ()
    council: tuple[date | None, date | None] = (None, None)
    must_agree: tuple[str, ...] = ()
    obstacle: str = ""
    waits: Refusal | None = None


def preview_adoption(world: World, actor: Actor, number: str, *, state: str) -> AdoptionPreview:
    """The dossier on the concept of its design, with its current state going on in `state`.

    Raises NotFound, InvalidContent.
    """
    with world.uow() as uow:
        dossier, stored = to_read(uow, actor, number)
        loaded = load_planning(uow, world, actor, number)
        new = check_kader(world, kader_text(uow, world, dossier, stored.design))
        state_map, held = {dossier.state: state}, held_day(loaded, state)
        row = preview_row(uow, world, actor, loaded.file, new=new, state_map=state_map, planned=held)
        landing = landing_of(uow, world, dossier, new, state_map, planned=held)
        if not isinstance(landing, Landing):
            return AdoptionPreview(row, waits=waiting(loaded))
        file = replace(loaded.file, dossier=landed(dossier, new, landing), workflow=new)
        found = _with_plan(world, row, replace(loaded, file=file), stored.design)
        return replace(found, waits=waiting(loaded))


def _with_plan(world: World, row: PreviewRow, loaded: PlanningFile, design: Design) -> AdoptionPreview:
    if loaded.file.dossier.suspended:
        return AdoptionPreview(row)
    try:
        plan = draw_up(world, loaded, wished_day(world, design))
    except InvalidInput:
        return AdoptionPreview(row)
    if not plan.feasible:
        return AdoptionPreview(row, obstacle=plan.obstacle.sentence if plan.obstacle else "")
    current = loaded.current
    planned = current.proposal.participants if current else ()
    names = tuple(dict.fromkeys([*names_in(design), *planned])) if current else ()
    before = current.proposal.council_date if current else loaded.file.dossier.council_date
    return AdoptionPreview(row, _moved(current, plan), (before, plan.council_date), names)


def _moved(current: PlanVersion | None, plan: Plan) -> tuple[MovedDay, ...]:
    steps = {s.state: s for s in current.proposal.steps} if current else {}
    new = [(s.title, steps[s.state].end if s.state in steps else None, s.end) for s in plan.steps]
    known = {s.state for s in plan.steps}
    gone = [(s.title, s.end, None) for s in steps.values() if s.state not in known]
    return tuple(MovedDay(*one) for one in [*new, *gone] if one[1] != one[2])
