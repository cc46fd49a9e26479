"""The tables beside the verdicts, in every form of the report."""

from __future__ import annotations

import json

import pytest

from sdprocess.checking.assess import assess
from sdprocess.content.library import load_library
from sdprocess.domain.insights import Cell, Indicator, Insights, Nature
from sdprocess.publish.insight_tables import tables_of
from sdprocess.publish.report_html import as_html
from sdprocess.publish.report_json import as_json
from sdprocess.publish.report_md import as_markdown
from sdprocess.publish.report_text import as_text
from sdprocess.publish.report_view import Report, report_of
from sdprocess.reading import read_text
from sdprocess.texts.nl import say
from tests.bdd.steps.insights import BODY

CODES = ["doelen", "besluiten", "klopt", "keuzes", "alternatieven", "afkortingen", "schrijftips", "vergeleken"]


@pytest.fixture(scope="module")
def report() -> Report:
    checklist = load_library().checklist("raadsvoorstel")
    text = read_text(
        BODY.format(
            point="een krediet voor 12 woningen aan de Molenstraat",
            decided="een krediet voor 15 woningen aan de Molenstraat",
            goal="Het aandeel <b>tevreden</b> bewoners stijgt naar 80% in 2031.",
        )
    )
    return report_of("stuk.txt", text, assess(text, checklist), checklist)


@pytest.mark.parametrize("form", [as_html, as_text, as_markdown])
def test_every_form_shows_the_titles_the_gaps_and_both_passages(report, form):
    page = form(report)
    for code in CODES:
        assert say(f"inzicht-tabel-{code}") in page.replace("\\", "")
    assert say("inzicht-niet-gevonden") in page
    assert "12 woningen" in page
    assert "15 woningen" in page
    assert "Ontwerpbesluit" in page


def test_words_of_the_document_are_no_markup(report):
    assert "<b>tevreden" not in as_html(report)
    assert "<b>tevreden" not in as_markdown(report)


def test_json_has_a_block_with_codes_cells_and_passages(report):
    block = json.loads(as_json(report))["inzichten"]
    (difference,) = block["verschillen"]
    assert difference["soort"] == "aantal"
    assert difference["hier"]["tekst"] == "12 woningen"
    assert difference["daar"]["passage"]["sectie"] == "Ontwerpbesluit"
    assert block["doelen"][0]["nulwaarde"] is None
    assert block["doelen"][0]["streefwaarde"]["tekst"] == "80%"
    assert block["niets_doen"] is None


def test_no_tables_without_a_verdict():
    checklist = load_library().checklist("raadsvoorstel")
    text = read_text("Een korte tekst zonder voorstel voor de raad.")
    report = report_of("stuk.txt", text, assess(text, checklist), checklist)
    assert report.insights is None
    assert json.loads(as_json(report))["inzichten"] is None
    assert say("inzicht-titel") not in as_html(report) + as_text(report) + as_markdown(report)


def test_an_empty_cell_is_shown_as_a_gap(report):
    quote = report.insights.indicators[0].quote
    row = Indicator(Nature.UNCLEAR, quote, name=Cell("Groen", quote))
    table = tables_of(Insights("hash", indicators=(row,)))[0]
    assert table.rows[0].shown == ("Groen", "niet duidelijk", *["niet gevonden"] * 5)
    assert table.rows[0].passages == (quote,)


def test_tables_without_rows_say_so_without_blame():
    for table in tables_of(Insights("hash")):
        assert table.rows == ()
        assert table.nothing.endswith(".")
        assert "fout" not in table.nothing + table.caption
