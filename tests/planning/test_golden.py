"""Every line of `golden.csv`: the stored answer, the slow reckoning of `oracle` and the product say the same.

The answers were reckoned by the oracle, one day at a time, and are stored; a change in the product cannot change them.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

import pytest

from sdprocess.domain.plan import RouteStep
from sdprocess.domain.planning import Dated
from sdprocess.domain.terms import Term, parse_duration, parse_term
from sdprocess.planning.council import LAST, CouncilYear, MeetingRule, Moment, Period
from sdprocess.planning.counting import backward
from sdprocess.planning.planner import Start, earliest_meeting, plan_backward
from sdprocess.planning.points import Anchors
from sdprocess.planning.terms import term_of
from sdprocess.planning.working_days import WorkCalendar, local_day
from tests.planning import oracle

ROWS = oracle.read()
THEMES = (
    "zomertijd", "schrikkeldag", "week-53", "kerst", "vijf-mei", "goede-vrijdag", "reces", "pc-15-juli",
    "pc-15-november", "raadsdatum", "wettelijk", "kwartaal", "datum",
)  # fmt: skip


def calendar_of(town: oracle.Town) -> WorkCalendar:
    moments = {name: Moment(title, month, day, before=True) for name, (title, day, month) in town.moments.items()}
    council = CouncilYear(
        periods=tuple(Period(*recess) for recess in town.recess),
        rule=MeetingRule(weekday=3, nth=LAST) if town.meetings else None,
        until=date(2028, 12, 31) if town.meetings else None,
        moments=MappingProxyType(moments),
    )
    return WorkCalendar(
        known_until=date(2035, 12, 31),
        closed=frozenset(town.closed),
        five_may=town.five_may,  # type: ignore[arg-type]
        good_friday=town.good_friday,
        council=council,
        reasons=MappingProxyType(town.closed),
    )


CALENDARS = {name: calendar_of(town) for name, town in oracle.TOWNS.items()}


def reckoned(row: dict[str, str]) -> Dated:
    calendar = CALENDARS[row["gemeente"]]
    moment = row["moment"] if "T" in row["moment"] else f"{row['moment']}T10:00:00+00:00"
    at = datetime.fromisoformat(moment).astimezone(UTC)
    written = parse_term(row["termijn"])
    if row["soort"] == "terug":
        duration = parse_duration(row["termijn"])
        assert duration is not None
        return backward(calendar, local_day(at), duration, hard=bool(row["wet"]))
    council = date.fromisoformat(row["raad"]) if row["raad"] else None
    return term_of(Term(written.duration, written.latest, row["wet"]), at, calendar, Anchors(local_day(at), council))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['nr']}-{r['thema']}")
def test_a_golden_date_has_its_day_and_its_sum(row: dict[str, str]) -> None:
    found = reckoned(row)
    assert (str(found.day), found.explanation) == (row["datum"], row["som"])
    question = oracle.Question(*(row[k] for k in ("thema", "soort", "gemeente", "moment", "termijn", "wet", "raad")))
    day, said = oracle.answer(question)
    assert (day.isoformat(), said) == (row["datum"], row["som"])


def test_there_are_more_than_three_hundred_over_every_theme_forward_and_backward() -> None:
    themes = Counter(row["thema"] for row in ROWS)
    assert len({tuple(row.values())[1:8] for row in ROWS}) == len(ROWS) > 300
    assert set(themes) == set(THEMES)
    assert min(themes.values()) >= 7
    assert Counter(row["soort"] for row in ROWS)["terug"] > 90


HAND_MADE = [
    ("2026-04-02", "10 werkdagen", "2026-04-20"),  # good friday and easter monday fall out
    ("2026-12-24", "5 werkdagen", "2027-01-04"),  # christmas, new year, and ISO week 53
    ("2028-02-28", "2 werkdagen", "2028-03-01"),
    ("2026-05-04", "1 werkdag", "2026-05-06"),
]


@pytest.mark.parametrize(("start", "term", "day"), HAND_MADE)
def test_the_reckoning_itself_agrees_with_dates_counted_on_paper(start: str, term: str, day: str) -> None:
    found, _ = oracle.answer(oracle.Question("", "term", "gewoon", start, term))
    assert found.isoformat() == day


@pytest.mark.parametrize("year", range(2016, 2036))
def test_both_know_the_same_days_off(year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year:
        for name, town in oracle.TOWNS.items():
            assert bool(oracle.free(day, town)) == bool(CALENDARS[name].free_because(day)), (day, name)
        assert bool(oracle.free(day, oracle.Town(), legal=True)) == bool(WorkCalendar().free_because(day, legal=True))
        day += timedelta(days=1)


LENGTHS = [
    ("10 werkdagen", "2 weken", "4 weken"),
    ("15 werkdagen", "5 werkdagen", "3 weken", "2 weken"),
    ("6 weken", "10 dagen", "2 raadsweken"),
    ("3 raadsweken", "3 raadsweken"),
    ("1 werkdag", "1 werkdag", "1 week"),
]
TODAYS = [
    "2026-01-12",
    "2026-03-30",
    "2026-05-04",
    "2026-06-29",
    "2026-09-07",
    "2026-11-30",
    "2027-01-04",
    "2027-04-19",
]


@pytest.mark.parametrize("today", TODAYS)
@pytest.mark.parametrize("lengths", LENGTHS, ids="+".join)
def test_a_whole_route_is_planned_as_the_slow_reckoning_does(today: str, lengths: tuple[str, ...]) -> None:
    """The first meeting that can be met is found by trying every day; its last days by trying every day."""
    town, start = oracle.TOWNS["raad"], date.fromisoformat(today)
    done = start
    for length in lengths:
        number, unit = length.split()
        done, _ = oracle.forward(done, int(number), unit, town)
    meeting = start
    while True:
        begins = [meeting]
        if oracle.is_meeting(meeting, town):
            for length in reversed(lengths):
                number, unit = length.split()
                begins.insert(0, oracle.latest_start(begins[0], int(number), unit, town)[0])
            if begins[0] >= start:
                break
        meeting += timedelta(days=1)
    assert meeting >= done
    route = tuple(
        RouteStep(str(n), str(n), parse_term(length), decision=n == len(lengths) - 1)
        for n, length in enumerate(lengths)
    )
    calendar = CALENDARS["raad"]
    begin = Start(start, start)
    assert earliest_meeting(route, begin, calendar).day == meeting
    plan = plan_backward(route, meeting, begin, calendar)
    assert plan.feasible
    assert [s.start for s in plan.steps] == begins[:-1]
    assert [s.end for s in plan.steps] == begins[1:]
