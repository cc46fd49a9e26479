"""Who a dossier waits for, and the page on which advice is given, taken back, or asked of another."""

from __future__ import annotations

import re

import pytest
from dossier_world import FIRST, SECOND, Browser, Town, add, judge_all, move, rev
from page_checks import checked

from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.release_proposal import release_proposal

NUMBER = "2026-011"
PLACE = f"/dossiers/{NUMBER}"
JURIST = "Advies van de jurist"


@pytest.fixture
def asked(town: Town) -> str:
    """The address of the request to the jurist, in a dossier that waits for advice."""
    anna = town.actor("anna")
    open_dossier(
        town.world,
        anna,
        title="Fietspad langs de Meerdijk",
        about="Kinderen fietsen veilig naar school.",
        theme="Verkeer",
        portfolio="Verkeer",
        kader_id="raadsvoorstel",
        number=NUMBER,
    )
    add(town.world, anna, NUMBER, FIRST, "fietspad.md")
    move(town.world, anna, NUMBER, "begin-zelftoets")
    judge_all(town.world, anna, NUMBER)
    move(town.world, anna, NUMBER, "vraag-collegiale-toets")
    found = re.search(rf'href="({PLACE}/advies/\d+)">[^<]*<span[^>]*>\({JURIST}', town.browser("anna").get(PLACE))
    assert found
    return found[1]


def give(browser: Browser, address: str, **fields: str) -> None:
    """Fill in what the page holds and send it."""
    page = browser.get(address)
    hidden = dict(re.findall(r'type="hidden" name="(revisie|versie)" value="(\d+)"', page))
    browser.post(address, **{**hidden, **fields})


def test_the_dossier_says_who_is_waited_for_since_when_until_when_and_what_silence_means(
    town: Town, asked: str
) -> None:
    text = checked(town.browser("anna").get(PLACE)).text()
    assert "Op wie wachten we? Op 2 antwoorden." in text
    assert "Gevraagd aan: nog niemand met deze functie. Vervanger: Tom." in text
    assert "Sinds 1 december 2026, tot en met dinsdag 8 december 2026 (over 5 werkdagen)." in text
    assert "Hoort niemand iets voor die tijd, dan gaat het dossier door zonder dit advies." in text
    assert "5 werkdagen na dinsdag 1 december 2026: dinsdag 8 december 2026." in text


def test_only_who_is_asked_has_the_button(town: Town, asked: str) -> None:
    for who, button in (("tom", True), ("anna", False), ("carla", False)):
        html = town.browser(who).get(PLACE)
        assert ("Geef advies" in html) is button, who


def test_advice_is_given_and_stands_on_the_dossier_and_in_its_history(town: Town, asked: str) -> None:
    tom = town.browser("tom")
    checked(tom.get(asked))
    give(tom, asked, oordeel="akkoord-met-opmerking", tekst="Noem artikel 3.")
    assert (tom.status, tom.location) == (303, PLACE)
    text = checked(tom.get(PLACE)).text()
    assert "Uw advies is bewaard." in text
    assert "Akkoord met opmerking, zei Tom als vervanger op 1 december 2026." in text
    assert "Noem artikel 3." in text
    assert f"{JURIST}: akkoord met opmerking." in text
    assert "Op 1 antwoord." in text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Kies akkoord, akkoord met opmerking of niet akkoord."),
        ({"oordeel": "niet-akkoord", "tekst": " "}, "Schrijf op wat u meegeeft, of waarom u niet akkoord bent."),
        ({"oordeel": "ingetrokken", "tekst": "zo"}, "Kies akkoord, akkoord met opmerking of niet akkoord."),
        ({"oordeel": "akkoord", "tekst": "x" * 4001}, "Dit is te lang. Maak het korter."),
    ],
)
def test_what_is_missing_is_said_at_its_field(town: Town, asked: str, fields: dict[str, str], said: str) -> None:
    tom = town.browser("tom")
    give(tom, asked, **fields)
    assert tom.status == 422
    page = checked(tom.html)
    assert said in page.text()
    assert "Fout:" in tom.html.split("</title>")[0]


def test_who_was_second_keeps_the_words_and_sees_what_stands_now(town: Town, asked: str) -> None:
    first, second = town.browser("tom"), town.browser("tom")
    page = second.get(asked)
    hidden = dict(re.findall(r'type="hidden" name="(revisie|versie)" value="(\d+)"', page))
    give(first, asked, oordeel="akkoord")
    second.post(asked, **hidden, oordeel="niet-akkoord", tekst="Mijn bezwaar blijft.")
    assert second.status == 409
    text = checked(second.html).text()
    assert "Intussen is het stuk of deze vraag veranderd." in text
    assert "Mijn bezwaar blijft." in second.html
    assert 'name="revisie" value="2"' in second.html


