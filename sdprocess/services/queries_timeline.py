"""Many dossiers on one timeline: of each the plan as a whole beside what really happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sdprocess.domain.people import Actor
from sdprocess.domain.plan_record import PlanVersion
from sdprocess.planning.working_days import local_day
from sdprocess.services.ports import World
from sdprocess.services.queries_planning import sight_of
from sdprocess.services.views import DossierCard


@dataclass(frozen=True, slots=True)
class Shifted:
    """The planned end moved from one day to another. number: of the plan that did it."""

    old: date
    new: date
    number: int


@dataclass(frozen=True, slots=True)
class DossierSpan:
    """One dossier. start and end: of its plan in force; without a plan end is the council meeting or the term.

    first_end: the end as it was planned first. entered, left: the real days, left is None while it runs. slip: working
    days between first_end and the real end (today while it runs and is late), None when one of both is not known.
    """

    card: DossierCard
    start: date | None
    end: date | None
    first_end: date | None
    planned: bool
    entered: date
    left: date | None
    shifts: tuple[Shifted, ...]
    slip: int | None


def spans_of(world: World, actor: Actor, cards: Sequence[DossierCard]) -> tuple[DossierSpan, ...]:
    """The spans of these dossiers, in the order given; of their plans only what the actor may see."""
    with world.uow() as uow:
        plans = uow.planning.versions_of([c.dossier.id for c in cards])
    today = local_day(world.clock.now())
    return tuple(
        _span(world, card, sight_of(actor, card.dossier).versions(plans.get(card.dossier.id, ())), today)
        for card in cards
    )


def _span(world: World, card: DossierCard, versions: Sequence[PlanVersion], today: date) -> DossierSpan:
    dossier = card.dossier
    oldest_first = [(v.number, end) for v in reversed(versions) if (end := _end(v)) is not None]
    starts = [s.start for s in versions[0].proposal.steps if s.start] if versions else []
    end = oldest_first[-1][1] if oldest_first else dossier.council_date or dossier.term
    first_end = oldest_first[0][1] if oldest_first else None
    left = local_day(dossier.state_since) if dossier.closed else None
    return DossierSpan(
        card=card,
        start=min(starts, default=None),
        end=end,
        first_end=first_end,
        planned=bool(oldest_first),
        entered=local_day(dossier.opened_at),
        left=left,
        shifts=tuple(Shifted(a, b, number) for (_, a), (number, b) in pairwise(oldest_first) if a != b),
        slip=_slip(world, first_end, left, today),
    )


def _end(version: PlanVersion) -> date | None:
    return max((s.end for s in version.proposal.steps if s.end), default=None)


def _slip(world: World, planned: date | None, left: date | None, today: date) -> int | None:
    """None while it runs within its plan: how it will end is not known yet."""
    if planned is None or (left is None and today <= planned):
        return None
    return world.calendar.working_days_between(planned, left or today)
