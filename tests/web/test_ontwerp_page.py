"""The pages of the procesontwerp: begin, fill in, save as you go, lose a race, comment, adopt, take along."""

from __future__ import annotations

import html
import io
import re

import pytest
from docx import Document
from dossier_world import FIRST
from page_checks import checked

from sdprocess.domain.dossier import Side
from sdprocess.engine.move import Moved
from sdprocess.services.add_version import add_version
from sdprocess.services.move_dossier import move_dossier
from sdprocess.services.open_dossier import open_dossier

BASE = "procesontwerp-groot"


@pytest.fixture
def number(town) -> str:
    """A dossier that the council side sees from its first day."""
    made = open_dossier(
        town.world, town.actor("anna"), title="Armoede in de dorpen", about="Rondkomen lukt", theme="minima",
        portfolio="wethouder Smit", kader_id="beleidsproces",
    )  # fmt: skip
    assert made.side is Side.COUNCIL
    return made.number


@pytest.fixture
def wil(town, number):
    """The griffier, who has begun a procesontwerp."""
    browser = town.browser("wil")
    browser.get(f"/dossiers/{number}/procesontwerp")
    browser.post(f"/dossiers/{number}/procesontwerp", kader=BASE)
    assert browser.status == 303
    return browser


def revision(source: str) -> str:
    return re.search(r'name="revisie" value="(\d+)"', source)[1]


def fields_of(source: str) -> dict[str, list[str]]:
    """What a browser would send of the first form with this anchor: enough for these pages."""
    form = source[source.index("data-vanzelf") : source.index("ontwerp__knoppen")]
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]+>", form):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        kind = re.search(r'type="(\w+)"', tag)[1]
        if name and (kind not in ("radio", "checkbox") or " checked" in tag):
            found.setdefault(name[1], []).append(value[1] if value else "")
    for name, text in re.findall(r'<textarea[^>]+name="([^"]+)"[^>]*>([^<]*)</textarea>', form):
        found.setdefault(name, []).append(text)
    return {name: [html.unescape(text) for text in texts] for name, texts in found.items()}


def saved(browser, number: str, page: str, **changes: object) -> None:
    address = f"/dossiers/{number}/procesontwerp/{page}"
    browser.get(address)
    fields = {**fields_of(browser.html), **{k.replace("__", "-"): v for k, v in changes.items()}}
    fields.pop("csrf_token")
    browser.post(address, **fields)
    assert browser.status == 303, browser.html


def test_the_griffie_begins_a_design_and_fills_in_every_choice(town, number, wil) -> None:
    saved(wil, number, "opzet", schrijver="samen", vaststellen="vaststelling", orgaan="de raad", reikwijdte="inhoud",
          kaders="Niemand raakt zijn huis kwijt.\n\nHulp is dichtbij.")  # fmt: skip
    saved(wil, number, "samenleving", samenleving="Wij horen wie het betreft.", vraag__informeren="raadplegen")
    saved(wil, number, "planning", raadsdatum="17-06-2027", eind__informeren="maart 2027", duur__informeren="6 weken")
    saved(wil, number, "organisatie", regisseur="de griffier", organisator__informeren="griffie",
          afstemming="Elke maand overleg.", beslist="het presidium")  # fmt: skip
    shown = wil.get(f"/dossiers/{number}/procesontwerp")
    checked(shown)
    for words in (
        "een medewerker en een raadsadviseur samen",
        "<li>Hulp is dichtbij.</li>",
        "raadplegen: zij geven hun mening",
        "31 maart 2027",
        "ligt bij de griffier",
        "dan beslist het presidium",
    ):
        assert words in shown
    assert "[Nog te kiezen" not in shown


@pytest.mark.parametrize("page", ["opzet", "stappen", "samenleving", "planning", "organisatie"])
def test_a_page_that_is_sent_as_it_came_changes_nothing(number, wil, page) -> None:
    before = revision(wil.get(f"/dossiers/{number}/procesontwerp/{page}"))
    checked(wil.html)
    saved(wil, number, page)
    assert revision(wil.get(f"/dossiers/{number}/procesontwerp/{page}")) == before


