"""The demo data fits the proceskaders, whatever day the demo is started."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from sdprocess.content.library import load_library
from sdprocess.demo.files import demo_files
from sdprocess.demo.plan import Act, DossierPlan, dossier_plans, population
from sdprocess.planning.terms import term_rule
from sdprocess.planning.working_days import WorkCalendar

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = load_library(None)
PLANS = dossier_plans()
DAYS = [date(2026, 11, 23) + timedelta(days=n) for n in (*range(7), 30, 100, 200, 300, 400)]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.number)
def test_a_history_begins_with_opening_and_names_only_known_people_and_files(plan: DossierPlan) -> None:
    people = {person.key for person in population().people}
    uploads = {file.name for file in demo_files()}
    assert plan.history[0].opened
    assert plan.history[0].by == plan.steller
    assert {act.by for act in plan.history} <= people
    assert {act.file for act in plan.history if act.file} <= uploads


def test_every_draft_is_used_by_a_dossier() -> None:
    used = {act.file for plan in PLANS for act in plan.history if act.file}
    assert {file.name for file in demo_files()} == used


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_moments_go_forward_and_lie_before_today(today: date) -> None:
    for plan in PLANS:
        moments = [plan.moment(rank, today) for rank in range(len(plan.history))]
        assert moments == sorted(set(moments)), plan.number
        assert moments[-1].date() < today, plan.number
        assert all(m.weekday() < 5 for m in moments), plan.number


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_one_dossier_on_each_side_is_late(today: date) -> None:
    due = term_rule(WorkCalendar())
    late = []
    for plan in PLANS:
        workflow = LIBRARY.workflows[LIBRARY.workflow_ref(plan.kader)]
        moved = [rank for rank, act in enumerate(plan.history) if act.transition or act.opened]
        day = due(workflow.state(plan.state).term.value, plan.moment(moved[-1], today)).day
        if day is not None and day < today:
            late.append(plan.number)
    assert late == ["2026-002", "2026-013"]


def test_the_council_meets_on_a_thursday() -> None:
    dates = [day for plan in PLANS if (day := plan.council_date(DAYS[0]))]
    assert len(dates) >= 15
    assert {day.weekday() for day in dates} == {3}


def test_a_step_does_exactly_one_thing() -> None:
    with pytest.raises(ValidationError):
        Act.model_validate({"dagen": 3, "door": "anouk.wening", "overgang": "bied-aan", "vrijgave": True})
    with pytest.raises(ValidationError):
        Act.model_validate({"dagen": 3, "door": "anouk.wening"})


def test_the_format_asks_for_everything_that_the_checklist_asks() -> None:
    text = (ROOT / "templates" / "documenten" / "raadsvoorstel.md").read_text("utf-8")
    asked = {code for codes in re.findall(r"\(([A-Z]\d(?:, [A-Z]\d)*)\)", text) for code in codes.split(", ")}
    assert asked == {question.id for question in LIBRARY.checklist("raadsvoorstel").questions}
