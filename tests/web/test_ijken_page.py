from __future__ import annotations

import io
import json
import re

import pytest
from dossier_world import FIRST, SECOND, Town
from page_checks import checked

from sdprocess.domain.calibration import Audience
from sdprocess.services.add_calibration_document import add_upload
from sdprocess.services.queries_calibration import calibration_page
from sdprocess.services.save_readings import NewReading, hand_in, save_readings
from sdprocess.services.take_calibration_seat import take_seat

PASSAGE = "De raad stelde op 12 maart 2024 het beleidsplan Bestaanszekerheid vast."


def questions(town: Town) -> list[str]:
    return [q.id for q in town.world.library.checklist("raadsvoorstel").questions]


def added(town: Town, text: str = SECOND, name: str = "budget.md") -> int:
    return add_upload(town.world, town.actor("tom"), filename=name, data=text.encode(), audience=Audience.BOTH).id


def read_all(town: Town, who: str, document: int, **others: str) -> None:
    take_seat(town.world, town.actor(who), document)
    answers = [NewReading(q, others.get(q, "ja"), (PASSAGE,)) for q in questions(town)]
    save_readings(town.world, town.actor(who), document, answers)
    hand_in(town.world, town.actor(who), document)


@pytest.fixture
def document(town: Town) -> int:
    return added(town)


@pytest.fixture
def differing(town: Town, document: int) -> int:
    """Read by Tom and Anna, who differ on A1."""
    read_all(town, "tom", document)
    read_all(town, "anna", document, A1="nvt")
    return document


def test_every_page_is_valid_named_and_labelled(town: Town, differing: int) -> None:
    other = added(town, FIRST, "ander.md")
    take_seat(town.world, town.actor("wil"), other)
    browser = town.browser("wil")
    for address in (
        "/ijken",
        f"/ijken/{differing}",
        f"/ijken/{differing}/verschillen",
        "/ijken/uitkomst",
        f"/ijken/{other}",
        f"/ijken/{other}/lezen",
    ):
        checked(browser.get(address))
        assert browser.status == 200, address


def test_a_file_is_added_for_the_own_side(town: Town) -> None:
    browser = town.browser("tom")
    checked(browser.get("/ijken"))
    browser.post("/ijken/bestand", bestand=(io.BytesIO(FIRST.encode()), "concept plan.md"), publiek="college")
    assert browser.status == 303
    assert "concept plan staat in de lijst" in browser.get(browser.location)
    assert "concept plan" in browser.get("/ijken")
    assert "concept plan" not in town.browser("wil").get("/ijken")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({}, "Kies een bestand.", id="no file"),
        pytest.param({"bestand": (b"PK\x03\x04", "stuk.docx")}, "beschadigd", id="unreadable"),
        pytest.param({"bestand": (SECOND.encode(), "budget.md")}, "Er staat al een stuk met deze naam", id="known"),
    ],
)
def test_a_file_that_cannot_be_added_is_told_at_the_field(
    town: Town, document: int, fields: dict[str, tuple[bytes, str]], said: str
) -> None:
    browser = town.browser("tom")
    browser.get("/ijken")
    sent = {key: (io.BytesIO(data), name) for key, (data, name) in fields.items()}
    page = checked(browser.post("/ijken/bestand", publiek="allen", **sent))
    assert browser.status == 422
    assert said in page.text()


def test_a_choice_of_readers_that_was_not_offered_becomes_the_own_side(town: Town) -> None:
    browser = town.browser("tom")
    browser.get("/ijken")
    browser.post("/ijken/bestand", bestand=(io.BytesIO(FIRST.encode()), "stil.md"), publiek="iedereen")
    assert browser.status == 303
    assert "stil" not in town.browser("wil").get("/ijken")


