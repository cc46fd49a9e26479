"""The kind of proposal on the pages: shown with its words, corrected by people, with the correction on record."""

from __future__ import annotations

import io
import re

import pytest
from dossier_world import Town
from page_checks import checked
from web_world import token

from sdprocess.services import queries
from sdprocess.services.assess_draft import assess_draft
from sdprocess.web.signed import sealed, unsealed

PAGE = "/dossiers/2026-001/voorstel"
WHY = "Het besluit gaat over regels, het geld is bijzaak."
TEXT = """Raadsvoorstel Krediet voor de brug bij de haven

Beslispunten
Een krediet van 200.000 euro beschikbaar te stellen voor de brug bij de haven.

Aanleiding
De brug is uit 1960 en mag sinds het onderzoek van vorig jaar geen zwaar verkeer meer dragen. Bewoners rijden om en de
bus slaat de haven over. Het college wil de brug dit jaar vernieuwen, zodat iedereen er weer overheen kan.
"""


def send(client, **data):
    return client.post("/toets", data={"csrf_token": token(client.get("/toets").text), **data})


def hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" type="hidden" value="([^"]*)"', html)
    assert found
    return found[1]


class TestWithoutAnAccount:
    """On `/toets`, where nothing is kept."""

    def test_the_report_says_the_kind_its_words_and_what_follows(self, client) -> None:
        text = checked(send(client, tekst=TEXT).text).text()
        assert (
            "Soort voorstel: Krediet of investering. Dat staat in «Raadsvoorstel Krediet voor de brug bij de haven»."
            in text
        )
        assert "Licht: A2, E1, E2, E3." in text
        assert "past misschien niet bij deze soort" in text

    def test_the_kind_can_be_chosen_beforehand(self, client) -> None:
        text = checked(send(client, tekst=TEXT, soort="visie").text).text()
        assert "Soort voorstel: Visie, kader of beleidsplan. Zo is het opgegeven." in text
        assert "De toets zelf dacht aan: Krediet of investering." in text

    def test_and_afterwards_without_sending_the_text_again(self, client) -> None:
        first = send(client, tekst=TEXT)
        again = client.post(
            "/toets",
            data={"csrf_token": token(first.text), "gelezen": hidden(first.text, "gelezen"), "soort": "grondzaken"},
        )
        page = checked(again.text)
        assert "Soort voorstel: Grond en vastgoed. Zo is het opgegeven." in page.text()
        assert "Krediet voor de brug bij de haven" in "".join(page.all("h1")[0].itertext())

    @pytest.mark.parametrize("kept", ["", "x", "eJw.abc", "éé.é", f"{sealed(b'[]', 'k' * 40)}"])
    def test_a_text_that_is_not_ours_is_not_read(self, client, kept: str) -> None:
        assert send(client, gelezen=kept, soort="visie").status_code == 400

    def test_an_unknown_kind_is_refused_at_its_field(self, client) -> None:
        answer = send(client, tekst=TEXT, soort="bestaat-niet")
        assert answer.status_code == 400
        assert "Kies een soort uit de lijst." in checked(answer.text).text()

    def test_what_is_taken_for_a_letter_can_be_judged_after_all(self, client) -> None:
        letter = "Geachte raad,\n\n" + "Hierbij vragen wij u om geld beschikbaar te stellen voor de brug. " * 8
        first = send(client, tekst=letter)
        assert "Is dit toch een raadsvoorstel?" in first.text
        data = {"csrf_token": token(first.text), "gelezen": hidden(first.text, "gelezen"), "soort": "krediet"}
        assert "Zo is het opgegeven" in checked(client.post("/toets", data=data).text).text()

    def test_nobody_can_make_an_english_text_a_proposal(self, client) -> None:
        english = "The council is asked to adopt the policy on sports and to inform all residents about it. " * 8
        assert "Is dit toch een raadsvoorstel?" not in send(client, tekst=english).text


class TestOnADossier:
    """On the page of the proposal, with the correction on record."""

    def choose(self, town: Town, who: str = "anna", **fields: object):
        browser = town.browser(who)
        browser.get(PAGE)
        browser.post(f"{PAGE}/soort", revisie=town.revision("2026-001"), **fields)
        return browser

    def test_the_page_says_the_kind_and_offers_another(self, town: Town) -> None:
        page = checked(town.browser("anna").get(PAGE))
        assert "Soort voorstel: Krediet of investering." in page.text()
        assert "Is dit een andere soort?" in page.text()

    @pytest.mark.parametrize("who", ["anna", "tom"])
    def test_a_correction_is_kept_with_who_when_and_why_and_the_toets_is_done_again(self, town: Town, who: str) -> None:
        before = queries.proposal_page(town.world, town.actor("anna"), "2026-001")
        browser = self.choose(town, who, soort="verordening", waarom=WHY)
        assert (browser.status, browser.location) == (303, f"{PAGE}#voorstelsoort")
        text = checked(browser.get(PAGE)).text()
        name = town.people[who].name
        assert f"Soort voorstel: Verordening of regels. Dat koos {name} op 01-12-2026: «{WHY}»." in text
        after = queries.proposal_page(town.world, town.actor("anna"), "2026-001")
        assert after.assessment != before.assessment
        told = [e for e in queries.dossier_page(town.world, town.actor("anna"), "2026-001").events if e.kind == "soort"]
        assert [(e.actor, e.transition, e.reason) for e in told] == [(town.people[who].name, "verordening", WHY)]
        assert "soort voorstel gekozen" in town.browser("anna").get("/dossiers/2026-001").lower()

    def test_a_correction_holds_for_the_next_version_too(self, town: Town) -> None:
        self.choose(town, soort="visie", waarom=WHY)
        browser = town.browser("anna")
        browser.get("/dossiers/2026-001")
        browser.post(
            "/dossiers/2026-001/versie",
            revisie=town.revision("2026-001"),
            bestand=(io.BytesIO(TEXT.encode()), "derde.txt"),
        )
        assert browser.status == 303
        profile = queries.proposal_page(town.world, town.actor("anna"), "2026-001").assessment.kind_profile
        assert profile
        assert (profile.kind, profile.recognised, profile.choice.reason) == ("visie", "krediet", WHY)

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            pytest.param({"soort": "visie", "waarom": "  "}, "Schrijf op waarom", id="geen reden"),
            pytest.param({"soort": "fantasie", "waarom": WHY}, "Kies een soort uit de lijst.", id="onbekend"),
            pytest.param({"soort": "", "waarom": WHY}, "soort", id="leeg"),
        ],
    )
    def test_what_is_not_complete_comes_back_with_what_was_typed(self, town: Town, fields, sentence: str) -> None:
        browser = self.choose(town, **fields)
        assert browser.status == 422
        page = checked(browser.html)
        assert sentence in page.text()
        assert fields["waarom"].strip() in page.html
        assert not [
            e for e in queries.dossier_page(town.world, town.actor("anna"), "2026-001").events if e.kind == "soort"
        ]

    def test_the_kind_that_stands_there_already_is_no_change(self, town: Town) -> None:
        profile = queries.proposal_page(town.world, town.actor("anna"), "2026-001").assessment.kind_profile
        assert profile
        assert (
            "Dit is de soort die er al staat." in checked(self.choose(town, soort=profile.kind, waarom=WHY).html).text()
        )

    def test_who_saw_an_older_state_is_told(self, town: Town) -> None:
        browser = town.browser("anna")
        browser.get(PAGE)
        seen = town.revision("2026-001")
        self.choose(town, "tom", soort="visie", waarom=WHY)
        browser.post(f"{PAGE}/soort", revisie=seen, soort="krediet", waarom="Het gaat om geld voor de minima.")
        assert browser.status == 409
        assert "Het dossier is intussen gewijzigd." in checked(browser.html).text()

    @pytest.mark.parametrize(("who", "status"), [("carla", 403), ("wil", 403), ("raf", 403), ("bas", 404)])
    def test_others_neither_see_the_form_nor_may_send_it(self, town: Town, who: str, status: int) -> None:
        browser = town.browser(who)
        browser.get("/dossiers/2026-002/voorstel")
        assert "Is dit een andere soort?" not in browser.html
        browser.get("/account")
        browser.post(f"{PAGE}/soort", revisie=1, soort="visie", waarom=WHY)
        assert browser.status == status

    def test_a_toets_from_before_kinds_gets_one_when_it_is_done_again(self, town: Town) -> None:
        assess_draft(town.world, town.actor("anna"), "2026-001")
        assert queries.proposal_page(town.world, town.actor("anna"), "2026-001").assessment.kind_profile


def test_what_was_sealed_comes_back_only_with_the_same_key() -> None:
    made = sealed(b"tekst", "k" * 40)
    assert unsealed(made, "k" * 40) == b"tekst"
    assert unsealed(made, "l" * 40) is None
    assert unsealed(made[:-1] + ("0" if made[-1] != "0" else "1"), "k" * 40) is None
