"""signaalwoorden: a cue in a sentence that may count. One cue is a candidate, never a verdict."""

from __future__ import annotations

from sdprocess.checking.index import Sentence, TextIndex, Trait
from sdprocess.checking.kinds.base import Finder, Hit, Notions, compile_cues, hit, matches, may_count, negated, spoiled
from sdprocess.content.checklist import CueRule


def prepare(rule: CueRule, notions: Notions) -> Finder:
    """Raises BadCue when a cue cannot be read."""
    pattern = compile_cues(rule.cues, notions)
    unless = compile_cues(rule.unless, notions)

    def counts(index: TextIndex, sentence: Sentence, start: int, end: int) -> bool:
        if not may_count(rule, sentence):
            return False
        if rule.quotations != "mag" and (sentence.traits & Trait.REPORTED or index.in_quotes(start, end)):
            return False
        if rule.negation != "mag" and negated(index, sentence, start, end):
            return False
        return not spoiled(unless, index, sentence)

    def find(index: TextIndex) -> list[Hit]:
        return [hit(s, a, b) for s, a, b in matches(pattern, index) if counts(index, s, a, b)]

    return find
