"""indicator: a number with a unit about the subject, if asked with a year or term. Money and periods are none."""

from __future__ import annotations

import re

from sdprocess.checking.index import TextIndex, Trait
from sdprocess.checking.kinds.base import Finder, Hit, hit, may_count, spoiled
from sdprocess.checking.vocabulary import Vocabulary
from sdprocess.content.checklist import IndicatorRule
from sdprocess.content.cues import NUMBER, compile_source, union_source

ADJECTIVES = r"[^\w\n]{1,2}(?:[a-z-]{4,}[^\w\n]{1,2}){1,2}"
"""One or two words between the number and what is counted: "31 grondgebonden woningen"."""

TERM = re.compile(
    r"\b(?:uiterlijk|eind|begin|medio|per|in|voor|tot(?: en met)?|vanaf|t/m)\b[^.\n]{0,12}\b20\d\d\b|\bkwartaal\b"
    r"|\bbinnen (?:\d+|een|twee|drie|vier|vijf) (?:maanden|jaar|jaren|weken)\b|\b(?:jaarlijks|per jaar)\b"
)


def prepare(rule: IndicatorRule, vocabulary: Vocabulary) -> Finder:
    """Raises BadCue when a unit or subject cannot be read."""
    units = union_source(rule.units, vocabulary.notions)
    value = compile_source(
        rf"(?:{NUMBER}|\b(?:twee|drie|vier|vijf|zes|acht|tien|honderd|duizend))(?:\W{{0,2}}|{ADJECTIVES})(?:{units})"
    )
    subjects = vocabulary.cues_if_any(rule.subjects)
    unless = vocabulary.cues_if_any(rule.unless)

    def find(index: TextIndex) -> list[Hit]:
        found = []
        for match in value.finditer(index.data):
            start, end = match.span()
            sentence = index.at(start)
            if not may_count(rule, sentence) or sentence.traits & Trait.REPORTED or spoiled(unless, index, sentence):
                continue
            if subjects is not None and not subjects.hold(index, sentence):
                continue
            if rule.term == "nodig" and TERM.search(index.line(sentence)) is None:
                continue
            found.append(hit(sentence, start, end))
        return found

    return find