def test_a_step_is_renamed_left_out_moved_and_repeated(number, wil) -> None:
    address = f"/dossiers/{number}/procesontwerp/stappen"
    saved(wil, number, "stappen", titel__informeren="Luisteren", mee__terugkijken="", plek__discussienotitie="3",
          info__informeren=["nu", "anders"], notitie__discussienotitie=["gelijk", "kosten"])  # fmt: skip
    shown = wil.get(f"/dossiers/{number}/procesontwerp")
    steps = re.findall(r'tijdlijn__titel">\d+\. ([^<]+)<', shown)
    assert [s.replace("\u00ad", "") for s in steps][:4] == [
        "Procesontwerp maken", "Procesontwerp in de raad", "Discussienotitie schrijven", "Luisteren",
    ]  # fmt: skip
    assert "Wat doen we nu, hoe doen we dat" in shown
    assert "de kosten van elke route" in shown
    wil.get(address)
    fields = fields_of(wil.html)
    fields.pop("csrf_token")
    wil.post(address, **fields, herhaal="informeren")
    assert "Luisteren (ronde 2)" in wil.get(address)


def test_a_first_step_cannot_be_left_out_and_what_was_typed_stays(number, wil) -> None:
    address = f"/dossiers/{number}/procesontwerp/stappen"
    wil.get(address)
    fields = {**fields_of(wil.html), "mee-procesontwerp": "", "titel-informeren": ""}
    fields.pop("csrf_token")
    wil.post(address, **fields)
    assert wil.status == 422
    checked(wil.html)
    assert "Deze stap kan niet weg: het proces begint ermee" in wil.html


def test_a_moment_that_is_none_is_told_at_its_field(number, wil) -> None:
    address = f"/dossiers/{number}/procesontwerp/planning"
    wil.get(address)
    fields = {**fields_of(wil.html), "eind-informeren": "binnenkort"}
    fields.pop("csrf_token")
    wil.post(address, **fields)
    assert wil.status == 422
    assert 'id="eind-informeren-fout"' in wil.html
    assert 'value="binnenkort"' in wil.html


def test_who_comes_second_keeps_the_text_and_sees_both(town, number, wil) -> None:
    agnes = town.browser("agnes")
    address = f"/dossiers/{number}/procesontwerp/opzet"
    agnes.get(address)
    theirs = {**fields_of(agnes.html), "schrijvers": "Agnes <b>zelf</b>"}
    theirs.pop("csrf_token")
    saved(wil, number, "opzet", schrijvers="Wil en Joost")
    agnes.post(address, **theirs)
    assert agnes.status == 409
    checked(agnes.html)
    assert "Iemand anders was u voor" in agnes.html
    assert "<td>Wil en Joost</td><td>Agnes &lt;b&gt;zelf&lt;/b&gt;</td>" in agnes.html
    again = fields_of(agnes.html)
    again.pop("csrf_token")
    agnes.post(address, **again)
    assert agnes.status == 303
    assert "Agnes &lt;b&gt;zelf" in agnes.get(address)


def test_a_page_that_saves_by_itself_gets_a_short_answer(number, wil) -> None:
    address = f"/dossiers/{number}/procesontwerp/opzet"
    wil.get(address)
    fields = {**fields_of(wil.html), "schrijvers": "Pia"}
    answer = wil.client.post(address, data=fields, headers={"X-Bewaar-Vanzelf": "ja"})
    assert answer.status_code == 200
    assert answer.json["revisie"] == int(fields["revisie"][0]) + 1
    assert answer.json["gezegd"] == "Vanzelf bewaard."
    stale = wil.client.post(address, data={**fields, "schrijvers": "Jan"}, headers={"X-Bewaar-Vanzelf": "ja"})
    assert (stale.status_code, "html" in stale.json) == (409, False)


def test_a_date_that_cannot_be_met_is_hatched_with_its_reason(number, wil) -> None:
    saved(wil, number, "planning", raadsdatum="28-01-2027")
    shown = wil.get(f"/dossiers/{number}/procesontwerp/planning")
    checked(shown)
    assert "Deze planning kan niet." in shown
    assert "tijdlijn__periode--kan-niet" in shown
    assert "arcering" in shown


def test_comments_and_versions_stay_with_who_and_when(town, number, wil) -> None:
    raf = town.browser("raf")
    raf.get(f"/dossiers/{number}/procesontwerp")
    assert "Vul het procesontwerp in" not in raf.html
    raf.post(f"/dossiers/{number}/procesontwerp/opmerking", opmerking="Vraag ook <i>jongeren</i>.")
    shown = wil.get(f"/dossiers/{number}/procesontwerp")
    assert "Vraag ook &lt;i&gt;jongeren&lt;/i&gt;." in shown
    assert "· Raf" in shown
    wil.post(f"/dossiers/{number}/procesontwerp/versie", notitie="na het gesprek", revisie=revision(shown))
    saved(wil, number, "opzet", schrijvers="Later")
    checked(wil.get(f"/dossiers/{number}/procesontwerp"))
    assert "Versie 1</a>: na het gesprek" in wil.html
    checked(wil.get(f"/dossiers/{number}/procesontwerp/versie/1"))
    assert "Later" not in wil.html


