"""Whatever the text: no error, the same answer twice, and passages that stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdprocess.checking.assess import assess
from sdprocess.checking.insights import insights
from sdprocess.content.library import load_library
from sdprocess.domain.text import Quote
from tests.checking.insights.texts import judged, proposal

PIECES = """de raad besluit : 12 woningen aan Kerkstraat € 40.000 + = 2031 tot 2029 nader uitgewerkt (RGR) motie ‘Groen’
% van 10 naar 20 uur scenario 1: alternatief is niets doen ; . ₂ İ ß ﬁ visie Woonvisie wordt het opstellen van totaal"""
WORDS = st.sampled_from(PIECES.split())
TEXTS = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=40).map(" ".join)).map(
    lambda text: " ".join(text.split()) or "x"
)
NAMES = st.sampled_from([("beslispunten",), ("ontwerpbesluit",), ("doel",), ("alternatieven",), ("financien",), ()])


def quotes(value: object) -> Iterator[Quote]:
    if isinstance(value, Quote):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from quotes(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from quotes(getattr(value, field.name))


@given(st.lists(st.tuples(NAMES, st.lists(TEXTS, min_size=1, max_size=4)), min_size=1, max_size=5))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_raises_and_every_passage_stands_in_it(parts):
    source = proposal(*((f"Kop {n}", names, texts) for n, (names, texts) in enumerate(parts)))
    assessment = assess(source, load_library().checklist("raadsvoorstel"))
    assessment = replace(assessment, recognition=replace(assessment.recognition, judged=True))
    found = insights(source, assessment)
    assert found == insights(source, assessment)
    assert all(quote.holds_in(source) for quote in quotes(found))


def test_a_text_that_is_not_judged_gives_no_tables():
    found = judged(proposal(("Motie", (), ["De raad verzoekt het college om 10% meer bomen te planten."])))
    assert found.indicators == found.decisions == found.mismatches == found.suggestions == ()
    assert found.compared_with == 0


@pytest.mark.parametrize("times", [400])
def test_a_long_paragraph_without_stops_takes_no_longer_than_its_length_asks(times):
    text = "van 10 tot 20 uur aan de raad nader het aandeel naar % wordt " * times
    assert judged(proposal(("Kop", ("beslispunten",), [text.strip()]))).text_hash
