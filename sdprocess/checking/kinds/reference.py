"""verwijzing-besluit: a frame or decision by name, with enough of date, number and deciding body to find it again."""

from __future__ import annotations

import re

from sdprocess.checking.index import TextIndex, Trait
from sdprocess.checking.kinds.base import Finder, Hit, Notions, compile_cues, hit, matches, may_count, spoiled
from sdprocess.content.checklist import ReferenceRule

PARTS = {
    "datum": re.compile(
        r"\b(?:\d{1,2} )?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) "
        r"(?:19|20)\d\d\b|\b\d{1,2}-\d{1,2}-(?:19|20)\d\d\b|\b(?:19|20)\d\d\b"
    ),
    "nummer": re.compile(
        r"\b(?:ris|rv|rib|z|bw|raadsvoorstel|raadsbesluit|motie|zaaknummer|nr\.?|kenmerk|dossier|gemeenteblad)"
        r"[ .:-]{0,2}(?:nr\.? ?)?[a-z]{0,4}\d[\d./-]{1,}\b|\b[a-z]{1,3}\d{2}[.-]\d{3,}\b|\b20\d\d[-/]\d{2,5}\b"
    ),
    "orgaan": re.compile(
        r"\b(?:(?:gemeente)?raad|raadsbesluit|raadsvergadering|door u|u heeft|heeft u|uw raad|stelde u)\b"
    ),
}


def prepare(rule: ReferenceRule, notions: Notions) -> Finder:
    """Raises BadCue when a name cannot be read."""
    names = compile_cues(rule.names, notions)
    unless = compile_cues(rule.unless, notions)

    def find(index: TextIndex) -> list[Hit]:
        found = []
        for sentence, start, end in matches(names, index):
            if not may_count(rule, sentence) or sentence.traits & Trait.REPORTED or spoiled(unless, index, sentence):
                continue
            line = index.line(sentence)
            if sum(1 for part in rule.parts if PARTS[part].search(line)) >= rule.least:
                found.append(hit(sentence, start, end))
        return found

    return find
