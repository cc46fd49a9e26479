"""Markdown of our own formats as HTML that can do no harm, and words of people as Markdown that means nothing more."""

from __future__ import annotations

import re

import markdown
import nh3

TAGS = {"h2", "h3", "h4", "h5", "p", "ul", "ol", "li", "strong", "em", "table", "thead", "tbody", "tr", "th", "td"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|>])")
_SPACE = re.compile(r"\s+")


def inert(text: str) -> str:
    """Words on one line in which no character is an instruction: neither Markdown nor HTML."""
    line = _SPACE.sub(" ", text).strip()
    return _SPECIAL.sub(r"\\\1", line.replace("&", "&amp;").replace("<", "&lt;"))


def safe_html(text: str) -> str:
    """A document as HTML, its title an h2: it stands on a page that has an h1 of its own."""
    extensions = ["tables", "toc"]
    html = markdown.markdown(
        text, extensions=extensions, extension_configs={"toc": {"baselevel": 2}}, output_format="html"
    )
    return nh3.clean(html, tags=TAGS, attributes={})
