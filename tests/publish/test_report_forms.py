"""The reports that people read: text, Markdown and html."""

from __future__ import annotations

import re
from collections.abc import Callable

import html5lib
import markdown
import pytest

from sdprocess.publish.report_html import as_html
from sdprocess.publish.report_md import as_markdown
from sdprocess.publish.report_text import WIDTH, as_text
from sdprocess.publish.report_view import Report, unjudged
from sdprocess.publish.report_words import dutch_number, percentage
from tests.publish.report_samples import CITED, NASTY, checklist, report

FORMS = [pytest.param(f, id=f.__name__) for f in (as_text, as_markdown, as_html)]
SCRIPT = "<script>alert"


def plain(made: str) -> str:
    """A report with its escapes and line breaks taken out, to look for sentences in."""
    for coded, sign in (("&#34;", '"'), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("\\", "")):
        made = made.replace(coded, sign)
    return " ".join(made.split())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Raadsvoorstel Groen in de buurt", id="title"),
        pytest.param("Uitvoerbaarheid", id="criterion"),
        pytest.param("Staat C2 in het voorstel?", id="the writer's question"),
        pytest.param("Bijna.", id="why"),
        pytest.param("Er mist een standpunt.", id="why not higher"),
        pytest.param(f"«{CITED}»", id="quote"),
        pytest.param("2. Uitvoering, al. 1, blz. 3", id="place"),
        pytest.param("Gezocht in: 2. Uitvoering.", id="where was looked"),
        pytest.param(f"Dichtbij: «{NASTY}»", id="near miss"),
        pytest.param("Tip: Noem wie het doet.", id="tip"),
        pytest.param("Waarom staat E1 niet in het voorstel?", id="the councillor's question"),
        pytest.param("technisch, aan de ambtenaar", id="to whom"),
        pytest.param("niet van toepassing", id="what does not apply"),
        pytest.param("18,8", id="readability in Dutch numbers"),
        pytest.param("1.234 woorden; lang, lijdende vorm", id="heaviest sentence"),
        pytest.param("Niet gelezen bijlagen: Begroting.", id="what was not read"),
        pytest.param("Er staan nog 3 aanwijzingen uit het format", id="reading note"),
    ],
)
def test_every_form_says_it(form: Callable[[Report], str], sentence: str) -> None:
    assert sentence in plain(form(report()))


@pytest.mark.parametrize("form", FORMS)
def test_a_document_that_is_no_proposal_gets_its_reason_and_no_profile(form: Callable[[Report], str]) -> None:
    made = plain(form(report(judged=False)))
    assert "Dit document is niet beoordeeld. Dit lijkt een motie." in made
    assert "Staat C1 in het voorstel?" not in made


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_cannot_be_read_gets_its_reason(form: Callable[[Report], str]) -> None:
    made = plain(form(unjudged("stuk.pdf", "Dit bestand is beschadigd.", checklist())))
    assert "stuk.pdf" in made
    assert "Dit document is niet beoordeeld. Dit bestand is beschadigd." in made
    assert "Leesbaarheid" not in made


@pytest.mark.parametrize("form", FORMS)
def test_the_same_report_gives_the_same_words(form: Callable[[Report], str]) -> None:
    assert form(report()) == form(report())


def test_text_stays_within_its_width() -> None:
    assert max(len(line) for line in as_text(report()).splitlines()) <= WIDTH


def test_words_of_the_document_never_become_markup_in_markdown() -> None:
    page = markdown.markdown(as_markdown(report()), extensions=["tables"])
    assert SCRIPT not in page
    assert "<em>" not in page
    assert page.count("<blockquote>") == 2
    assert page.count("<h1>") == 1
    for table in re.findall(r"<table>.*?</table>", page, re.DOTALL):
        width = len(re.findall(r"<th\b", table))
        rows = [row.count("<td") for row in re.findall(r"<tr>.*?</tr>", table, re.DOTALL) if "<td" in row]
        assert rows == [width] * len(rows), table


@pytest.mark.parametrize("judged", [True, False])
def test_html_is_valid_and_has_one_heading_a_language_and_unique_ids(judged: bool) -> None:
    page = as_html(report(judged=judged))
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert tree.get("lang") == "nl"
    assert len(list(tree.iter("h1"))) == 1
    assert tree.find("head/title").text == "Toets: Raadsvoorstel Groen in de buurt"
    assert not list(tree.iter("script"))
    named = {e.get("aria-labelledby") for e in tree.iter() if e.get("aria-labelledby")}
    assert named <= set(ids)


def test_html_needs_nothing_from_elsewhere_and_shows_the_document_as_words() -> None:
    page = as_html(report())
    assert SCRIPT not in page
    assert not re.findall(r"(?:src|href)=", page)
    assert "url(http" not in page


def test_the_bar_has_one_square_per_question_that_counts() -> None:
    page = as_html(report())
    assert [page.count(f'class="vak vak-{way}"') for way in ("ja", "deels", "nee", "niet-beoordeeld")] == [1, 1, 1, 0]


@pytest.mark.parametrize(
    ("value", "digits", "words"),
    [(1234, 0, "1.234"), (12.5, 1, "12,5"), (0, 0, "0"), (1234567.25, 2, "1.234.567,25")],
)
def test_numbers_are_written_in_dutch(value: float, digits: int, words: str) -> None:
    assert dutch_number(value, digits) == words


def test_a_share_is_written_as_a_percentage() -> None:
    assert percentage(0.125) == "12\u00a0%"
