"""Paper and forced colours: other ways in which the same pages are seen."""

from __future__ import annotations

import pytest

from tests.browser.hands import KeyboardHands
from tests.browser.samples import COLLEAGUE, ENDED, MEETING
from tests.browser.site import Site

LOOKS = {
    "bord": ("steller", "/dossiers"),
    "dossier": ("steller", f"/dossiers/{COLLEAGUE}"),
    "voorstel": ("toetser", f"/dossiers/{COLLEAGUE}/voorstel"),
    "raadslid": ("raadslid", f"/dossiers/{MEETING}/raad"),
    "openbaar": ("openbaar", f"/voorstellen/{ENDED}"),
}

CUT = "[...document.querySelectorAll('.lees__deel')].filter(e => e.scrollHeight > e.clientHeight + 1).map(e => e.id)"
"""Which halves of the proposal page hold more than they show."""


@pytest.mark.parametrize("name", LOOKS)
def test_on_paper_the_page_has_its_text_and_none_of_the_controls(site: Site, name: str):
    role, address = LOOKS[name]
    with site.visit(role) as visitor:
        page = visitor.page
        page.goto(address)
        page.emulate_media(media="print")
        assert page.get_by_role("heading", level=1).is_visible()
        assert not [b for b in page.get_by_role("button", disabled=False).all() if b.is_visible()]
        assert not page.locator("nav").first.is_visible()
        assert page.pdf(format="A4").startswith(b"%PDF")
        assert not visitor.complaints


def test_on_paper_the_proposal_has_the_questions_and_the_text(site: Site):
    """On a screen each scrolls in its own half; on paper nothing may be cut off."""
    with site.visit("toetser") as visitor:
        page = visitor.page
        page.goto(f"/dossiers/{COLLEAGUE}/voorstel")
        page.emulate_media(media="print")
        assert page.evaluate(CUT) == []
        contents = page.locator(".vraag__inhoud")
        assert contents.count() == 26
        assert [one for one in contents.all() if not one.is_visible()] == []
        assert page.locator("#tekst .alinea").last.is_visible()


@pytest.mark.parametrize("name", LOOKS)
def test_in_forced_colours_the_page_shows_and_the_focus_too(site: Site, name: str):
    role, address = LOOKS[name]
    with site.visit(role, forced_colors="active") as visitor:
        page = visitor.page
        page.goto(address)
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        before = page.screenshot()
        KeyboardHands(page).stand_on("sdprocess, naar de beginbladzijde")
        assert page.screenshot() != before
        assert not visitor.complaints
