from __future__ import annotations

import csv
import io
import re

import pytest
from dossier_world import HOSTILE, TITLES, Town
from page_checks import checked

FILTERS = [
    "",
    "zoek=bibliotheek",
    "stap=voorbereiden",
    "mijn=ja",
    "kader=licht",
    "thema=Bestaanszekerheid",
    "te-laat=ja",
]


def numbers(html: str) -> list[str]:
    """The dossiers on the page, in order."""
    return list(dict.fromkeys(re.findall(r'href="/dossiers/(\d{4}-\d{3})"', html)))


@pytest.mark.parametrize(
    "address", ["/dossiers", "/dossiers?weergave=tabel", "/dossiers?weergave=tijdlijn", "/dossiers/nieuw"]
)
def test_the_page_is_valid_named_and_labelled(town: Town, address: str) -> None:
    page = checked(town.browser("anna").get(address))
    assert "script" not in [e.tag for e in page.all("main")[0].iter()]


@pytest.mark.parametrize("given", FILTERS, ids=[f or "geen" for f in FILTERS])
def test_board_and_table_show_the_same_dossiers_for_the_same_address(town: Town, given: str) -> None:
    browser = town.browser("anna")
    board = numbers(browser.get(f"/dossiers?{given}"))
    table = numbers(browser.get(f"/dossiers?weergave=tabel&{given}"))
    timeline = numbers(browser.get(f"/dossiers?weergave=tijdlijn&{given}"))
    assert sorted(board) == sorted(table) == sorted(timeline)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("", ["2026-001", "2026-002", "2026-003"], id="everything"),
        pytest.param("zoek=bibliotheek", ["2026-002"], id="words of the title"),
        pytest.param("stap=voorbereiden", ["2026-001", "2026-003"], id="policy step"),
        pytest.param("thema=Bestaat+niet", [], id="unknown theme"),
        pytest.param("te-laat=ja", [], id="nothing is late yet"),
        pytest.param("sorteer=%27;drop", ["2026-001", "2026-002", "2026-003"], id="unknown order"),
        pytest.param("pagina=abc", ["2026-001", "2026-002", "2026-003"], id="unknown page"),
    ],
)
def test_the_filter_in_the_address_decides_what_is_shown(town: Town, given: str, expected: list[str]) -> None:
    browser = town.browser("anna")
    assert sorted(numbers(browser.get(f"/dossiers?{given}"))) == expected
    assert browser.status == 200


def test_the_board_has_the_six_steps_as_headings_in_order(town: Town) -> None:
    page = checked(town.browser("anna").get("/dossiers"))
    steps = [h.get("id") for h in page.all("h2") if (h.get("id") or "").startswith("stap-")]
    assert steps == [
        f"stap-{s}" for s in ("agenderen", "voorbereiden", "vaststellen", "uitvoeren", "evalueren", "aanpassen")
    ]


@pytest.mark.parametrize(("order", "first"), [("titel", "2026-003"), ("-titel", "2026-001"), ("-nummer", "2026-003")])
def test_a_column_heading_sorts_the_table_both_ways(town: Town, order: str, first: str) -> None:
    html = town.browser("anna").get(f"/dossiers?weergave=tabel&sorteer={order}")
    assert numbers(html)[0] == first
    assert f'aria-sort="{"descending" if order.startswith("-") else "ascending"}"' in html


def test_a_term_that_passed_is_said_in_words_and_found_with_the_filter(town: Town) -> None:
    town.clock.forward(days=35)
    html = town.browser("anna").get("/dossiers?te-laat=ja")
    assert sorted(numbers(html)) == ["2026-001", "2026-003"]
    assert re.search(r"\d+ werkdagen te laat", html)


def test_a_move_that_cannot_be_made_is_shown_with_its_reason(town: Town) -> None:
    html = town.browser("anna").get("/dossiers?zoek=Budgetcoaching")
    assert re.search(r"<button[^>]+disabled[^>]*>Vraag een collega om te toetsen</button>", html)
    assert "Nog open: A1, A2" in html


