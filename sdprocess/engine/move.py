"""Moving a dossier: what can be done now and by whom, doing it, and where it stands on its way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from sdprocess.content.workflow import State, Transition, Workflow
from sdprocess.domain.dossier import Dossier, Side
from sdprocess.domain.findings import Assessment
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.planning import Dated
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.context import GuardContext, TermRule
from sdprocess.engine.guards import refusals_of, role, transition_refusals, words
from sdprocess.engine.machine import step
from sdprocess.engine.strip import StripStep, strip

__all__ = [
    "GuardContext",
    "MoveOption",
    "Moved",
    "Opened",
    "StripStep",
    "allowed_moves",
    "may_deviate",
    "move",
    "opening",
    "release_gate",
    "release_role",
    "scores_of",
    "strip",
    "wider",
    "words",
]

OWED = "reden-gegeven"
FIRM = frozenset({"rol", "document-aanwezig"})
"""Guards of the gate that no reason overcomes."""

WIDTH = (Side.COLLEGE, Side.COUNCIL, Side.PUBLIC)


@dataclass(frozen=True, slots=True)
class MoveOption:
    """A transition that leaves the current state, for this actor.

    is_mine: the actor's role may do it. refusals: every reason against, the role's included, the owed reason left out:
    that is asked in the form (`needs_reason`). by: the roles that may. back: towards an earlier state. aside: to a
    state beside the main line. hand_over: after it the council side sees the dossier. decision: what it records as
    decided, or empty.
    """

    transition: str
    title: str
    to_state: str
    to_title: str
    needs_reason: bool
    is_mine: bool
    refusals: tuple[Refusal, ...]
    by: tuple[str, ...] = ()
    back: bool = False
    hand_over: bool = False
    decision: str = ""
    aside: bool = False

    @property
    def possible(self) -> bool:
        """Whether nothing stands in the way, but perhaps a reason still to be written."""
        return not self.refusals

    @property
    def leads_on(self) -> bool:
        """Whether it brings the dossier on: not back, nor off the main line with a reason; or it records a decision."""
        return bool(self.decision) or not (self.back or (self.aside and self.needs_reason))


@dataclass(frozen=True, slots=True)
class Moved:
    """A move that may be written: the dossier as it becomes (same revision) and its event (seq 0, not yet numbered)."""

    dossier: Dossier
    record: TransitionRecord
    term: Dated
    transition: Transition
    to: State


@dataclass(frozen=True, slots=True)
class Opened:
    """How a new dossier begins."""

    state: State
    side: Side
    term: Dated


def wider(a: Side, b: Side) -> Side:
    """The wider of two sides; a dossier that has been seen does not become unseen."""
    return max(a, b, key=WIDTH.index)


def opening(workflow: Workflow, now: datetime, due: TermRule) -> Opened:
    """Where a dossier on this workflow begins."""
    begin = workflow.begin
    return Opened(begin, begin.side, due(begin.term.value, now))


def allowed_moves(workflow: Workflow, ctx: GuardContext) -> tuple[MoveOption, ...]:
    """Everything that leaves the current state, in the order of the file, possible or not."""
    return tuple(_option(workflow, t, ctx) for t in workflow.moves_from(ctx.dossier.state))


def _option(workflow: Workflow, t: Transition, ctx: GuardContext) -> MoveOption:
    refusals = tuple(r for r in transition_refusals(t, ctx) if r.guard != OWED)
    return MoveOption(
        transition=t.id,
        title=t.title,
        to_state=t.target,
        to_title=workflow.state(t.target).title,
        needs_reason=t.needs_reason,
        is_mine=not role(ctx, {"door": t.by}),
        refusals=refusals,
        by=t.by,
        back=workflow.is_back(t, ctx.dossier.state),
        hand_over=t.hand_over and ctx.dossier.side is Side.COLLEGE,
        decision=t.decision,
        aside=workflow.state(t.target).aside,
    )


def move(workflow: Workflow, ctx: GuardContext, transition: str) -> Moved | tuple[Refusal, ...]:
    """Take one transition, or hear every reason why not. Nothing is written. Raises ValueError when `workflow` is not
    the one that the dossier pinned.
    """
    dossier = ctx.dossier
    if dossier.kader != workflow.ref:
        raise ValueError(f"dossier {dossier.number} is on {dossier.kader}, not on {workflow.ref}")
    t = next((t for t in workflow.transitions if t.id == transition), None)
    if t is None:
        return (Refusal("overgang-onbekend"),)
    if dossier.state not in t.sources:
        facts = MappingProxyType({"state": workflow.state(dossier.state).title})
        return (Refusal("overgang-niet-hier", facts=facts),)
    refusals = transition_refusals(t, ctx)
    arrived = step(workflow, dossier.state, t.id, lambda _: not refusals)
    if arrived is None:
        return refusals
    return _moved(workflow.state(arrived), t, ctx)


def _moved(to: State, t: Transition, ctx: GuardContext) -> Moved:
    reason = ctx.reason.strip()
    term = ctx.due(to.term.value, ctx.now)
    after = replace(
        ctx.dossier,
        state=to.id,
        side=wider(ctx.dossier.side, to.side),
        state_since=ctx.now,
        term=term.day,
        closed=to.end,
        decided=_decided(t, reason) or ctx.dossier.decided,
    )
    record = TransitionRecord(
        seq=0,
        dossier_id=ctx.dossier.id,
        at=ctx.now,
        actor_id=ctx.actor.id,
        actor=ctx.actor.name,
        kind="verplaatst",
        kader=ctx.dossier.kader,
        from_state=ctx.dossier.state,
        to_state=to.id,
        transition=t.id,
        reason=reason,
        document_hash=ctx.version.sha256 if ctx.version else "",
        scores=scores_of(ctx.assessment) if ctx.assessment and ctx.assessment_is_current else MappingProxyType({}),
    )
    return Moved(after, record, term, t, to)


def _decided(t: Transition, reason: str) -> str:
    return f"{t.decision}: {reason}" if t.decision and t.needs_reason else t.decision


def scores_of(assessment: Assessment) -> Mapping[str, str]:
    """Per criterion `answered/total`, or `niet beoordeeld` / `nvt`; for the event that freezes them."""
    return MappingProxyType({p.criterion: _score(p.answered, p.total, p.not_judged) for p in assessment.profiles})


def _score(answered: int, total: int, not_judged: int) -> str:
    if total == 0:
        return "nvt"
    return "niet beoordeeld" if not_judged == total else f"{answered}/{total - not_judged}"


def release_role(workflow: Workflow, ctx: GuardContext) -> bool:
    """Whether this actor may release at all."""
    return workflow.release is not None and not role(ctx, {"door": workflow.release.by})


def release_gate(workflow: Workflow, ctx: GuardContext) -> tuple[Refusal, ...]:
    """Every reason against vrijgeven. Whether a reason can overcome them: `may_deviate`."""
    if workflow.release is None:
        return (Refusal("vrijgave-niet-voorzien", "rol"),)
    return role(ctx, {"door": workflow.release.by}) + refusals_of(workflow.release.guards, ctx)


def may_deviate(refusals: tuple[Refusal, ...]) -> bool:
    """Whether a named person may release all the same, with a reason: not without the role, not without a document."""
    return all(_bends(r) for r in refusals)


def _bends(refusal: Refusal) -> bool:
    """Whether a reason may overcome it; of an `een-van` one option that bends is enough."""
    if refusal.options:
        return any(all(_bends(r) for r in option) for option in refusal.options)
    return refusal.guard not in FIRM
