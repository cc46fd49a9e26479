"""Shifting one step of a plan; the rest moves along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sdprocess.domain.errors import InvalidInput
from sdprocess.domain.people import Actor
from sdprocess.domain.plan_record import PlanKind, PlanVersion, Proposal, ShiftRequest
from sdprocess.domain.refusal import Refusal
from sdprocess.planning.shifting import Shifted, shift
from sdprocess.planning.working_days import in_words, local_day
from sdprocess.services.dossier_file import require_revision
from sdprocess.services.planning_file import PlanningFile, load_planning, propose, reason_of, require_planner
from sdprocess.services.ports import World


@dataclass(frozen=True, slots=True)
class ShiftOutcome:
    """version: the plan that is now in force; request: it waits for consent. repeated: nothing was done again."""

    version: PlanVersion | None = None
    request: ShiftRequest | None = None
    repeated: bool = False


def shift_step(
    world: World, actor: Actor, number: str, *, state: str, end: date, reason: str, revision: int, key: str = ""
) -> ShiftOutcome | tuple[Refusal, ...]:
    """Let the step of `state` end on another day, with a reason. Refused when it would pass a day that a law sets.

    When the plan names participants, the shift waits until all of them agree. Raises NotFound, NotAllowed,
    InvalidInput, StaleDossier.
    """
    with world.uow(write=True) as uow:
        loaded = load_planning(uow, world, actor, number)
        require_planner(actor, loaded.file)
        if key and not uow.planning.first_time(loaded.file.dossier.id, key):
            return ShiftOutcome(loaded.current, loaded.open_request, repeated=True)
        require_revision(loaded.file.dossier, revision)
        why = reason_of(reason)
        refusals = _against(loaded)
        if refusals:
            return refusals
        made = shifted(world, loaded, state, end)
        if made.broken:
            return tuple(
                Refusal("plan-wet", facts={"title": s.title, "day": in_words(s.limit), "law": s.law})
                for s in made.broken
                if s.limit
            )
        proposal = shift_proposal(world, loaded, made, kind=PlanKind.SHIFTED, reason=why, state=state)
        version, request = propose(uow, world, actor, loaded, proposal)
        uow.commit()
    return ShiftOutcome(version, request)


def shifted(world: World, loaded: PlanningFile, state: str, end: date) -> Shifted:
    """The plan in force with this step moved. Raises InvalidInput for a step or day that cannot be."""
    current = loaded.current
    step = current.step(state) if current else None
    if current is None or step is None or step.end is None:
        raise InvalidInput(state="plan-stap-onbekend")
    if end < local_day(world.clock.now()):
        raise InvalidInput(end="plan-datum-voorbij")
    if world.calendar.free_because(end):
        raise InvalidInput(end="plan-geen-werkdag")
    if end == step.end:
        raise InvalidInput(end="plan-zelfde-dag")
    return shift(current.proposal.steps, state, end, world.calendar)


def shift_proposal(
    world: World, loaded: PlanningFile, made: Shifted, *, kind: PlanKind, reason: str, state: str
) -> Proposal:
    """A shifted plan as it is written down."""
    current, calendar = loaded.current, world.library.calendar
    return Proposal(
        kind,
        made.steps,
        made.council_date,
        reason,
        made.sums,
        state,
        current.proposal.participants if current else (),
        calendar.ref if calendar else None,
        loaded.file.state.side.value,
    )


def _against(loaded: PlanningFile) -> tuple[Refusal, ...]:
    """Why nothing may be shifted now."""
    if loaded.current is None:
        return (Refusal("plan-ontbreekt"),)
    if loaded.file.dossier.suspended:
        return (Refusal("plan-opgeschort"),)
    if loaded.open_request is not None:
        return (Refusal("plan-wacht-al", facts={"names": ", ".join(loaded.open_request.waiting_for)}),)
    return ()