def test_an_adopted_design_is_the_kader_of_the_dossier(town, number, wil) -> None:
    saved(wil, number, "opzet", vaststellen="vaststelling", orgaan="de raad")
    shown = wil.get(f"/dossiers/{number}/procesontwerp")
    wil.post(
        f"/dossiers/{number}/procesontwerp/vaststellen", revisie=revision(shown), dossier=town.revision(number),
        dag="2026-11-26", orgaan="de raad", plaats="procesontwerp",
    )  # fmt: skip
    assert wil.status == 303, wil.html
    checked(wil.get(f"/dossiers/{number}/procesontwerp"))
    assert "Procesontwerp vastgesteld door de raad op donderdag 26 november 2026." in wil.html
    page = wil.get(f"/dossiers/{number}")
    checked(page)
    assert "kader: Procesontwerp: Armoede in de dorpen" in page
    assert "Leg het procesontwerp voor aan de raad" in page
    wil.get(f"/dossiers/{number}/procesontwerp/opzet")
    assert wil.status == 403


def adopted(town, number: str, wil, **changes: str) -> None:
    shown = wil.get(f"/dossiers/{number}/procesontwerp")
    fields = {"revisie": revision(shown), "dossier": town.revision(number), "dag": "2026-11-26", "orgaan": "de raad",
              "plaats": "procesontwerp"} | changes  # fmt: skip
    wil.post(f"/dossiers/{number}/procesontwerp/vaststellen", **fields)
    assert wil.status == 303, wil.html


def test_an_adopted_design_is_amended_and_the_old_one_stays_to_read(town, number, wil) -> None:
    here = f"/dossiers/{number}/procesontwerp"
    saved(wil, number, "opzet", vaststellen="vaststelling", orgaan="de raad")
    saved(wil, number, "organisatie", beslist="het presidium")
    adopted(town, number, wil)
    wil.get(here)
    assert "Volgens dit ontwerp beslist dan: <strong>het presidium</strong>" in wil.html
    wil.post(f"{here}/wijzigen")
    assert wil.status == 303
    saved(wil, number, "stappen", mee__terugkijken="", titel__informeren="Luisteren")
    checked(wil.get(here))
    assert "Dit is een wijziging van een vastgesteld ontwerp." in wil.html
    assert "blijft Procesontwerp maken" in wil.html
    assert "niet meer gepland" in wil.html
    assert "Deze planning geldt pas als zij instemmen:</strong> het presidium." in wil.html
    checked(wil.get(f"{here}/verschil?oud=1"))
    assert "<ins>Luisteren</ins>" in wil.html
    adopted(town, number, wil, orgaan="het presidium")
    checked(wil.get(here))
    assert "Procesontwerp vastgesteld door het presidium op donderdag 26 november 2026." in wil.html
    raf = town.browser("raf")
    checked(raf.get(f"{here}/vastgesteld/1"))
    assert "Dit ontwerp gold tot" in raf.html
    assert "Terugkijken met partners" in raf.html
    assert "Begin een wijziging" not in raf.get(here)


def test_an_amendment_is_stopped_and_taken_back_by_who_directs(town, number, wil) -> None:
    here = f"/dossiers/{number}/procesontwerp"
    saved(wil, number, "opzet", vaststellen="vaststelling")
    adopted(town, number, wil)
    wil.get(here)
    wil.post(f"{here}/wijzigen")
    shown = wil.get(here)
    wil.post(f"{here}/wijziging-stoppen", revisie=revision(shown))
    wil.get(here)
    assert "De wijziging gaat niet door." in wil.html
    wil.post(f"{here}/wijzigen")
    saved(wil, number, "stappen", titel__informeren="Luisteren")
    adopted(town, number, wil)
    wil.get(here)
    assert "Neem de laatste wijziging terug" in wil.html
    wil.post(f"{here}/terugnemen", dossier=town.revision(number))
    checked(wil.get(here))
    assert "De wijziging van het procesontwerp is teruggenomen." in wil.html
    assert "weer het ontwerp dat is vastgesteld" in wil.html
    wil.post(f"{here}/terugnemen", dossier=town.revision(number))
    assert "Er is geen wijziging om terug te nemen" in wil.get(here)


