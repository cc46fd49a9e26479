"""Two ways to work a page: with the mouse, and with nothing but the keyboard. Both name things as people hear them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Error, Page, expect

MOST_TABS = 600
"""More stops than any page has: whoever needs more has lost the way."""

MOST_LOOKS = 100
"""Looks at the focus, 50 ms apart, before nothing has it."""

_FOCUSED = """() => {
  const e = document.activeElement, box = e.getBoundingClientRect();
  const label = e.type === "radio" || e.type === "checkbox" ? e.closest(".keuze") || e : e;
  const ring = (one) => {
    const s = getComputedStyle(one);
    return (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== "none";
  };
  return {
    group: e.closest("fieldset")?.querySelector("legend")?.textContent.trim() ?? "",
    box: [box.left, box.top, box.right, box.bottom].map(Math.round),
    ring: ring(e) || ring(label),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def plain(text: str) -> str:
    """As people hear it: chromium puts a space around words that only screen readers get."""
    return re.sub(r" ([:?!,.])", r"\1", re.sub(r"\s+", " ", text)).strip()


class Hands(Protocol):
    """What a person does on a page. Every name is the accessible name, whole."""

    page: Page

    def press(self, name: str) -> None:
        """Activate the button."""

    def follow(self, name: str) -> None:
        """Activate the link."""

    def write(self, label: str, text: str) -> None: ...

    def choose(self, group: str, option: str) -> None:
        """Pick a radio button of the group with this legend."""

    def tick(self, name: str) -> None: ...

    def upload(self, label: str, path: Path) -> None: ...

    def unfold(self, name: str) -> None:
        """Open what is folded behind this summary."""


class MouseHands:
    """Points and clicks."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str) -> None:
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def write(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).fill(text)

    def choose(self, group: str, option: str) -> None:
        self.page.get_by_role("group", name=group, exact=True).get_by_label(option, exact=True).check()

    def tick(self, name: str) -> None:
        self.page.get_by_label(name, exact=True).check()

    def upload(self, label: str, path: Path) -> None:
        self.page.get_by_label(label, exact=True).set_input_files(path)

    def unfold(self, name: str) -> None:
        self.page.locator("summary", has_text=name).click()


class KeyboardHands:
    """Tab, Shift+Tab, arrows, Space, Enter and letters. Whatever is activated must show that it has the focus."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._cdp = page.context.new_cdp_session(page)
        self.tabs = 0

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        answer: dict[str, Any] = self._cdp.send(method, params)
        return answer

    def _heard(self) -> tuple[str, str]:
        """Role and accessible name of what has the focus, as a screen reader hears them."""
        for _ in range(MOST_LOOKS):
            self.page.wait_for_load_state("domcontentloaded")
            node = self._focused()
            if node is not None:
                return node.get("role", {}).get("value", ""), plain(node.get("name", {}).get("value", ""))
            self.page.wait_for_timeout(50)
        raise AssertionError(f"nothing on {self.page.url} has the focus")

    def _focused(self) -> dict[str, Any] | None:
        """The accessible node that has the focus; None between two pages, when there is no document to ask."""
        try:
            focused = "document.activeElement || document.documentElement"
            found = self._ask("Runtime.evaluate", expression=focused)["result"]
            if "objectId" not in found:
                return None
            wanted = {"objectId": found["objectId"], "fetchRelatives": False}
            nodes = self._ask("Accessibility.getPartialAXTree", **wanted)["nodes"]
        except Error:  # the page left while we asked
            return None
        return nodes[0] if nodes else None

    def _find(self, name: str, role: str = "", group: str = "") -> None:
        """Tab until this has the focus: the name (and role), or any radio button of the group."""
        passed: list[str] = []
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            self.tabs += 1
            kind, heard = self._heard()
            passed.append(heard)
            if (kind == "radio" and self._group() == group) if group else (heard == name and role in {"", kind}):
                self._assert_seen(name)
                return
        raise AssertionError(f"{MOST_TABS} tabs on {self.page.url} never came to {name!r}; last: {passed[-30:]}")

    def _group(self) -> str:
        return plain(self.page.evaluate(_FOCUSED)["group"])

    def _assert_seen(self, name: str) -> None:
        """The focus shows, and the page has scrolled to it."""
        for _ in range(20):
            focus = self.page.evaluate(_FOCUSED)
            if focus["seen"]:
                break
            self.page.wait_for_timeout(50)
        assert focus["ring"], f"{self.page.url}: {name!r} has the focus but does not show it"
        assert focus["seen"], f"{self.page.url}: {name!r} has the focus but is out of sight: {focus}"

    def stand_on(self, name: str) -> None:
        """Give it the focus, which must show."""
        self._find(name)

    def press(self, name: str) -> None:
        self._find(name, role="button")
        self.page.keyboard.press("Space")

    def follow(self, name: str) -> None:
        self._find(name, role="link")
        self.page.keyboard.press("Enter")

    def write(self, label: str, text: str) -> None:
        self._find(label)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def choose(self, group: str, option: str) -> None:
        """Tab comes to the chosen one or else the first; the arrows go round."""
        self._find(option, group=group)
        for _ in range(10):
            if self._heard()[1] == option:
                self.page.keyboard.press("Space")
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no {option!r} in {group!r}")

    def tick(self, name: str) -> None:
        self._find(name)
        self.page.keyboard.press("Space")

    def upload(self, label: str, path: Path) -> None:
        self._find(label)
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files(path)

    def unfold(self, name: str) -> None:
        self._find(name)
        self.page.keyboard.press("Enter")


def arrived(page: Page, heading: str) -> None:
    """The page with this h1 is there."""
    expect(page.get_by_role("heading", level=1, name=heading, exact=True)).to_be_visible()
