"""A plan: the steps of a route with the day on which each must begin and be done, and why.

Made by `planning.planner`, for a dossier on its proceskader and for a procesontwerp that is being drawn up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sdprocess.domain.planning import Dated, Precision
from sdprocess.domain.terms import Term


@dataclass(frozen=True, slots=True)
class RouteStep:
    """A step to plan. state: its id. decision: the council decides at its end, so it ends on a council meeting."""

    state: str
    title: str
    term: Term
    decision: bool = False


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step of a plan. Every date is a last day: begin no later than `start`, be done no later than `end`.

    why: the sums of both days in Dutch sentences. hard: a law (`law`) sets the end. unknown: nobody knows how long it
    takes; the plan counts no days for it. earliest: the first day on which it can be done. limit: the day that its own
    `uiterlijk` gives, None without one.
    """

    state: str
    title: str
    start: date | None
    end: date | None
    why: tuple[str, ...] = ()
    hard: bool = False
    law: str = ""
    decision: bool = False
    unknown: bool = False
    earliest: date | None = None
    limit: date | None = None
    precision: Precision = "dag"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What makes a council date impossible: this step should have begun on `latest_start`, which cannot be any more."""

    state: str
    title: str
    latest_start: date
    sentence: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps in their order. council_date: the meeting it counts towards, None without one.

    obstacle: why the date cannot be met, None when it can. earliest_meeting: the first meeting that can be met; its day
    is None when the calendar knows none. warnings: doubts about the calendar or about the date that was wished.
    """

    steps: tuple[PlannedStep, ...]
    council_date: date | None
    obstacle: Obstacle | None = None
    earliest_meeting: Dated | None = None
    warnings: tuple[str, ...] = ()

    @property
    def feasible(self) -> bool:
        return self.obstacle is None

    def step(self, state: str) -> PlannedStep | None:
        """The planned step of a state, None when the plan does not hold it."""
        return next((s for s in self.steps if s.state == state), None)
