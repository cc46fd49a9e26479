"""Quotes a reader can judge by: the sentences a verdict rests on, cut to 6-60 words around what was found."""

from __future__ import annotations

import re

from sdprocess.checking.decide import Found, Outcome
from sdprocess.checking.index import Sentence, TextIndex
from sdprocess.domain.findings import Evidence
from sdprocess.domain.text import Quote

MOST_QUOTES = 4
MOST_WORDS = 60
FEWEST_WORDS = 6
_WORDS = re.compile(r"\S+")


def quote(index: TextIndex, sentence: Sentence, focus: int | None = None) -> Quote:
    """The sentence as a quote; of a very long one the words around `focus` (a folded position)."""
    paragraph = index.text.places[sentence.paragraph_id][1].text
    start, end = sentence.start, sentence.end
    spans = [m.span() for m in _WORDS.finditer(paragraph, start, end)]
    if len(spans) < FEWEST_WORDS:
        start, end = _with_neighbours(index, sentence)
        spans = [m.span() for m in _WORDS.finditer(paragraph, start, end)]
    if len(spans) > MOST_WORDS:
        place = start if focus is None else sentence.start + focus - sentence.at
        here = next((i for i, (_, stop) in enumerate(spans) if stop > place), 0)
        first = max(0, min(here - MOST_WORDS // 3, len(spans) - MOST_WORDS))
        start, end = spans[first][0], spans[first + MOST_WORDS - 1][1]
    return Quote.cut(index.text, sentence.paragraph_id, start, end)


def _with_neighbours(index: TextIndex, sentence: Sentence) -> tuple[int, int]:
    """A very short sentence with the one after it, or before it, in the same paragraph."""
    for number in (sentence.number + 1, sentence.number - 1):
        if 0 <= number < len(index.sentences):
            other = index.sentences[number]
            if other.paragraph == sentence.paragraph:
                return min(sentence.start, other.start), max(sentence.end, other.end)
    return sentence.start, sentence.end


def evidence(index: TextIndex, outcome: Outcome, found: Found) -> tuple[Evidence, ...]:
    """At most four quotes, best first, each with the element and the rule it shows."""
    shown: dict[int, tuple[str, str, int]] = {}
    for element, hits in found.by_element.items():
        for rule, h in hits:
            if h.sentence in outcome.sentences:
                shown.setdefault(h.sentence, (element, rule, h.start))
    chosen = [n for n in outcome.sentences if n in shown][:MOST_QUOTES]
    made = [(quote(index, index.sentences[n], shown[n][2]), shown[n]) for n in chosen]
    return tuple(Evidence(q, element, rule) for q, (element, rule, _) in made)
