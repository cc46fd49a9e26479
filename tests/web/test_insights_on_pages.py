"""The tables beside the verdicts, on the page of the report."""

from __future__ import annotations

from page_checks import checked
from web_world import DRAFT, token

from sdprocess.texts.nl import say

CODES = ("doelen", "besluiten", "klopt", "keuzes", "alternatieven", "afkortingen", "schrijftips", "vergeleken")


def report(client, text: str):
    answer = client.post("/toets", data={"csrf_token": token(client.get("/toets").text), "tekst": text})
    assert answer.status_code == 200
    return checked(answer.text)


def test_the_report_page_shows_every_table_with_a_heading_and_a_caption(client):
    page = report(client, DRAFT.decode())
    headings = {e.get("id") for e in page.root.iter()}
    assert {f"inzicht-{code}" for code in CODES} <= headings
    assert say("inzicht-uitleg") in page.text()
    assert say("inzicht-niet-gevonden") in page.text()


def test_a_text_that_is_not_judged_has_no_tables(client):
    page = report(client, "Agenda van de raad. Opening. Mededelingen. Rondvraag. Sluiting.")
    assert "inzichten" not in {e.get("id") for e in page.root.iter()}
