"""Dates as people read them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sdprocess.web import dates

DAY = date(2026, 12, 3)


def test_a_date_is_written_in_full():
    assert dates.long_date(DAY) == "donderdag 3 december 2026"
    assert dates.short_date(DAY) == "3 december 2026"
    assert (dates.long_date(None), dates.short_date(None)) == ("nog niet bekend", "onbekend")


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        pytest.param(datetime(2026, 12, 3, 13, 5, tzinfo=UTC), "3 december 2026 om 14.05 uur", id="wintertijd"),
        pytest.param(datetime(2026, 7, 3, 12, 5, tzinfo=UTC), "3 juli 2026 om 14.05 uur", id="zomertijd"),
        pytest.param(datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "1 januari 2027 om 0.30 uur", id="jaarwisseling"),
    ],
)
def test_a_moment_is_in_dutch_time(moment, text):
    assert dates.moment_text(moment) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (8, "donderdag 3 december 2026 (over 8 werkdagen)"),
        (1, "donderdag 3 december 2026 (over 1 werkdag)"),
        (0, "donderdag 3 december 2026 (vandaag)"),
        (-1, "donderdag 3 december 2026 (1 werkdag te laat)"),
        (-4, "donderdag 3 december 2026 (4 werkdagen te laat)"),
        (None, "donderdag 3 december 2026"),
    ],
)
def test_a_term_says_how_long_there_is(days, text):
    assert dates.term_text(DAY, days) == text


def test_a_term_without_a_day_says_so():
    assert dates.term_text(None, None) == "geen termijn bekend"
