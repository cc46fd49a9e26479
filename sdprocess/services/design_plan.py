"""Whether a procesontwerp can be done in time: its steps counted back from the wished council date."""

from __future__ import annotations

from datetime import date

from sdprocess.domain.design import Design, DesignStep
from sdprocess.domain.plan import Plan, RouteStep
from sdprocess.domain.terms import Term, parse_duration, parse_point
from sdprocess.planning.planner import Start, plan_backward, plan_forward
from sdprocess.services.ports import World


def design_plan(world: World, design: Design, today: date) -> Plan:
    """The steps from today: towards the wished date when there is one, otherwise as soon as they can be."""
    route = route_of_design(design)
    start = Start(today, today)
    if design.council_date is not None and any(step.decision for step in route):
        return plan_backward(route, design.council_date, start, world.calendar)
    return plan_forward(route, start, world.calendar)


def route_of_design(design: Design) -> tuple[RouteStep, ...]:
    """The steps that were kept, as the planner counts them."""
    decision = _decision(design.kept)
    return tuple(
        RouteStep(s.key, s.title, Term(parse_duration(s.plan.takes), parse_point(s.plan.ends)), decision=s is decision)
        for s in design.kept
    )


def _decision(steps: tuple[DesignStep, ...]) -> DesignStep | None:
    deciding = [s for s in steps if s.bob == "besluitvorming"] or [s for s in steps if s.step == "vaststellen"]
    return deciding[-1] if deciding else None
