"""What every page must be: valid, named, labelled, and without anything inline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib

UNLABELLED = {"hidden", "submit", "button"}
REFERENCES = ("aria-labelledby", "aria-describedby", "for")


@dataclass(frozen=True)
class Page:
    """A parsed page."""

    root: Element
    html: str

    def all(self, tag: str) -> list[Element]:
        return list(self.root.iter(tag))

    def text(self) -> str:
        return " ".join("".join(self.root.itertext()).split())


def parsed(html: str) -> Page:
    """The page, parsed strictly. Raises html5lib's ParseError on any mistake."""
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
    return Page(root, html)


def checked(html: str) -> Page:
    """The page after every check; fails with what is wrong."""
    page = parsed(html)
    assert len(page.all("h1")) == 1, f"{len(page.all('h1'))} h1's"
    title = "".join(page.all("title")[0].itertext())
    assert title.endswith(" – sdprocess"), title
    assert not title.startswith(" –"), "empty title"
    assert page.all("html")[0].get("lang") == "nl"
    assert len(page.all("main")) == 1
    _ids(page)
    _labels(page)
    _headings(page)
    _nothing_inline(page)
    return page


def _ids(page: Page) -> None:
    ids = [e.get("id") for e in page.root.iter() if e.get("id")]
    repeated = {i for i in ids if ids.count(i) > 1}
    assert not repeated, f"ids that are not unique: {repeated}"
    for element in page.root.iter():
        for name in REFERENCES:
            missing = [i for i in (element.get(name) or "").split() if i not in ids]
            assert not missing, f"{element.tag} {name} points at nothing: {missing}"
    fragments = {a.get("href")[1:] for a in page.all("a") if (a.get("href") or "").startswith("#")}
    assert fragments <= set(ids), f"links to nothing: {fragments - set(ids)}"


def _labels(page: Page) -> None:
    labelled = {label.get("for") for label in page.all("label")}
    for field in [*page.all("input"), *page.all("textarea"), *page.all("select")]:
        if field.get("type") in UNLABELLED:
            continue
        named = field.get("id") in labelled or field.get("aria-label") or field.get("aria-labelledby")
        assert named, f"no label for {field.get('name')}"


def _headings(page: Page) -> None:
    levels = [int(e.tag[1]) for e in page.root.iter() if re.fullmatch(r"h[1-6]", str(e.tag))]
    jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
    assert not jumps, f"heading levels jump: {jumps}"


def _nothing_inline(page: Page) -> None:
    assert not page.all("style"), "inline style element"
    for element in page.root.iter():
        handlers = [name for name in element.attrib if name.startswith("on") or name == "style"]
        assert not handlers, f"inline {handlers} on {element.tag}"
        if element.tag == "script":
            assert element.get("src"), "inline script"
            assert not (element.text or "").strip(), "inline script"
        for name in ("href", "src", "action", "formaction"):
            value = (element.get(name) or "").strip().lower()
            assert not value.startswith(("javascript:", "data:", "http:", "https:", "//")), f"{name}={value}"
