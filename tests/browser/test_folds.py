"""Folded questions in a real browser: a link to a question opens it, also without JavaScript, and typing stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.checks import PHONE, too_wide
from tests.browser.samples import COLLEAGUE, ENDED, MEETING
from tests.browser.site import DESKTOP, Site

VISITS: Mapping[str, Mapping[str, Any]] = {
    "laptop": {"viewport": DESKTOP},
    "telefoon": {"viewport": PHONE},
    "zonder JavaScript": {"viewport": DESKTOP, "java_script_enabled": False},
    "telefoon zonder JavaScript": {"viewport": PHONE, "java_script_enabled": False},
}
LONGEST = 9000
"""Pixels on a phone; a councillor scrolls no further to see all there is."""


def fold(page: Page, question: str) -> Locator:
    return page.locator("details.vouw").filter(has=page.locator(f"#vraag-{question}"))


def shut_question(page: Page) -> str:
    """The last question with a passage that is folded when the page opens."""
    folds = page.locator(".vraag > details.vouw:not([open])").filter(has=page.locator("[id^=bewijs-]"))
    return folds.last.locator(".letter").first.text_content() or ""


def in_sight(page: Page, place: Locator) -> None:
    """The top of it is on the screen."""
    expect(place).to_be_in_viewport()
    box, size = place.bounding_box(), page.viewport_size
    assert box is not None
    assert size is not None
    assert 0 <= box["y"] < size["height"]


@pytest.mark.parametrize("way", VISITS)
@pytest.mark.parametrize("anchor", ["vraag-{}", "bewijs-{}-1"])
def test_a_link_to_a_folded_question_opens_it(site: Site, way: str, anchor: str):
    with site.visit("raadslid", **VISITS[way]) as visitor:
        page = visitor.page
        page.goto(f"/dossiers/{MEETING}/voorstel?vragen=dicht")
        question = shut_question(page)
        page.goto(f"/dossiers/{MEETING}/voorstel?vragen=dicht#{anchor.format(question)}")
        expect(fold(page, question)).to_have_attribute("open", "")
        in_sight(page, page.locator(f"#kop-{question}" if anchor == "vraag-{}" else f"#bewijs-{question}-1"))
        assert page.locator(".vraag > details.vouw[open]").count() == 1
        assert not visitor.complaints


@pytest.mark.parametrize("way", ["laptop", "telefoon"])
def test_the_way_back_from_the_text_opens_the_question(site: Site, way: str):
    with site.visit("raadslid", **VISITS[way]) as visitor:
        page = visitor.page
        page.goto(f"/dossiers/{MEETING}/voorstel?vragen=dicht")
        question = shut_question(page)
        page.goto(f"/dossiers/{MEETING}/voorstel?vragen=dicht#tekst")
        page.locator(f"a.terug[href^='#bewijs-{question}-']").first.click()
        expect(fold(page, question)).to_have_attribute("open", "")
        assert not visitor.complaints


@pytest.mark.parametrize("scripted", [True, False])
def test_all_open_and_all_shut(site: Site, scripted: bool):
    """With JavaScript in place, so that what was typed stays; without it by the address."""
    with site.visit("toetser", java_script_enabled=scripted) as visitor:
        page = visitor.page
        page.goto(f"/dossiers/{COLLEAGUE}/voorstel")
        total = page.locator(".vraag > details.vouw").count()
        page.get_by_role("link", name="Alle vragen open", exact=True).click()
        expect(page.locator(".vraag > details.vouw[open]")).to_have_count(total)
        page.locator("#A1-oordeel-nvt").check()
        page.locator("#A1-reden").fill("Dit hoort niet bij dit voorstel.")
        page.get_by_role("link", name="Alle vragen dicht", exact=True).click()
        expect(page.locator(".vraag > details.vouw[open]")).to_have_count(0)
        if scripted:
            assert page.locator("#A1-reden").input_value() == "Dit hoort niet bij dit voorstel."
            assert page.locator("#A1-oordeel-nvt").is_checked()
        assert not visitor.complaints


def test_what_is_typed_in_a_fold_is_sent_when_the_fold_is_shut_again(site: Site):
    with site.visit("toetser") as visitor:
        page = visitor.page
        page.goto(f"/dossiers/{COLLEAGUE}/voorstel?vragen=open")
        page.locator("#B1-oordeel-nvt").check()
        page.locator("#B1-reden").fill("Er verandert niets voor inwoners.")
        fold(page, "B1").locator("summary").first.click()
        expect(fold(page, "B1")).not_to_have_attribute("open", "")
        page.locator("#B2-oordeel-nvt").check()
        visitor.expected = ("422",)
        page.get_by_role("button", name="Bewaar uw oordelen bij B", exact=True).click()
        expect(page.get_by_role("alert")).to_be_visible()
        expect(fold(page, "B1")).to_have_attribute("open", "")
        assert page.locator("#B1-reden").input_value() == "Er verandert niets voor inwoners."


@pytest.mark.parametrize("number", [MEETING, ENDED, "2026-018", "2026-017"])
def test_on_a_phone_a_councillor_sees_the_whole_proposal_page_in_a_few_swipes(site: Site, number: str):
    with site.visit("raadslid", viewport=PHONE) as visitor:
        visitor.page.goto(f"/dossiers/{number}/voorstel")
        assert visitor.page.evaluate("document.documentElement.scrollHeight") < LONGEST
        assert too_wide(visitor.page, PHONE) == []
