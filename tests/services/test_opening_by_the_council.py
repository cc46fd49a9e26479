"""Dossiers that begin at the council: who opens them, who they belong to, and what the other side sees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdprocess.content.library import load_library
from sdprocess.domain.dossier import Dossier
from sdprocess.domain.errors import NotAllowed
from sdprocess.domain.people import Actor
from sdprocess.services.add_version import add_version
from sdprocess.services.move_dossier import move_dossier
from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.ports import DossierFilter, World
from sdprocess.services.queries import board
from sdprocess.services.queries_dossier import dossier_page
from sdprocess.services.queries_lists import my_work
from sdprocess.services.release_proposal import release_proposal
from tests.services.conftest import Town

TEXT = b"# Motie\n\nDe raad verzoekt het college te onderzoeken wat een buurtkamer kost.\n"


SHIPPED = load_library(None)


@pytest.fixture
def world(town: Town) -> World:
    """The small municipality with the proceskaders of the product."""
    return replace(town.world, library=SHIPPED)


@pytest.fixture
def people(town: Town) -> dict[str, Actor]:
    return {name: town.who(name) for name in town.people}


def opened(world: World, actor: Actor, kader: str) -> Dossier:
    return open_dossier(
        world, actor, title="Buurtkamer", about="Een plek.", theme="Meedoen", portfolio="Zorg", kader_id=kader
    )


@pytest.mark.parametrize(
    ("kader", "who", "allowed"),
    [
        ("motie", "raadslid", True),
        ("motie", "griffie", True),
        ("motie", "steller", False),
        ("motie", "college", False),
        ("motie", "beheerder", False),
        ("toezegging", "griffie", True),
        ("toezegging", "raadslid", False),
        ("initiatiefvoorstel", "raadslid", True),
        ("initiatiefvoorstel", "griffie", False),
        ("licht", "steller", True),
        ("licht", "raadslid", False),
    ],
)
def test_who_may_open_what(world: World, people: dict[str, Actor], kader: str, who: str, *, allowed: bool) -> None:
    if not allowed:
        with pytest.raises(NotAllowed):
            opened(world, people[who], kader)
        return
    dossier = opened(world, people[who], kader)
    assert dossier.opener == who
    assert dossier.steller_id == people[who].id


def test_the_indiener_uploads_and_releases_and_others_read_only_what_was_released(
    world: World, people: dict[str, Actor]
) -> None:
    mine, other = people["raadslid"], people["griffie"]
    number = opened(world, mine, "motie").number
    with pytest.raises(NotAllowed):
        add_version(world, other, number, filename="motie.md", data=TEXT, revision=1)
    add_version(world, mine, number, filename="motie.md", data=TEXT, revision=1)
    assert dossier_page(world, mine, number).current is not None
    assert dossier_page(world, other, number).current is None
    release_proposal(world, mine, number, revision=2)
    assert dossier_page(world, other, number).current is not None


def test_a_draft_of_the_indiener_is_read_by_no_other_councillor(world: World, people: dict[str, Actor]) -> None:
    number = opened(world, people["raadslid"], "initiatiefvoorstel").number
    add_version(world, people["raadslid"], number, filename="voorstel.md", data=TEXT, revision=1)
    other = people["raadslid2"]
    page = dossier_page(world, other, number)
    assert page.current is None
    assert page.versions == ()
    assert not page.may_upload


def test_who_changed_sides_keeps_nothing_of_an_own_draft(world: World, people: dict[str, Actor]) -> None:
    steller = people["steller"]
    number = opened(world, steller, "licht").number
    moved = replace(steller, roles=frozenset({"raadslid"}))
    assert number not in {c.dossier.number for c in board(world, moved, DossierFilter()).cards}
    assert number not in {c.dossier.number for c in board(world, moved, DossierFilter(mine=True)).cards}


def test_the_indiener_finds_the_own_dossier_in_mijn_werk(world: World, people: dict[str, Actor]) -> None:
    number = opened(world, people["raadslid"], "initiatiefvoorstel").number
    assert number in {item.card.dossier.number for item in my_work(world, people["raadslid"]).now}


def test_a_kader_without_documents_takes_none(world: World, people: dict[str, Actor]) -> None:
    number = opened(world, people["griffie"], "toezegging").number
    page = dossier_page(world, people["griffie"], number)
    assert not page.takes_documents
    assert not page.may_upload
    with pytest.raises(NotAllowed) as caught:
        add_version(world, people["griffie"], number, filename="motie.md", data=TEXT, revision=1)
    assert caught.value.facts["reason"] == "dossier-zonder-stukken"


def test_a_step_forward_that_asks_a_reason_stands_ahead_and_postponing_does_not(
    world: World, people: dict[str, Actor]
) -> None:
    number = opened(world, people["griffie"], "toezegging").number
    (first, lapse) = dossier_page(world, people["griffie"], number).card.moves
    assert (first.transition, first.leads_on) == ("leg-vast", True)
    assert (lapse.transition, lapse.leads_on) == ("vervalt", False)
    move_dossier(world, people["griffie"], number, transition="leg-vast", revision=1, reason="Voor 1 juni.")
    ahead = {m.transition: m.leads_on for m in dossier_page(world, people["college"], number).card.moves}
    assert ahead == {"stel-uit": False, "meld-nagekomen": True, "vervalt": False}
