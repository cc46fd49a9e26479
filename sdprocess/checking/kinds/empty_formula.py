"""lege-formule: a section of which the only words are "n.v.t.", "geen kanttekeningen" and the like."""

from __future__ import annotations

from itertools import groupby

from sdprocess.checking.index import TextIndex, Trait
from sdprocess.checking.kinds.base import Finder, Hit
from sdprocess.checking.vocabulary import Vocabulary
from sdprocess.content.checklist import EmptyRule


def prepare(rule: EmptyRule, _vocabulary: Vocabulary) -> Finder:
    def find(index: TextIndex) -> list[Hit]:
        found = []
        home = index.within(rule.within) if rule.within else iter(index.sentences)
        for _, group in groupby(home, key=lambda s: s.section):
            sentences = [s for s in group if not s.traits & Trait.FURNITURE]
            if sentences and all(s.traits & Trait.EMPTY for s in sentences):
                first = sentences[0]
                found.append(Hit(first.number, first.at, first.at + first.end - first.start))
        return found

    return find
