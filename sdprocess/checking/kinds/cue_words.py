"""signaalwoorden: a cue in a sentence that may count. One cue is a candidate, never a verdict."""

from __future__ import annotations

from sdprocess.checking.index import Sentence, TextIndex, Trait
from sdprocess.checking.kinds.base import Finder, Hit, hit, matches, negated, spoiled
from sdprocess.checking.vocabulary import Vocabulary
from sdprocess.content.checklist import CueRule


def prepare(rule: CueRule, vocabulary: Vocabulary) -> Finder:
    """Raises BadCue when a cue cannot be read."""
    cues = vocabulary.cues(rule.cues)
    unless = vocabulary.cues_if_any(rule.unless)
    silent = Trait.NONE if rule.quotations == "mag" else Trait.REPORTED

    def counts(index: TextIndex, sentence: Sentence, start: int, end: int) -> bool:
        if silent and index.in_quotes(start, end):
            return False
        if rule.negation != "mag" and negated(index, sentence, start, end):
            return False
        return not spoiled(unless, index, sentence)

    def find(index: TextIndex) -> list[Hit]:
        return [hit(s, a, b) for s, a, b in matches(rule, cues, index, silent) if counts(index, s, a, b)]

    return find
