"""Dossier cards: the same for board, table, Mijn werk and the head of each page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sdprocess.content.library import ContentChanged
from sdprocess.content.workflow import POLICY_STEPS, Workflow
from sdprocess.domain.dossier import Dossier, roles_in
from sdprocess.domain.errors import NotFound
from sdprocess.domain.people import Actor
from sdprocess.engine.move import MoveOption, allowed_moves
from sdprocess.planning.working_days import local_day
from sdprocess.services.dossier_file import DossierFile, guard_context, load_files
from sdprocess.services.ports import ScoreLine, UnitOfWork, World
from sdprocess.services.views import DossierCard, TermView
from sdprocess.services.visibility import is_insider
from sdprocess.texts.nl import say


def step_title(step: str) -> str:
    """The policy step as people read it."""
    return say(f"stap-{step}") if step in POLICY_STEPS else step


def workflow_of(world: World, dossier: Dossier) -> Workflow | None:
    """The dossier's workflow, None when its file is gone or was changed: a list shows such a dossier without moves."""
    try:
        return world.library.pinned_workflow(dossier.kader)
    except (NotFound, ContentChanged):
        return None


def term_view(world: World, dossier: Dossier) -> TermView:
    """The term with the working days that are left; a closed dossier has none."""
    if dossier.term is None or dossier.closed:
        return TermView(None, None)
    today = local_day(world.clock.now())
    return TermView(dossier.term, world.calendar.working_days_between(today, dossier.term))


def newest_working_day(world: World) -> date:
    """Today, or the working day before it: a term of Friday is not late in the weekend, as its card says too."""
    day = local_day(world.clock.now())
    while world.calendar.free_because(day):
        day -= timedelta(days=1)
    return day


def people_names(uow: UnitOfWork) -> Mapping[int, str]:
    """Names by person id."""
    return {p.id: p.name for p in uow.people.all()}


def seen_line(actor: Actor, dossier: Dossier, lines: Sequence[ScoreLine], released: Iterable[int]) -> ScoreLine | None:
    """The newest scores that this actor may see."""
    inside = is_insider(actor, dossier)
    allowed = set(released)
    return next((line for line in reversed(lines) if inside or line.version.id in allowed), None)


def cards_of(uow: UnitOfWork, world: World, actor: Actor, dossiers: Sequence[Dossier]) -> tuple[DossierCard, ...]:
    """Cards in the order given, with the moves that the actor's role may do. Visibility is the caller's.

    The whole file is loaded only of the dossiers where the actor has a move.
    """
    ids = [d.id for d in dossiers]
    names = people_names(uow)
    lines = uow.assessments.score_lines(ids)
    releases = uow.releases.of_dossiers(ids)
    files = load_files(uow, world, [d for d in dossiers if _has_move(world, actor, d)])
    return tuple(
        make_card(
            world,
            dossier,
            line=seen_line(
                actor, dossier, lines.get(dossier.id, ()), (r.version_id for r in releases.get(dossier.id, ()))
            ),
            moves=tuple(m for m in _moves(world, actor, files.get(dossier.id)) if m.is_mine),
            steller=names.get(dossier.steller_id, ""),
        )
        for dossier in dossiers
    )


def card_of(uow: UnitOfWork, world: World, actor: Actor, file: DossierFile) -> DossierCard:
    """The card at the head of a dossier's own page, with every move that leaves its state, the actor's or not."""
    dossier = file.dossier
    lines = uow.assessments.score_lines([dossier.id]).get(dossier.id, ())
    return make_card(
        world,
        dossier,
        line=seen_line(actor, dossier, lines, (r.version_id for r in file.releases)),
        moves=_moves(world, actor, file) if actor.roles else (),
        steller=uow.people.get(dossier.steller_id).name,
    )


def make_card(
    world: World, dossier: Dossier, *, line: ScoreLine | None, moves: tuple[MoveOption, ...], steller: str
) -> DossierCard:
    """A card from what was loaded for it."""
    workflow = workflow_of(world, dossier)
    state = workflow.state(dossier.state) if workflow else None
    return DossierCard(
        dossier=dossier,
        kader_title=workflow.title if workflow else dossier.kader.id,
        state_title=state.title if state else dossier.state,
        step=state.step if state else "",
        step_title=step_title(state.step) if state else "",
        turn=state.turn if state else (),
        term=term_view(world, dossier),
        moves=moves,
        profiles=line.profiles if line and line.judged else (),
        open_questions=line.open_questions if line else None,
        steller=steller,
    )


def _moves(world: World, actor: Actor, file: DossierFile | None) -> tuple[MoveOption, ...]:
    return allowed_moves(file.workflow, guard_context(world, actor, file)) if file else ()


def _has_move(world: World, actor: Actor, dossier: Dossier) -> bool:
    workflow = workflow_of(world, dossier)
    if workflow is None:
        return False
    roles = roles_in(actor, dossier)
    return any(not roles.isdisjoint(t.by) for t in workflow.moves_from(dossier.state))
