"""vaagheid: a sentence that leans on vague words and names no number or year."""

from __future__ import annotations

import re
from collections import Counter

from sdprocess.checking.index import TextIndex
from sdprocess.checking.kinds.base import Finder, Hit, matches
from sdprocess.checking.vocabulary import Vocabulary
from sdprocess.content.checklist import VagueRule

_FIRM = re.compile(r"\d")


def prepare(rule: VagueRule, vocabulary: Vocabulary) -> Finder:
    """Raises BadCue when a word cannot be read."""
    cues = vocabulary.cues(rule.words)

    def find(index: TextIndex) -> list[Hit]:
        counted = Counter(s.number for s, _, _ in matches(rule, cues, index))
        vague = (index.sentences[n] for n, times in sorted(counted.items()) if times >= rule.least)
        return [Hit(s.number, s.at, s.at + s.end - s.start) for s in vague if not _FIRM.search(index.line(s))]

    return find