def test_a_released_proposal_is_chosen_from_a_list(town: Town) -> None:
    browser = town.browser("wil")
    assert "2026-002 Bibliotheek in Oosterdam" in browser.get("/ijken")
    assert "2026-001" not in browser.html
    page = checked(browser.post("/ijken/voorstel", nummer="2026-001"))
    assert browser.status == 422
    assert "Kies een vrijgegeven voorstel" in page.text()
    browser.get("/ijken")
    browser.post("/ijken/voorstel", nummer="2026-002")
    assert browser.status == 303
    assert "2026-002-versie-1" in browser.get(browser.location)


def test_a_reader_saves_in_parts_and_finds_everything_back(town: Town, document: int) -> None:
    browser = town.browser("anna")
    browser.get(f"/ijken/{document}")
    browser.post(f"/ijken/{document}/lezer")
    assert browser.location == f"/ijken/{document}/lezen"
    browser.get(browser.location)
    fields = {"A1__antwoord": "ja", "A1__citaten": PASSAGE.upper(), "A1__reden": "Helder.", "B1__antwoord": "nee"}
    browser.post(f"/ijken/{document}/lezen", criterium="A", **fields)
    assert browser.status == 303
    assert browser.location.endswith("/lezen#criterium-A")
    page = browser.get(f"/ijken/{document}/lezen")
    assert re.search(rf">\s*{re.escape(PASSAGE.rstrip('.'))}\.?</textarea>", page)
    assert "Helder." in page
    assert re.search(r'value="nee" checked', page)
    assert "2 van 26 vragen beantwoord" in page


def test_what_was_typed_comes_back_when_one_passage_is_not_in_the_text(town: Town, document: int) -> None:
    browser = town.browser("anna")
    take_seat(town.world, town.actor("anna"), document)
    browser.get(f"/ijken/{document}/lezen")
    page = checked(
        browser.post(
            f"/ijken/{document}/lezen",
            A1__antwoord="ja",
            A1__citaten="Deze woorden staan nergens in het hele stuk",
            C1__antwoord="deels",
            C1__reden="Hier twijfel ik over.",
        )
    )
    assert browser.status == 422
    assert "A1: Deze woorden staan niet zo in het voorstel" in page.text()
    assert "Deze woorden staan nergens in het hele stuk" in page.text()
    assert "Hier twijfel ik over." in page.text()
    assert re.search(r'id="C1-antwoord-deels" value="deels" checked', browser.html)
    assert calibration_page(town.world, town.actor("anna"), document).own == {}


def test_handing_in_with_questions_left_names_them_and_keeps_the_rest(town: Town, document: int) -> None:
    browser = town.browser("anna")
    take_seat(town.world, town.actor("anna"), document)
    browser.get(f"/ijken/{document}/lezen")
    page = checked(browser.post(f"/ijken/{document}/lezen", klaar="ja", A1__antwoord="ja"))
    assert browser.status == 422
    assert "P1: Deze vraag heeft nog geen antwoord." in page.text()
    assert "A1: Deze vraag" not in page.text()
    assert set(calibration_page(town.world, town.actor("anna"), document).own) == {"A1"}
    rest = {f"{q}__antwoord": "deels" for q in questions(town)}
    browser.post(f"/ijken/{document}/lezen", klaar="ja", **rest)
    assert browser.location == f"/ijken/{document}"
    assert "U bent klaar met dit stuk" in browser.get(browser.location)
    browser.get(f"/ijken/{document}/lezen")
    assert browser.status == 303


def test_answers_sent_after_handing_in_come_back_on_the_page(town: Town, document: int) -> None:
    browser = town.browser("anna")
    take_seat(town.world, town.actor("anna"), document)
    browser.get(f"/ijken/{document}/lezen")
    save_readings(town.world, town.actor("anna"), document, [NewReading(q, "ja") for q in questions(town)])
    hand_in(town.world, town.actor("anna"), document)
    page = checked(browser.post(f"/ijken/{document}/lezen", A1__antwoord="nee", A1__reden="Toch maar open."))
    assert browser.status == 409
    assert "al ingeleverd" in page.text()
    assert "Toch maar open." in page.text()


