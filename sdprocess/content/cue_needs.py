"""What a text must hold before a cue can match it: of one of its words, a beginning, an end or the whole.

From the notation alone, so that it holds for every checklist. It may ask for too little (then a pattern is tried in
vain), never for too much: whatever a cue matches, holds a word that answers to one of its needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import islice, product
from typing import NamedTuple

from sdprocess.content.cues import OPTIONAL, PIECE, fold, tokens

MOST_SPELLINGS = 400
"""Of one word of a cue. With more of them, the word is no use to look for."""
NUMBER, FREE = "#", "*"
_OPEN = (NUMBER, FREE)
_RUN = re.compile(r"[a-z0-9]+")
SHORT = 3
SMALL, OFTEN, RARE = 40, 12, 1

Notions = Mapping[str, tuple[str, ...]]


class Where(StrEnum):
    """Where in a word the letters stand. A word is what stands between signs: `[a-z0-9]+` of the folded text."""

    WHOLE = "geheel"
    BEGIN = "begin"
    END = "eind"
    INSIDE = "binnenin"
    NUMBER = "getal"


class Need(NamedTuple):
    """Letters that a word must have. letters: empty for a number."""

    where: Where
    letters: str


def needs_of(cue: str, notions: Notions) -> tuple[frozenset[Need], ...]:
    """Sets of needs: of each, a word that answers to one stands in every match of the cue. None: nothing to say.

    First the set that is probably met in the fewest texts.
    """
    required = (token for token in tokens(cue) if not token.startswith("…") and not OPTIONAL.fullmatch(token))
    found = {needs for token in required if (needs := _needs_of_word(token, notions))}
    return tuple(sorted(found, key=lambda needs: (_cost(needs), sorted(needs))))


def _cost(needs: frozenset[Need]) -> int:
    return sum(_often(need) for need in needs)


def _often(need: Need) -> int:
    """How often one meets it, roughly: short words are the common ones."""
    if need.where is Where.NUMBER:
        return SMALL
    if len(need.letters) <= SHORT:
        return SMALL if need.where is not Where.WHOLE or len(need.letters) < SHORT else OFTEN
    return RARE if len(need.letters) > SHORT + 2 else SHORT


def _needs_of_word(word: str, notions: Notions) -> frozenset[Need]:
    """What each of its spellings needs; empty when one of them needs nothing."""
    spellings = _some(_spellings(word, notions))
    found = [_need(spelling) for spelling in spellings]
    if len(spellings) > MOST_SPELLINGS or None in found:
        return frozenset()
    return frozenset(need for need in found if need is not None)


def _need(spelling: str) -> Need | None:
    """The longest run of letters, and whether other letters may stand before or behind it."""
    run = max(_RUN.finditer(spelling), key=lambda m: m.end() - m.start(), default=None)
    if run is None:
        return Need(Where.NUMBER, "") if NUMBER in spelling else None
    before = spelling[: run.start()].endswith(_OPEN)
    behind = spelling[run.end() :].startswith(_OPEN)
    where = {(False, False): Where.WHOLE, (False, True): Where.BEGIN, (True, False): Where.END}
    return Need(where.get((before, behind), Where.INSIDE), run[0])


def _spellings(word: str, notions: Notions) -> Iterator[str]:
    """The word with each choice made, as `cue_source` makes a pattern of it; `*` and `#` stay, what divides is a space.

    Raises KeyError for an unknown notion, which `cue_source` has refused before.
    """
    pieces = [_some(_piece(piece, notions)) for piece in PIECE.findall(word)]
    return map("".join, product(*pieces))


def _piece(piece: str, notions: Notions) -> Iterator[str]:
    if piece.startswith("("):
        for alternative in piece[1 : piece.rindex(")")].split("|"):
            yield from _phrase(alternative, notions)
        if piece.endswith("?"):
            yield ""
    elif piece.startswith("{"):
        for word in notions[piece[1:-1]]:
            yield from _phrase("~".join(word.split()), notions)
    else:
        yield fold(piece).replace("~", " ").replace("|", " ")


def _phrase(alternative: str, notions: Notions) -> Iterator[str]:
    return map(" ".join, product(*(_some(_spellings(part, notions)) for part in alternative.split("~"))))


def _some(spellings: Iterator[str]) -> list[str]:
    """At most one more than there may be: enough to see that there are too many."""
    return list(islice(spellings, MOST_SPELLINGS + 1))
