"""The calendar file: what it may say, and one broken file for everything it may not."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from sdprocess.content.calendar import load_calendar
from sdprocess.content.library import content_root, load_library
from sdprocess.domain.errors import InvalidContent
from sdprocess.planning.calendars import calendar_of
from sdprocess.texts.content import TEXTS

HERE = Path(__file__).parent
FILES = sorted((HERE / "bad_calendars").glob("*.yaml"))
SHIPPED = sorted((content_root() / "kalenders").glob("*/*.yaml"))


def in_place(tmp_path: Path, source: Path) -> Path:
    path = tmp_path / "proef" / "1.0.0.yaml"
    path.parent.mkdir()
    shutil.copy(source, path)
    return path


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_broken_calendar_gets_exactly_the_problem_it_announces(path: Path, tmp_path: Path) -> None:
    announced = re.findall(r"([a-z-]+) regel (\d+)", path.read_text("utf-8").split("\n", 1)[0])
    with pytest.raises(InvalidContent) as caught:
        load_calendar(in_place(tmp_path, path), path.name)
    assert [(p.code, str(p.line)) for p in caught.value.problems] == announced  # type: ignore[attr-defined]
    assert path.stem == announced[0][0]


def test_every_code_of_the_calendar_has_its_broken_file() -> None:
    assert {p.stem for p in FILES} == {code for code in TEXTS if code.startswith("kalender-")}


def test_the_file_that_the_broken_ones_were_made_of_is_good(tmp_path: Path) -> None:
    calendar = load_calendar(in_place(tmp_path, HERE / "good_calendar.yaml"))
    work = calendar_of(calendar)
    assert work.free_because(date(2026, 5, 15)) == "brugdag"
    assert [work.free_because(date(year, 5, 5)) for year in (2026, 2027)] == ["", ""]
    assert calendar_of(calendar).free_because(date(2025, 5, 5)) == "Bevrijdingsdag"
    assert work.free_because(date(2026, 4, 3)) == ""
    assert work.free_because(date(2026, 4, 3), legal=True) == "Goede vrijdag"
    assert list(work.council.meetings(date(2026, 6, 1)))[:3] == [date(2026, 6, 25), date(2026, 7, 2), date(2026, 8, 27)]
    assert work.council.moments["begroting"].upcoming(date(2026, 11, 15)) == date(2027, 11, 14)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_a_shipped_calendar_has_a_meeting_in_every_month_but_august_and_no_meeting_on_a_day_off(path: Path) -> None:
    work = calendar_of(load_calendar(path))
    meetings = list(work.council.meetings(date(2026, 1, 1)))
    assert not [day for day in meetings if work.free_because(day) or work.council.period_of(day)]
    assert {day.month for day in meetings if day.year == 2027} == set(range(1, 13)) - {8}


def test_the_newest_calendar_is_in_force_and_a_workflow_may_only_name_its_moments(tmp_path: Path) -> None:
    root = tmp_path / "inhoud"
    shutil.copytree(content_root() / "kalenders", root / "kalenders")
    shutil.copytree(content_root() / "checklists", root / "checklists")
    workflow = root / "workflows" / "proef" / "1.0.0.yaml"
    workflow.parent.mkdir(parents=True)
    good = (HERE / "good.yaml").read_text("utf-8")
    written = good.replace("    stap: vaststellen\n", "    stap: vaststellen\n    termijn: op moment begroting\n")
    workflow.write_text(written, "utf-8")
    newer = root / "kalenders" / "gemeente" / "1.1.0.yaml"
    newer.write_text((newer.parent / "1.0.0.yaml").read_text("utf-8").replace('"1.0.0"', '"1.1.0"'), "utf-8")
    library = load_library(root)
    assert library.calendar is not None
    assert library.calendar.ref.version == "1.1.0"
    workflow.write_text(written.replace("moment begroting", "moment lintje"), "utf-8")
    with pytest.raises(InvalidContent, match="het moment 'lintje' staat niet in de kalender"):
        load_library(root)


def test_content_without_a_calendar_counts_with_the_public_holidays() -> None:
    work = calendar_of(None)
    assert work.free_because(date(2026, 12, 25)) == "Eerste kerstdag"
    assert not work.council.knows_meetings