def test_neither_the_toets_nor_the_other_reader_is_shown_before_both_are_done(town: Town, document: int) -> None:
    take_seat(town.world, town.actor("tom"), document)
    save_readings(town.world, town.actor("tom"), document, [NewReading("A1", "nvt", (), "Mijn geheime opmerking.")])
    take_seat(town.world, town.actor("anna"), document)
    browser = town.browser("anna")
    for address in ("/ijken", f"/ijken/{document}", f"/ijken/{document}/lezen", "/ijken/uitkomst"):
        page = browser.get(address)
        assert browser.status == 200
        assert "geheime opmerking" not in page
        assert 'class="oordeel' not in page
        assert "<mark" not in page
    browser.get(f"/ijken/{document}/verschillen")
    assert browser.status == 303
    assert browser.get("/ijken/labels.jsonl") == ""


def test_a_third_settles_and_the_outcome_and_the_labels_follow(town: Town, differing: int) -> None:
    browser = town.browser("wil")
    assert "Nog 1 stuk is niet klaar" not in browser.get("/ijken/uitkomst")
    assert "Er is nog geen stuk helemaal klaar" in browser.html
    assert PASSAGE in browser.get(f"/ijken/{differing}/verschillen")
    browser.post(f"/ijken/{differing}/verschillen", A1__antwoord="ja", A1__citaten=PASSAGE)
    assert browser.status == 422
    assert "Schrijf op waarom dit antwoord telt" in browser.html
    browser.post(f"/ijken/{differing}/verschillen", A1__antwoord="ja", A1__citaten=PASSAGE, A1__reden="Dat staat er.")
    assert browser.status == 303
    assert "beslist door Wil: Dat staat er." in " ".join(browser.get(browser.location).split())
    page = checked(browser.get("/ijken/uitkomst"))
    assert "Waar het oordeel viel" in page.text()
    assert "de lezers onderling" in page.text()
    lines = [json.loads(line) for line in browser.get("/ijken/labels.jsonl").splitlines()]
    assert len(lines) == len(questions(town))
    assert lines[0] == {
        "doc": "budget", "q": "A1", "label": "ja", "quotes": [PASSAGE], "a": "ja", "b": "nvt", "bron": "dubbel"
    }  # fmt: skip


def test_a_reader_settles_only_together_with_the_other(town: Town, differing: int) -> None:
    browser = town.browser("anna")
    browser.get(f"/ijken/{differing}/verschillen")
    answer = {"A1__antwoord": "ja", "A1__reden": "Samen nagelezen."}
    page = checked(browser.post(f"/ijken/{differing}/verschillen", **answer))
    assert browser.status == 422
    assert "Beslis samen met de andere lezer" in page.text()
    assert "Samen nagelezen." in page.text()
    browser.post(f"/ijken/{differing}/verschillen", samen="y", **answer)
    assert browser.status == 303
    assert "samen beslist, vastgelegd door Anna" in browser.get(browser.location)


@pytest.mark.parametrize(
    ("who", "said"), [("anna", "U bent al lezer van dit stuk."), ("wil", "Dit stuk heeft al twee lezers.")]
)
def test_a_seat_that_cannot_be_taken_says_why(town: Town, document: int, who: str, said: str) -> None:
    for reader in ("anna", "tom"):
        take_seat(town.world, town.actor(reader), document)
    browser = town.browser(who)
    browser.get("/ijken")
    browser.post(f"/ijken/{document}/lezer")
    assert browser.location == f"/ijken/{document}"
    assert said in browser.get(browser.location)


@pytest.mark.parametrize("address", ["/ijken/{}", "/ijken/{}/lezen", "/ijken/{}/verschillen"])
def test_a_document_of_the_other_side_does_not_exist(town: Town, address: str) -> None:
    hidden = add_upload(
        town.world, town.actor("tom"), filename="stil.md", data=FIRST.encode(), audience=Audience.COLLEGE
    ).id
    browser = town.browser("wil")
    browser.get(address.format(hidden))
    assert browser.status == 404
    assert "stil" not in browser.html
