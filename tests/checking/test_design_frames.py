"""Frames of a procesontwerp beside the text of a proposal."""

from __future__ import annotations

import pytest

from sdprocess.checking.design_frames import mentions
from sdprocess.reading import read_text

TEXT = read_text(
    "# Raadsvoorstel\n\n## Kader\n\nDe raad gaf mee dat niemand zijn huis kwijtraakt door schulden.\n\n"
    "## Financiën\n\nDe kosten zijn 40.000 euro per jaar.\n",
    fmt="md",
)


@pytest.mark.parametrize(
    ("frame", "passage"),
    [
        ("Niemand raakt zijn huis kwijt door schulden.", "niemand zijn huis kwijtraakt"),
        ("Niemand verliest een woning door schulden.", ""),
        ("De hulp is dichtbij in elk dorp.", ""),
        ("op is af", ""),
    ],
    ids=["said in other forms", "half of its words is too little", "not said", "no words to look for"],
)
def test_a_frame_is_mentioned_when_one_paragraph_holds_most_of_its_words(frame, passage) -> None:
    (found,) = mentions(TEXT, [frame])
    assert passage in found.passage
    assert bool(found.passage) == bool(passage)
