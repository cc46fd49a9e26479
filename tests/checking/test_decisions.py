"""Which sentences are decisions, which repeat them, and which only stand under the same heading."""

from __future__ import annotations

import pytest

from sdprocess.checking.index import TextIndex
from sdprocess.domain.text import Paragraph, Section, SourceText

DECISION = "De raad wordt elk half jaar geïnformeerd over de buurtkamer."
EXPLAINED = "De Nota meedoen vast te stellen. Wij deden twee jaar een proef. De proef liep goed. Daar leerden wij van."


def names_of(names: tuple[str, ...], *paragraphs: str) -> list[frozenset[str]]:
    """The section names of each sentence of one section."""
    made = tuple(Paragraph(f"p{i}", text, i) for i, text in enumerate(paragraphs))
    return [
        s.names for s in TextIndex(SourceText("", "plak", (Section("s1", "", 1, names, paragraphs=made),))).sentences
    ]


@pytest.mark.parametrize(
    ("names", "draft"),
    [
        pytest.param(("beslispunten", "ontwerpbesluit"), False, id="the-only-place-with-the-decisions"),
        pytest.param(("ontwerpbesluit",), True, id="a-repetition-of-the-decisions"),
    ],
)
def test_a_draft_decision_counts_when_the_decisions_stand_nowhere_else(names: tuple[str, ...], draft: bool):
    assert [("ontwerpbesluit" in found) for found in names_of(names, DECISION)] == [draft]


def test_from_its_first_article_on_a_regulation_is_no_explanation_of_the_proposal():
    found = names_of(
        ("beslispunten", "ontwerpbesluit"), DECISION, "Artikel 1", "Het college geeft ieder jaar subsidie."
    )
    assert ["ontwerpbesluit" in names for names in found] == [False, True, True]


def test_a_long_regulation_without_article_numbers_stays_the_draft():
    found = names_of(("beslispunten", "ontwerpbesluit"), *[f"{DECISION} Dit is lid {i}." for i in range(50)])
    assert all("ontwerpbesluit" in names for names in found)


def test_running_text_under_the_decisions_is_no_decision():
    found = names_of(("beslispunten",), EXPLAINED)
    assert ["beslispunten" in names for names in found] == [True, False, False, False]


def test_a_list_of_decisions_is_read_as_decisions():
    found = names_of(("beslispunten",), "De Nota meedoen vast te stellen.", "Elk half jaar volgt een bericht.")
    assert all("beslispunten" in names for names in found)
