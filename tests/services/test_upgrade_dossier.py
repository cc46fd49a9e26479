from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sdprocess.domain.dossier import Dossier
from sdprocess.domain.errors import InvalidContent, NotAllowed, NotFound, StaleDossier
from sdprocess.domain.findings import ContentRef
from sdprocess.domain.people import Actor
from sdprocess.engine.fold import fold
from sdprocess.services.queries import dossier_page
from sdprocess.services.store_kader import store_kader
from sdprocess.services.upgrade_dossier import adopt_kader_for_dossier, undo_upgrade, upgrade_dossier
from tests.services.conftest import Town
from tests.services.kader_texts import RENAMED, proef


def stored(town: Town, *changes: tuple[str, str], version: str = "2.0.0") -> ContentRef:
    return store_kader(town.world, town.who("beheerder"), yaml_text=proef(version, *changes))


def upgraded(town: Town, dossier: Dossier, to: ContentRef, who: str = "beheerder", **options: Any) -> Any:
    town.clock.later(minutes=1)
    revision = town.dossier(dossier.number).revision
    return upgrade_dossier(town.world, town.who(who), dossier.number, to=to, **{"revision": revision, **options})


def undone(town: Town, dossier: Dossier) -> Any:
    town.clock.later(minutes=1)
    revision = town.dossier(dossier.number).revision
    return undo_upgrade(town.world, town.who("beheerder"), dossier.number, revision=revision)


def codes(outcome: Any) -> list[str]:
    assert isinstance(outcome, tuple), outcome
    return [refusal.code for refusal in outcome]


def at_test(town: Town) -> Dossier:
    dossier = town.at("concept")
    return town.moved(dossier, "steller", "vraag-toets")


def state_is_the_fold_of_events(town: Town, number: str) -> bool:
    with town.world.uow() as uow:
        dossier = uow.dossiers.get(number)
        events = uow.events.of_dossier(dossier.id)
    library = town.world.library
    return fold(library.pinned_workflow(dossier.kader), events, library.pinned_workflow) == dossier.state


def test_a_state_that_stays_goes_on_with_its_term(town: Town) -> None:
    before = town.at("concept")
    new = stored(town)
    after = upgraded(town, before, new, reason="Nieuwe afspraken")
    assert (after.kader, after.state, after.term, after.state_since) == (
        new,
        "concept",
        before.term,
        before.state_since,
    )
    page = dossier_page(town.world, town.who("steller"), before.number)
    assert page.event_titles[-1] == "Proceskader bijgewerkt naar Proefkader 2.0.0"
    assert page.events[-1].reason == "Nieuwe afspraken"
    assert state_is_the_fold_of_events(town, before.number)


def test_another_term_counts_from_the_day_the_dossier_came_in_its_state(town: Town) -> None:
    before = town.at("concept")
    assert before.term == date(2026, 3, 16)
    new = stored(town, ("termijn: 10 werkdagen", "termijn: 15 werkdagen"))
    town.clock.later(days=7)
    assert upgraded(town, before, new).term == date(2026, 3, 23)


def test_a_state_that_goes_away_must_be_mapped(town: Town) -> None:
    dossier = at_test(town)
    new = stored(town, *RENAMED)
    assert codes(upgraded(town, dossier, new)) == ["bijwerken-toestand-vervalt"]
    assert codes(upgraded(town, dossier, new, state_map={"toetsing": "nergens"})) == ["bijwerken-doel-onbekend"]
    assert town.dossier(dossier.number) == dossier
    after = upgraded(town, dossier, new, state_map={"toetsing": "meelezen"})
    assert (after.state, after.kader) == ("meelezen", new)
    assert state_is_the_fold_of_events(town, dossier.number)
    town.released(dossier)
    assert town.moved(dossier, "steller", "bied-aan").state == "griffie"
    assert state_is_the_fold_of_events(town, dossier.number)


@pytest.mark.parametrize(
    ("target", "code"),
    [("griffie", "bijwerken-zijde"), ("raad", "bijwerken-zijde"), ("klaar", "bijwerken-einde")],
)
def test_an_upgrade_shows_nothing_to_others_and_ends_nothing(town: Town, target: str, code: str) -> None:
    dossier = at_test(town)
    outcome = upgraded(town, dossier, stored(town, *RENAMED), state_map={"toetsing": target})
    assert code in codes(outcome)
    assert town.dossier(dossier.number) == dossier


