"""Dates and terms as people read them, in Amsterdam time."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def local_day(moment: date | datetime) -> date:
    """The calendar day in the Netherlands."""
    return moment.astimezone(AMSTERDAM).date() if isinstance(moment, datetime) else moment


def long_date(moment: date | datetime | None) -> str:
    """`donderdag 3 december 2026`, or `nog niet bekend`."""
    if moment is None:
        return "nog niet bekend"
    day = local_day(moment)
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(moment: date | datetime | None) -> str:
    """`3 december 2026`, or `onbekend`."""
    if moment is None:
        return "onbekend"
    day = local_day(moment)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def moment_text(moment: datetime) -> str:
    """`3 december 2026 om 14.05 uur`."""
    here = moment.astimezone(AMSTERDAM)
    return f"{short_date(here)} om {here.hour}.{here.minute:02d} uur"


def working_days_text(days: int | None) -> str:
    """`over 8 werkdagen`, `vandaag`, `2 werkdagen te laat`, or empty when there is no day."""
    if days is None:
        return ""
    if days == 0:
        return "vandaag"
    noun = "werkdag" if abs(days) == 1 else "werkdagen"
    return f"over {days} {noun}" if days > 0 else f"{-days} {noun} te laat"


def term_text(day: date | None, working_days: int | None) -> str:
    """`donderdag 3 december 2026 (over 8 werkdagen)`, or `geen termijn bekend`."""
    if day is None:
        return "geen termijn bekend"
    left = working_days_text(working_days)
    return f"{long_date(day)} ({left})" if left else long_date(day)