def test_a_new_version_in_between_is_told_too(town: Town, asked: str) -> None:
    tom = town.browser("tom")
    page = tom.get(asked)
    hidden = dict(re.findall(r'type="hidden" name="(revisie|versie)" value="(\d+)"', page))
    add(town.world, town.actor("anna"), NUMBER, SECOND, "fietspad-2.md")
    tom.post(asked, **hidden, oordeel="akkoord")
    assert tom.status == 409
    assert "Nu geldt versie 2." in checked(tom.html).text()


def test_old_advice_is_marked(town: Town, asked: str) -> None:
    tom = town.browser("tom")
    give(tom, asked, oordeel="akkoord")
    add(town.world, town.actor("anna"), NUMBER, SECOND, "fietspad-2.md")
    assert "over versie 1; nu geldt versie 2" in checked(tom.get(PLACE)).text()


def test_when_the_dossier_went_on_the_words_are_still_there(town: Town, asked: str) -> None:
    tom = town.browser("tom")
    page = tom.get(asked)
    hidden = dict(re.findall(r'type="hidden" name="(revisie|versie)" value="(\d+)"', page))
    move(town.world, town.actor("anna"), NUMBER, "toetser-stuurt-terug", "Ik herschrijf het.")
    tom.post(asked, **hidden, oordeel="niet-akkoord", tekst="Dit had ik willen zeggen.")
    assert tom.status == 409
    text = checked(tom.html).text()
    assert "Uw antwoord is niet bewaard." in text
    assert "Dit had ik willen zeggen." in text


def test_an_answer_is_taken_back_with_a_reason(town: Town, asked: str) -> None:
    tom = town.browser("tom")
    give(tom, asked, oordeel="akkoord")
    give_back = f"{asked}/terugnemen"
    page = checked(tom.get(asked))
    assert "Neem uw antwoord terug" in page.text()
    hidden = dict(re.findall(r'type="hidden" name="(revisie)" value="(\d+)"', tom.html))
    tom.post(give_back, **hidden, reden="")
    assert tom.status == 422
    tom.post(give_back, **hidden, reden="Ik las iets over het hoofd.")
    assert tom.status == 303
    text = checked(tom.get(PLACE)).text()
    assert "Op 2 antwoorden." in text
    assert "Eerdere adviezen en parafen (1)" in text


def test_the_steller_asks_another(town: Town, asked: str) -> None:
    anna = town.browser("anna")
    checked(anna.get(asked))
    hidden = dict(re.findall(r'type="hidden" name="(revisie)" value="(\d+)"', anna.html))
    anna.post(f"{asked}/vervanger", **hidden, persoon=str(town.people["carla"].id), reden="Druk.")
    assert anna.status == 422
    anna.post(f"{asked}/vervanger", **hidden, persoon=str(town.people["tom"].id), reden="De jurist is ziek.")
    assert anna.status == 303
    assert "Gevraagd aan: Tom." in checked(anna.get(PLACE)).text()


def test_the_steller_cannot_advise_on_the_own_piece(town: Town, asked: str) -> None:
    anna = town.browser("anna")
    page = checked(anna.get(asked))
    assert "Dit is niet aan u gevraagd." in page.text()
    hidden = dict(re.findall(r'type="hidden" name="(revisie)" value="(\d+)"', anna.html))
    anna.post(asked, **hidden, versie="1", oordeel="akkoord")
    assert anna.status == 403


@pytest.mark.parametrize("who", ["wil", "raf", "agnes", "bas", "beer"])
def test_who_may_not_know_of_the_dossier_finds_nothing(town: Town, asked: str, who: str) -> None:
    browser = town.browser(who)
    browser.get(asked)
    assert browser.status == 404
    for place in (asked, f"{asked}/terugnemen", f"{asked}/vervanger"):
        browser.get("/mijn-werk")
        browser.post(place, revisie="1", versie="1", oordeel="akkoord", reden="x", persoon="1")
        assert browser.status == 404, place


def test_a_revision_that_is_no_number_is_refused(town: Town, asked: str) -> None:
    tom = town.browser("tom")
    tom.get(asked)
    tom.post(asked, revisie="x", versie="1", oordeel="akkoord")
    assert tom.status == 400


def test_my_work_leads_to_the_request_and_the_steller_sees_whom_to_wait_for(town: Town, asked: str) -> None:
    html = town.browser("tom").get("/mijn-werk")
    assert f'href="{asked}"' in html
    assert f"Geef uw advies: {JURIST}" in checked(html).text()
    released = release_proposal(
        town.world,
        town.actor("anna"),
        NUMBER,
        revision=rev(town.world, NUMBER),
        deviation="De school begint in augustus.",
    )
    assert not isinstance(released, tuple)
    text = checked(town.browser("anna").get("/mijn-werk")).text()
    assert f"{JURIST} (nog niemand met deze functie)" in text
