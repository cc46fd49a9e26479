"""Shifting a step, and reading from the events what really happened."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdprocess.domain.findings import ContentRef
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.plan import PlannedStep
from sdprocess.domain.plan_record import PlanKind, PlanVersion, Proposal
from sdprocess.planning.comparison import compare
from sdprocess.planning.council import CouncilYear, MeetingRule
from sdprocess.planning.reality import visits
from sdprocess.planning.shifting import shift
from sdprocess.planning.working_days import WorkCalendar

CALENDAR = WorkCalendar(council=CouncilYear(rule=MeetingRule(3, -1), until=date(2027, 12, 31)))
STEPS = (
    PlannedStep("concept", "Concept", date(2026, 9, 1), date(2026, 9, 15)),
    PlannedStep("college", "College", date(2026, 9, 15), date(2026, 9, 29), limit=date(2026, 10, 1)),
    PlannedStep("besluit", "Besluit", date(2026, 9, 29), date(2026, 10, 29), decision=True),
    PlannedStep("melding", "Melding", date(2026, 10, 29), date(2026, 11, 12)),
    PlannedStep("uitvoering", "Uitvoering", date(2026, 11, 12), None, unknown=True),
)


def test_what_comes_after_moves_along_and_the_decision_goes_to_the_first_meeting_from_then_on() -> None:
    made = shift(STEPS, "concept", date(2026, 9, 18), CALENDAR)
    assert [(s.start, s.end) for s in made.steps] == [
        (date(2026, 9, 1), date(2026, 9, 18)),
        (date(2026, 9, 18), date(2026, 10, 2)),
        (date(2026, 10, 2), date(2026, 11, 26)),
        (date(2026, 11, 26), date(2026, 12, 10)),
        (date(2026, 12, 10), None),
    ]
    assert made.council_date == date(2026, 11, 26)
    assert made.steps[1].limit == date(2026, 10, 6)
    assert made.sums == (
        "'Concept' zou klaar zijn op dinsdag 15 september 2026 en wordt vrijdag 18 september 2026: 3 werkdagen later.",
        "De raadsvergadering was donderdag 29 oktober 2026 en wordt donderdag 26 november 2026.",
        "Stappen die daarna komen en meeschuiven: 4.",
    )
    assert made.steps[1].why == (
        "Was dinsdag 29 september 2026; 3 werkdagen opgeschoven met een eerdere stap: vrijdag 2 oktober 2026.",
    )


def test_done_earlier_leaves_the_rest_where_it_is() -> None:
    made = shift(STEPS, "college", date(2026, 9, 28), CALENDAR)
    assert [s.end for s in made.steps if s.state != "college"] == [s.end for s in STEPS if s.state != "college"]
    assert made.council_date == date(2026, 10, 29)
    assert made.sums[0].endswith("1 werkdag eerder.")


def test_moving_the_decision_itself_takes_what_follows_along() -> None:
    made = shift(STEPS, "besluit", date(2026, 10, 28), CALENDAR)
    assert made.council_date == date(2026, 10, 28)
    assert made.steps[3].end == date(2026, 11, 11)


def test_a_day_that_a_law_sets_is_told_when_it_would_be_passed() -> None:
    hard = replace(STEPS[1], hard=True, law="Gemeentewet, artikel 191", limit=date(2026, 10, 1))
    made = shift((STEPS[0], hard, *STEPS[2:]), "concept", date(2026, 9, 18), CALENDAR)
    assert [s.state for s in made.broken] == ["college"]
    assert made.steps[1].limit == date(2026, 10, 1)


@pytest.mark.parametrize("state", ["nergens", "uitvoering"])
def test_a_step_without_a_day_cannot_be_shifted(state: str) -> None:
    with pytest.raises(KeyError):
        shift(STEPS, state, date(2026, 9, 18), CALENDAR)


def event(day: int, to: str, source: str = "", reason: str = "") -> TransitionRecord:
    at = datetime(2026, 9, 1, 9, tzinfo=UTC) + timedelta(days=day)
    kind = "verplaatst" if source else "geopend"
    return TransitionRecord(
        0, 1, at, 1, "Sanne", kind, ContentRef("x", "1.0.0", ""), from_state=source, to_state=to, reason=reason
    )


def test_a_step_back_begins_a_new_round() -> None:
    found = visits(
        [
            event(0, "concept"),
            event(3, "college", "concept"),
            event(6, "concept", "college", "Financiën ontbreken."),
            event(9, "college", "concept"),
        ]
    )
    assert [(v.state, v.round, v.left is None) for v in found] == [
        ("concept", 1, False),
        ("college", 1, False),
        ("concept", 2, False),
        ("college", 2, True),
    ]
    assert found[1].reason == "Financiën ontbreken."


def test_going_to_another_proceskader_is_a_stay_of_its_own_only_when_the_state_gets_another_name() -> None:
    upgraded = [replace(event(4, to, "concept"), kind="bijgewerkt", transition="") for to in ("concept", "opstellen")]
    found = visits([event(0, "concept"), *upgraded])
    assert [(v.state, v.round) for v in found] == [("concept", 1), ("opstellen", 1)]


@given(st.lists(st.sampled_from(["concept", "college", "raad"]), min_size=1, max_size=12))
def test_a_dossier_stands_in_one_place_at_a_time_and_no_day_is_lost(path: list[str]) -> None:
    events = [event(n, to, path[n - 1] if n else "") for n, to in enumerate(path)]
    found = visits(events)
    assert [v.left is None for v in found] == [False] * (len(path) - 1) + [True]
    assert all(a.left == b.entered for a, b in itertools.pairwise(found))
    for state in set(path):
        assert [v.round for v in found if v.state == state] == list(range(1, path.count(state) + 1))


def version(number: int, steps: tuple[PlannedStep, ...]) -> PlanVersion:
    at = datetime(2026, 9, number, tzinfo=UTC)
    return PlanVersion(number, 1, number, at, 1, "Sanne", Proposal(PlanKind.PLANNED, steps, None))


def test_the_comparison_holds_the_first_plan_the_plan_of_now_and_the_real_days() -> None:
    moved = shift(STEPS, "concept", date(2026, 9, 18), CALENDAR).steps
    stays = visits([event(0, "concept"), event(20, "college", "concept")])
    titles = [(s.state, s.title) for s in STEPS] + [("apart", "Apart")]
    rows = compare(titles, [version(1, STEPS), version(2, moved)], stays, CALENDAR, date(2026, 9, 25))
    concept, college, besluit = rows[:3]
    assert [r.state for r in rows] == [s.state for s in STEPS]
    assert (concept.slip, concept.moved, concept.spent) == (4, 3, 14)  # 21 september instead of the 15th
    assert (college.slip, college.left, college.spent) == (None, None, 4)
    assert (besluit.slip, besluit.spent, besluit.rounds) == (None, None, 0)


def test_a_step_that_runs_late_slips_every_day() -> None:
    stays = visits([event(0, "concept")])
    (row,) = compare([("concept", "Concept")], [version(1, STEPS)], stays, CALENDAR, date(2026, 9, 17))
    assert row.slip == 2
