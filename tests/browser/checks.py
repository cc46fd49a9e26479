"""What every page must be in a real browser: without axe violations, and never wider than the screen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PHONE = {"width": 360, "height": 740}
ZOOMED = {"width": 640, "height": 400}
"""1280 by 800 at 200 % zoom: half as many CSS pixels each way."""

ALL_RULES: Mapping[str, Any] = {"resultTypes": ["violations"]}
COLOURS: Mapping[str, Any] = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that look at colours: the only ones whose answer a colour scheme can change."""

_TOO_WIDE = """() => {
  const root = document.scrollingElement, room = root.clientWidth;
  if (root.scrollWidth <= room) return [];
  const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > room + 1);
  return ["the page", ...wide.slice(0, 3).map((e) => `${e.tagName.toLowerCase()}.${e.className}`)]
    .map((what) => `${what} is ${root.scrollWidth} of ${room} wide`);
}"""
_UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"
_VARIES = re.compile(
    r'name="(csrf_token|revisie|sleutel)" value="[^"]*"|<span>[^<]*</span>\s*(?=<form method="post" action="/uitloggen)'
)
_axe = Axe()


def axe_violations(page: Page, options: Mapping[str, Any] = ALL_RULES) -> list[str]:
    """What axe finds wrong, a line for each rule with the first places."""
    found = _axe.run(page, options=dict(options)).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): " + "; ".join(n["html"][:160] for n in rule["nodes"][:3]) for rule in found
    ]


def too_wide(page: Page, size: Mapping[str, int]) -> list[str]:
    """What makes the page scroll sideways at this size; empty when it does not."""
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    return [str(what) for what in page.evaluate(_TOO_WIDE)]


def problems(page: Page) -> list[str]:
    """Everything wrong with this page, all of it unfolded: on a laptop, zoomed in, on a phone, light and dark."""
    page.evaluate(_UNFOLD)
    found = [f"light: {one}" for one in axe_violations(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {one}" for one in axe_violations(page, COLOURS)]
    page.emulate_media(color_scheme="light")
    return found + too_wide(page, ZOOMED) + too_wide(page, PHONE)


def likeness(page: Page) -> int:
    """The same for two pages that differ in nothing but who is signed in."""
    return hash(_VARIES.sub("", page.content()))
