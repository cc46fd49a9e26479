"""Planning a dossier: towards a wished council date, or as soon as it can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sdprocess.domain.errors import InvalidInput
from sdprocess.domain.people import Actor
from sdprocess.domain.plan import Plan
from sdprocess.domain.plan_record import PlanKind, PlanVersion, Proposal, ShiftRequest
from sdprocess.domain.refusal import Refusal
from sdprocess.planning.planner import plan_backward, plan_forward
from sdprocess.planning.route import route_of
from sdprocess.planning.working_days import in_words, local_day
from sdprocess.services.dossier_file import require_revision
from sdprocess.services.planning_file import (
    PlanningFile,
    anchors_of,
    clean_participants,
    load_planning,
    propose,
    reason_of,
    require_planner,
    start_of,
)
from sdprocess.services.ports import World
from sdprocess.texts.nl import say


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """What came of it. version: the plan that is now in force; request: it waits for consent first. Both None: the date
    cannot be met, `plan.obstacle` says why. repeated: this form had been handled before, nothing was done.
    """

    plan: Plan | None
    version: PlanVersion | None = None
    request: ShiftRequest | None = None
    repeated: bool = False


def plan_dossier(
    world: World,
    actor: Actor,
    number: str,
    *,
    revision: int,
    wished: date | None = None,
    reason: str = "",
    participants: tuple[str, ...] | None = None,
    key: str = "",
) -> PlanOutcome | tuple[Refusal, ...]:
    """Plan backward from `wished`, or forward without it. Nothing is written when the date cannot be met.

    reason: owed when it replaces a plan. participants: who must consent to later shifts; None = as in the plan now.
    key: of the form. Raises NotFound, NotAllowed, InvalidInput, StaleDossier.
    """
    with world.uow(write=True) as uow:
        loaded = load_planning(uow, world, actor, number)
        require_planner(actor, loaded.file)
        if key and not uow.planning.first_time(loaded.file.dossier.id, key):
            return PlanOutcome(None, loaded.current, loaded.open_request, repeated=True)
        require_revision(loaded.file.dossier, revision)
        if loaded.file.dossier.suspended:
            return (Refusal("plan-opgeschort"),)
        if loaded.open_request is not None:
            return (Refusal("plan-wacht-al", facts={"names": ", ".join(loaded.open_request.waiting_for)}),)
        plan = draw_up(world, loaded, wished)
        if not plan.feasible:
            return PlanOutcome(plan)
        why = reason_of(reason) if loaded.current else reason.strip()
        given = loaded.must_agree if participants is None else clean_participants(participants)
        calendar = world.library.calendar
        proposal = Proposal(
            PlanKind.PLANNED,
            plan.steps,
            plan.council_date,
            why,
            _sums(loaded, plan),
            participants=tuple(dict.fromkeys([*loaded.named, *given])),
            calendar=calendar.ref if calendar else None,
            side=loaded.file.state.side.value,
        )
        version, request = propose(uow, world, actor, loaded, proposal)
        uow.commit()
    return PlanOutcome(plan, version, request)


def draw_up(world: World, loaded: PlanningFile, wished: date | None) -> Plan:
    """The plan of a dossier from where it stands. Raises InvalidInput for a date that cannot be a wish."""
    file = loaded.file
    route = route_of(file.workflow, file.dossier.state)
    anchors = anchors_of(world, file.workflow, loaded.events, wished)
    if wished is None:
        return plan_forward(route, start_of(world, file), world.calendar, anchors)
    if wished < local_day(world.clock.now()):
        raise InvalidInput(wished="plan-datum-voorbij")
    if not any(step.decision for step in route):
        raise InvalidInput(wished="plan-geen-besluit")
    return plan_backward(route, wished, start_of(world, file), world.calendar, anchors)


def _sums(loaded: PlanningFile, plan: Plan) -> tuple[str, ...]:
    """What the council date becomes, and what it was."""
    old = loaded.current.proposal.council_date if loaded.current else None
    if plan.council_date is None:
        return ()
    if old and old != plan.council_date:
        return (say("plan-raad-was", old=in_words(old), new=in_words(plan.council_date)),)
    return (say("plan-raad-wordt", day=in_words(plan.council_date)),)
