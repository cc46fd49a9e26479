from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdprocess.domain.terms import BadTerm, parse_term
from sdprocess.planning.terms import term_of
from sdprocess.planning.working_days import WorkCalendar, in_words, local_day

CALENDAR = WorkCalendar()


@pytest.mark.parametrize(
    ("start", "n", "day"),
    [
        (date(2026, 3, 2), 1, date(2026, 3, 3)),
        (date(2026, 3, 6), 1, date(2026, 3, 9)),  # friday, over the weekend
        (date(2026, 3, 7), 1, date(2026, 3, 9)),  # from a saturday
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # over good friday and easter monday
        (date(2026, 4, 24), 1, date(2026, 4, 28)),  # over koningsdag on a monday
        (date(2026, 5, 4), 1, date(2026, 5, 6)),  # 5 may, also outside a jubilee year
        (date(2027, 3, 25), 2, date(2027, 3, 31)),
        (date(2026, 12, 24), 5, date(2027, 1, 4)),  # over christmas and new year
        (date(2028, 2, 28), 2, date(2028, 3, 1)),  # leap year
        (date(2026, 4, 7), -1, date(2026, 4, 2)),  # backwards over easter
    ],
)
def test_working_days_skip_weekends_and_holidays(start: date, n: int, day: date) -> None:
    assert CALENDAR.working_day_from(start, n)[0] == day


def test_the_sum_is_explained_in_words() -> None:
    counted = term_of(parse_term("10 werkdagen"), datetime(2026, 4, 2, 9, tzinfo=UTC), CALENDAR)
    assert counted.explanation == (
        "10 werkdagen na donderdag 2 april 2026: maandag 20 april 2026; "
        "niet meegeteld: Goede vrijdag (3 april), Tweede paasdag (6 april)."
    )
    assert counted.warning == ""


def test_a_calendar_that_runs_out_still_counts_but_warns() -> None:
    counted = term_of(parse_term("5 werkdagen"), datetime(2030, 12, 30, 9, tzinfo=UTC), CALENDAR)
    assert counted.day == date(2031, 1, 7)
    assert "2030" in counted.warning


def test_days_that_the_town_hall_is_closed_do_not_count() -> None:
    calendar = WorkCalendar(closed=frozenset({date(2026, 5, 15)}))
    counted = term_of(parse_term("1 werkdag"), datetime(2026, 5, 13, 9, tzinfo=UTC), calendar)
    assert counted.day == date(2026, 5, 18)
    assert "gemeentehuis gesloten (15 mei)" in counted.explanation


@given(st.dates(date(2020, 1, 1), date(2029, 12, 31)), st.integers(1, 60))
def test_counting_forward_and_measuring_back_agree(start: date, n: int) -> None:
    day = CALENDAR.working_day_from(start, n)[0]
    assert not CALENDAR.free_because(day)
    assert CALENDAR.working_days_between(start, day) == n
    assert CALENDAR.working_days_between(day, start) == -n


@pytest.mark.parametrize(
    ("term", "day"),
    [
        ("1 werkdag", date(2026, 3, 3)),
        ("10 werkdagen", date(2026, 3, 16)),
        ("14 dagen", date(2026, 3, 16)),
        ("5 dagen", date(2026, 3, 9)),  # 7 march is a saturday: the next working day
        ("6 weken", date(2026, 4, 13)),
        ("5 weken", date(2026, 4, 7)),  # 6 april is easter monday
        ("onbekend", None),
    ],
)
def test_a_term_in_words_becomes_a_day(term: str, day: date | None) -> None:
    assert term_of(parse_term(term), datetime(2026, 3, 2, 9, tzinfo=UTC), CALENDAR).day == day


def test_an_unknown_notation_is_an_error() -> None:
    with pytest.raises(BadTerm, match="3 maanden"):
        parse_term("3 maanden")


def test_the_day_starts_at_midnight_in_the_netherlands() -> None:
    assert local_day(datetime(2026, 3, 1, 23, 30, tzinfo=UTC)) == date(2026, 3, 2)
    assert local_day(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == date(2026, 7, 2)
    assert in_words(date(2026, 3, 2)) == "maandag 2 maart 2026"
