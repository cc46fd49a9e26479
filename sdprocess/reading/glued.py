"""Lines pasted together without a space, as a bad export of a pdf leaves them: "gevraagd.In 2024", "1.1Er"."""

from __future__ import annotations

import re
from collections import Counter

LEAST = 5
"""Sentences pasted to the next one before a text is taken for a bad export; fewer are slips or names."""

_SENTENCE = re.compile(r"(?<=[a-zà-ÿ)’”]{2}[.;:?!])(?=[A-ZÀ-Ý][a-zà-ÿ]|\d{1,2}\.\d{0,2}[A-ZÀ-Ý])")
_NUMBER = re.compile(r"(?<=\b\d\.)(?=[A-ZÀ-Ý][a-zà-ÿ])|(?<=\b\d\.\d)(?=[A-ZÀ-Ý][a-zà-ÿ])")
_DIGITS = re.compile(r"(?<=\d{2})(?=[A-ZÀ-Ý][a-zà-ÿ]{2})|(?<=\b20\d\d)(?=\d\.\d)")
_WORD = re.compile(r"(?<=[a-zà-ÿ]{3})(?=[A-ZÀ-Ý][a-zà-ÿ]{2})|(?<=[A-Z]{3})(?=[A-Z][a-zà-ÿ])")
_NAME = re.compile(r"\b[A-Za-zÀ-ÿ]*[A-Za-zà-ÿ]{3}[A-ZÀ-Ý][a-zà-ÿ][A-Za-zÀ-ÿ]*")
OFTEN = 4
"""How often a word with a capital inside must return to be a name ("BuurtMaxi") and not two words."""


def unglue(text: str) -> tuple[str, int]:
    """The text with those joints loosened, and how many there were; a good text stays as it is, with 0."""
    if len(_SENTENCE.findall(text)) < LEAST:
        return text, 0
    text, sentences = _SENTENCE.subn("\n", text)
    text, numbers = _NUMBER.subn(" ", text)
    text, digits = _DIGITS.subn("\n", text)
    seen = Counter(_NAME.findall(text))
    words = 0

    def loosen(found: re.Match[str]) -> str:
        nonlocal words
        if seen[found[0]] >= OFTEN:
            return found[0]
        loose, count = _WORD.subn("\n", found[0])
        words += count
        return loose

    text = _NAME.sub(loosen, text)
    return text, sentences + numbers + digits + words
