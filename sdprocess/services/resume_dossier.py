"""Letting the clock of a dossier run again: its dates move by the working days that it stood still."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sdprocess.domain.people import Actor
from sdprocess.domain.plan_record import PlanKind, PlanVersion, Suspension
from sdprocess.domain.refusal import Refusal
from sdprocess.planning.shifting import Shifted, shift, working_days
from sdprocess.planning.working_days import in_words, local_day
from sdprocess.services.dossier_file import new_record, require_revision
from sdprocess.services.planning_file import PlanningFile, load_planning, put_in_force, require_planner
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.shift_step import shift_proposal
from sdprocess.texts.nl import say


@dataclass(frozen=True, slots=True)
class ResumeOutcome:
    """The suspension with its end, the sum in sentences, and the plan that moved along, if there was one."""

    suspension: Suspension
    sums: tuple[str, ...]
    version: PlanVersion | None = None


def resume_dossier(
    world: World, actor: Actor, number: str, *, revision: int, key: str = ""
) -> ResumeOutcome | tuple[Refusal, ...]:
    """From today the clock runs again. Raises NotFound, NotAllowed, StaleDossier."""
    with world.uow(write=True) as uow:
        loaded = load_planning(uow, world, actor, number)
        require_planner(actor, loaded.file)
        if key and not uow.planning.first_time(loaded.file.dossier.id, key):
            return ResumeOutcome(loaded.suspensions[-1], (), loaded.current)
        require_revision(loaded.file.dossier, revision)
        if loaded.file.dossier.suspended is None:
            return (Refusal("niet-opgeschort"),)
        today = local_day(world.clock.now())
        last = loaded.suspensions[-1]
        days = world.calendar.working_days_between(last.since, today)
        ended = replace(last, ended=today, working_days=days, ended_by=actor.name)
        uow.planning.end_suspension(ended)
        outcome = _run_on(uow, world, actor, loaded, ended)
        uow.commit()
    return outcome


def _run_on(uow: UnitOfWork, world: World, actor: Actor, loaded: PlanningFile, ended: Suspension) -> ResumeOutcome:
    """Move the plan, or the term alone when there is no plan for this state."""
    days = ended.working_days
    sum_ = say(
        "plan-stilstand",
        since=in_words(ended.since),
        until=in_words(ended.ended or ended.since),
        days=working_days(days),
    )
    file, current = loaded.file, loaded.current
    running = replace(file.dossier, suspended=None, term=ended.term)
    step = current.step(file.dossier.state) if current else None
    if current and step and step.end:
        end = world.calendar.working_day_from(step.end, days)[0]
        made = shift(current.proposal.steps, step.state, end, world.calendar) if days else None
        made = made or Shifted(current.proposal.steps, current.proposal.council_date, ())
        told = replace(made, sums=(sum_, *made.sums))
        proposal = shift_proposal(world, loaded, told, kind=PlanKind.RESUMED, reason=ended.reason, state=step.state)
        moved = replace(loaded, file=replace(file, dossier=running))
        return ResumeOutcome(ended, told.sums, put_in_force(uow, world, actor, moved, proposal))
    sums = [sum_]
    if ended.term:
        term = world.calendar.working_day_from(ended.term, days)[0]
        sums.append(say("plan-termijn-was", old=in_words(ended.term), new=in_words(term)))
        running = replace(running, term=term)
    uow.dossiers.save(running, file.dossier.revision)
    uow.events.append(new_record(world, actor, file, "hervat", reason=" ".join(sums)))
    uow.outbox.put("hervat", file.dossier.id, {"nummer": file.dossier.number})
    return ResumeOutcome(ended, tuple(sums))
