"""The planner: last days backward, first days forward, and the step that makes a date impossible."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdprocess.content.library import content_root
from sdprocess.content.workflow import load_workflow
from sdprocess.domain.plan import RouteStep
from sdprocess.domain.terms import Duration, Term, Unit, parse_term
from sdprocess.planning.council import CouncilYear, MeetingRule, Period
from sdprocess.planning.counting import backward, forward
from sdprocess.planning.planner import Start, earliest_meeting, plan_backward, plan_forward
from sdprocess.planning.route import route_of
from sdprocess.planning.working_days import WorkCalendar

SUMMER = Period("het zomerreces", date(2026, 7, 6), date(2026, 8, 23))
COUNCIL = CouncilYear(periods=(SUMMER,), rule=MeetingRule(weekday=3, nth=-1), until=date(2027, 12, 31))
CALENDAR = WorkCalendar(council=COUNCIL)


def step(name: str, term: str, *, decision: bool = False) -> RouteStep:
    return RouteStep(name, name.title(), parse_term(term), decision=decision)


ROUTE = (
    step("concept", "10 werkdagen"),
    step("college", "5 werkdagen"),
    step("griffie", "4 weken voor raadsvergadering"),
    step("besluit", "2 weken", decision=True),
    step("uitvoering", "onbekend"),
    step("evaluatie", "6 weken"),
)
MONDAY = date(2026, 9, 7)


def test_every_step_gets_the_last_days_that_still_make_the_meeting() -> None:
    plan = plan_backward(ROUTE, date(2026, 11, 26), Start(MONDAY, MONDAY), CALENDAR)
    assert [(s.state, s.start, s.end) for s in plan.steps] == [
        ("concept", date(2026, 10, 8), date(2026, 10, 22)),
        ("college", date(2026, 10, 22), date(2026, 10, 29)),
        ("griffie", date(2026, 10, 29), date(2026, 10, 29)),  # papers four weeks before the meeting
        ("besluit", date(2026, 11, 12), date(2026, 11, 26)),
        ("uitvoering", date(2026, 11, 26), None),
        ("evaluatie", None, None),
    ]
    assert plan.feasible
    assert plan.warnings == ()


def test_every_date_says_why() -> None:
    plan = plan_backward(ROUTE, date(2026, 11, 26), Start(MONDAY, MONDAY), CALENDAR)
    assert plan.steps[0].why == (
        "Uiterlijk donderdag 22 oktober 2026: dan moet 'College' beginnen.",
        "10 werkdagen vóór donderdag 22 oktober 2026: donderdag 8 oktober 2026.",
    )
    assert plan.steps[2].why[0] == (
        "Uiterlijk 4 weken vóór de raadsvergadering (donderdag 26 november 2026): donderdag 29 oktober 2026."
    )
    assert plan.steps[4].why[-1] == (
        "Hoe lang deze stap duurt, is niet bekend. Daarom heeft wat erna komt nog geen datum."
    )


@pytest.mark.parametrize(
    ("today", "state", "sentence"),
    [
        (
            date(2026, 10, 9),
            "concept",
            (
                "Donderdag 26 november 2026 is niet haalbaar. 'Concept' moet daarvoor uiterlijk donderdag 8 oktober "
                "2026 beginnen en kan op zijn vroegst vrijdag 9 oktober 2026 beginnen."
            ),
        ),
        (date(2026, 11, 27), "concept", ""),
    ],
)
def test_a_date_that_cannot_be_met_names_the_step_and_the_first_meeting_that_can(
    today: date, state: str, sentence: str
) -> None:
    plan = plan_backward(ROUTE, date(2026, 11, 26), Start(today, today), CALENDAR)
    assert plan.obstacle is not None
    assert plan.obstacle.state == state
    assert sentence in plan.obstacle.sentence
    assert plan.earliest_meeting is not None
    assert plan.earliest_meeting.day in {date(2026, 12, 31), date(2027, 1, 28)}


def test_a_step_that_began_late_is_the_obstacle_only_when_it_cannot_be_done_in_time() -> None:
    begun, today = date(2026, 10, 1), date(2026, 10, 20)
    assert plan_backward(ROUTE, date(2026, 11, 26), Start(begun, today), CALENDAR).feasible
    late = plan_backward(ROUTE, date(2026, 11, 26), Start(begun, date(2026, 10, 23)), CALENDAR)
    assert late.obstacle is not None
    assert "uiterlijk donderdag 22 oktober 2026 klaar zijn" in late.obstacle.sentence


def test_the_forward_plan_takes_the_first_meeting_that_can_be_met() -> None:
    plan = plan_forward(ROUTE, Start(MONDAY, MONDAY), CALENDAR)
    assert plan.council_date == date(2026, 10, 29)
    assert [(s.state, s.start, s.end) for s in plan.steps[:4]] == [
        ("concept", date(2026, 9, 7), date(2026, 9, 21)),
        ("college", date(2026, 9, 21), date(2026, 9, 28)),
        ("griffie", date(2026, 9, 28), date(2026, 10, 1)),
        ("besluit", date(2026, 10, 1), date(2026, 10, 29)),
    ]


def test_a_day_in_recess_or_without_a_meeting_is_planned_with_a_warning() -> None:
    recess = plan_backward(ROUTE, date(2026, 7, 30), Start(date(2026, 4, 1), date(2026, 4, 1)), CALENDAR)
    assert recess.warnings == ("Donderdag 30 juli 2026 valt in het zomerreces.",)
    other = plan_backward(ROUTE, date(2026, 11, 25), Start(MONDAY, MONDAY), CALENDAR)
    assert other.warnings == ("Op woensdag 25 november 2026 vergadert de raad volgens de kalender niet.",)


def test_a_calendar_without_meetings_gives_no_earliest_meeting_and_says_so() -> None:
    found = earliest_meeting(ROUTE, Start(MONDAY, MONDAY), WorkCalendar())
    assert found.day is None
    assert "Vul de kalender aan" in found.explanation


def test_a_plan_past_the_known_calendar_warns() -> None:
    calendar = WorkCalendar(known_until=date(2026, 11, 1), council=COUNCIL)
    plan = plan_backward(ROUTE, date(2026, 11, 26), Start(MONDAY, MONDAY), calendar)
    assert plan.warnings == ("De kalender is bekend tot en met 2026. Controleer deze datum later opnieuw.",)


def test_the_route_of_a_proceskader_is_its_main_line_and_ends_its_decision_on_the_council_meeting() -> None:
    workflow = load_workflow(content_root() / "workflows/raadsvoorstel/1.0.0.yaml")
    route = route_of(workflow, "college")
    assert [s.state for s in route] == [
        "college", "griffie", "agendacommissie", "beeldvorming", "oordeelsvorming", "besluitvorming", "uitvoering",
        "evaluatie",
    ]  # fmt: skip
    assert [s.state for s in route if s.decision] == ["besluitvorming"]
    aside = route_of(workflow, "aangehouden")
    assert [s.state for s in aside][:2] == ["aangehouden", "agendacommissie"]


@given(
    st.dates(date(2025, 6, 1), date(2028, 6, 1)),
    st.integers(1, 20),
    st.sampled_from(list(Unit)),
    st.booleans(),
)
def test_backward_gives_the_last_day_that_is_still_in_time(end: date, n: int, unit: Unit, hard: bool) -> None:
    duration = Duration(n, unit)
    start = backward(CALENDAR, end, duration, hard=hard).day
    assert start is not None
    assert not CALENDAR.free_because(start)
    done = forward(CALENDAR, start, duration, hard=hard).day
    assert done is not None
    assert done <= end
    later, _ = CALENDAR.on_or_after(date.fromordinal(start.toordinal() + 1))
    after = forward(CALENDAR, later, duration, hard=hard).day
    assert after is not None
    assert after > end


@given(st.dates(date(2026, 1, 1), date(2026, 10, 1)), st.integers(0, 40))
def test_a_meeting_that_is_called_the_earliest_can_be_met_and_the_one_before_it_cannot(
    today: date, before: int
) -> None:
    start = Start(date.fromordinal(today.toordinal() - before), today)
    first = earliest_meeting(ROUTE, start, CALENDAR).day
    assert first is not None
    assert plan_backward(ROUTE, first, start, CALENDAR).feasible
    earlier = [m for m in COUNCIL.meetings(today) if m < first]
    assert all(not plan_backward(ROUTE, m, start, CALENDAR).feasible for m in earlier)


def test_a_route_without_a_decision_cannot_be_counted_back() -> None:
    with pytest.raises(ValueError, match="no decision"):
        plan_backward((RouteStep("a", "A", Term()),), date(2026, 11, 26), Start(MONDAY, MONDAY), CALENDAR)
