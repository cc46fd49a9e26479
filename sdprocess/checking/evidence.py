"""Quotes a reader can judge by: the sentences a verdict rests on, cut to 6-70 words around what was found."""

from __future__ import annotations

import re

from sdprocess.checking.decide import Found, Outcome
from sdprocess.checking.index import Sentence, TextIndex, Trait
from sdprocess.domain.findings import Evidence
from sdprocess.domain.text import Quote

MOST_QUOTES = 5
MOST_WORDS = 70
_WORDS = re.compile(r"\S+")


def quote(index: TextIndex, sentence: Sentence, focus: int | None = None) -> Quote:
    """The sentence with its neighbours in the paragraph, as far as they fit; of a very long one the words around
    `focus` (a folded position).
    """
    start, end, whole = _around(index, sentence)
    if not whole:
        paragraph = index.text.places[sentence.paragraph_id][1].text
        spans = [m.span() for m in _WORDS.finditer(paragraph, start, end)]
        place = start if focus is None else sentence.start + focus - sentence.at
        here = next((i for i, (_, stop) in enumerate(spans) if stop > place), 0)
        first = max(0, min(here - MOST_WORDS // 3, len(spans) - MOST_WORDS))
        start, end = spans[first][0], spans[first + MOST_WORDS - 1][1]
    key = ("quote", sentence.paragraph_id, start, end)
    if key not in index.memo:
        index.memo[key] = Quote.cut(index.text, sentence.paragraph_id, start, end)
    found: Quote = index.memo[key]
    return found


def _around(index: TextIndex, sentence: Sentence) -> tuple[int, int, bool]:
    """The passage around a sentence, and whether it is short enough to show whole. Worked out once."""
    key = ("around", sentence.number)
    if key not in index.memo:
        start, end = _passage(index, sentence)
        paragraph = index.text.places[sentence.paragraph_id][1].text
        index.memo[key] = start, end, len(paragraph[start:end].split()) <= MOST_WORDS
    found: tuple[int, int, bool] = index.memo[key]
    return found


def _passage(index: TextIndex, sentence: Sentence) -> tuple[int, int]:
    """The range of the sentence and, while the whole stays short enough, the ones around it in its paragraph."""
    first = last = sentence
    words = sentence.words
    for step in (1, -1):
        edge = last if step == 1 else first
        number = edge.number + step
        while 0 <= number < len(index.sentences):
            other = index.sentences[number]
            if other.paragraph != sentence.paragraph or words + other.words > MOST_WORDS:
                break
            if other.traits & Trait.FURNITURE:
                break
            words += other.words
            first, last = (first, other) if step == 1 else (other, last)
            number += step
    return first.start, last.end


def evidence(index: TextIndex, outcome: Outcome, found: Found) -> tuple[Evidence, ...]:
    """At most five quotes, best first, none inside another: what the verdict rests on, then what else was found."""
    if not outcome.sentences:
        return ()
    shown: dict[int, tuple[str, str, int]] = {}
    for element, hits in found.by_element.items():
        for rule, h in hits:
            shown.setdefault(h.sentence, (element, rule, h.start))
    made: list[Evidence] = []
    for number in (*outcome.sentences, *outcome.beside):
        element, rule, focus = shown[number]
        passage = quote(index, index.sentences[number], focus)
        if not any(_covers(e.quote, passage, index.sentences[number]) for e in made):
            made.append(Evidence(passage, element, rule))
        if len(made) == MOST_QUOTES:
            break
    return tuple(made)


def _covers(shown: Quote, passage: Quote, sentence: Sentence) -> bool:
    """Whether the sentence already stands in a quote that is shown."""
    same = shown.span.paragraph_id == passage.span.paragraph_id
    return same and shown.span.start <= sentence.start and sentence.end <= shown.span.end
