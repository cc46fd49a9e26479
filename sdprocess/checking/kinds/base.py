"""What every rule kind shares: a hit, and whether a place may count for a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sdprocess.checking.index import Sentence, TextIndex, Trait
from sdprocess.content.checklist import RuleBase
from sdprocess.content.cues import compile_source, union_source

Notions = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Hit:
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
WINDOW = 60


def compile_cues(cues: Iterable[str], notions: Notions) -> Any:
    """One RE2 pattern for all cues, or None when there are none. Raises BadCue."""
    source = union_source(cues, notions)
    return compile_source(source) if source else None


def may_count(rule: RuleBase, sentence: Sentence) -> bool:
    """Headings, furniture, instructions and empty formulas never count; sections are the rule's own."""
    if sentence.traits & Trait.SILENT:
        return False
    if rule.within and sentence.names.isdisjoint(rule.within):
        return False
    return sentence.names.isdisjoint(rule.outside)


def negated(index: TextIndex, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a negation stands at most four words before the match, or right behind it, in the same clause."""
    before = index.folded[max(sentence.at, start - WINDOW) : start]
    found = _NEGATED.search(before)
    if found and not _NOT_A_NEGATION.search(before[found.start() :] + index.folded[start:end]):
        return True
    line_end = sentence.at + sentence.end - sentence.start
    return bool(_NEGATED_AFTER.match(index.folded[end : min(line_end, end + WINDOW)]))


def matches(pattern: Any, index: TextIndex) -> Iterable[tuple[Sentence, int, int]]:
    """Every match with its sentence."""
    for found in pattern.finditer(index.data):
        start, end = found.span()
        yield index.at(start), start, end


def spoiled(pattern: Any, index: TextIndex, sentence: Sentence) -> bool:
    """Whether the sentence holds one of the cues that undo a hit."""
    return pattern is not None and pattern.search(index.line_data(sentence)) is not None


def hit(sentence: Sentence, start: int, end: int) -> Hit:
    """A hit, weak when its sentence only points to an annex."""
    return Hit(sentence.number, start, end, bool(sentence.traits & Trait.ANNEX_ONLY))
