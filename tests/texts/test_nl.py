from __future__ import annotations

import string
from collections import Counter

import pytest

from sdprocess.texts.nl import AREAS, SENTENCES, say


def test_no_code_has_two_sentences() -> None:
    counted = Counter(code for area in AREAS.values() for code in area)
    assert [code for code, times in counted.items() if times > 1] == []
    assert len(SENTENCES) == counted.total()


def test_an_unknown_code_is_refused_with_its_name() -> None:
    with pytest.raises(KeyError, match="bestaat-niet"):
        say("bestaat-niet")


def test_a_missing_fact_is_refused_with_its_name() -> None:
    with pytest.raises(KeyError, match="key"):
        say("sleutel-onbekend")


def test_facts_fill_the_blanks() -> None:
    assert say("sleutel-onbekend", key="tietel") == "de sleutel 'tietel' bestaat hier niet"


def test_every_blank_is_a_plain_name_so_that_no_fact_can_reach_into_an_object() -> None:
    blanks = [
        (code, name) for code, text in SENTENCES.items() for _, name, _, _ in string.Formatter().parse(text) if name
    ]
    assert [(code, name) for code, name in blanks if not name.isidentifier()] == []