def test_who_reads_no_concepts_reads_the_design_that_holds(town, number, wil) -> None:
    here = f"/dossiers/{number}/procesontwerp"
    saved(wil, number, "opzet", vaststellen="vaststelling")
    adopted(town, number, wil)
    for move in ("leg-procesontwerp-voor", "stel-procesontwerp-vast"):
        moved = move_dossier(town.world, town.actor("wil"), number, transition=move, revision=town.revision(number))
        assert isinstance(moved, Moved), moved
    wil.get(here)
    wil.post(f"{here}/wijzigen")
    saved(wil, number, "stappen", titel__informeren="Geheim gefluister")
    checked(wil.get(f"{here}?plaats=discussienotitie"))
    assert "Geheim gefluister → Discussienotitie schrijven" not in wil.html
    assert "Informeren → Discussienotitie schrijven" in wil.html
    for name, reads in (("raf", True), ("beer", False)):
        browser = town.browser(name)
        checked(browser.get(here))
        assert ("Geheim gefluister" in browser.html) is reads
        assert "Ontwerp 1</a>" in browser.html
        browser.get(f"{here}/verschil?oud=1")
        assert (browser.status == 200) is reads


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"dag": "2027-01-01"}, "Deze dag moet nog komen."),
        ({"dag": "gisteren"}, "Dit is geen datum."),
        ({"orgaan": ""}, "Vul in wie dit heeft besloten."),
        ({"plaats": "nergens"}, "Kies een van de mogelijkheden."),
    ],
)
def test_what_is_missing_for_adopting_is_told(town, number, wil, changes, said) -> None:
    saved(wil, number, "opzet", vaststellen="kennisgeving")
    shown = wil.get(f"/dossiers/{number}/procesontwerp")
    fields = {"revisie": revision(shown), "dossier": town.revision(number), "dag": "2026-11-26", "orgaan": "de raad",
              "plaats": "procesontwerp"} | changes  # fmt: skip
    wil.post(f"/dossiers/{number}/procesontwerp/vaststellen", **fields)
    assert wil.status == 422
    assert said in wil.html


def test_a_councillor_reads_a_concept_and_does_not_write_it(town, number, wil) -> None:
    raf = town.browser("raf")
    checked(raf.get(f"/dossiers/{number}/procesontwerp"))
    raf.get(f"/dossiers/{number}/procesontwerp/opzet")
    assert raf.status == 403


def test_a_design_of_a_draft_of_the_college_does_not_exist_for_the_council_side(town) -> None:
    for name in ("wil", "raf", "agnes"):
        browser = town.browser(name)
        browser.get("/dossiers/2026-001/procesontwerp")
        assert browser.status == 404
        browser.get("/dossiers/2026-001/procesontwerp/startnotitie.pdf")
        assert browser.status == 404


def test_the_startnotitie_is_taken_along(number, wil) -> None:
    saved(wil, number, "organisatie", regisseur="de griffier")
    answer = wil.client.get(f"/dossiers/{number}/procesontwerp/startnotitie.docx")
    assert "De regie over het proces ligt bij de griffier." in "\n".join(
        p.text for p in Document(io.BytesIO(answer.data)).paragraphs
    )
    answer = wil.client.get(f"/dossiers/{number}/procesontwerp/startnotitie.pdf")
    assert (answer.mimetype, answer.data[:4]) == ("application/pdf", b"%PDF")


def test_adopted_frames_stand_beside_criterion_a_of_the_proposal(town, number, wil) -> None:
    saved(wil, number, "opzet", vaststellen="kennisgeving", reikwijdte="inhoud",
          kaders="Er komt budgetcoaching voor minima.\nNiemand verliest zijn woning.")  # fmt: skip
    shown = wil.get(f"/dossiers/{number}/procesontwerp")
    wil.post(f"/dossiers/{number}/procesontwerp/vaststellen", revisie=revision(shown), dossier=town.revision(number),
             dag="2026-11-26", orgaan="de agendacommissie", plaats="procesontwerp")  # fmt: skip
    assert wil.status == 303
    add_version(town.world, town.actor("anna"), number, filename="concept.md", data=FIRST.encode(),
                revision=town.revision(number))  # fmt: skip
    page = town.browser("anna").get(f"/dossiers/{number}/voorstel")
    checked(page)
    assert re.search(r"Er komt budgetcoaching voor minima\. <span class=.label.>genoemd", page)
    assert re.search(r"Niemand verliest zijn woning\. <span class=.label.>niet gevonden", page)


def test_the_start_page_advises_when_a_heavy_process_is_worth_it(town, number) -> None:
    wil = town.browser("wil")
    checked(wil.get(f"/dossiers/{number}/procesontwerp"))
    assert "Advies:" not in wil.html
    address = f"/dossiers/{number}/procesontwerp?advies=ja"
    assert "Advies: de lichte weg." in wil.get(address)
    wil.get(address + "&kenmerk=inwoners&kenmerk=velden&kenmerk=geld&kenmerk=keuzes")
    checked(wil.html)
    assert "Advies: een procesontwerp." in wil.html
