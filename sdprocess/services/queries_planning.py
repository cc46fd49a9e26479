"""The planning of one dossier as an actor may see it: plan beside reality, shifts, consent, suspensions, evaluations.

Insiders see all of it. The council side sees the states of its side, and of the plans made before the hand-over only
the last, without its reasons. Others see the public states and no reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sdprocess.content.workflow import Workflow
from sdprocess.domain.dossier import Dossier, Side
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import COUNCIL_SIDE, Actor
from sdprocess.domain.plan import PlannedStep
from sdprocess.domain.plan_record import PlanVersion, ProcessEvaluation, ShiftRequest, Suspension
from sdprocess.planning.comparison import StepComparison, compare
from sdprocess.planning.reality import visits
from sdprocess.planning.working_days import local_day
from sdprocess.services.cards import card_of
from sdprocess.services.dossier_file import DossierFile
from sdprocess.services.evaluate_process import questions_of
from sdprocess.services.planning_file import load_planning, may_plan
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.queries_dossier import seen_file
from sdprocess.services.views import DossierCard
from sdprocess.services.visibility import is_insider


@dataclass(frozen=True, slots=True)
class PlanningPage:
    """Everything of the planning page. versions: newest first; hidden: steps that this actor may not see exist.

    suspension: the one that lasts now. may_consent: participants whose answer this actor may write
    down; participants: who must consent to a change.
    evaluating: the state asks for an evaluation of the process; questions: the three of the state of now.
    """

    card: DossierCard
    rows: tuple[StepComparison, ...]
    versions: tuple[PlanVersion, ...]
    request: ShiftRequest | None
    requests: tuple[ShiftRequest, ...]
    suspension: Suspension | None
    suspensions: tuple[Suspension, ...]
    evaluations: tuple[ProcessEvaluation, ...]
    questions: tuple[str, ...]
    evaluating: bool
    may_evaluate: bool
    may_plan: bool
    may_consent: tuple[str, ...]
    participants: tuple[str, ...]
    shiftable: tuple[PlannedStep, ...]
    state_titles: dict[str, str]
    council_days: tuple[date, ...]
    decides: bool
    warning: str
    hidden: bool
    today: date

    @property
    def current(self) -> PlanVersion | None:
        return self.versions[0] if self.versions else None

    @property
    def round(self) -> int:
        """For which time the dossier is in its state."""
        here = next((r for r in self.rows if r.state == self.card.dossier.state), None)
        return here.rounds if here else 1


def planning_page(world: World, actor: Actor, number: str) -> PlanningPage:
    """The planning page. Raises NotFound."""
    with world.uow() as uow:
        loaded = load_planning(uow, world, actor, number)
        file, today = loaded.file, local_day(world.clock.now())
        sight = sight_of(actor, file.dossier)
        versions = sight.versions(loaded.versions)
        events = seen_file(uow, world, actor, number).events
        planner = may_plan(actor, file)
        asked = loaded.open_request
        request = asked if asked and sight.reads(asked.proposal.side) else None
        waiting = request.waiting_for if request else ()
        rows = comparison(world, file.workflow, sight, versions, events)
        return PlanningPage(
            card=card_of(uow, world, actor, file),
            rows=rows,
            versions=versions,
            request=request,
            requests=tuple(r for r in loaded.requests if sight.reads(r.proposal.side)),
            suspension=next((s for s in sight.suspensions(loaded.suspensions) if s.ended is None), None),
            suspensions=sight.suspensions(loaded.suspensions),
            evaluations=_evaluations(uow, sight, file.dossier),
            questions=questions_of(file.state),
            evaluating=bool(file.state.process_questions),
            may_evaluate=bool(actor.roles - {"beheerder"}) and not file.dossier.closed,
            may_plan=planner,
            participants=loaded.must_agree if sight.inside or sight.council else (),
            may_consent=tuple(p for p in waiting if planner or p == actor.name),
            shiftable=_shiftable(file, versions[0] if versions else None),
            state_titles={s.id: s.title for s in file.workflow.states},
            council_days=tuple(world.calendar.council.meetings(today))[:MEETINGS],
            decides=any(r.now and r.now.decision for r in rows),
            warning=world.calendar.doubt(file.dossier.council_date or today),
            hidden=not sight.inside,
            today=today,
        )


MEETINGS = 12
"""So many coming meetings are offered."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What one actor may read of the planning of one dossier."""

    inside: bool
    council: bool

    def reads(self, side: str) -> bool:
        """Whether something of this side may be read with its reason."""
        return self.inside or (self.council and side in (Side.COUNCIL.value, Side.PUBLIC.value))

    def state(self, side: Side) -> bool:
        """Whether the days of a state of this side may be seen."""
        return self.inside or side is Side.PUBLIC or (self.council and side is Side.COUNCIL)

    def versions(self, versions: Sequence[PlanVersion]) -> tuple[PlanVersion, ...]:
        """Newest first: those whose reasons may be read, and the newest of the others without its reasons."""
        if self.inside:
            return tuple(versions)
        open_ones = [v for v in versions if self.reads(v.proposal.side)]
        closed = next((v for v in versions if not self.reads(v.proposal.side)), None)
        if closed is None:
            return tuple(open_ones)
        blank = replace(closed.proposal, reason="", sums=(), state="", participants=())
        return tuple(sorted([*open_ones, replace(closed, proposal=blank, person="")], key=lambda v: -v.number))

    def suspensions(self, suspensions: Iterable[Suspension]) -> tuple[Suspension, ...]:
        """Without the reason of those that happened on the other side."""
        return tuple(s if self.reads(s.side) else replace(s, reason="", person="", ended_by="") for s in suspensions)


def sight_of(actor: Actor, dossier: Dossier) -> Sight:
    """What this actor may read; that they may see the dossier at all is checked where it is loaded."""
    return Sight(is_insider(actor, dossier), actor.has(*COUNCIL_SIDE))


def comparison(
    world: World,
    workflow: Workflow,
    sight: Sight,
    versions: Sequence[PlanVersion],
    events: Sequence[TransitionRecord],
) -> tuple[StepComparison, ...]:
    """Plan beside reality, for the states that may be seen. versions: newest first, events: those that may be seen."""
    titles = [(s.id, s.title) for s in workflow.states if not s.end and sight.state(s.side)]
    today = local_day(world.clock.now())
    return compare(titles, tuple(reversed(versions)), visits(events), world.calendar, today)


def _shiftable(file: DossierFile, current: PlanVersion | None) -> tuple[PlannedStep, ...]:
    """The planned steps from the state of now on that have a day."""
    if current is None:
        return ()
    order = [s.id for s in file.workflow.states]
    here = order.index(file.dossier.state)
    return tuple(s for s in current.proposal.steps if s.end and s.state in order and order.index(s.state) >= here)


def _evaluations(uow: UnitOfWork, sight: Sight, dossier: Dossier) -> tuple[ProcessEvaluation, ...]:
    return tuple(e for e in uow.planning.evaluations(dossier.id) if sight.reads(e.side))
