from __future__ import annotations

from collections.abc import Callable

import pytest

from sdprocess.domain.dossier import Dossier, Release
from sdprocess.domain.errors import StaleDossier
from sdprocess.services.queries import dossier_page
from sdprocess.services.release_proposal import release_proposal
from tests.services.conftest import DRAFT, Town

Setup = Callable[[Town], Dossier]


def _no_document(town: Town) -> Dossier:
    return town.opened()


def _not_checked(town: Town) -> Dossier:
    return town.at("concept")


def _half_checked(town: Town) -> Dossier:
    dossier = town.at("concept")
    town.judged(dossier, "toetser", leave_out=1)
    return dossier


def _checked(town: Town) -> Dossier:
    dossier = town.at("concept")
    town.judged(dossier, "toetser")
    return dossier


def _changed_after_the_check(town: Town) -> Dossier:
    dossier = _checked(town)
    town.uploaded(dossier, DRAFT + "\nNieuwe zin.")
    return dossier


def _released_before(town: Town) -> Dossier:
    dossier = _checked(town)
    town.released(dossier)
    return dossier


GATE = [
    # setup, who, deviation, released, guards that refuse
    pytest.param(_checked, "steller", "", True, [], id="the gate holds"),
    pytest.param(_checked, "steller", "haast", True, [], id="a deviation that is not needed is dropped"),
    pytest.param(_checked, "toetser", "", True, [], id="the other role that may"),
    pytest.param(_checked, "college", "haast", False, ["rol"], id="no reason replaces the role"),
    pytest.param(_not_checked, "steller", "", False, ["collegiale-toets-gedaan"], id="not checked"),
    pytest.param(_not_checked, "steller", "  ", False, ["collegiale-toets-gedaan"], id="spaces are no reason"),
    pytest.param(_not_checked, "steller", "haast", True, ["collegiale-toets-gedaan"], id="not checked, deviates"),
    pytest.param(_half_checked, "steller", "", False, ["collegiale-toets-gedaan"], id="one question left"),
    pytest.param(
        _changed_after_the_check, "steller", "", False, ["collegiale-toets-gedaan"], id="changed after the check"
    ),
    pytest.param(
        _no_document,
        "steller",
        "haast",
        False,
        ["document-aanwezig", "versie-ongewijzigd", "collegiale-toets-gedaan"],
        id="nothing to release",
    ),
    pytest.param(_released_before, "steller", "haast", False, ["rol"], id="released already"),
]


@pytest.mark.parametrize(("setup", "who", "deviation", "released", "guards"), GATE)
def test_the_gate(  # noqa: PLR0917  one argument per column of the table
    town: Town, setup: Setup, who: str, deviation: str, released: bool, guards: list[str]
) -> None:
    dossier = town.dossier(setup(town).number)
    before = len(dossier_page(town.world, town.who("toetser"), dossier.number).releases)
    outcome = release_proposal(
        town.world, town.who(who), dossier.number, revision=dossier.revision, deviation=deviation
    )
    after = dossier_page(town.world, town.who("toetser"), dossier.number)
    if not released:
        assert isinstance(outcome, tuple)
        assert [r.guard for r in outcome] == guards
        assert len(after.releases) == before
        assert town.dossier(dossier.number) == dossier
        return
    assert isinstance(outcome, Release)
    assert outcome.deviation == (deviation if guards else "")
    assert len(outcome.unmet) == len(guards)
    assert after.releases == (outcome,)
    event = after.events[-1]
    assert (event.kind, event.reason, event.actor) == ("vrijgegeven", outcome.deviation, outcome.person)
    assert town.dossier(dossier.number).revision == dossier.revision + 1


def test_a_text_changed_after_the_check_is_told_and_what_was_released_stays(town: Town) -> None:
    dossier = _checked(town)
    assert not dossier_page(town.world, town.who("steller"), dossier.number).stale
    town.released(dossier)
    town.uploaded(dossier, DRAFT + "\nNieuwe zin.")
    page = dossier_page(town.world, town.who("steller"), dossier.number)
    assert page.stale
    assert [r.code for r in page.release_refusals] == ["collegiale-toets-onvolledig"]
    assert len(page.releases) == 1
    town.judged(dossier, "toetser")
    again = dossier_page(town.world, town.who("steller"), dossier.number)
    assert (again.stale, again.release_refusals) == (False, ())


def test_a_release_on_an_old_page_is_stale(town: Town) -> None:
    dossier = town.at("concept")
    with pytest.raises(StaleDossier):
        release_proposal(town.world, town.who("steller"), dossier.number, revision=1, deviation="haast")


def test_who_may_not_release_is_not_told_why_not_either(town: Town) -> None:
    dossier = town.at("griffie")
    page = dossier_page(town.world, town.who("griffie"), dossier.number)
    assert (page.may_release, page.release_refusals, page.may_upload) == (False, (), False)
