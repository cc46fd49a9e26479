"""Very many dossiers: pages of columns, what is most urgent first, and nothing lost between the pages."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from sdprocess.services.ports import DossierFilter, World
from sdprocess.services.queries import board, my_work
from sdprocess.services.queries_timeline import spans_of
from tests.bench.many import municipality

MANY = 400


@pytest.fixture(scope="module")
def world_and_people(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, dict]:
    folder: Path = tmp_path_factory.mktemp("veel")
    return municipality(folder, MANY)


def test_the_pages_of_the_columns_together_hold_every_dossier_once(world_and_people) -> None:
    world, people = world_and_people
    first = board(world, people["college"], DossierFilter(), per_column=20)
    assert first.total == MANY
    assert sum(c.total for c in first.columns) == MANY
    assert all(len(c.cards) == min(20, c.total) for c in first.columns)
    pages = -(-max(c.total for c in first.columns) // 20)
    seen = [
        c.dossier.number
        for page in range(1, pages + 1)
        for c in board(world, people["college"], DossierFilter(page=page), per_column=20).cards
    ]
    assert len(seen) == len(set(seen)) == MANY


def test_a_page_of_the_list_goes_on_where_the_page_before_stopped(world_and_people) -> None:
    world, people = world_and_people
    both = [
        c.dossier.number
        for page in (1, 2)
        for c in board(world, people["college"], DossierFilter(sort="nummer", page=page, per_page=50)).cards
    ]
    once = board(world, people["college"], DossierFilter(sort="nummer", per_page=100)).cards
    assert both == [c.dossier.number for c in once]


def test_the_most_urgent_work_comes_first_and_the_rest_is_counted(world_and_people) -> None:
    world, people = world_and_people
    work = my_work(world, people["steller"])
    terms = [item.card.dossier.term or date.max for item in work.now]
    assert terms == sorted(terms)
    assert len(work.now) == 60
    running = DossierFilter(mine=True, running=True, per_page=MANY)
    assert work.more == board(world, people["steller"], running).total - len(work.now) - len(work.waiting)
    assert work.more > 0


def test_closed_dossiers_are_no_work(world_and_people) -> None:
    world, people = world_and_people
    work = my_work(world, people["griffie"])
    assert not [item for item in (*work.now, *work.waiting) if item.card.dossier.closed]


def test_the_council_side_counts_no_dossier_of_the_college(world_and_people) -> None:
    world, people = world_and_people
    seen = board(world, people["raadslid"], DossierFilter(), per_column=MANY)
    assert seen.total == len(seen.cards) < MANY
    assert {c.dossier.side for c in seen.cards} == {"raad", "openbaar"}


def test_without_a_plan_the_timeline_shows_the_meeting_or_the_term_and_no_difference(world_and_people) -> None:
    world, people = world_and_people
    cards = board(world, people["college"], DossierFilter(per_page=50)).cards
    for span in spans_of(world, people["college"], cards):
        dossier = span.card.dossier
        assert (span.planned, span.slip, span.shifts) == (False, None, ())
        assert span.end == (dossier.council_date or dossier.term)
        assert (span.left is not None) == dossier.closed
        assert span.entered <= date(2026, 11, 24) + timedelta(days=1)
