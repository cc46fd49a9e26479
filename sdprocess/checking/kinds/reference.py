"""verwijzing-besluit: a frame or decision by name, with enough of date, number and deciding body to find it again.

What the proposal itself asks the council to adopt is no earlier frame, however it is named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from sdprocess.checking.index import TextIndex, Trait
from sdprocess.checking.kinds.base import Finder, Hit, hit, matches, spoiled
from sdprocess.checking.vocabulary import Vocabulary
from sdprocess.content.checklist import ReferenceRule
from sdprocess.content.cues import fold

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
ASKED_IN = frozenset({"beslispunten", "onderwerp"})
_NAME = re.compile(r"\w+(?:\W+\w+){0,2}")
_IN_FORCE = re.compile(r"\b(?:vigerend|geldend|huidig|bestaand|eerder|vorig|oud)e?\W+(?:\w+\W+)?$")
BEFORE = 40
_CHANGES = re.compile(
    r"\b(?:te wijzigen|wijziging|wijzigen|aan te passen|in te trekken|intrekk(?:en|ing)|ingetrokken)\b"
)


@dataclass(frozen=True)
class _Asked:
    """What the council is asked to decide. Searched once for each name, not at each mention."""

    words: str

    @classmethod
    def of(cls, index: TextIndex) -> _Asked:
        """The title and the decisions asked for, folded."""
        decisions = (index.line(s) for s in index.sentences if s.names & ASKED_IN)
        return cls(_spaced("\n".join((fold(index.text.title), *decisions))))

    @cached_property
    def _known(self) -> dict[str, bool]:
        return {}

    def __contains__(self, name: str) -> bool:
        if name not in self._known:
            self._known[name] = name in self.words
        return self._known[name]

    @cached_property
    def changes(self) -> bool:
        """Whether something that exists is to be changed."""
        return _CHANGES.search(self.words) is not None


def _is_own_subject(index: TextIndex, asked: _Asked, start: int, end: int) -> bool:
    """Whether the council is asked for this very thing: by its full name, or by a bare noun ("het bestemmingsplan").

    A decision to change something is about a frame that exists, and so is one that is said to be in force.
    """
    if asked.changes or _IN_FORCE.search(index.folded[max(0, start - BEFORE) : start]):
        return False
    name = _NAME.match(index.folded, start)
    if name is not None and _spaced(name[0]) in asked:
        return True
    sentence = index.at(start)
    written = index.text.places[sentence.paragraph_id][1].text
    follows = written[sentence.start + end - sentence.at :].lstrip(" '‘\"“")[:1]
    return not (follows.isupper() or follows.isdigit()) and f" {index.folded[start:end]} " in asked


def _spaced(text: str) -> str:
    return re.sub(r"[^\w\n]+", " ", text)


def prepare(rule: ReferenceRule, vocabulary: Vocabulary) -> Finder:
    """Raises BadCue when a name cannot be read."""
    names = vocabulary.cues(rule.names)
    unless = vocabulary.cues_if_any(rule.unless)

    def find(index: TextIndex) -> list[Hit]:
        found = []
        asked = _Asked.of(index)
        for sentence, start, end in matches(rule, names, index, Trait.REPORTED):
            if spoiled(unless, index, sentence):
                continue
            line = index.line(sentence)
            if sum(1 for part in rule.parts if PARTS[part].search(line)) < rule.least:
                continue
            if not _is_own_subject(index, asked, start, end):
                found.append(hit(sentence, start, end))
        return found

    return find
