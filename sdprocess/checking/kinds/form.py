"""vormeis: a count in some sections, between bounds. Then every counted sentence is a hit."""

from __future__ import annotations

from sdprocess.checking.index import Sentence, TextIndex
from sdprocess.checking.kinds.base import Finder, Hit, hit, may_count
from sdprocess.checking.vocabulary import Vocabulary, loud
from sdprocess.content.checklist import FormRule


def prepare(rule: FormRule, vocabulary: Vocabulary) -> Finder:
    """Raises BadCue when a cue cannot be read."""
    cues = vocabulary.cues_if_any(rule.cues)

    def counted(index: TextIndex) -> list[Sentence]:
        return [
            s
            for s in map(index.sentences.__getitem__, loud(index))
            if may_count(rule, s) and s.words >= rule.shortest and (cues is None or cues.hold(index, s))
        ]

    def find(index: TextIndex) -> list[Hit]:
        sentences = counted(index)
        if not sentences or not rule.least <= _amount(rule, sentences) <= rule.most:
            return []
        return [hit(s, s.at, s.at + s.end - s.start) for s in sentences]

    return find


def _amount(rule: FormRule, sentences: list[Sentence]) -> float:
    if rule.unit == "alineas":
        return len({s.paragraph for s in sentences})
    if rule.unit == "woorden-per-zin":
        return sum(s.words for s in sentences) / len(sentences)
    return len(sentences)
