"""How heavy the text reads: information beside the verdicts, never a gate and never a claim about a language level."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pyphen

from sdprocess.checking.index import Sentence, TextIndex, Trait
from sdprocess.checking.lines import LinePattern
from sdprocess.content.cues import compile_source
from sdprocess.domain.findings import HeavySentence, Readability
from sdprocess.domain.text import BlockKind, Quote

LONG_SENTENCE = 25
LONG_WORD = 12
HEAVIEST = 5
SHOWN = 400
BANDS = (
    (30, "zeer-moeilijk"),
    (45, "moeilijk"),
    (60, "tamelijk-moeilijk"),
    (70, "normaal"),
    (80, "tamelijk-gemakkelijk"),
)

_KEPT = frozenset(b"abcdefghijklmnopqrstuvwxyz'-\n")
_APART = bytes(code if code in _KEPT else ord(" ") for code in range(256))
"""Leaves the letters, what ties them together, and the ends of the lines."""
_PASSIVE = LinePattern(
    r"\b(?:wordt|worden|werd|werden|geworden)\b(?:[^a-z\n]+[a-z0-9-]+){0,8}?[^a-z\n]+(?:ge[a-z]{3,}|(?:be|ver|ont|her)[a-z]{3,}[dt])\b"
    r"|\b(?:ge[a-z]{3,}|(?:be|ver|ont|her)[a-z]{3,}[dt]) (?:wordt|worden|werd|werden)\b"
)
_NOUN_STYLE = compile_source(r"\bhet [a-z]{3,}en van\b|\b[a-z]{4,}(?:ing|atie|itie|heid|iteit|ment|schap) van\b")
_FROZEN = frozenset({b"gemeenschap van", b"vergadering van", b"verordening van", b"begroting van", b"regering van"})
REMEMBERED = 50_000
_WORD, _LONG = 1 << 30, 1 << 60
"""What a word and a long word add to the sum of a sentence, beside its syllables: one addition for each word."""


@dataclass(frozen=True, slots=True)
class _Weight:
    sentence: Sentence
    words: int
    traits: tuple[str, ...]


@lru_cache(maxsize=1)
def _hyphenation() -> tuple[dict[str, tuple[int, tuple[int, ...]]], frozenset[str]]:
    """The Dutch hyphenation patterns, and everything that one of them begins with."""
    patterns = pyphen.Pyphen(lang="nl_NL").hd.patterns
    return patterns, frozenset(pattern[:size] for pattern in patterns for size in range(1, len(pattern) + 1))


def syllables(word: str) -> int:
    """Syllables of one folded word, by the hyphenation patterns; at least one.

    As many as pyphen has places to hyphenate, and one. It looks for a pattern in every piece of the word; here a piece
    is let go as soon as no pattern begins like it.
    """
    patterns, begins = _hyphenation()
    pointed = f".{word}."
    marks = [0] * (len(pointed) + 1)
    for start in range(len(pointed) - 1):
        for end in range(start + 1, len(pointed) + 1):
            piece = pointed[start:end]
            if piece not in begins:
                break
            offset, values = patterns.get(piece, (0, ()))
            for at, value in enumerate(values, start + offset):
                marks[at] = max(marks[at], value)
    return 1 + sum(mark % 2 for mark in marks[2 : len(word) + 1])


class _Measures(dict[str, int]):
    """What each word adds to the sum of its sentence, worked out once."""

    def __missing__(self, piece: str) -> int:
        if len(self) >= REMEMBERED:
            self.clear()
        word = piece.lstrip("'-")
        self[piece] = syllables(word) + _WORD + (_LONG if len(word) > LONG_WORD else 0) if word else 0
        return self[piece]


_measure = _Measures().__getitem__


def readability(index: TextIndex) -> Readability:
    """Figures over the running text: no tables, headings, furniture or empty formulas."""
    places = index.text.places
    running = [
        s
        for s in index.sentences
        if not s.traits & (Trait.SILENT | Trait.DECISION) and places[s.paragraph_id][1].kind is not BlockKind.TABLE
    ]
    spoken = index.data.translate(_APART).decode("ascii").split("\n")
    sums = [sum(map(_measure, spoken[s.number].split())) for s in running]
    words = [some % _LONG // _WORD for some in sums]
    total, count = sum(words), len(running)
    if not total:
        return Readability(0, 0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, "onbekend")
    per_word = sum(some % _WORD for some in sums) / total
    flesch = max(0.0, min(100.0, 206.84 - 77 * per_word - 0.93 * total / count))
    traits = _traits(index, running, words)
    return Readability(
        words=total,
        sentences=count,
        words_per_sentence=round(total / count, 1),
        long_sentences=_share(traits, "lang"),
        long_words=round(sum(some // _LONG for some in sums) / total, 3),
        passive=_share(traits, "passief"),
        noun_style=_share(traits, "naamwoordstijl"),
        flesch_douma=round(flesch, 1),
        band=next((name for limit, name in BANDS if flesch < limit), "gemakkelijk"),
        heaviest=_heaviest(index, [_Weight(*w) for w in zip(running, words, traits, strict=True) if w[2]]),
    )


def _traits(index: TextIndex, running: list[Sentence], words: list[int]) -> list[tuple[str, ...]]:
    """What weighs on the reader in each sentence."""
    passive = index.holding(_PASSIVE)
    nouns = {index.at(m.start()).number for m in _NOUN_STYLE.finditer(index.data) if m[0] not in _FROZEN}
    return [
        tuple(
            trait
            for trait, holds in (
                ("lang", count > LONG_SENTENCE),
                ("passief", s.number in passive),
                ("naamwoordstijl", s.number in nouns),
            )
            if holds
        )
        for s, count in zip(running, words, strict=True)
    ]


def _share(traits: list[tuple[str, ...]], trait: str) -> float:
    return round(sum(trait in some for some in traits) / len(traits), 3)


def _heaviest(index: TextIndex, weights: list[_Weight]) -> tuple[HeavySentence, ...]:
    heavy = sorted(weights, key=lambda w: (-len(w.traits), -w.words, w.sentence.number))
    return tuple(
        HeavySentence(
            Quote.cut(
                index.text, w.sentence.paragraph_id, w.sentence.start, min(w.sentence.end, w.sentence.start + SHOWN)
            ),
            w.words,
            w.traits,
        )
        for w in heavy[:HEAVIEST]
    )
