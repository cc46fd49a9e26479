"""Where everything stands in the drawing of a plan beside reality. Every number of it is in the table beside it too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from sdprocess.domain.plan_record import PlanVersion
from sdprocess.planning.comparison import StepComparison
from sdprocess.services.queries_timeline import DossierSpan
from sdprocess.web.dates import MONTHS, short_date

ROW = 52
TOP = 30
LONG = 400
"""From so many days on only the quarters are marked."""
YEARS = 1500


@dataclass(frozen=True, slots=True)
class Span:
    """From left to right, in percents of the width."""

    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """A shift: from the old end to the new one. number: of the plan that it made."""

    x1: str
    x2: str
    number: int
    back: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One step. y: top of its row. plan above, the real days beneath, late: the part after the planned end."""

    title: str
    y: int
    plan: Span | None
    point: str
    real: tuple[Span, ...]
    late: Span | None
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """height in pixels; months: (place, name); today: its place, empty when it lies outside."""

    height: int
    months: tuple[tuple[str, str], ...]
    today: str
    lines: tuple[Line, ...]
    sentence: str


def timeline(rows: Sequence[StepComparison], versions: Sequence[PlanVersion], today: date) -> Timeline | None:
    """The drawing, None when there is not a single day to draw. versions: newest first."""
    drawn = [r for r in rows if (r.now and r.now.end) or r.visits]
    days = [d for r in drawn for d in _days(r)]
    if not days:
        return None
    first, last = min(days) - timedelta(days=3), max([*days, today]) + timedelta(days=10)
    scale = _Scale(first, (last - first).days)
    lines = tuple(_line(r, TOP + n * ROW, scale, versions, today) for n, r in enumerate(drawn))
    here = scale.at(today) if first <= today <= last else ""
    return Timeline(TOP + len(drawn) * ROW + 8, scale.months(last), here, lines, _sentence(drawn))


def overview(spans: Sequence[DossierSpan], today: date) -> Timeline | None:
    """Many dossiers in one drawing, None when there are none."""
    if not spans:
        return None
    days = [d for s in spans for d in (s.start, s.end, s.first_end, s.entered, s.left) if d]
    first, last = min(days) - timedelta(days=3), max([*days, today]) + timedelta(days=10)
    scale = _Scale(first, (last - first).days)
    lines = tuple(_dossier_line(s, TOP + n * ROW, scale, today) for n, s in enumerate(spans))
    sentence = f"{len(spans)} dossiers, elk met het plan boven en de werkelijke dagen eronder."
    return Timeline(TOP + len(spans) * ROW + 8, scale.months(last), scale.at(today), lines, sentence)


def _dossier_line(span: DossierSpan, y: int, scale: _Scale, today: date) -> Line:
    left = span.left or max(today, span.entered)
    late = span.end if span.end and left > span.end else None
    return Line(
        f"{span.card.dossier.number} {span.card.dossier.title}",
        y,
        scale.span(span.start, span.end) if span.start and span.end and span.start <= span.end else None,
        scale.at(span.end) if span.end else "",
        (scale.span(span.entered, left),),
        scale.span(max(late, span.entered), left) if late and left > span.entered else None,
        tuple(Arrow(scale.at(s.old), scale.at(s.new), s.number, back=s.new < s.old) for s in span.shifts),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    days: int

    def at(self, day: date) -> str:
        return f"{max(0, (day - self.first).days) * 100 / self.days:.2f}%"

    def span(self, begin: date, end: date) -> Span:
        width = max((end - begin).days, 1) * 100 / self.days
        return Span(self.at(begin), f"{width:.2f}%")

    def months(self, last: date) -> tuple[tuple[str, str], ...]:
        """The first day of every month (of every quarter or year in a long plan) that falls in the drawing."""
        found = list[tuple[str, str]]()
        step = 1 if self.days < LONG / 2 else 3 if self.days < YEARS else 12
        year, month = self.first.year, self.first.month
        while date(year, month, 1) <= last:
            day = date(year, month, 1)
            if day >= self.first and (month - 1) % step == 0:
                name = MONTHS[month - 1][:3]
                found.append((self.at(day), f"{name} {year}" if month == 1 or not found else name))
            year, month = year + month // 12, month % 12 + 1
        return tuple(found)


def _days(row: StepComparison) -> list[date]:
    planned = [p for p in (row.first, row.now) if p]
    found = [d for p in planned for d in (p.start, p.end) if d]
    return [*found, *(d for v in row.visits for d in (v.entered, v.left) if d)]


def _line(row: StepComparison, y: int, scale: _Scale, versions: Sequence[PlanVersion], today: date) -> Line:
    now = row.now
    plan = scale.span(now.start, now.end) if now and now.start and now.end else None
    real = tuple(scale.span(v.entered, v.left or max(today, v.entered)) for v in row.visits)
    late = None
    if now and now.end and row.visits:
        left = row.visits[-1].left or today
        begin = max(now.end, row.visits[-1].entered)
        late = scale.span(begin, left) if left > begin else None
    return Line(
        row.title, y, plan, scale.at(now.end) if now and now.end else "", real, late, _arrows(row, scale, versions)
    )


def _arrows(row: StepComparison, scale: _Scale, versions: Sequence[PlanVersion]) -> tuple[Arrow, ...]:
    """The shifts of this step itself, and of the council meeting."""
    found = list[Arrow]()
    oldest_first = list(reversed(versions))
    for before, after in pairwise(oldest_first):
        old, new = before.step(row.state), after.step(row.state)
        if not old or not new or not old.end or not new.end or old.end == new.end:
            continue
        if after.proposal.state == row.state or new.decision:
            found.append(Arrow(scale.at(old.end), scale.at(new.end), after.number, back=new.end < old.end))
    return tuple(found)


def _sentence(rows: Sequence[StepComparison]) -> str:
    """What the drawing says: per step its plan and its real days."""
    return " ".join(f"{r.title}: {_planned(r)}, {_real(r)}." for r in rows)


def _planned(row: StepComparison) -> str:
    return f"gepland tot {short_date(row.now.end)}" if row.now and row.now.end else "niet gepland"


def _real(row: StepComparison) -> str:
    if not row.visits:
        return "nog niet begonnen"
    return f"klaar op {short_date(row.left)}" if row.left else f"loopt sinds {short_date(row.visits[-1].entered)}"
