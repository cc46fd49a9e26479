"""A plan beside what really happened: per step the first plan, the plan of now, the real days and the difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sdprocess.domain.plan import PlannedStep
from sdprocess.domain.plan_record import PlanVersion
from sdprocess.planning.reality import Visit
from sdprocess.planning.working_days import WorkCalendar


@dataclass(frozen=True, slots=True)
class StepComparison:
    """One step. first: as it was planned first; now: in the newest plan that holds it; visits: the stays, oldest first.

    slip: working days between the first planned end and the real end (today while it runs and is late); negative when
    it was done early; None when one of both is not known. moved: working days by which the plan itself moved.
    spent: working days that the dossier stood here, over all rounds; None when it was not here.
    """

    state: str
    title: str
    first: PlannedStep | None
    now: PlannedStep | None
    visits: tuple[Visit, ...]
    slip: int | None
    moved: int | None
    spent: int | None

    @property
    def rounds(self) -> int:
        return len(self.visits)

    @property
    def entered(self) -> date | None:
        """When the dossier first came here."""
        return self.visits[0].entered if self.visits else None

    @property
    def left(self) -> date | None:
        """When it last left, None while it is here."""
        return self.visits[-1].left if self.visits else None


def compare(
    titles: Sequence[tuple[str, str]],
    versions: Sequence[PlanVersion],
    stays: Sequence[Visit],
    calendar: WorkCalendar,
    today: date,
) -> tuple[StepComparison, ...]:
    """Every step (id, title) that was planned or where the dossier was, in order. versions: oldest first."""
    rows = list[StepComparison]()
    for state, title in titles:
        planned = [step for v in versions if (step := v.step(state)) is not None]
        here = tuple(v for v in stays if v.state == state)
        if not planned and not here:
            continue
        first, now = (planned[0], planned[-1]) if planned else (None, None)
        rows.append(
            StepComparison(
                state,
                title,
                first,
                now,
                here,
                slip=_slip(first, here, calendar, today),
                moved=_between(first.end if first else None, now.end if now else None, calendar),
                spent=_spent(here, calendar, today),
            )
        )
    return tuple(rows)


def _slip(first: PlannedStep | None, here: Sequence[Visit], calendar: WorkCalendar, today: date) -> int | None:
    if first is None or first.end is None or not here:
        return None
    left = here[-1].left
    if left is None:
        return _between(first.end, today, calendar) if today > first.end else None
    return _between(first.end, left, calendar)


def _between(planned: date | None, real: date | None, calendar: WorkCalendar) -> int | None:
    if planned is None or real is None:
        return None
    return calendar.working_days_between(planned, real)


def _spent(here: Sequence[Visit], calendar: WorkCalendar, today: date) -> int | None:
    if not here:
        return None
    return sum(calendar.working_days_between(v.entered, v.left or max(today, v.entered)) for v in here)
