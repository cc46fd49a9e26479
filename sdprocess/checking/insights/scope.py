"""What all insights share: the sentences that may speak, and cells and quotes cut from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sdprocess.checking.index import Sentence, TextIndex, Trait, index_of
from sdprocess.domain.insights import NOTHING, Cell
from sdprocess.domain.text import BlockKind, Quote, SourceText

LONGEST = 320
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
MONTH = f"(?:{'|'.join(MONTHS)})"
DAY = rf"(?:\d{{1,2}} {MONTH} (?:19|20)\d\d|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)\d\d)"
DATE = rf"(?:{DAY}|{MONTH} (?:19|20)\d\d)"
MONEY = (
    r"(?:\$ ?\d[\d.,]*\d?(?:,-)?(?: ?(?:miljoen|mln\.?|miljard|duizend|ton)\b)?|\b\d[\d.,]*\d? (?:miljoen |"
    r"duizend |miljard )?euro\b)"
)
TERM = re.compile(
    rf"\b(?:uiterlijk |eind |begin |medio |per |voor |vanaf |tot(?: en met)? |in |halverwege |over )?"
    rf"(?:(?:het )?(?:eerste|tweede|derde|vierde|[1-4]e) kwartaal(?: van)? (?:20\d\d)?|q[1-4] 20\d\d|{DATE}|"
    rf"(?:het )?(?:voorjaar|najaar|de zomer|de herfst)(?: van)? 20\d\d)"
    r"|\b(?:uiterlijk|eind|begin|medio|per|in|voor|vanaf|tot(?: en met)?|halverwege|sinds|tussen) (?:het jaar |"
    r"schooljaar )?20\d\d(?:[-/ ]+(?:en )?(?:20)?\d\d)?\b"
    r"|\bbinnen (?:\d+|een|twee|drie|vier|vijf|zes) (?:maanden|maand|jaar|jaren|weken)\b"
    r"|\bna (?:\d+|een|twee|drie|vier|vijf) (?:maanden|jaar|jaren)\b"
)


@dataclass(frozen=True)
class Scope:
    """One text with the sentences that may give information: no furniture, headings, repeats or empty formulas."""

    index: TextIndex

    @classmethod
    def of(cls, text: SourceText) -> Scope:
        return cls(index_of(text))

    @property
    def text(self) -> SourceText:
        return self.index.text

    @cached_property
    def speaking(self) -> list[Sentence]:
        """Sentences outside the draft decision that say something, tables left out."""
        places = self.text.places
        kept = Trait.SILENT | Trait.DECISION
        return [
            s
            for s in self.index.sentences
            if not s.traits & kept and places[s.paragraph_id][1].kind is not BlockKind.TABLE
        ]

    @cached_property
    def by_paragraph(self) -> dict[int, list[Sentence]]:
        """The speaking sentences of each paragraph."""
        found: dict[int, list[Sentence]] = {}
        for sentence in self.speaking:
            found.setdefault(sentence.paragraph, []).append(sentence)
        return found

    def own(self, sentence: Sentence) -> str:
        """The words of the sentence as they stand in the text."""
        return self.text.places[sentence.paragraph_id][1].text[sentence.start : sentence.end]

    def quote(self, sentence: Sentence, around: int = 0) -> Quote:
        """The sentence; of a very long one the part around a place in it."""
        start, end = sentence.start, sentence.end
        if end - start > LONGEST:
            start, end = _window(self.own(sentence), around, start)
        return Quote.cut(self.text, sentence.paragraph_id, start, end)

    def cell(self, sentence: Sentence, start: int, end: int) -> Cell:
        """Words of a sentence, with the sentence as passage. Offsets count in the sentence."""
        words = " ".join(self.own(sentence)[start:end].split()).strip(" ,;:.-–•")
        return Cell(words, self.quote(sentence, start)) if words else NOTHING

    def first(self, pattern: re.Pattern[str], sentences: list[Sentence], group: int | str = 0) -> Cell:
        """The first match in these sentences, as a cell."""
        for sentence in sentences:
            match = pattern.search(self.index.line(sentence))
            if match is not None:
                return self.cell(sentence, match.start(group), match.end(group))
        return NOTHING

    @cached_property
    def _speaks(self) -> frozenset[int]:
        return frozenset(s.number for s in self.speaking)

    def hits(self, pattern: Any) -> Iterator[tuple[Sentence, str, int]]:
        """Where an RE2 pattern is found in the speaking sentences: the sentence, its folded words, the start in them.

        One pass over the whole text, which is much faster than a pass for each sentence.
        """
        for match in pattern.finditer(self.index.data):
            sentence = self.index.at(match.start())
            if sentence.number in self._speaks:
                yield sentence, self.index.line(sentence), match.start() - sentence.at

    def lines(self) -> Iterator[tuple[Sentence, str]]:
        """The speaking sentences with their folded words."""
        return ((sentence, self.index.line(sentence)) for sentence in self.speaking)


def _window(own: str, around: int, offset: int) -> tuple[int, int]:
    first = max(0, min(around - LONGEST // 3, len(own) - LONGEST))
    last = min(len(own), first + LONGEST)
    if first:
        first = own.find(" ", first, around) + 1 or first
    if last < len(own):
        cut = own.rfind(" ", max(around, first) + 1, last)
        last = cut if cut > first else last
    return offset + first, offset + last
