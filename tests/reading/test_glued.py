"""A bad export pastes the end of one line to the begin of the next; reading loosens them, and only in such a text."""

from __future__ import annotations

import pytest

from sdprocess.reading import read_text
from sdprocess.reading.glued import LEAST, unglue

GLUED = (
    "Raadsvoorstel12Vergadering4 maart 2027GemeenteraadAan de gemeenteraad,Voorstel 1.De buurtkamer te openen."
    "Inleiding De wijk vraagt al lang om een plek.De raad sprak hierover in 2026.Daarom ligt dit plan voor.Argumenten\n"
    "1.1De kamer helpt bewoners elkaar te ontmoetenDaardoor zijn minder mensen eenzaam.1.2Het pand is al van ons.\n"
    "De stichting betaalt de inrichting, net als SWSKanttekeningen De huur stijgt misschien.Dat is nog niet zeker.\n"
)


def test_headings_and_sentences_come_loose():
    text, joints = unglue(GLUED)
    assert joints > LEAST
    assert "\nGemeenteraad\nAan de gemeenteraad" in text
    assert "ontmoeten\nDaardoor" in text
    assert "1.1 De kamer" in text
    assert "SWS\nKanttekeningen De huur" in text


@pytest.mark.parametrize(
    "text",
    [
        "De PvdA en de ChristenUnie vroegen om DigiD in de kamer. Het college zegt dat toe.",
        "De stichting BuurtMaxi opent een kamer.Dat is een slip van de pen. De rest van de tekst is gewoon.",
        "",
    ],
)
def test_a_good_text_stays_as_it_is(text: str):
    assert unglue(text) == (text, 0)


def test_a_name_that_returns_stays_whole():
    text, joints = unglue(
        GLUED + " BuurtMaxi helpt." + " BuurtMaxi betaalt mee." + " BuurtMaxi bouwt." + " BuurtMaxi is er."
    )
    assert joints
    assert text.count("BuurtMaxi") == 4


def test_the_reader_is_told_and_the_section_is_found():
    source = read_text(GLUED)
    assert "vastgeplakt" in {note.code for note in source.notes}
    assert any("kanttekeningen" in section.names for section in source.sections)


@pytest.mark.parametrize("tail", ["a", "aB", "aaaBaa"])
def test_a_word_of_two_million_letters_comes_to_an_end(tail: str):
    text, joints = unglue("De stad.Een plein. " * LEAST + tail * (2_000_000 // len(tail)))
    assert joints >= LEAST
    assert len(text) >= 2_000_000
