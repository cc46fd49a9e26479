"""What every rule kind shares: a hit, and whether a place may count for a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sdprocess.checking.index import Sentence, TextIndex, Trait
from sdprocess.checking.lines import LinePattern
from sdprocess.checking.vocabulary import Cues
from sdprocess.content.checklist import RuleBase


class Hit(NamedTuple):
    """A place where a rule found its element. start/end: in the folded text. weak: only a referral to an annex."""

    sentence: int
    start: int
    end: int
    weak: bool = False


Finder = Callable[[TextIndex], list[Hit]]

_NEGATED = re.compile(
    r"\b(?:geen|niet|zonder|nooit|noch|evenmin|nauwelijks)\b(?:[^a-z0-9\n,;:]+[a-z0-9-]+){0,3}[^a-z0-9\n,;:]*$"
)
_NOT_A_NEGATION = re.compile(r"\bniet (?:alleen|slechts|enkel|uitsluitend|langer|meer dan)\b|\bzonder meer\b")
_NEGATED_AFTER = re.compile(
    r"^[^a-z0-9\n,;:]*(?:[a-z0-9-]+[^a-z0-9\n,;:]+){0,1}(?:niet|geen|nooit)\b(?! (?:alleen|slechts))"
)
_NEGATING = LinePattern(r"geen|niet|zonder|nooit|noch|evenmin|nauwelijks")
"""The words of the two above, as letters: a sentence without them has no negation."""
WINDOW = 60


def may_count(rule: RuleBase, sentence: Sentence) -> bool:
    """Headings, furniture, instructions and empty formulas never count; sections are the rule's own."""
    if sentence.traits & Trait.SILENT:
        return False
    if rule.within and sentence.names.isdisjoint(rule.within):
        return False
    return sentence.names.isdisjoint(rule.outside)


def negated(index: TextIndex, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a negation stands at most four words before the match, or right behind it, in the same clause."""
    if sentence.number not in _negating(index):
        return False
    before = index.folded[max(sentence.at, start - WINDOW) : start]
    found = _NEGATED.search(before)
    if found and not _NOT_A_NEGATION.search(before[found.start() :] + index.folded[start:end]):
        return True
    line_end = sentence.at + sentence.end - sentence.start
    return bool(_NEGATED_AFTER.match(index.folded[end : min(line_end, end + WINDOW)]))


def _negating(index: TextIndex) -> frozenset[int]:
    """The sentences with the letters of a negation in them."""
    if _NEGATING not in index.memo:
        index.memo[_NEGATING] = index.holding(_NEGATING)
    found: frozenset[int] = index.memo[_NEGATING]
    return found


def places(rule: RuleBase, cues: Cues, index: TextIndex) -> list[Sentence]:
    """The sentences that may count for the rule and can hold one of its cues."""
    within, outside = rule.within, rule.outside
    found = map(index.sentences.__getitem__, cues.places(index))
    if not within and not outside:
        return list(found)
    return [s for s in found if not (within and s.names.isdisjoint(within)) and s.names.isdisjoint(outside)]


def matches(
    rule: RuleBase, cues: Cues, index: TextIndex, silent: int = Trait.NONE
) -> Iterator[tuple[Sentence, int, int]]:
    """Every match in a sentence that may count for the rule and has none of the `silent` traits."""
    return cues.matches(index, [s for s in places(rule, cues, index) if not s.traits & silent])


def spoiled(cues: Cues | None, index: TextIndex, sentence: Sentence) -> bool:
    """Whether the sentence holds one of the cues that undo a hit."""
    return cues is not None and cues.hold(index, sentence)


def hit(sentence: Sentence, start: int, end: int) -> Hit:
    """A hit, weak when its sentence only points to an annex."""
    return Hit(sentence.number, start, end, bool(sentence.traits & Trait.ANNEX_ONLY))
