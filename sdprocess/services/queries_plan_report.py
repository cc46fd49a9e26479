"""Plan beside reality over a year: how much each step slipped, why, and what the process cost in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sdprocess.domain.dossier import Dossier
from sdprocess.domain.people import Actor
from sdprocess.domain.plan_record import PlanKind, PlanVersion
from sdprocess.planning.comparison import StepComparison
from sdprocess.planning.working_days import local_day
from sdprocess.services.cards import workflow_of
from sdprocess.services.ports import DossierFilter, UnitOfWork, World
from sdprocess.services.queries_planning import comparison, sight_of
from sdprocess.services.visibility import scope_of, seen_events

EVERY = 1_000_000
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One dossier in a year. done: steps with a plan that ended in that year. slip: working days that those ended later
    than first planned, together; early steps count against it. spent: working days of those steps. again: those of them
    that were spent after a step back. stood_still: working days that the clock stood still. reasons: of its shifts.
    """

    dossier: Dossier
    done: tuple[StepComparison, ...]
    slip: int
    spent: int
    again: int
    stood_still: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of one proceskader over all dossiers. late: how many ended later than first planned."""

    kader: str
    title: str
    count: int
    late: int
    average_slip: float
    most: int
    average_spent: float


@dataclass(frozen=True, slots=True)
class PlanReport:
    """without_plan: dossiers that this actor sees and that have no plan; they are out of every figure."""

    year: int
    years: tuple[int, ...]
    dossiers: tuple[DossierLine, ...]
    steps: tuple[StepLine, ...]
    without_plan: int

    @property
    def slip(self) -> int:
        return sum(line.slip for line in self.dossiers)

    @property
    def spent(self) -> int:
        return sum(line.spent for line in self.dossiers)

    @property
    def again(self) -> int:
        return sum(line.again for line in self.dossiers)

    @property
    def stood_still(self) -> int:
        return sum(line.stood_still for line in self.dossiers)


def plan_report(world: World, actor: Actor, year: int | None = None) -> PlanReport:
    """The report of a year (this one unless told), over the dossiers and steps that this actor may see."""
    today = local_day(world.clock.now())
    wanted = year or today.year
    lines = list[DossierLine]()
    kaders = dict[int, str]()
    with world.uow() as uow:
        found = uow.dossiers.find(scope_of(actor, today), DossierFilter(per_page=EVERY, sort="nummer"))
        planned = uow.planning.first_planned()
        first = min((local_day(planned[d.id]).year for d in found if d.id in planned), default=today.year)
        stirred = uow.planning.stirred(*_around(wanted))
        for part in _parts([d for d in found if d.id in stirred]):
            for dossier, versions, rows, still in _compared(uow, world, actor, part, today):
                kaders[dossier.id] = _kader(world, dossier)
                line = _line(dossier, versions, rows, wanted, world=world, still=still)
                if line.done or line.stood_still:
                    lines.append(line)
    without = sum(d.id not in planned for d in found)
    years = tuple(range(today.year, first - 1, -1))
    return PlanReport(wanted, years, tuple(lines), tuple(_steps(lines, kaders)), without)


def _around(year: int) -> tuple[datetime, datetime]:
    """A year with a day on both sides, whatever the clock of a moment says."""
    day = timedelta(days=1)
    return datetime(year, 1, 1, tzinfo=UTC) - day, datetime(year + 1, 1, 1, tzinfo=UTC) + day


def _parts(found: Sequence[Dossier]) -> Iterator[Sequence[Dossier]]:
    for begin in range(0, len(found), AT_ONCE):
        yield found[begin : begin + AT_ONCE]


Still = Sequence[tuple[date, date]]


def _compared(
    uow: UnitOfWork, world: World, actor: Actor, part: Sequence[Dossier], today: date
) -> Iterator[tuple[Dossier, tuple[PlanVersion, ...], tuple[StepComparison, ...], Still]]:
    """Per dossier the plans and steps that may be seen, and when its clock stood still."""
    plans = uow.planning.versions_of([d.id for d in part])
    with_plan = list(plans)
    events = uow.events.of_dossiers(with_plan)
    stops = uow.planning.suspensions_of(with_plan)
    for dossier in part:
        sight, workflow = sight_of(actor, dossier), workflow_of(world, dossier)
        versions = sight.versions(plans.get(dossier.id, ()))
        if not versions or workflow is None:
            yield dossier, (), (), ()
            continue
        seen = seen_events(actor, dossier, events.get(dossier.id, ()), ())
        still = [(s.since, s.ended or today) for s in stops.get(dossier.id, ())]
        yield dossier, versions, comparison(world, workflow, sight, versions, seen), still


def _line(
    dossier: Dossier,
    versions: Sequence[PlanVersion],
    rows: Iterable[StepComparison],
    year: int,
    *,
    world: World,
    still: Still,
) -> DossierLine:
    done = tuple(r for r in rows if r.left and r.left.year == year and r.first and r.first.end)
    between = world.calendar.working_days_between
    again = sum(between(v.entered, v.left) for r in done for v in r.visits[1:] if v.left)
    stopped = sum(between(a, b) for a, b in still if b.year == year)
    shifts = [v for v in versions if v.proposal.kind is not PlanKind.RESUMED and v.proposal.reason]
    reasons = tuple(v.proposal.reason for v in reversed(shifts) if local_day(v.at).year == year)
    slip, spent = sum(r.slip or 0 for r in done), sum(r.spent or 0 for r in done)
    return DossierLine(dossier, done, slip, spent, again, stopped, reasons)


def _kader(world: World, dossier: Dossier) -> str:
    workflow = workflow_of(world, dossier)
    return workflow.title if workflow else dossier.kader.id


def _steps(lines: Iterable[DossierLine], kaders: dict[int, str]) -> Iterator[StepLine]:
    """Over all dossiers, in the order in which the steps first occur."""
    groups = defaultdict[tuple[str, str], list[StepComparison]](list)
    for line in lines:
        for row in line.done:
            groups[kaders[line.dossier.id], row.title].append(row)
    for (kader, title), rows in groups.items():
        slips = [r.slip or 0 for r in rows]
        spent = [r.spent or 0 for r in rows]
        yield StepLine(
            kader,
            title,
            len(rows),
            sum(s > 0 for s in slips),
            sum(slips) / len(rows),
            max(slips),
            sum(spent) / len(rows),
        )
