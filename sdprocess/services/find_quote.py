"""Finding the words that somebody typed or pasted back in a text, also when they are a little different."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from sdprocess.domain.text import Quote, SourceText

MIN_LETTERS = 8
NEAR = 30
"""How far from a rough match its first and last word are looked for, in characters."""

_WORD = re.compile(r"\w+")
LIKE = 85.0
"""Likeness (rapidfuzz, 0..100) from which typed words count as a passage of the text."""


def find_quote(text: SourceText, words: str) -> Quote | None:
    """The passage most like `words`, in whole words, or None. Exact words win; capitals and spaces do not matter."""
    wanted = " ".join(words.split()).strip("«»\"“”„'‘’ ")
    if len(wanted) < MIN_LETTERS:
        return _exact(text, wanted) if wanted else None
    return _exact(text, wanted) or _like(text, wanted.casefold())


def _exact(text: SourceText, wanted: str) -> Quote | None:
    for _, paragraph in text.paragraphs():
        start = paragraph.text.find(wanted)
        if start >= 0:
            return Quote.cut(text, paragraph.id, start, start + len(wanted))
    return None


def _like(text: SourceText, wanted: str) -> Quote | None:
    best, place = LIKE, None
    for _, paragraph in text.paragraphs():
        body = paragraph.text.lower()
        if len(body) != len(paragraph.text) or len(body) < len(wanted) * LIKE / 100:
            continue
        found = fuzz.partial_ratio_alignment(wanted, body, score_cutoff=best)
        if found is not None and found.dest_end > found.dest_start and (place is None or found.score > best):
            best, place = found.score, (paragraph.id, paragraph.text, found.dest_start, found.dest_end)
    if place is None:
        return None
    paragraph_id, body, start, end = place
    return Quote.cut(text, paragraph_id, *_whole_words(body, start, end, wanted))


def _whole_words(body: str, start: int, end: int, wanted: str) -> tuple[int, int]:
    """The range of whole words near `start` and `end` that is most like `wanted`."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(body)]
    starts = [a for a, _ in words if abs(a - start) <= NEAR] or [start]
    ends = [b for _, b in words if abs(b - end) <= NEAR] or [end]
    lower = body.lower()
    ranges = [(a, b) for a in starts for b in ends if a < b]
    return max(ranges, key=lambda r: fuzz.ratio(wanted, lower[r[0] : r[1]]), default=(start, end))
