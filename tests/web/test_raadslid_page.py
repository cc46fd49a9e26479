from __future__ import annotations

import io
import re

import pytest
from docx import Document
from dossier_world import DEVIATION, Town
from page_checks import checked

from sdprocess.services import queries

PAGE = "/dossiers/2026-002/raad"
NOTE = "Navragen bij de fractie van Sluiswijk."


def ids(town: Town, who: str = "raf") -> list[int]:
    """The questions on somebody's list."""
    return [q.id for q in queries.councillor_page(town.world, town.actor(who), "2026-002").questions]


def fill(town: Town, **changes: str) -> dict[str, str]:
    """The form as the page gives it, with changes (`v1-tekst` and so on)."""
    view = queries.councillor_page(town.world, town.actor("raf"), "2026-002")
    fields: dict[str, str] = {}
    for q in view.questions:
        fields |= {f"v{q.id}-tekst": q.text, f"v{q.id}-soort": q.kind, f"v{q.id}-notitie": q.note}
    return {**fields, **changes}


@pytest.mark.parametrize("who", ["raf", "wil", "agnes"])
def test_the_page_is_valid_and_shows_what_is_asked_and_the_deviation(town: Town, who: str) -> None:
    text = checked(town.browser(who).get(PAGE)).text()
    assert "Een bedrag van 80.000 euro beschikbaar stellen" in text
    assert DEVIATION in text
    assert "Criterium B" in text


@pytest.mark.parametrize(("who", "status"), [("anna", 403), ("tom", 403), ("carla", 403), ("beer", 403)])
def test_the_college_side_has_no_such_page(town: Town, who: str, status: int) -> None:
    browser = town.browser(who)
    browser.get(PAGE)
    assert browser.status == status


def test_a_draft_does_not_exist_for_the_council(town: Town) -> None:
    browser = town.browser("raf")
    browser.get("/dossiers/2026-001/raad")
    assert browser.status == 404


def test_the_list_holds_every_open_question_in_the_councils_words(town: Town) -> None:
    page = checked(town.browser("raf").get(PAGE))
    view = queries.councillor_page(town.world, town.actor("raf"), "2026-002")
    assert len(view.questions) > 10
    typed = [(t.text or "").strip() for t in page.all("textarea")]
    for question in view.questions:
        assert question.text in typed


def test_what_is_ticked_reworded_and_noted_is_kept_for_this_councillor_alone(town: Town) -> None:
    browser = town.browser("raf")
    browser.get(PAGE)
    first = ids(town)[0]
    changes = {f"v{first}-mee": "y", f"v{first}-tekst": "Wat kost dit per huishouden?", f"v{first}-notitie": NOTE}
    browser.post(PAGE, **fill(town, **changes, **{f"v{first}-soort": "technisch"}))
    assert browser.status == 303
    mine = checked(browser.get(PAGE)).text()
    assert "Kies uw vragen (1 van" in mine
    assert "Wat kost dit per huishouden?" in mine
    theirs = (
        town.browser("roos").get(PAGE) + town.browser("wil").get(PAGE) + town.browser("anna").get("/dossiers/2026-002")
    )
    assert "Wat kost dit per huishouden?" not in theirs
    assert NOTE not in theirs


def test_a_question_of_ones_own_is_added(town: Town) -> None:
    browser = town.browser("raf")
    browser.get(PAGE)
    before = len(ids(town))
    browser.post(PAGE, **fill(town, **{"nieuw-tekst": "Wie betaalt na 2028?", "nieuw-soort": "politiek"}))
    assert browser.status == 303
    assert len(ids(town)) == before + 1
    assert "Wie betaalt na 2028?" in checked(browser.get(PAGE)).text()


def test_a_question_without_words_cannot_be_taken_and_the_rest_stays(town: Town) -> None:
    browser = town.browser("raf")
    browser.get(PAGE)
    first, second = ids(town)[:2]
    changes = {f"v{first}-mee": "y", f"v{first}-tekst": " ", f"v{second}-notitie": NOTE}
    browser.post(PAGE, **fill(town, **changes))
    assert browser.status == 422
    page = checked(browser.html)
    assert f'<a href="#v{first}-tekst">' in page.html
    assert NOTE in page.html


@pytest.mark.parametrize("who", ["wil", "agnes", "anna"])
def test_only_a_councillor_has_a_list_to_save_or_download(town: Town, who: str) -> None:
    browser = town.browser(who)
    browser.get("/dossiers")
    browser.post(PAGE, **{"nieuw-tekst": "Mag dit?"})
    assert browser.status == 403
    browser.get(f"{PAGE}/vragen.txt")
    assert browser.status == 403


class TestExport:
    """The list on paper."""

    @pytest.fixture
    def raf(self, town: Town):
        browser = town.browser("raf")
        browser.get(PAGE)
        first, second = ids(town)[:2]
        changes = {
            f"v{first}-mee": "y",
            f"v{first}-tekst": "Wat kost het?",
            f"v{first}-notitie": NOTE,
            f"v{second}-tekst": "Niet mee",
        }
        browser.post(PAGE, **fill(town, **changes))
        return browser

    @pytest.mark.parametrize("kind", ["txt", "md"])
    def test_text_holds_the_taken_questions_and_no_private_note(self, raf, kind: str) -> None:
        response = raf.client.get(f"{PAGE}/vragen.{kind}")
        text = response.get_data(as_text=True)
        assert "Wat kost het?" in text
        assert "Niet mee" not in text
        assert "Navragen" not in text
        assert re.search(rf'attachment; filename="?vragen-2026-002\.{kind}', response.headers["Content-Disposition"])
        assert response.headers["Cache-Control"] == "no-store"

    def test_word_holds_the_notes_only_when_asked(self, raf) -> None:
        plain = Document(io.BytesIO(raf.client.get(f"{PAGE}/vragen.docx").get_data()))
        noted = Document(io.BytesIO(raf.client.get(f"{PAGE}/vragen.docx?notities=ja").get_data()))
        assert NOTE not in "\n".join(p.text for p in plain.paragraphs)
        assert NOTE in "\n".join(p.text for p in noted.paragraphs)

    def test_another_kind_of_file_does_not_exist(self, raf) -> None:
        assert raf.client.get(f"{PAGE}/vragen.exe").status_code == 404
