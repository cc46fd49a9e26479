"""Every page, for every role that may see it: axe in light and dark, no sideways scrolling, nothing in the console."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from sdprocess.domain.people import ALL_ROLES, PUBLIC, Actor
from sdprocess.web.policy import may_open, policy_of
from tests.browser.checks import likeness, problems
from tests.browser.samples import NOT_A_PAGE, SAMPLES
from tests.browser.site import DESKTOP, PEOPLE, VISITORS, Site

FORBIDDEN, NOT_FOUND = 403, 404


def pages_for(app: Flask, role: str) -> Iterator[str]:
    """The sample addresses whose route this role may open."""
    actor = PUBLIC if role == "openbaar" else Actor(1, role, frozenset({role}))
    for endpoint, addresses in SAMPLES.items():
        if may_open(policy_of(app, endpoint), actor):
            yield from addresses


def test_every_route_has_a_sample_and_every_role_a_visitor(site: Site):
    assert set(PEOPLE) == set(ALL_ROLES)
    routes = {rule.endpoint for rule in site.app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert routes == SAMPLES.keys() | NOT_A_PAGE


@pytest.mark.parametrize("role", VISITORS)
def test_every_page_is_accessible_and_fits_and_is_quiet(site: Site, role: str):
    """Where a page is hidden from a role, its 404 or 403 is looked at. Pages that are the same are looked at once."""
    found: list[str] = []
    with site.visit(role) as visitor:
        page = visitor.page
        visitor.expected = ("404 (NOT FOUND)", "403 (FORBIDDEN)")
        for address in pages_for(site.app, role):
            page.set_viewport_size(DESKTOP)
            answer = page.goto(address)
            assert answer is not None
            assert answer.status in {200, FORBIDDEN, NOT_FOUND}, f"{role} {address}: {answer.status}"
            if (alike := likeness(page)) not in site.looked_at:
                site.looked_at.add(alike)
                found += [f"{role} {address}: {problem}" for problem in problems(page)]
        found += visitor.complaints
    assert not found, "\n".join(found)


def test_every_sample_is_seen_by_somebody(site: Site):
    """A sample that nobody may open would make the walk look at error pages only."""
    unseen = {address for addresses in SAMPLES.values() for address in addresses}
    for role in VISITORS:
        with site.visit(role) as visitor:
            for address in sorted(unseen & set(pages_for(site.app, role))):
                if visitor.page.request.get(address, max_redirects=0).status == 200:
                    unseen.discard(address)
    assert not unseen