def test_a_closed_dossier_and_one_that_is_there_already_stay(town: Town) -> None:
    new = stored(town)
    closed, running = town.at("klaar"), town.at("concept")
    assert codes(upgraded(town, closed, new)) == ["bijwerken-gesloten"]
    assert isinstance(upgraded(town, running, new), Dossier)
    assert codes(upgraded(town, running, new)) == ["bijwerken-zelfde"]


def test_an_upgrade_is_undone_as_long_as_nothing_was_moved(town: Town) -> None:
    before = at_test(town)
    upgraded(town, before, stored(town, *RENAMED), state_map={"toetsing": "meelezen"})
    back = undone(town, before)
    assert (back.kader, back.state, back.term) == (before.kader, before.state, before.term)
    assert codes(undone(town, before)) == ["bijwerken-niets-terug"]
    titles = dossier_page(town.world, town.who("steller"), before.number).event_titles
    assert titles[-2:] == (
        "Proceskader bijgewerkt naar Proefkader 2.0.0",
        "Proceskader teruggezet naar Proefkader 1.0.0",
    )
    assert state_is_the_fold_of_events(town, before.number)


def test_after_a_move_there_is_nothing_to_undo(town: Town) -> None:
    dossier = town.at("concept")
    upgraded(town, dossier, stored(town))
    town.moved(dossier, "steller", "vraag-toets")
    assert codes(undone(town, dossier)) == ["bijwerken-niets-terug"]


def test_who_looked_at_an_older_dossier_upgrades_nothing(town: Town) -> None:
    dossier = town.at("concept")
    seen = dossier.revision
    town.moved(dossier, "steller", "vraag-toets")
    with pytest.raises(StaleDossier):
        upgraded(town, dossier, stored(town), revision=seen)


def test_only_a_beheerder_upgrades_and_none_of_the_council_a_draft_of_the_college(town: Town) -> None:
    dossier = town.at("concept")
    new = stored(town)
    with pytest.raises(NotAllowed):
        upgraded(town, dossier, new, who="griffie")
    both = Actor(town.people["griffie"].id, "Griffie", frozenset({"griffie", "beheerder"}))
    with pytest.raises(NotFound):
        upgrade_dossier(town.world, both, dossier.number, to=new, revision=town.dossier(dossier.number).revision)


def adopted(town: Town, dossier: Dossier, text: str, **options: Any) -> Any:
    with town.world.uow(write=True) as uow:
        now = uow.dossiers.get(dossier.number)
        outcome = adopt_kader_for_dossier(
            uow,
            town.world,
            town.who("griffie"),
            now,
            yaml_text=text,
            origin=f"procesontwerp {dossier.number}",
            **{"revision": now.revision, **options},
        )
        if isinstance(outcome, Dossier):
            uow.commit()
    return outcome


def test_an_adopted_procesontwerp_becomes_the_kader_of_its_dossier_alone(town: Town) -> None:
    dossier = town.at("griffie")
    text = proef("1.0.0", ("titel: Proefkader", "titel: Ons eigen proces"), id="ontwerp-2026-001")
    after = adopted(town, dossier, text, reason="Vastgesteld door de raad op 2 maart")
    assert (after.kader.id, after.state) == ("ontwerp-2026-001", "griffie")
    assert town.world.library.pinned_workflow(after.kader).title == "Ons eigen proces"
    assert "ontwerp-2026-001" not in town.world.library.in_use()
    assert codes(upgraded(town, dossier, dossier.kader)) == ["bijwerken-procesontwerp"]
    assert codes(undone(town, dossier)) == ["bijwerken-procesontwerp"]
    assert town.moved(dossier, "griffie", "agendeer").state == "raad"
    assert state_is_the_fold_of_events(town, dossier.number)


def test_a_procesontwerp_that_does_not_fit_leaves_nothing(town: Town) -> None:
    dossier = at_test(town)
    assert codes(adopted(town, dossier, proef("1.0.0", *RENAMED, id="eigen"))) == ["bijwerken-toestand-vervalt"]
    with pytest.raises(InvalidContent):
        adopted(town, dossier, "schema: iets\n")
    with pytest.raises(StaleDossier):
        adopted(town, dossier, proef("1.0.0", id="eigen"), revision=1)
    assert town.dossier(dossier.number) == dossier
    assert "eigen" not in {ref.id for ref in town.world.library.workflow_refs()}
