from __future__ import annotations

import pytest

from sdprocess.checking.sentences import split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Dit is één zin. Dit is er nog een.", 2, id="two-plain-sentences"),
        pytest.param("Wij gaan d.d. 3 maart akkoord. Dat is fijn.", 2, id="abbreviation-inside"),
        pytest.param("Er zijn o.a. Jan en Piet bij.", 1, id="abbreviation-before-capital"),
        pytest.param("Dhr. J.P. de Vries komt.", 1, id="initials"),
        pytest.param("1. De nota vast te stellen.", 1, id="number-in-front"),
        pytest.param("Het kost € 1.200.000. Dat is veel.", 2, id="thousands-points"),
        pytest.param("Werkt het? Ja! Zeker.", 3, id="question-and-exclamation"),
        pytest.param("eerst dit; daarna dat", 2, id="semicolon-splits"),
        pytest.param("Zie art. 3 van de wet.", 1, id="article"),
        pytest.param("", 0, id="empty"),
    ],
)
def test_dutch_sentences_are_split_where_a_reader_would(text: str, expected: int):
    assert len(split(text)) == expected


def test_ranges_hold_the_words_without_the_space_around_them():
    text = "Eerste zin.  Tweede zin."
    assert [text[a:b] for a, b in split(text)] == ["Eerste zin.", "Tweede zin."]
