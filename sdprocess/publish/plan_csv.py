"""Plan beside reality as csv: of one dossier, and of a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from sdprocess.planning.comparison import StepComparison
from sdprocess.publish.csv_list import Cell, csv_bytes
from sdprocess.services.queries_plan_report import PlanReport
from sdprocess.services.queries_planning import PlanningPage

STEP_COLUMNS = (
    "Dossier",
    "Stap",
    "Eerste plan: begin",
    "Eerste plan: eind",
    "Plan nu: begin",
    "Plan nu: eind",
    "Werkelijk begonnen",
    "Werkelijk klaar",
    "Werkdagen later dan eerste plan",
    "Werkdagen die het plan zelf opschoof",
    "Werkdagen in deze stap",
    "Keer in deze stap",
    "Waarom deze datum",
)
REASONS = "Redenen van verschuiven"
EVALUATION_COLUMNS = ("Dossier", "Stap", "Datum", "Wie", "Vraag", "Antwoord")


def dossier_plan_csv(page: PlanningPage) -> bytes:
    """One line per step; with the reasons of its shifts."""
    number = page.card.dossier.number
    reasons = defaultdict[str, list[str]](list)
    for version in reversed(page.versions):
        if version.proposal.reason:
            reasons[version.proposal.state].append(version.proposal.reason)
    lines = ((*_step(number, row), "; ".join(reasons.get(row.state, ()))) for row in page.rows)
    return csv_bytes((*STEP_COLUMNS, REASONS), lines)


def evaluations_csv(page: PlanningPage) -> bytes:
    """One line per question and person."""
    lines = (
        (
            page.card.dossier.number,
            page.state_titles.get(made.state, made.state),
            made.at.date().isoformat(),
            made.person,
            question,
            answer,
        )
        for made in page.evaluations
        for question, answer in zip(made.questions, made.answers, strict=True)
    )
    return csv_bytes(EVALUATION_COLUMNS, lines)


def report_csv(report: PlanReport) -> bytes:
    """One line per step of a dossier that ended in the year, with the reasons of the dossier's shifts."""
    return csv_bytes((*STEP_COLUMNS, REASONS), _lines(report))


def _lines(report: PlanReport) -> Iterator[tuple[Cell, ...]]:
    for line in report.dossiers:
        for row in line.done:
            yield (*_step(line.dossier.number, row), "; ".join(line.reasons))


def _step(number: str, row: StepComparison) -> Iterable[Cell]:
    first, now = row.first, row.now
    return (
        number,
        row.title,
        _iso(first.start if first else None),
        _iso(first.end if first else None),
        _iso(now.start if now else None),
        _iso(now.end if now else None),
        _iso(row.entered),
        _iso(row.left),
        row.slip,
        row.moved,
        row.spent,
        row.rounds or None,
        " ".join(now.why) if now else None,
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
