"""nabij: two cues near each other, in either order."""

from __future__ import annotations

from sdprocess.checking.index import Sentence, TextIndex, Trait
from sdprocess.checking.kinds.base import Finder, Hit, hit, negated, places, spoiled
from sdprocess.checking.vocabulary import Cues, Vocabulary
from sdprocess.content.checklist import NearRule

REACH = {"zin": 0, "buurzin": 1, "alinea": 1_000_000}


def prepare(rule: NearRule, vocabulary: Vocabulary) -> Finder:  # noqa: C901  two closures over the compiled cues
    """Raises BadCue when a cue cannot be read."""
    first, second = vocabulary.cues(rule.first), vocabulary.cues(rule.second)
    unless = vocabulary.cues_if_any(rule.unless)
    reach = REACH[rule.distance]

    silent = Trait.NONE if rule.quotations == "mag" else Trait.REPORTED

    def places_of(cues: Cues, index: TextIndex) -> list[Sentence]:
        return [s for s in places(rule, cues, index) if not s.traits & silent]

    def counts(index: TextIndex, sentence: Sentence, start: int, end: int) -> bool:
        return not (spoiled(unless, index, sentence) or (silent and index.in_quotes(start, end)))

    def find(index: TextIndex) -> list[Hit]:
        here, there = places_of(first, index), places_of(second, index)
        both = {s.paragraph for s in here} & {s.paragraph for s in there}
        partners: dict[int, list[tuple[Sentence, int, int]]] = {}
        for place in second.matches(index, [s for s in there if s.paragraph in both]):
            if counts(index, *place):
                partners.setdefault(place[0].paragraph, []).append(place)
        found = []
        for sentence, start, end in first.matches(index, [s for s in here if s.paragraph in partners]):
            if not counts(index, sentence, start, end):
                continue
            if rule.negation != "mag" and negated(index, sentence, start, end):
                continue
            if any(_near(sentence, start, end, partner, reach) for partner in partners[sentence.paragraph]):
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
