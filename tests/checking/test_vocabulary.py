"""Looking only where a cue can stand gives what looking everywhere gives."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdprocess.checking.index import TextIndex, Trait
from sdprocess.checking.proof import example_text
from sdprocess.checking.vocabulary import Cues, Vocabulary
from sdprocess.content.checklist import Checklist
from sdprocess.content.cue_needs import Need, Where, needs_of
from sdprocess.content.library import load_library
from sdprocess.demo.files import demo_files
from sdprocess.reading import read_bytes, read_text
from tests.checking.texts import one_section

CORPUS = Path(os.environ.get("SDPROCESS_CORPUS", Path(__file__).resolve().parents[3] / "shared" / "corpus"))
FIELDS = ("cues", "unless", "first", "second", "names", "units", "subjects", "words")
NOTIONS = {"stuk": ("nota", "visie*", "plan van aanpak", "{soort}kader"), "soort": ("beleids", "raads")}
# fmt: off
CUES = (
    "past binnen", "past …2 (binnen|in)", "sluit … aan", "{stuk}", "de {stuk} …4 vastgesteld", "vergro(ot|ten)",
    "(niet)? eerder", "eerder (niet)?", "*beleid", "plan*", "*besluit*", "# euro", "€ #", "#%", "20(1|2)#", "risico's",
    "in~het kader", "(in~het|binnen~het) kader", "*", "#", "(a|b)?c", "m2", "#m2", "ë", "x_y", "*kader van",
)
WORDS = (
    "past", "binnen", "in", "het", "kader", "sluit", "wij", "daarbij", "aan", "nota", "visies", "plan", "van", "aanpak",
    "beleidskader", "raadskader", "vastgesteld", "vergroot", "vergroten", "niet", "eerder", "grondbeleid", "planning",
    "raadsbesluiten", "12", "12.500", "2024", "€ 5", "7%", "5m2", "m2", "risico's", "c", "ac", "ë", "x_y", "inhet",
    "de", "euro", "hetgeen", "-", ",", "(", ")",
)
# fmt: on
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=4, max_size=14).map(" ".join)


def everywhere(cues: Cues, index: TextIndex) -> list[tuple[int, int, int]]:
    """What the pattern finds in the whole text, in sentences that may count."""
    found = [(index.at(m.start()), *m.span()) for m in cues.pattern.finditer(index.data)]
    return [(s.number, start, end) for s, start, end in found if not s.traits & Trait.SILENT]


def where_it_can(cues: Cues, index: TextIndex) -> list[tuple[int, int, int]]:
    sentences = [index.sentences[n] for n in cues.places(index)]
    return [(s.number, start, end) for s, start, end in cues.matches(index, sentences)]


def all_cues(checklist: Checklist, vocabulary: Vocabulary) -> list[Cues]:
    """Every pattern of every rule."""
    rules = [rule for question in checklist.questions for rule in question.rules]
    written = (getattr(rule, field, ()) for rule in rules for field in FIELDS)
    return [vocabulary.cues(words) for words in written if words and not isinstance(words, int)]


@pytest.fixture(scope="module")
def shipped() -> Checklist:
    return load_library().checklist("raadsvoorstel")


@given(SENTENCES)
@pytest.mark.parametrize("cue", CUES)
def test_a_cue_is_found_where_it_is_looked_for(cue: str, sentence: str) -> None:
    cues = Vocabulary(NOTIONS).cues([cue])
    index = TextIndex(one_section(f"Er staat {sentence} en dat is het."))
    assert where_it_can(cues, index) == everywhere(cues, index)
    for place in index.sentences:
        holds = any(number == place.number for number, _, _ in everywhere(cues, index))
        assert place.traits & Trait.SILENT or cues.hold(index, place) is holds


@pytest.mark.parametrize(
    ("cue", "needs"),
    [
        ("past binnen", [{Need(Where.WHOLE, "binnen")}, {Need(Where.WHOLE, "past")}]),
        ("sluit … aan", [{Need(Where.WHOLE, "sluit")}, {Need(Where.WHOLE, "aan")}]),
        ("*besluit*", [{Need(Where.INSIDE, "besluit")}]),
        ("(niet)? eerder*", [{Need(Where.BEGIN, "eerder")}]),
        ("vergro(ot|ten)", [{Need(Where.WHOLE, "vergroot"), Need(Where.WHOLE, "vergroten")}]),
        ("*kader", [{Need(Where.END, "kader")}]),
        ("risico's", [{Need(Where.WHOLE, "risico")}]),
        ("#m2", [{Need(Where.END, "m2")}]),
        ("20(1|2)#", [{Need(Where.BEGIN, "201"), Need(Where.BEGIN, "202")}]),
        ("# %", [{Need(Where.NUMBER, "")}]),
        ("(a|b)?", []),
        ("*", []),
        ("% …", []),
    ],
)
def test_what_a_text_must_hold(cue: str, needs: list[set[Need]]) -> None:
    assert list(map(set, needs_of(cue, {}))) == needs


def test_a_word_with_too_many_spellings_is_no_use_to_look_for() -> None:
    letters = "|".join("abcdefgh")
    assert needs_of(f"{f'({letters})' * 5} raad", {}) == (frozenset({Need(Where.WHOLE, "raad")}),)


def test_a_need_that_comes_later_is_looked_up_for_words_that_are_known() -> None:
    vocabulary = Vocabulary({})
    index = TextIndex(one_section("De raad stelt de kaders vast."))
    assert where_it_can(vocabulary.cues(["kader*"]), index) == [(0, 17, 23)]
    assert where_it_can(vocabulary.cues(["*aad"]), index) == [(0, 3, 7)]


def test_the_shipped_patterns_find_the_same_in_their_own_examples(shipped: Checklist) -> None:
    vocabulary = Vocabulary(shipped.notions)
    every = all_cues(shipped, vocabulary)
    examples = [e for q in shipped.questions for r in q.rules for e in (*r.hits, *r.misses)]
    for example in examples[::3]:
        index = TextIndex(example_text(example))
        for cues in every:
            assert where_it_can(cues, index) == everywhere(cues, index)


def texts() -> Iterator[TextIndex]:
    for file in islice(demo_files(), 0, None, 5):
        yield TextIndex(read_bytes(file.data, file.name, isolate=False))
    for path in sorted(CORPUS.glob("txt/*.txt"))[::4]:
        yield TextIndex(read_text(path.read_text("utf-8", errors="replace")))


def test_the_shipped_patterns_find_the_same_in_whole_texts(shipped: Checklist) -> None:
    vocabulary = Vocabulary(shipped.notions)
    every = all_cues(shipped, vocabulary)
    assert len(every) > 50
    found = 0
    for index in texts():
        for cues in every:
            hits = where_it_can(cues, index)
            assert hits == everywhere(cues, index)
            found += len(hits)
    assert found > 500
