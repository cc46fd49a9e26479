"""The page of the councils of a dossier, and the table on the dossier itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdprocess.services.give_advice import give_advice
from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.queries_dossier import dossier_page
from tests.web.dossier_world import Town, add, move, open_town, restore, seed
from tests.web.page_checks import checked

TEXT = "Raadsvoorstel Zienswijze\n\nBeslispunten\n1. Een zienswijze in te dienen.\n"
VIEW = "Hoogstens 6 procent erbij."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("raden")
    seed(made / "begin.sqlite3")
    return made


@pytest.fixture
def town(folder: Path) -> Iterator[Town]:
    restore(folder / "begin.sqlite3", folder / "nu.sqlite3")
    return open_town(folder / "nu.sqlite3")


@pytest.fixture
def number(town: Town) -> str:
    """A dossier with the councils, opened by Anna."""
    anna = town.actor("anna")
    words = {"title": "Begroting GGD", "about": "Vijf raden.", "theme": "zorg", "portfolio": "zorg"}
    made = open_dossier(town.world, anna, **words, kader_id="zienswijze-regionaal").number
    add(town.world, anna, made, TEXT, "voorstel.txt")
    browser = town.browser("anna")
    browser.get(f"/dossiers/{made}")
    browser.post(f"/dossiers/{made}/vrijgave", revisie=str(town.revision(made)))
    assert browser.status == 303
    (asked,) = dossier_page(town.world, town.actor("tom"), made).advice.now
    give_advice(town.world, town.actor("tom"), made, asked.id, verdict="akkoord", text="", revision=asked.revision,
                version=1)  # fmt: skip
    move(town.world, anna, made, "leg-begroting-voor")
    return made


def council_of(html: str) -> str:
    """The number of the first council with a form."""
    found = re.search(r'name="r(\d+)-revisie"', html)
    assert found
    return found[1]


def test_the_griffie_names_a_council_and_keeps_its_decision_and_everyone_reads_it(town: Town, number: str) -> None:
    wil = town.browser("wil")
    assert "Er staan nog geen raden in de lijst." in checked(wil.get(f"/dossiers/{number}")).text()
    address = f"/dossiers/{number}/raden"
    checked(wil.get(address))
    wil.post(address, naam="Veenkade", vergadert="2026-01-15")
    assert wil.status == 303
    key = council_of(wil.get(address))
    wil.post(
        f"{address}/{key}",
        **{f"r{key}-revisie": "1", f"r{key}-vergadert": "2026-01-15", f"r{key}-uitkomst": "zienswijze"},
    )
    assert wil.status == 422
    assert "Dit moet nog anders" in checked(wil.html).text()
    wil.post(
        f"{address}/{key}",
        **{
            f"r{key}-revisie": "1",
            f"r{key}-vergadert": "2026-01-15",
            f"r{key}-uitkomst": "zienswijze",
            f"r{key}-tekst": VIEW,
        },
    )
    assert wil.status == 303
    raf = town.browser("raf")
    seen = checked(raf.get(f"/dossiers/{number}")).text()
    assert VIEW in seen
    public = checked(town.browser().get(f"/voorstellen/{number}")).text()
    assert VIEW in public
    assert "15 januari 2026" in public
    assert "dient een zienswijze in" in seen
    read = checked(raf.get(address)).text()
    assert VIEW in read
    assert "Voeg een raad toe" not in read


def test_a_council_that_meets_too_late_is_marked(town: Town, number: str) -> None:
    wil = town.browser("wil")
    wil.get(f"/dossiers/{number}/raden")
    wil.post(f"/dossiers/{number}/raden", naam="Rietdam", vergadert="2035-01-04")
    assert "na de laatste dag" in checked(wil.get(f"/dossiers/{number}")).text()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"naam": ""}, "Vul de naam van de gemeente in."),
        ({"naam": "Rietdam", "vergadert": "morgen"}, "datum"),
        ({"naam": "veenkade"}, "Deze raad staat al in de lijst."),
    ],
    ids=["no name", "no date", "twice"],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(town: Town, number: str, fields: dict[str, str], said: str) -> None:
    wil = town.browser("wil")
    wil.get(f"/dossiers/{number}/raden")
    wil.post(f"/dossiers/{number}/raden", naam="Veenkade")
    wil.post(f"/dossiers/{number}/raden", **fields)
    assert wil.status == 422
    assert said in checked(wil.html).text()


def test_who_comes_second_keeps_what_was_typed_and_sees_what_stands_there(town: Town, number: str) -> None:
    wil = town.browser("wil")
    address = f"/dossiers/{number}/raden"
    wil.get(address)
    wil.post(address, naam="Veenkade", vergadert="2026-01-15")
    key = council_of(wil.get(address))
    fields = {f"r{key}-revisie": "1", f"r{key}-vergadert": "2026-01-15", f"r{key}-uitkomst": "stemt-in"}
    wil.post(f"{address}/{key}", **fields)
    wil.post(f"{address}/{key}", **{**fields, f"r{key}-uitkomst": "zienswijze", f"r{key}-tekst": VIEW})
    assert wil.status == 409
    page = checked(wil.html).text()
    assert "Iemand anders was u voor" in page
    assert VIEW in page
    assert f'name="r{key}-revisie" value="2"' in wil.html


def test_a_council_can_leave_and_a_councillor_changes_nothing(town: Town, number: str) -> None:
    wil, address = town.browser("wil"), f"/dossiers/{number}/raden"
    wil.get(address)
    wil.post(address, naam="Veenkade")
    key = council_of(wil.get(address))
    raf = town.browser("raf")
    raf.get(address)
    raf.post(f"{address}/{key}/verwijder", revisie="1")
    assert raf.status == 403
    wil.post(f"{address}/{key}/verwijder", revisie="x")
    assert wil.status == 400
    wil.get(address)
    wil.post(f"{address}/{key}/verwijder", revisie="1")
    assert wil.status == 303
    assert "Hier komen de raden" in checked(wil.get(address)).text()


def test_a_dossier_without_councils_has_no_such_page(town: Town) -> None:
    wil = town.browser("wil")
    wil.get("/dossiers/2026-002/raden")
    assert wil.status == 404
