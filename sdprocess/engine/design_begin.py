"""A new procesontwerp: the steps of a base proceskader as they stand there, with nothing chosen yet."""

from __future__ import annotations

from types import MappingProxyType

from sdprocess.content.workflow import State, Workflow
from sdprocess.domain.design import Design, DesignStep, StepPlan
from sdprocess.domain.terms import UNKNOWN, AnchorKind

__all__ = ["MOVABLE", "begin_design", "fixed_steps"]

MOVABLE = (AnchorKind.STATE, AnchorKind.MOVE)
"""What a last day may be counted from that a design can leave out."""


def begin_design(workflow: Workflow) -> Design:
    """The design that a base proceskader begins with: its main line."""
    return Design(workflow.ref, tuple(_step(s) for s in workflow.states if not s.end and not s.aside))


def fixed_steps(workflow: Workflow) -> frozenset[str]:
    """The states that no design can do without: where it begins, and where the council takes its last decision."""
    line = [s.id for s in workflow.states if not s.end and not s.aside]
    deciding = [s for s in line if any(t.decision and s in t.sources for t in workflow.transitions)]
    before = [s for s in deciding if workflow.state(s).step == "vaststellen"] or deciding
    return frozenset({workflow.begin.id, *before[-1:]})


def _step(state: State) -> DesignStep:
    anchor = state.term.anchor
    ends = state.term.latest if anchor is not None and anchor.kind not in MOVABLE else None
    return DesignStep(
        key=state.id,
        base=state.id,
        title=state.title,
        step=state.step,
        bob=state.bob or "",
        involved=MappingProxyType(dict(state.involved)),
        ask=None,
        plan=StepPlan(ends=ends or UNKNOWN, takes=state.term.duration or UNKNOWN),
        products=state.products,
        questions=state.questions,
    )
