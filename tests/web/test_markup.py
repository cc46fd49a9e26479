"""Markdown never becomes something that can act, and never takes long."""

from __future__ import annotations

import time

import pytest

from sdprocess.web.markup import markdown_html


def test_ordinary_markdown_becomes_html():
    assert markdown_html("Een **vet** woord") == "<p>Een <strong>vet</strong> woord</p>"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[klik](javascript:alert(1))",
        "[klik](data:text/html;base64,AAAA)",
        '<img src=x onerror="a()">',
        "![x](https://kwaad.example/pixel.png)",
        '<a href="https://x.example" onclick="a()">x</a>',
        "<svg><script>a()</script></svg>",
        '<p style="position:fixed">x</p>',
        "[x](jAvAsCrIpT&#58;alert(1))",
        "# Kop <iframe src='//x.example'></iframe>",
    ],
)
def test_nothing_that_acts_survives(text):
    html = markdown_html(text).lower()
    for bad in ("<script", "javascript:", "data:", "onerror", "onclick", "<img", "<svg", "<iframe", "style="):
        assert bad not in html


@pytest.mark.parametrize("text", ["[" * 20_000, "a" * 60_000, "[x](" * 5_000], ids=["haken", "lang", "halve links"])
def test_hostile_text_comes_back_soon_and_whole(text):
    begun = time.perf_counter()
    html = markdown_html(text)
    assert time.perf_counter() - begun < 2
    assert text in html
