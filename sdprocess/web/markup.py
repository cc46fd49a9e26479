"""Markdown as HTML that can do no harm: capped before it is read, cleaned after."""

from __future__ import annotations

import markdown
import nh3
from markupsafe import Markup, escape

from sdprocess.publish.safe_html import safe_html

MAX_CHARACTERS = 50_000
MAX_BRACKETS = 1_000
"""Markdown's running time grows with the square of the number of open brackets."""

TAGS = {
    "p", "ul", "ol", "li", "strong", "em", "blockquote", "code", "pre", "a", "br", "hr",
    "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


def document_html(text: str) -> Markup:
    """A document of one of our own formats as safe HTML, its title an h2."""
    return Markup(safe_html(text))  # noqa: S704  nh3 made it safe


def markdown_html(text: str) -> Markup:
    """`text` as safe HTML. Too long or too twisted a text comes back as plain paragraphs."""
    if len(text) > MAX_CHARACTERS or text.count("[") > MAX_BRACKETS:
        return Markup("").join(Markup("<p>{}</p>").format(escape(part)) for part in text.split("\n\n") if part.strip())
    html = markdown.markdown(text, extensions=["tables"], output_format="html")
    clean = nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"https", "http", "mailto"})
    return Markup(clean)  # noqa: S704  nh3 made it safe
