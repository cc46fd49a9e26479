"""The register and the tracked choices as people use them in the browser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdprocess.services.add_version import add_version
from tests.web.dossier_world import Browser, Town, open_town, restore, seed
from tests.web.page_checks import checked

LIST = "titel;soort;orgaan;datum;nummer;thema\nBeleidsplan Bestaanszekerheid;plan;de raad;12-03-2024;RV 7;Minima\n"
LATER = "Het college werkt de verdeling over de wijken nader uit in een uitvoeringsplan in 2027."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("register")
    seed(made / "begin.sqlite3")
    return made


@pytest.fixture
def town(folder: Path) -> Iterator[Town]:
    restore(folder / "begin.sqlite3", folder / "nu.sqlite3")
    return open_town(folder / "nu.sqlite3")


def send_list(browser: Browser, data: str = LIST, name: str = "lijst.csv") -> None:
    browser.get("/register")
    browser.post("/register/inlezen", bestand=(io.BytesIO(data.encode()), name))


def test_everyone_reads_the_register_and_only_keepers_see_how_to_change_it(town: Town) -> None:
    send_list(town.browser("wil"))
    page = checked(town.browser().get("/register"))
    assert "Beleidsplan Bestaanszekerheid" in page.text()
    assert "Lees een lijst in" not in page.text()
    assert "Lees de lijst in" in checked(town.browser("wil").get("/register")).text()


def test_the_griffie_reads_a_list_in_and_finds_it_back(town: Town) -> None:
    browser = town.browser("wil")
    send_list(browser)
    assert browser.status == 303
    assert "Ingelezen: 1 nieuw, 0 gewijzigd, 0 ongewijzigd." in checked(browser.get("/register")).text()
    assert "1 besluit of kader gevonden" in checked(browser.get("/register?zoek=zekerheid&soort=plan")).text()
    assert "past hierbij" in checked(browser.get("/register?zoek=fiets")).text()


def test_a_wrong_list_says_per_line_what_is_wrong_and_changes_nothing(town: Town) -> None:
    browser = town.browser("wil")
    send_list(browser, LIST + ";plan;;;;\nX;fiets;;;;\n")
    assert browser.status == 422
    page = checked(browser.html).text()
    assert "Regel 3: de titel is leeg." in page
    assert "Regel 4: de soort is 'fiets'." in page
    assert "0 besluiten en kaders" in page


def test_the_download_can_be_read_in_again(town: Town) -> None:
    browser = town.browser("wil")
    send_list(browser)
    send_list(browser, browser.get("/register.csv"))
    assert "0 nieuw, 0 gewijzigd, 1 ongewijzigd" in browser.get("/register")


def test_one_decision_is_added_changed_and_taken_out(town: Town) -> None:
    browser = town.browser("wil")
    checked(browser.get("/register/nieuw"))
    browser.post("/register/nieuw", titel="Fietsplan", soort="plan", datum="31-31-2024")
    assert browser.status == 422
    assert "Dit is geen datum" in checked(browser.html).text()
    assert 'value="Fietsplan"' in browser.html
    browser.post("/register/nieuw", titel="Fietsplan", soort="plan", datum="2024-05-01")
    assert browser.status == 303
    address = re.search(r'href="(/register/\d+)"', browser.get("/register"))
    assert address
    checked(browser.get(address[1]))
    browser.post(address[1], titel="Fietsplan 2030", soort="plan", datum="2024-05-01")
    address = re.search(r'href="(/register/\d+)"', browser.get("/register"))
    assert address
    browser.get(address[1])
    browser.post(address[1] + "/weg")
    assert "Uit het register gehaald: Fietsplan 2030." in browser.get("/register")


def test_the_toets_says_which_decisions_are_in_the_register(town: Town) -> None:
    send_list(town.browser("wil"), LIST + "Verordening bijstand;verordening;de raad;;;\n")
    page = checked(town.browser("anna").get("/dossiers/2026-001/voorstel")).text()
    assert "ja: Beleidsplan Bestaanszekerheid, 12-03-2024" in page
    assert "Mogelijk ook van belang" in page


def test_without_a_register_nothing_is_said_of_it(town: Town) -> None:
    assert "Mogelijk ook van belang" not in town.browser("anna").get("/dossiers/2026-001/voorstel")


def test_the_steller_takes_choices_over_completes_them_and_everyone_follows(town: Town) -> None:
    anna = town.browser("anna")
    with town.world.uow() as uow:
        text = uow.documents.text(uow.documents.versions(uow.dossiers.get("2026-001").id)[0].id).plain
    add_version(
        town.world,
        town.actor("anna"),
        "2026-001",
        filename="nieuw.txt",
        data=f"{text}\n\nVervolg\n{LATER}\n".encode(),
        revision=town.revision("2026-001"),
    )
    page = checked(anna.get("/dossiers/2026-001/keuzes"))
    assert LATER in page.text()
    anna.post("/dossiers/2026-001/keuzes/overnemen", keuze="0")
    assert anna.status == 303
    page = checked(anna.get("/dossiers/2026-001/keuzes")).text()
    assert "Overgenomen uit het voorstel: 1 keuze." in page
    assert "Nog aan te vullen: of het terugkomt bij de raad." in page
    number = re.search(r'name="welke" value="(\d+)"', anna.html)
    assert number
    k = f"k{number[1]}"
    fields = {f"{k}-keuze": "Welke wijk eerst?", f"{k}-terug": "nee", f"{k}-stand": "open", f"{k}-revisie": "1"}
    anna.post("/dossiers/2026-001/keuzes", welke=number[1], **fields)
    assert anna.status == 422
    assert "waarom deze keuze niet terugkomt" in checked(anna.html).text()
    anna.post("/dossiers/2026-001/keuzes", welke=number[1], **fields, **{f"{k}-waarom_niet": "Het is uitvoering."})
    assert anna.status == 303
    assert "Welke wijk eerst?" in checked(anna.get("/keuzes")).text()
    assert "Welke wijk eerst?" in anna.get("/keuzes.csv")
    assert "Welke wijk eerst?" not in town.browser("raf").get("/keuzes")


def test_who_comes_second_keeps_his_words_and_sees_what_stands_there(town: Town) -> None:
    anna = town.browser("anna")
    anna.get("/dossiers/2026-001/keuzes")
    anna.post("/dossiers/2026-001/keuzes", welke="0", **{"k0-keuze": "Welke wijk?", "k0-terug": "onbekend"})
    assert anna.status == 303
    page = anna.get("/dossiers/2026-001/keuzes")
    number = re.search(r'name="welke" value="([1-9]\d*)"', page)
    assert number
    k = f"k{number[1]}"
    base = {f"{k}-terug": "onbekend", f"{k}-stand": "open", f"{k}-revisie": "1"}
    anna.post("/dossiers/2026-001/keuzes", welke=number[1], **base, **{f"{k}-keuze": "De eerste woorden"})
    anna.post("/dossiers/2026-001/keuzes", welke=number[1], **base, **{f"{k}-keuze": "De tweede woorden"})
    assert anna.status == 409
    page = checked(anna.html).text()
    assert "Iemand anders was u voor" in page
    assert "De eerste woorden" in page
    assert "De tweede woorden" in page
