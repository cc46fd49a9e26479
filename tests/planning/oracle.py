"""A slow second opinion on every date: one day at a time, with its own holidays, its own clock and its own words.

It shares no code with `sdprocess.planning`. `python -m tests.planning.oracle` reckons the table `golden.csv` anew from
its questions; a test holds that the stored answers, this reckoning and the product agree.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

TABLE = Path(__file__).parent / "golden.csv"
DAY = timedelta(days=1)
WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
MONTHS = [
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
]  # fmt: skip


@dataclass(frozen=True)
class Town:
    """A municipality in a few facts. recess: (title, first day, last day). moments: name -> (title, day, month)."""

    five_may: str = "elk-jaar"
    good_friday: bool = True
    closed: dict[date, str] = field(default_factory=dict)
    recess: tuple[tuple[str, date, date], ...] = ()
    meetings: bool = False
    moments: dict[str, tuple[str, int, int]] = field(default_factory=dict)


RECESS = (
    ("het voorjaarsreces", date(2026, 2, 16), date(2026, 2, 22)),
    ("het meireces", date(2026, 4, 27), date(2026, 5, 10)),
    ("het zomerreces", date(2026, 7, 6), date(2026, 8, 23)),
    ("het herfstreces", date(2026, 10, 12), date(2026, 10, 18)),
    ("het kerstreces", date(2026, 12, 21), date(2027, 1, 3)),
    ("het zomerreces", date(2027, 7, 12), date(2027, 8, 29)),
)
MOMENTS = {"begroting": ("de begroting", 15, 11), "jaarstukken": ("de jaarstukken", 15, 7)}
TOWNS = {
    "gewoon": Town(moments=MOMENTS),
    "lustrum": Town(five_may="lustrum", good_friday=False),
    "werkt-door": Town(five_may="nooit", good_friday=False),
    "brugdag": Town(closed={date(2026, 5, 15): "brugdag", date(2026, 12, 24): "brugdag"}),
    "raad": Town(recess=RECESS, meetings=True, moments=MOMENTS),
}
"""The municipalities of the table. All moments are written with `voor`: the day before is the last."""


def words(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def easter(year: int) -> date:
    """Easter Sunday by the rule of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def holiday(day: date) -> str:
    """The name of a holiday as the law counts them, or empty."""
    from_easter = (day - easter(day.year)).days
    movable = {
        -2: "Goede vrijdag", 0: "Eerste paasdag", 1: "Tweede paasdag", 39: "Hemelvaartsdag",
        49: "Eerste pinksterdag", 50: "Tweede pinksterdag",
    }  # fmt: skip
    kings_day = 26 if date(day.year, 4, 27).weekday() == 6 else 27
    fixed = {
        (1, 1): "Nieuwjaarsdag", (4, kings_day): "Koningsdag", (5, 5): "Bevrijdingsdag",
        (12, 25): "Eerste kerstdag", (12, 26): "Tweede kerstdag",
    }  # fmt: skip
    return movable.get(from_easter) or fixed.get((day.month, day.day), "")


def free(day: date, town: Town, *, legal: bool = False) -> str:
    """Why nobody works on a day, or empty."""
    if day.weekday() > 4:
        return "weekend"
    name = holiday(day)
    if not legal:
        if day in town.closed:
            return town.closed[day]
        if name == "Goede vrijdag" and not town.good_friday:
            return ""
        if name == "Bevrijdingsdag" and (town.five_may == "nooit" or (town.five_may == "lustrum" and day.year % 5)):
            return ""
    return name


def label(day: date, why: str) -> str:
    return f"{why} ({day.day} {MONTHS[day.month - 1]})"


def local(moment: datetime) -> date:
    """The day in the Netherlands: an hour ahead, two from the last Sunday of March to the last Sunday of October."""

    def last_sunday(month: int) -> datetime:
        day = date(moment.year, month, 31)
        while day.weekday() != 6:
            day -= DAY
        return datetime(day.year, day.month, day.day, 1, tzinfo=UTC)

    summer = last_sunday(3) <= moment < last_sunday(10)
    return (moment + timedelta(hours=2 if summer else 1)).date()


def recess_of(day: date, town: Town) -> str:
    return next((title for title, first, last in town.recess if first <= day <= last), "")


def roll(day: date, step: int, town: Town, *, legal: bool = False) -> tuple[date, list[str]]:
    """On (or back) to a day that is worked, with what was passed."""
    passed = []
    while why := free(day, town, legal=legal):
        passed.append(label(day, why))
        day += step * DAY
    return day, passed


def walk(day: date, n: int, unit: str, step: int, town: Town, *, legal: bool) -> tuple[date, list[str]]:
    """`n` units on or back from a day, not yet moved to a worked day, with what did not count."""
    skipped: list[str] = []
    if unit.startswith("werkdag"):
        while n:
            day += step * DAY
            why = free(day, town, legal=legal)
            if not why:
                n -= 1
            elif why != "weekend":
                skipped.append(label(day, why))
        return day, skipped
    if unit.startswith("raads"):
        while n:
            for _ in range(7):
                day += step * DAY
            if recess_of(day, town):
                skipped.append(f"een week in {recess_of(day, town)}")
            else:
                n -= 1
        return day, skipped
    for _ in range(n * (7 if unit.startswith("we") and not unit.startswith("werk") else 1)):
        day += step * DAY
    return day, skipped


