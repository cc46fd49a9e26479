from __future__ import annotations

import re

import pytest
from dossier_world import Town, judge_all, move

from sdprocess.services import queries
from sdprocess.web.next_step import can_deviate, is_released, next_step
from sdprocess.web.views.dossiers import breakable


def step(town: Town, who: str, number: str):
    return next_step(queries.dossier_page(town.world, town.actor(who), number), "/voorstel")


def test_a_blocked_move_is_shown_ahead_but_is_not_the_main_button(town: Town) -> None:
    found = step(town, "anna", "2026-001")
    assert [m.transition for m in found.ahead] == ["vraag-toets"]
    assert found.main == ""
    assert found.todo is not None
    assert found.todo[2] == "/voorstel"


def test_the_first_possible_move_ahead_is_the_main_button(town: Town) -> None:
    judge_all(town.world, town.actor("anna"), "2026-001")
    assert step(town, "anna", "2026-001").main == "vraag-toets"


def test_going_back_and_stopping_stand_apart(town: Town) -> None:
    judge_all(town.world, town.actor("anna"), "2026-001")
    move(town.world, town.actor("anna"), "2026-001", "vraag-toets")
    assert {m.transition for m in step(town, "anna", "2026-001").aside} == {"stuur-terug", "trek-in"}


def test_no_decision_of_the_council_is_put_forward_above_another(town: Town) -> None:
    found = step(town, "wil", "2026-002")
    assert {m.transition for m in found.ahead} == {"neem-aan", "neem-gewijzigd-aan", "verwerp"}
    assert found.main == ""


def test_who_is_not_on_turn_has_nothing_to_do(town: Town) -> None:
    found = step(town, "carla", "2026-001")
    assert not found.mine
    assert found.todo is None
    assert found.others


@pytest.mark.parametrize(("who", "number", "released"), [("anna", "2026-001", False), ("raf", "2026-002", True)])
def test_whether_the_version_that_is_read_was_released(town: Town, who: str, number: str, released: bool) -> None:
    assert is_released(queries.dossier_page(town.world, town.actor(who), number)) is released


def test_a_gate_that_lacks_answers_can_be_deviated_from(town: Town) -> None:
    assert can_deviate(queries.dossier_page(town.world, town.actor("anna"), "2026-001"))


@pytest.mark.parametrize("word", ["Dementievriendelijk", "kort", "Budgetcoaching voor minima", "2026-2030", "<b>"])
def test_soft_hyphens_change_no_letter_and_stand_in_long_words_only(word: str) -> None:
    made = breakable(word)
    assert made.replace("\u00ad", "") == word
    assert all("\u00ad" not in part for part in re.split(r"\s", made) if len(part.replace("\u00ad", "")) < 12)


def test_a_long_compound_can_break() -> None:
    assert "\u00ad" in breakable("Dementievriendelijk")