@pytest.mark.parametrize("role", ["raf", "wil", "agnes"])
@pytest.mark.parametrize(
    "address", ["/dossiers", "/dossiers?weergave=tabel", "/dossiers/lijst.csv", "/dossiers?zoek=Budget"]
)
def test_the_council_side_sees_no_trace_of_a_college_draft(town: Town, role: str, address: str) -> None:
    html = town.browser(role).get(address)
    assert TITLES["2026-001"] not in html
    assert "2026-001" not in html


def test_the_csv_is_for_dutch_excel_and_runs_no_formula(town: Town) -> None:
    response = town.browser("anna").client.get("/dossiers/lijst.csv?sorteer=nummer")
    assert response.mimetype == "text/csv"
    text = response.get_data().decode("utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:]), delimiter=";"))
    assert [row["Nummer"] for row in rows] == ["2026-001", "2026-002", "2026-003"]
    assert rows[2]["Titel"] == f"'{HOSTILE}"


def test_a_title_from_outside_never_becomes_markup(town: Town) -> None:
    for address in ("/dossiers", "/dossiers?weergave=tabel", '/dossiers?zoek="><script>alert(1)</script>'):
        html = town.browser("anna").get(address)
        assert "<script>alert" not in html


class TestOpening:
    """Opening a dossier."""

    FIELDS = {  # noqa: RUF012  read only
        "titel": "Dagbesteding dichtbij",
        "onderwerp": "Ouderen kunnen in hun eigen dorp terecht.",
        "thema": "Zorg",
        "portefeuille": "Zorg en welzijn",
        "kader": "licht",
    }

    def test_a_steller_opens_a_dossier_and_comes_where_the_draft_is_uploaded(self, town: Town) -> None:
        browser = town.browser("bas")
        browser.get("/dossiers/nieuw")
        browser.post("/dossiers/nieuw", **self.FIELDS, raadsvergadering="2027-03-04")
        assert browser.status == 303
        page = checked(browser.get(browser.location))
        assert "Dagbesteding dichtbij" in page.text()
        assert "donderdag 4 maart 2027" in page.text()
        assert 'href="#bestand"' in browser.html

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("titel", " "),
            ("onderwerp", ""),
            ("thema", ""),
            ("portefeuille", ""),
            ("kader", "bestaat-niet"),
            ("raadsvergadering", "31-02-2027"),
            ("titel", "x" * 201),
            ("vorig", "2026-999"),
        ],
    )
    def test_a_mistake_is_named_with_a_link_to_its_field_and_nothing_typed_is_lost(
        self, town: Town, field: str, value: str
    ) -> None:
        browser = town.browser("anna")
        browser.get("/dossiers/nieuw")
        browser.post("/dossiers/nieuw", **{**self.FIELDS, field: value})
        assert browser.status == 422
        page = checked(browser.html)
        assert f'<a href="#{field}">' in browser.html
        kept = self.FIELDS["onderwerp"] if field != "onderwerp" else self.FIELDS["titel"]
        assert kept in page.html

    def test_a_dossier_continues_an_earlier_one_and_both_link_to_each_other(self, town: Town) -> None:
        browser = town.browser("anna")
        checked(browser.get("/dossiers/nieuw?vorig=2026-002"))
        browser.post("/dossiers/nieuw", **self.FIELDS, vorig="2026-002")
        assert browser.status == 303
        assert 'href="/dossiers/2026-002"' in browser.get(browser.location)
        assert f'href="{browser.location}"' in browser.get("/dossiers/2026-002")

    @pytest.mark.parametrize("role", ["tom", "carla", "beer"])
    def test_who_opens_no_dossiers_gets_no_form(self, town: Town, role: str) -> None:
        browser = town.browser(role)
        browser.get("/dossiers/nieuw")
        assert browser.status == 403

    def test_a_councillor_may_open_what_begins_at_the_council_and_nothing_else(self, town: Town) -> None:
        browser = town.browser("raf")
        page = browser.get("/dossiers/nieuw")
        assert 'value="motie"' in page
        assert 'value="licht"' not in page
        browser.post("/dossiers/nieuw", **{**self.FIELDS, "kader": "licht"})
        assert browser.status == 422
        browser.post("/dossiers/nieuw", **{**self.FIELDS, "kader": "motie"})
        assert browser.status == 303
        opened = browser.get(browser.location)
        assert "Geopend door" in opened
        assert 'id="bestand"' in opened
