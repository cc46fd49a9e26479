"""Pages that are no GET of their own: the report after a POST, forms that come back, and everything that went wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import problems
from tests.browser.samples import COLLEAGUE, COLLEGE
from tests.browser.site import Site


def example_report(page: Page) -> None:
    page.goto("/toets?voorbeeld=ja")
    page.get_by_role("button", name="Toets dit concept").click()
    expect(page.get_by_role("heading", name="Wat nu")).to_be_visible()


def unjudged_report(page: Page) -> None:
    page.goto("/toets")
    page.get_by_label("Tekst van uw concept").fill(
        "Motie vreemd aan de orde van de dag. De raad spreekt uit dat het kan."
    )
    page.get_by_role("button", name="Toets dit concept").click()
    expect(page.get_by_role("heading", name="Dit stuk is niet getoetst")).to_be_visible()


def empty_toets(page: Page) -> None:
    page.goto("/toets")
    page.get_by_role("button", name="Toets dit concept").click()
    expect(page.get_by_role("alert")).to_be_visible()


def wrong_password(page: Page) -> None:
    page.goto("/inloggen")
    page.get_by_label("E-mailadres").fill("niemand@merenveld.example")
    page.get_by_label("Wachtwoord").fill("verkeerd maar wel lang genoeg")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("alert")).to_be_visible()


def empty_new_dossier(page: Page) -> None:
    page.goto("/dossiers/nieuw")
    _send_unchecked(page, "Open het dossier")
    expect(page.get_by_role("alert")).to_be_visible()


def judgement_without_reason(page: Page) -> None:
    page.goto(f"/dossiers/{COLLEAGUE}/voorstel?vragen=open")
    page.locator("#A1-oordeel-nvt").check()
    page.get_by_role("button", name="Bewaar uw oordelen bij A").click()
    expect(page.get_by_role("alert")).to_be_visible()


def unreadable_upload(page: Page) -> None:
    page.goto(f"/dossiers/{COLLEAGUE}")
    broken = {"name": "voorstel.docx", "mimeType": "application/octet-stream", "buffer": b"geen document"}
    page.get_by_label("Nieuwe versie van het voorstel").set_input_files(broken)  # type: ignore[arg-type]
    page.get_by_role("button", name="Upload en toets").click()
    expect(page.get_by_role("alert")).to_be_visible()


BACK = "Stuur terug naar de steller"


def refused_move(page: Page) -> None:
    """A move that another tab still showed as possible."""
    page.goto(f"/dossiers/{COLLEAGUE}")
    page.evaluate("for (const field of document.querySelectorAll('[name=overgang]')) field.value = 'naar-college'")
    _send_unchecked(page, BACK)
    expect(page.get_by_role("alert")).to_be_visible()


def stale_move(page: Page) -> None:
    """Somebody else was first."""
    page.goto(f"/dossiers/{COLLEAGUE}")
    page.evaluate("for (const field of document.querySelectorAll('[name=revisie]')) field.value = '1'")
    _send_unchecked(page, BACK)
    expect(page.get_by_text("Wat u nu kunt doen")).to_be_visible()


def forgotten_token(page: Page) -> None:
    page.goto("/toets")
    page.evaluate("for (const field of document.querySelectorAll('[name=csrf_token]')) field.value = 'oud'")
    page.get_by_role("button", name="Toets dit concept").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def not_found(page: Page) -> None:
    page.goto("/dit-bestaat-niet")


def hidden_dossier(page: Page) -> None:
    page.goto(f"/dossiers/{COLLEGE}")


def forbidden(page: Page) -> None:
    page.goto("/beheer")


def wrong_method(page: Page) -> None:
    page.goto("/uitloggen")


def _send_unchecked(page: Page, button: str) -> None:
    """Press a button, unfolded when need be, of a form that the browser itself would not send."""
    page.evaluate("for (const form of document.forms) form.noValidate = true")
    page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
    page.get_by_role("button", name=button, exact=True).click()


ANSWERS: dict[str, tuple[str, int, Callable[[Page], Any]]] = {
    "rapport": ("openbaar", 200, example_report),
    "niet getoetst": ("openbaar", 200, unjudged_report),
    "niets geplakt": ("openbaar", 400, empty_toets),
    "verkeerd wachtwoord": ("openbaar", 400, wrong_password),
    "leeg dossier": ("steller", 422, empty_new_dossier),
    "oordeel zonder reden": ("toetser", 422, judgement_without_reason),
    "onleesbaar bestand": ("steller", 422, unreadable_upload),
    "geweigerde stap": ("steller", 422, refused_move),
    "een ander was eerder": ("steller", 409, stale_move),
    "verlopen formulier": ("openbaar", 400, forgotten_token),
    "niet gevonden": ("openbaar", 404, not_found),
    "verborgen dossier": ("raadslid", 404, hidden_dossier),
    "niet toegestaan": ("raadslid", 403, forbidden),
    "verkeerde weg": ("openbaar", 405, wrong_method),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_is_accessible_and_fits_and_is_quiet(site: Site, name: str):
    role, status, act = ANSWERS[name]
    with site.visit(role) as visitor:
        page = visitor.page
        visitor.expected = (f"the server responded with a status of {status}",)
        statuses: list[int] = []
        page.on("response", lambda r: statuses.append(r.status) if r.request.is_navigation_request() else None)
        act(page)
        assert statuses[-1] == status
        found = problems(page) + visitor.complaints
    assert not found, "\n".join(found)


def test_what_came_back_has_the_focus_on_what_is_wrong(site: Site):
    """The list of what is wrong is where somebody who cannot see the page hears it: it gets the focus."""
    with site.visit() as visitor:
        visitor.expected = ("400 (BAD REQUEST)",)
        empty_toets(visitor.page)
        expect(visitor.page.locator("#fouten")).to_be_focused()
