"""How heavy the text reads: information beside the verdicts, never a gate and never a claim about a language level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import pyphen

from sdprocess.checking.index import Sentence, TextIndex, Trait
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

_WORD = re.compile(r"[a-z][a-z'-]*")
_PASSIVE = re.compile(
    r"\b(?:wordt|worden|werd|werden|geworden)\b(?:[^a-z\n]+[a-z0-9-]+){0,8}?[^a-z\n]+(?:ge[a-z]{3,}|(?:be|ver|ont|her)[a-z]{3,}[dt])\b"
    r"|\b(?:ge[a-z]{3,}|(?:be|ver|ont|her)[a-z]{3,}[dt]) (?:wordt|worden|werd|werden)\b"
)
_NOUN_STYLE = re.compile(r"\bhet [a-z]{3,}en van\b|\b[a-z]{4,}(?:ing|atie|itie|heid|iteit|ment|schap) van\b")
_FROZEN = frozenset({"gemeenschap van", "vergadering van", "verordening van", "begroting van", "regering van"})


@dataclass(frozen=True, slots=True)
class _Weight:
    sentence: Sentence
    words: int
    traits: tuple[str, ...]


@lru_cache(maxsize=1)
def _hyphenator() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=1, right=1)


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """Syllables of one folded word, by the hyphenation patterns; at least one."""
    return max(1, len(_hyphenator().positions(word)) + 1)


def readability(index: TextIndex) -> Readability:
    """Figures over the running text: no tables, headings, furniture or empty formulas."""
    places = index.text.places
    running = [
        s
        for s in index.sentences
        if not s.traits & (Trait.SILENT | Trait.DECISION) and places[s.paragraph_id][1].kind is not BlockKind.TABLE
    ]
    lines = [index.line(s) for s in running]
    words = [_WORD.findall(line) for line in lines]
    total, count = sum(len(w) for w in words), len(running)
    if not total:
        return Readability(0, 0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, "onbekend")
    weights = [_weigh(s, line, len(w)) for s, line, w in zip(running, lines, words, strict=True)]
    per_word = sum(syllables(w) for ws in words for w in ws) / total
    flesch = max(0.0, min(100.0, 206.84 - 77 * per_word - 0.93 * total / count))
    return Readability(
        words=total,
        sentences=count,
        words_per_sentence=round(total / count, 1),
        long_sentences=_share(weights, "lang"),
        long_words=round(sum(len(w) > LONG_WORD for ws in words for w in ws) / total, 3),
        passive=_share(weights, "passief"),
        noun_style=_share(weights, "naamwoordstijl"),
        flesch_douma=round(flesch, 1),
        band=next((name for limit, name in BANDS if flesch < limit), "gemakkelijk"),
        heaviest=_heaviest(index, weights),
    )


def _weigh(sentence: Sentence, line: str, words: int) -> _Weight:
    traits = []
    if words > LONG_SENTENCE:
        traits.append("lang")
    if _PASSIVE.search(line):
        traits.append("passief")
    if any(m[0] not in _FROZEN for m in _NOUN_STYLE.finditer(line)):
        traits.append("naamwoordstijl")
    return _Weight(sentence, words, tuple(traits))


def _share(weights: list[_Weight], trait: str) -> float:
    return round(sum(trait in w.traits for w in weights) / len(weights), 3)


def _heaviest(index: TextIndex, weights: list[_Weight]) -> tuple[HeavySentence, ...]:
    heavy = sorted((w for w in weights if w.traits), key=lambda w: (-len(w.traits), -w.words, w.sentence.number))
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
