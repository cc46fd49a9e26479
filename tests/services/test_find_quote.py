from __future__ import annotations

import pytest

from sdprocess.domain.text import Paragraph, Section, SourceText
from sdprocess.services.find_quote import find_quote

BODY = (
    "De Kredietbank voert de regeling uit. Zij vindt de termijn van drie maanden te kort, maar staat achter het doel."
)
TEXT = SourceText(
    "Voorstel",
    "md",
    (
        Section(
            "s1", "Aanleiding", 1, paragraphs=(Paragraph("a", "In 2025 vroeg de raad om een plan voor schulden.", 1),)
        ),
        Section("s2", "Uitvoering", 1, paragraphs=(Paragraph("b", BODY, 1),)),
    ),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("Zij vindt de termijn", "Zij vindt de termijn", id="exact"),
        pytest.param("  Zij   vindt de\ntermijn ", "Zij vindt de termijn", id="spaces and line breaks"),
        pytest.param("«Zij vindt de termijn»", "Zij vindt de termijn", id="in quotation marks"),
        pytest.param(
            "zij vind de termijn van drie maanden te kort",
            "Zij vindt de termijn van drie maanden te kort",
            id="typing error",
        ),
        pytest.param("de Kredietbank voert regeling uit", "De Kredietbank voert de regeling uit", id="word left out"),
    ],
)
def test_words_are_found_back_as_they_stand_in_the_text(typed: str, found: str) -> None:
    quote = find_quote(TEXT, typed)
    assert quote is not None
    assert quote.text == found
    assert quote.section == "Uitvoering"


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("", id="nothing"),
        pytest.param("zij zij", id="too short to be alike"),
        pytest.param("De wethouder heeft dit toegezegd in een brief", id="not in the text"),
    ],
)
def test_words_that_are_not_there_are_not_found(typed: str) -> None:
    assert find_quote(TEXT, typed) is None
