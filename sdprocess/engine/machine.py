"""The only place that knows `transitions`. A flat machine and a throw-away cursor decide whether a step is taken.

Guards are callables, never names from a file; there are no automatic `to_<state>` triggers; the cursor is no dossier.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from transitions import Machine

from sdprocess.content.workflow import Workflow


@dataclass(slots=True)
class Cursor:
    """Where a machine stands. Lives for one question and is thrown away."""

    state: str


def build_machine(workflow: Workflow, allowed: Callable[[str], bool]) -> Machine:
    """The machine of a workflow; `allowed` is asked with the transition's id before each step."""
    machine = Machine(
        model=None,
        states=[s.id for s in workflow.states],
        initial=None,
        auto_transitions=False,
        ignore_invalid_triggers=True,
    )
    for t in workflow.transitions:
        machine.add_transition(t.id, list(t.sources), t.target, conditions=[_condition(allowed, t.id)])
    return machine


def step(workflow: Workflow, state: str, transition: str, allowed: Callable[[str], bool]) -> str | None:
    """The state reached from `state` by `transition`, None when it is not taken. Raises KeyError for unknown names."""
    cursor = Cursor(workflow.state(state).id)
    machine = build_machine(workflow, allowed)
    taken = machine.events[transition].trigger(cursor)
    return cursor.state if taken else None


def _condition(allowed: Callable[[str], bool], transition: str) -> Callable[[], bool]:
    return lambda: allowed(transition)
