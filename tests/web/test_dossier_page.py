from __future__ import annotations

import io
import re

import pytest
from dossier_world import DEVIATION, FIRST, SECOND, Town, judge_all
from page_checks import checked

from sdprocess.services import queries
from sdprocess.texts.nl import say

DRAFT = "/dossiers/2026-001"
RELEASED = "/dossiers/2026-002"
REASON = "De kosten voor 2028 ontbreken nog; dat komt terug."


@pytest.mark.parametrize(
    ("who", "address"),
    [("anna", DRAFT), ("tom", DRAFT), ("carla", DRAFT), ("anna", RELEASED), ("wil", RELEASED), ("raf", RELEASED)],
)
def test_the_page_is_valid_and_says_where_it_is_what_is_expected_and_by_when(
    town: Town, who: str, address: str
) -> None:
    page = checked(town.browser(who).get(address))
    text = page.text()
    assert "Wat nu" in text
    assert "Aan zet:" in text
    assert re.search(r"Termijn: \w+dag \d+ \w+ 20\d\d \(over \d+ werkdagen\)", text)
    assert re.search(r"Nu: \w+ \(stap \d van \d\)", text)


def without_token(html: str) -> str:
    return re.sub(r'name="csrf_token" value="[^"]+"', "", html)


@pytest.mark.parametrize("role", ["raf", "wil", "agnes", "bas", "beer"])
@pytest.mark.parametrize(
    "address", [DRAFT, f"{DRAFT}/versie/1/bestand", f"{DRAFT}/voorstel", f"{DRAFT}/vergelijk?oud=1&nieuw=2"]
)
def test_who_may_not_know_of_a_draft_gets_the_page_of_something_that_does_not_exist(
    town: Town, role: str, address: str
) -> None:
    browser = town.browser(role)
    hidden = browser.get(address)
    assert browser.status == 404
    missing = browser.get(address.replace("2026-001", "2026-999"))
    assert browser.status == 404
    assert without_token(hidden) == without_token(missing)


@pytest.mark.parametrize("role", ["raf", "wil", "bas"])
@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("verplaats", {"overgang": "trek-in", "reden": REASON}),
        ("vrijgave", {}),
        ("versie", {}),
        ("besluit", {"besluit": "Aangenomen"}),
    ],
)
def test_who_may_not_know_of_a_draft_cannot_change_it(town: Town, role: str, act: str, fields: dict[str, str]) -> None:
    browser = town.browser(role)
    browser.get("/dossiers")
    before = town.revision("2026-001")
    if act == "versie":
        fields = {"bestand": (io.BytesIO(FIRST.encode()), "x.md")}
    browser.post(f"{DRAFT}/{act}", revisie=before, **fields)
    assert browser.status in (403, 404)
    assert town.revision("2026-001") == before


def test_every_reason_against_every_move_and_the_release_is_on_the_page(town: Town) -> None:
    html = town.browser("anna").get(DRAFT)
    view = queries.dossier_page(town.world, town.actor("anna"), "2026-001")
    blocked = [r for m in view.card.moves for r in m.refusals] + list(view.release_refusals)
    assert {r.code for r in blocked} >= {"zelftoets-onvolledig"}
    text = checked(html).text()
    for refusal in blocked:
        assert say(refusal.code, **refusal.facts) in text
    assert re.search(r"<button[^>]+disabled[^>]+aria-describedby=\"niet-vraag-toets\"", html)


def test_the_council_reads_neither_the_inner_history_nor_unreleased_versions(town: Town) -> None:
    html = town.browser("raf").get(RELEASED)
    assert "Vraag een collega om te toetsen" not in html
    assert "Voorstel vrijgegeven" in html


def test_a_deviation_is_shown_with_name_day_reason_and_what_was_lacking(town: Town) -> None:
    for who in ("anna", "wil", "raf"):
        text = checked(town.browser(who).get(RELEASED)).text()
        assert "Versie 1 is vrijgegeven door Anna op dinsdag 1 december 2026" in text
        assert DEVIATION in text
        assert "Dit ontbrak toen:" in text


@pytest.mark.parametrize("address", ["/dossiers/2026-003", "/dossiers/2026-003/voorstel"])
def test_a_hostile_title_and_file_name_stay_words(town: Town, address: str) -> None:
    html = town.browser("anna").get(address)
    checked(html)
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "&lt;script&gt;alert" in html


