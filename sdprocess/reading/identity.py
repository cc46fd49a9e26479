"""Ids of paragraphs: a short hash of what stands there, so that an edit elsewhere leaves them as they are."""

from __future__ import annotations

import hashlib
from collections import Counter

_QUOTES = str.maketrans(dict.fromkeys("‘’‚‛`´′", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("–—−", "-"))


def fingerprint(text: str) -> str:
    """The same for texts that differ only in case, spaces or the style of quotes and dashes."""
    folded = " ".join(text.translate(_QUOTES).casefold().split())
    return "p" + hashlib.blake2b(folded.encode(), digest_size=5).hexdigest()


class Identities:
    """Hands out ids in document order; a repeated text gets `-2`, `-3`."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def next(self, text: str) -> str:
        key = fingerprint(text)
        self._seen[key] += 1
        return key if self._seen[key] == 1 else f"{key}-{self._seen[key]}"
