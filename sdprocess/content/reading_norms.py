"""How other council proposals read: percentiles, to set one text beside. Numbers only; no text of them is kept.

Measured over 119 public raadsvoorstellen of 150 words or more, from Den Haag, Helmond, Nieuwkoop and Amsterdam,
2007-2025, with the measures of `sdprocess.checking.readability`. They say what is usual, not what is good.
"""

from __future__ import annotations

from dataclasses import dataclass

DOCUMENTS = 119


@dataclass(frozen=True, slots=True)
class Norm:
    """(share of documents, value that they stay at or below), rising."""

    percentiles: tuple[tuple[float, float], ...]
    higher_is_easier: bool = False

    @property
    def middle(self) -> float:
        """The share that stands for the median."""
        return 0.5


def _norm(*values: float, higher_is_easier: bool = False) -> Norm:
    return Norm(tuple(zip((0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0), values, strict=True)), higher_is_easier)


NORMS: dict[str, Norm] = {
    "flesch_douma": _norm(21.9, 31.1, 34.0, 38.5, 43.8, 48.2, 59.5, higher_is_easier=True),
    "words_per_sentence": _norm(11.8, 14.9, 16.3, 18.0, 19.5, 20.7, 26.0),
    "long_sentences": _norm(0.029, 0.081, 0.127, 0.175, 0.238, 0.289, 0.636),
    "long_words": _norm(0.022, 0.046, 0.054, 0.066, 0.078, 0.087, 0.127),
    "passive": _norm(0.0, 0.038, 0.083, 0.123, 0.171, 0.212, 0.37),
    "noun_style": _norm(0.031, 0.12, 0.151, 0.221, 0.294, 0.325, 0.455),
}
