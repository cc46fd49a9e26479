"""The decisions asked for, told apart from what the layout puts under the same heading."""

from __future__ import annotations

import re

from sdprocess.domain.text import Section, SourceText

ASKED, DRAFT = "beslispunten", "ontwerpbesluit"
FEW_SENTENCES = 2
LONGEST_DECISION = 450
"""A paragraph of decisions has few sentences; a draft decision of more words is a regulation."""

_DECIDES = re.compile(
    r"\b(?:vast|beschikbaar|in|akkoord|open|kennis|aan|toe|af|op|zorg) te \w+en\b"
    r"|\b(?:vaststellen|instemmen|besluit(?:en)?)\b"
    r"|\bte (?:wijzigen|verlenen|verklaren|benoemen|bekrachtigen|verstrekken|verzoeken|bepalen|onttrekken|storten)\b"
)
_ARTICLES = re.compile(r"^(?:artikel|hoofdstuk|paragraaf) (?:\d|[ivx]+\b)|^artikelsgewijze\b|\bvolgende verordening\b")


class Decisions:
    """Tells the decisions asked for apart from what stands under the same heading by the layout only.

    A draft decision that is the only place with the decisions is no repetition: its sentences count. A regulation that
    the council adopts with it is no explanation: from its first article on, or when it is long, it stays the draft.
    """

    def __init__(self, text: SourceText) -> None:
        both = (p.text for s, p in text.paragraphs() if {ASKED, DRAFT} <= set(s.all_names))
        self._regulation = sum(t.count(" ") + 1 for t in both) > LONGEST_DECISION

    def names(self, section: Section, folded: str) -> frozenset[str]:
        """The names that hold for a paragraph of this section. Ask in the order of the text."""
        names = frozenset(section.all_names)
        if not {ASKED, DRAFT} <= names:
            return names
        self._regulation = self._regulation or bool(_ARTICLES.search(folded))
        return names if self._regulation else names - {DRAFT}


def is_explanation(line: str, sentences: int) -> bool:
    """Whether a sentence among the decisions explains instead of deciding: running text without a verb that decides."""
    return sentences > FEW_SENTENCES and _DECIDES.search(line) is None