def test_a_document_is_always_a_download(town: Town) -> None:
    response = town.browser("anna").client.get("/dossiers/2026-003/versie/1/bestand")
    assert response.get_data() == FIRST.encode()
    assert response.mimetype == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith("attachment;")
    assert "\n" not in response.headers["Content-Disposition"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"


class TestUpload:
    """A new version."""

    def test_a_version_is_stored_judged_and_listed(self, town: Town) -> None:
        browser = town.browser("anna")
        browser.get(DRAFT)
        file = (io.BytesIO(SECOND.replace("120", "150").encode()), "concept-3.md")
        browser.post(f"{DRAFT}/versie", revisie=town.revision("2026-001"), bestand=file)
        assert browser.status == 303
        page = checked(browser.get(DRAFT))
        assert "Versie 3 is opgeslagen en getoetst." in page.text()
        assert f"{DRAFT}/vergelijk?oud=2&amp;nieuw=3" in page.html

    @pytest.mark.parametrize(
        ("name", "data"), [("leeg.md", b""), ("kapot.docx", b"PK\x03\x04 niet echt"), ("virus.exe", b"MZ")]
    )
    def test_a_file_that_cannot_be_read_says_why_at_the_field_and_leaves_nothing(
        self, town: Town, name: str, data: bytes
    ) -> None:
        browser = town.browser("anna")
        browser.get(DRAFT)
        before = town.revision("2026-001")
        browser.post(f"{DRAFT}/versie", revisie=before, bestand=(io.BytesIO(data), name))
        assert browser.status == 422
        page = checked(browser.html)
        assert 'href="#bestand"' in page.html
        assert "bestand-fout" in page.html
        assert town.revision("2026-001") == before

    def test_without_a_file_the_page_asks_for_one(self, town: Town) -> None:
        browser = town.browser("anna")
        browser.get(DRAFT)
        browser.post(f"{DRAFT}/versie", revisie=town.revision("2026-001"))
        assert browser.status == 422
        assert say("dossier-bestand-nodig") in browser.html


class TestMoves:
    """Moving the dossier."""

    def test_a_move_with_its_reason_is_told_and_written_in_the_history(self, town: Town) -> None:
        browser = town.browser("anna")
        browser.get(DRAFT)
        browser.post(f"{DRAFT}/verplaats", revisie=town.revision("2026-001"), overgang="trek-in", reden=REASON)
        assert browser.status == 303
        text = checked(browser.get(DRAFT)).text()
        assert "Het dossier staat nu bij: Ingetrokken." in text
        assert REASON in text

    def test_a_reason_that_is_owed_is_asked_for(self, town: Town) -> None:
        browser = town.browser("anna")
        browser.get(DRAFT)
        before = town.revision("2026-001")
        browser.post(f"{DRAFT}/verplaats", revisie=before, overgang="trek-in", reden="  ")
        assert browser.status == 422
        assert say("reden-ontbreekt") in checked(browser.html).text()
        assert town.revision("2026-001") == before

    def test_a_refused_move_gives_every_reason(self, town: Town) -> None:
        browser = town.browser("tom")
        browser.get(DRAFT)
        browser.post(f"{DRAFT}/verplaats", revisie=town.revision("2026-001"), overgang="vraag-toets")
        assert browser.status == 422
        text = checked(browser.html).text()
        assert "Er is niets gewijzigd." in text
        assert "De zelftoets is niet af" in text
        assert "Dit kan alleen" in text

    @pytest.mark.parametrize("revision", ["", "x", "1; drop"])
    def test_a_form_without_a_revision_is_no_form_of_ours(self, town: Town, revision: str) -> None:
        browser = town.browser("anna")
        browser.get(DRAFT)
        browser.post(f"{DRAFT}/verplaats", revisie=revision, overgang="trek-in", reden=REASON)
        assert browser.status == 400


class TestSomebodyWasFirst:
    """Two people at once."""

    def changed_meanwhile(self, town: Town) -> int:
        """Anna's colleague in the same second: the dossier moves on after she opened the page."""
        judge_all(town.world, town.actor("anna"), "2026-001")
        browser = town.browser("anna")
        browser.get(DRAFT)
        seen = town.revision("2026-001")
        browser.post(f"{DRAFT}/verplaats", revisie=seen, overgang="vraag-toets")
        assert browser.status == 303
        return seen

    def test_the_typed_reason_is_kept_and_both_states_are_shown(self, town: Town) -> None:
        seen = self.changed_meanwhile(town)
        browser = town.browser("anna")
        browser.get(DRAFT)
        browser.post(f"{DRAFT}/verplaats", revisie=seen, gezien="Opstellen", overgang="trek-in", reden=REASON)
        assert browser.status == 409
        page = checked(browser.html)
        assert "Het dossier stond bij Opstellen" in page.text()
        assert "Het dossier staat bij Toetsen" in page.text()
        assert [t.text for t in page.all("textarea")] == [REASON]
        browser.post(f"{DRAFT}/verplaats", revisie=town.revision("2026-001"), overgang="trek-in", reden=REASON)
        assert browser.status == 303

    def test_a_move_that_is_no_longer_possible_keeps_the_words_to_copy(self, town: Town) -> None:
        seen = self.changed_meanwhile(town)
        browser = town.browser("anna")
        browser.get(DRAFT)
        browser.post(f"{DRAFT}/verplaats", revisie=seen, gezien="Opstellen", overgang="vraag-toets", reden=REASON)
        assert browser.status == 409
        assert REASON in checked(browser.html).text()

    def test_the_reason_of_a_deviation_is_kept(self, town: Town) -> None:
        seen = self.changed_meanwhile(town)
        browser = town.browser("anna")
        browser.get(DRAFT)
        browser.post(f"{DRAFT}/vrijgave", revisie=seen, gezien="Opstellen", toch="ja", afwijking=REASON)
        assert browser.status == 409
        assert [t.text for t in checked(browser.html).all("textarea")] == [REASON]

    def test_a_file_must_be_chosen_again_and_the_page_says_so(self, town: Town) -> None:
        seen = self.changed_meanwhile(town)
        browser = town.browser("anna")
        browser.get(DRAFT)
        browser.post(f"{DRAFT}/versie", revisie=seen, bestand=(io.BytesIO(SECOND.encode()), "x.md"))
        assert browser.status == 409
        assert "Uw bestand is niet opgeslagen" in checked(browser.html).text()


class TestRelease:
    """Vrijgeven."""

    def test_without_the_reason_of_a_deviation_nothing_is_released(self, town: Town) -> None:
        browser = town.browser("anna")
        browser.get(DRAFT)
        browser.post(f"{DRAFT}/vrijgave", revisie=town.revision("2026-001"), toch="ja", afwijking=" ")
        assert browser.status == 422
        page = checked(browser.html)
        assert 'href="#afwijking"' in page.html
        assert "is vrijgegeven" not in page.text()

    def test_with_a_reason_it_is_released_and_the_reason_stays(self, town: Town) -> None:
        browser = town.browser("anna")
        browser.get(DRAFT)
        browser.post(f"{DRAFT}/vrijgave", revisie=town.revision("2026-001"), toch="ja", afwijking=REASON)
        assert browser.status == 303
        text = checked(browser.get(DRAFT)).text()
        assert "Versie 2 is vrijgegeven door Anna" in text
        assert REASON in text

    def test_a_plain_release_that_is_refused_gives_the_reasons(self, town: Town) -> None:
        browser = town.browser("anna")
        browser.get(DRAFT)
        browser.post(f"{DRAFT}/vrijgave", revisie=town.revision("2026-001"))
        assert browser.status == 422
        assert "De zelftoets is niet af" in checked(browser.html).text()

    def test_a_colleague_is_not_offered_the_form(self, town: Town) -> None:
        assert 'id="vrijgeven"' not in town.browser("tom").get(DRAFT)


class TestDecision:
    """What the council decided."""

    def test_the_griffie_writes_it_down_and_everybody_reads_it(self, town: Town) -> None:
        browser = town.browser("wil")
        browser.get(RELEASED)
        browser.post(
            f"{RELEASED}/besluit", revisie=town.revision("2026-002"), besluit="Aangenomen met 19 stemmen voor."
        )
        assert browser.status == 303
        assert "Aangenomen met 19 stemmen voor." in checked(town.browser("raf").get(RELEASED)).text()

    def test_an_empty_decision_is_refused_at_its_field(self, town: Town) -> None:
        browser = town.browser("wil")
        browser.get(RELEASED)
        browser.post(f"{RELEASED}/besluit", revisie=town.revision("2026-002"), besluit="")
        assert browser.status == 422
        assert 'href="#besluit"' in checked(browser.html).html
