"""nabij: two cues near each other, in either order."""

from __future__ import annotations

from sdprocess.checking.index import Sentence, TextIndex, Trait
from sdprocess.checking.kinds.base import Finder, Hit, Notions, compile_cues, hit, matches, may_count, negated, spoiled
from sdprocess.content.checklist import NearRule

REACH = {"zin": 0, "buurzin": 1, "alinea": 1_000_000}


def prepare(rule: NearRule, notions: Notions) -> Finder:  # noqa: C901  two closures over the compiled cues
    """Raises BadCue when a cue cannot be read."""
    first, second = compile_cues(rule.first, notions), compile_cues(rule.second, notions)
    unless = compile_cues(rule.unless, notions)
    reach = REACH[rule.distance]

    def counts(index: TextIndex, sentence: Sentence, start: int, end: int) -> bool:
        if not may_count(rule, sentence) or spoiled(unless, index, sentence):
            return False
        return rule.quotations == "mag" or not (sentence.traits & Trait.REPORTED or index.in_quotes(start, end))

    def find(index: TextIndex) -> list[Hit]:
        partners: dict[int, list[tuple[Sentence, int, int]]] = {}
        for place in matches(second, index):
            if counts(index, *place):
                partners.setdefault(place[0].paragraph, []).append(place)
        if not partners:
            return []
        found = []
        for sentence, start, end in matches(first, index):
            if sentence.paragraph not in partners or not counts(index, sentence, start, end):
                continue
            if rule.negation != "mag" and negated(index, sentence, start, end):
                continue
            if any(_near(sentence, start, end, partner, reach) for partner in partners.get(sentence.paragraph, ())):
                found.append(hit(sentence, start, end))
        return found

    return find


def _near(sentence: Sentence, start: int, end: int, partner: tuple[Sentence, int, int], reach: int) -> bool:
    """Near enough, and not the same words twice (one may stand inside the gap of the other)."""
    other, other_start, other_end = partner
    if abs(other.number - sentence.number) > reach:
        return False
    apart = other_end <= start or end <= other_start
    return apart or start < other_start < other_end < end or other_start < start < end < other_end