def forward(day: date, n: int, unit: str, town: Town, *, hard: bool = False) -> tuple[date, list[str]]:
    """The last day of a length that begins on a day."""
    end, skipped = walk(day, n, unit, 1, town, legal=hard)
    if unit.startswith("werkdag"):
        return end, skipped
    if hard and not unit.startswith("raads"):
        if n > (90 if unit.startswith("dag") else 12):
            note = (
                "deze wettelijke termijn is langer dan 12 weken of 90 dagen en schuift niet op "
                "(Algemene termijnenwet, art. 4)"
            )
            return end, [note] if free(end, town, legal=True) else []
        end, passed = roll(end, 1, town, legal=True)
        if unit.startswith("dag") and n >= 3:
            extended = False
            while len([k for k in range(1, (end - day).days + 1) if not free(day + k * DAY, town, legal=True)]) < 2:
                end, _ = roll(end + DAY, 1, town, legal=True)
                extended = True
            if extended:
                passed.append("in de termijn moeten twee werkdagen zitten (Algemene termijnenwet, art. 2)")
        return end, passed
    end, passed = roll(end, 1, town, legal=hard)
    return end, skipped + passed


def latest_start(end: date, n: int, unit: str, town: Town, *, hard: bool = False) -> tuple[date, list[str]]:
    """The last worked day from which the length still ends in time, found by trying every day."""
    day = end
    while True:
        day -= DAY
        if not free(day, town) and forward(day, n, unit, town, hard=hard)[0] <= end:
            break
    if unit.startswith("raads") or (hard and not unit.startswith("werkdag")):
        return day, forward(day, n, unit, town, hard=hard)[1]
    last, notes = roll(end, -1, town)
    if unit.startswith("werkdag"):
        between = [last - k * DAY for k in range(1, (last - day).days)]
        return day, notes + [
            label(d, free(d, town, legal=hard)) for d in between if free(d, town, legal=hard) not in ("", "weekend")
        ]
    begin, _ = walk(last, n, unit, -1, town, legal=False)
    return day, notes + roll(begin, -1, town)[1]


def told(counted: str, day: date, skipped: list[str]) -> str:
    skipped = list(dict.fromkeys(skipped))
    return f"{counted}: {words(day)}" + (f"; niet meegeteld: {', '.join(skipped)}" if skipped else "") + "."


@dataclass(frozen=True)
class Question:
    """One line of the table. moment: a day or a moment in UTC. council: the day of the meeting, or empty."""

    theme: str
    kind: str
    town: str
    moment: str
    term: str
    law: str = ""
    council: str = ""


def answer(q: Question) -> tuple[date, str]:
    """The date and its sum."""
    town, hard = TOWNS[q.town], bool(q.law)
    start = local(datetime.fromisoformat(q.moment)) if "T" in q.moment else date.fromisoformat(q.moment)
    ending = f" Dit is een wettelijke termijn: {q.law}." if hard else ""
    if q.kind == "terug":
        number, unit = q.term.split()
        day, skipped = latest_start(start, int(number), unit, town, hard=hard)
        return day, told(f"{q.term} vóór {words(start)}", day, skipped)
    day, said = _term(q, town, start, hard=hard)
    return day, said + ending


def _term(q: Question, town: Town, start: date, *, hard: bool) -> tuple[date, str]:
    if match := re.fullmatch(r"(\d+) (\w+)", q.term):
        day, skipped = forward(start, int(match[1]), match[2], town, hard=hard)
        return day, told(f"{q.term} na {words(start)}", day, skipped)
    if match := re.fullmatch(r"kwartaal (\d) (\d+)", q.term):
        day = date(int(match[2]), int(match[1]) * 3, 28)
        while (day + DAY).month == day.month:
            day += DAY
        end, passed = roll(day, -1, town)
        return end, told(f"Uiterlijk kwartaal {match[1]} van {match[2]}; de laatste werkdag daarvan", end, passed)
    if re.fullmatch(r"\d+-\d+-\d+", q.term):
        fixed = date.fromisoformat(q.term)
        end, passed = roll(fixed, -1, town)
        return end, told(f"Uiterlijk {words(fixed)}, zoals in het proceskader staat", end, passed)
    length, direction, name = _parts(q.term)
    anchor, called = _anchor(name, q, town, start)
    if not length:
        end, passed = roll(anchor, -1, town)
        return end, told(f"Uiterlijk {called}", end, passed)
    number, unit = length.split()
    if direction == "na":
        end, skipped = forward(anchor, int(number), unit, town, hard=hard)
        return end, told(f"Uiterlijk {length} na {called}", end, skipped)
    end, skipped = walk(anchor, int(number), unit, -1, town, legal=False)
    end, passed = roll(end, -1, town)
    return end, told(f"Uiterlijk {length} vóór {called}", end, skipped + passed)


def _parts(term: str) -> tuple[str, str, str]:
    if term.startswith("op "):
        return "", "op", term[3:]
    match = re.fullmatch(r"(\d+ \w+) (voor|na) (.+)", term)
    assert match, term
    return match[1], match[2], match[3]


def _anchor(name: str, q: Question, town: Town, start: date) -> tuple[date, str]:
    if name == "raadsvergadering":
        day = date.fromisoformat(q.council)
        return day, f"de raadsvergadering ({words(day)})"
    title, number, month = town.moments[name.removeprefix("moment ")]
    day = start
    while (day + DAY).day != number or (day + DAY).month != month:
        day += DAY
    return day, f"het moment '{title}' ({words(day)})"


def is_meeting(day: date, town: Town) -> bool:
    """The last Thursday of a month, outside recess."""
    return town.meetings and day.weekday() == 3 and (day + 7 * DAY).month != day.month and not recess_of(day, town)


def read() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    rows = read()
    for row in rows:
        day, said = answer(
            Question(*(row[k] for k in ("thema", "soort", "gemeente", "moment", "termijn", "wet", "raad")))
        )
        row["datum"], row["som"] = day.isoformat(), said
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
