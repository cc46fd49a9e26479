"""Whether a proposal mentions the substantive frames of a procesontwerp. Information beside A, no verdict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sdprocess.content.cues import fold
from sdprocess.domain.text import SourceText

SHARE = 0.6
"""The part of a frame's own words that one paragraph must hold to count as mentioning it."""

LEAST_LETTERS = 5
STEM = 5
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class FrameMention:
    """passage: the paragraph that holds most of the frame's words, when those are enough; empty when none does."""

    frame: str
    passage: str


def mentions(text: SourceText, frames: Sequence[str]) -> tuple[FrameMention, ...]:
    """For each frame the paragraph that mentions it. Words count by their first letters; short words do not count."""
    paragraphs = [(p.text, _stems(p.text)) for _, p in text.paragraphs()]
    return tuple(FrameMention(frame, _best(_stems(frame), paragraphs)) for frame in frames)


def _best(wanted: frozenset[str], paragraphs: Sequence[tuple[str, frozenset[str]]]) -> str:
    if not wanted:
        return ""
    counted = ((len(wanted & stems), said) for said, stems in paragraphs)
    found, passage = max(counted, default=(0, ""), key=lambda pair: pair[0])
    return passage if found / len(wanted) >= SHARE else ""


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in _WORD.findall(fold(text)) if len(word) >= LEAST_LETTERS)
