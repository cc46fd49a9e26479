"""sectie-gevuld: a section says something, not only a heading, an empty formula or the format's own instruction."""

from __future__ import annotations

from itertools import groupby

from sdprocess.checking.index import TextIndex, Trait
from sdprocess.checking.kinds.base import Finder, Hit, may_count
from sdprocess.checking.vocabulary import Vocabulary, loud
from sdprocess.content.checklist import SectionRule


def prepare(rule: SectionRule, _vocabulary: Vocabulary) -> Finder:
    def find(index: TextIndex) -> list[Hit]:
        found: list[Hit] = []
        for _, group in groupby(
            (s for s in map(index.sentences.__getitem__, loud(index)) if may_count(rule, s)), key=lambda s: s.section
        ):
            sentences = list(group)
            own_words = [s for s in sentences if not s.traits & Trait.ANNEX_ONLY] or sentences
            if sum(s.words for s in own_words) < rule.words:
                continue
            weak = all(s.traits & Trait.ANNEX_ONLY for s in sentences)
            found.extend(Hit(s.number, s.at, s.at + s.end - s.start, weak) for s in own_words)
        return found

    return find
