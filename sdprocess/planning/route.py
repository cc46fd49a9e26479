"""The route that a plan follows: the main line of a proceskader from a state on."""

from __future__ import annotations

from sdprocess.content.workflow import State, Workflow
from sdprocess.domain.plan import RouteStep


def route_of(workflow: Workflow, state: str = "") -> tuple[RouteStep, ...]:
    """The states of the main line from `state` (the begin) on, without side paths and ends.

    From a side path the route goes on with the main line that comes after it in the file. The decision is the last
    state of besluitvorming, without one the last of the step vaststellen.
    """
    order = [s.id for s in workflow.states]
    place = order.index(state or workflow.begin.id)
    here = workflow.states[place]
    ahead = [here, *(s for s in workflow.states[place + 1 :] if not s.aside)]
    decision = _decision(ahead)
    return tuple(RouteStep(s.id, s.title, s.term.value, decision=s is decision) for s in ahead if not s.end)


def _decision(states: list[State]) -> State | None:
    deciding = [s for s in states if s.bob == "besluitvorming"] or [s for s in states if s.step == "vaststellen"]
    running = [s for s in deciding if not s.end]
    return running[-1] if running else None
