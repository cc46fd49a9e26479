"""What a new version did to the verdicts stands on top of the report, with the words that did it."""

from __future__ import annotations

import re

from dossier_world import FIRST, Town, add
from page_checks import checked
from web_world import token

from sdprocess.services import queries

PAGE = "/dossiers/2026-001/voorstel"
DRAFT = """Raadsvoorstel Buurtkeuken De Pan

Voorgesteld besluit
Een bedrag van 40.000 euro beschikbaar te stellen voor buurtkeuken De Pan.

Aanleiding
De buurt heeft geen plek om samen te eten. In het dorpshuis staat een keuken die bijna nooit wordt gebruikt.
Een paar mensen willen daar twee keer per week koken voor ouderen die alleen wonen en voor gezinnen met weinig geld.
De stichting huurt de keuken van de gemeente. Het geld is voor een nieuw fornuis en de inkoop in het eerste jaar.
"""
RISK = """
Kanttekeningen
Er is een risico dat er te weinig vrijwilligers zijn. Dan huurt de stichting een kok in voor de dagen die open blijven.
"""


def test_the_newest_version_says_what_went_up_and_by_which_words(town: Town) -> None:
    view = queries.proposal_page(town.world, town.actor("anna"), "2026-001")
    assert view.previous
    up = [c for c in view.moved if c.way == "omhoog"]
    assert up
    page = checked(town.browser("anna").get(PAGE))
    text = page.text()
    assert "Verschil met versie 1" in text
    assert f"Beter beantwoord ({len(up)})" in text
    assert any(c.passage and " ".join(c.passage.text.split()) in text for c in up)
    links = {e.get("href") for e in page.all("a")}
    assert {f"#vraag-{c.question}" for c in view.moved} <= links
    assert "/dossiers/2026-001/vergelijk?oud=1&nieuw=2" in links


def test_what_fell_back_says_which_words_are_gone(town: Town) -> None:
    add(town.world, town.actor("anna"), "2026-001", FIRST.replace("2024", "2025"), "derde.md")
    down = [c for c in queries.proposal_page(town.world, town.actor("anna"), "2026-001").moved if c.way == "omlaag"]
    assert down
    text = checked(town.browser("anna").get(PAGE)).text()
    assert f"Teruggevallen ({len(down)})" in text
    assert any(c.passage and f"Weg is: {' '.join(c.passage.text.split())}" in text for c in down)


def test_a_first_version_has_nothing_to_compare_with(town: Town) -> None:
    assert "Verschil met versie" not in town.browser("anna").get(f"{PAGE}/versie/1")
    assert queries.proposal_page(town.world, town.actor("anna"), "2026-001", 1).moved == ()


def test_the_council_is_not_shown_a_version_it_may_not_see(town: Town) -> None:
    view = queries.proposal_page(town.world, town.actor("raf"), "2026-002")
    assert (view.previous, view.moved) == (None, ())


def test_the_page_of_two_versions_says_the_same(town: Town) -> None:
    text = checked(town.browser("anna").get("/dossiers/2026-001/vergelijk?oud=1&nieuw=2")).text()
    view = queries.compare_versions(town.world, town.actor("anna"), "2026-001", 1, 2)
    assert {c.question for c in view.moved} == {question for question, _, _ in view.verdicts}
    assert "Beter beantwoord" in text


def test_without_an_account_a_second_text_is_set_beside_the_first(client) -> None:
    first = client.post("/toets", data={"csrf_token": token(client.get("/toets").text), "tekst": DRAFT})
    kept = re.search(r'name="vorige" value="([^"]+)"', first.text)
    assert kept
    assert "Verschil met de vorige tekst" not in first.text
    data = {"csrf_token": token(first.text), "vorige": kept[1], "tekst": DRAFT + RISK}
    text = checked(client.post("/toets", data=data).text).text()
    assert "Verschil met de vorige tekst" in text
    assert "Er is een risico dat er te weinig vrijwilligers zijn." in text.split("Soort voorstel")[0]
    same = checked(client.post("/toets", data={**data, "tekst": DRAFT}).text).text()
    assert "Alle oordelen zijn hetzelfde gebleven." in same
