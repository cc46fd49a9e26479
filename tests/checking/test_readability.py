from __future__ import annotations

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdprocess.checking.index import TextIndex
from sdprocess.checking.readability import readability, syllables
from sdprocess.domain.findings import Readability
from tests.checking.texts import one_section

EASY = "De kamer is open. U kunt er koffie drinken. Kom gerust eens langs. Er is ook soep en brood voor u."
HEAVY = (
    "In het kader van de implementatie van de beleidsdoelstellingen met betrekking tot de intensivering van de "
    "samenwerkingsverbanden wordt de verantwoordelijkheid voor de operationalisering van de "
    "uitvoeringsprogramma's door het samenwerkingsorgaan gefaciliteerd en wordt de verantwoording ingericht."
)

WORDS = (
    "gemeenteraadsvergadering",
    "bestemmingsplan",
    "autoonderdelen",
    "beëindiging",
    "ideeen",
    "raad",
    "vicevoorzitter",
)


def read(text: str) -> Readability:
    return readability(TextIndex(one_section(text)))


@pytest.mark.parametrize(
    ("word", "expected"), [("kamer", 2), ("koffie", 2), ("soep", 1), ("verantwoordelijkheid", 6), ("a", 1)]
)
def test_syllables_of_dutch_words(word: str, expected: int):
    assert syllables(word) == expected


def test_plain_text_reads_easier_than_heavy_text():
    assert read(EASY).flesch_douma > 80
    assert read(HEAVY).flesch_douma < 20


def test_the_heaviest_sentence_is_named_with_its_traits():
    heaviest = read(HEAVY).heaviest[0]
    assert set(heaviest.traits) == {"lang", "passief", "naamwoordstijl"}
    assert heaviest.quote.text.startswith("In het kader van")


def test_shares_are_shares():
    measured = read(EASY + " " + HEAVY)
    assert measured.sentences == 5
    assert measured.long_sentences == pytest.approx(0.2)
    assert 0 < measured.long_words < 1


def test_a_text_without_running_words_has_no_level():
    assert read("N.v.t.").band == "onbekend"


@given(st.text("abcdefghijklmnopqrstuvwxyz'-", min_size=1, max_size=30) | st.sampled_from(WORDS).map("".join))
def test_there_are_as_many_syllables_as_pyphen_finds(word: str) -> None:
    places = pyphen.Pyphen(lang="nl_NL", left=1, right=1).positions(word)
    assert syllables(word) == max(1, len(places) + 1)
