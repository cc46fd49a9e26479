"""Known headings inside running text, for texts that lost their line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sdprocess.content.sections import InlineHeading, SectionTable
from sdprocess.reading.clean import BULLETS

_AROUND = 80
"""How many characters on each side are looked at."""
_CLOSERS = "”\"’')»]"
_STOPS = frozenset(".;?!:…")
_AND = re.compile(r" (?:(?:en|/|&) [a-zà-ÿ'’-]{4,20}(?= [A-ZÀ-Ý0-9])|onderdeel \d(?= ))")
_NUMBER = re.compile(r"(?:\d\.\d(?:, | en ))*\d{1,2}(?:\.\d{1,2}\.?|[.)]) ?[A-ZÀ-Ý‘“\"'(€*]|§ ?\d")
_LEANS = re.compile(
    r"(?:[,/&(-]|\b(?:[a-z]*afdeling|team|programma|directeur|directie|manager|adviseur|dienst|domein|pijler|thema|reserve|"
    r"minister|ministerie|"
    r"cluster|sector|en|of|van|voor|op|in|bij|met|over|tot|aan|de|het|een|uw|zie|als|[a-z]*portefeuille|"
    r"portefeuillehouder|wethouder|hoofdstuk|paragraaf|raad|college|beleidsplan|"
    r"nota|notitie|visie|commissie)|\bartikel \d+)$",
    re.IGNORECASE,
)
"""What a sentence ends with when the next word belongs to it."""
_SALUTATION = re.compile(r"\b(?:gemeenteraad|raad|raadsleden|leden),$", re.IGNORECASE)
_LAST_WORDS = re.compile(r"[\w'’()-]+(?: [\w'’()-]+)?\s*:\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph: the heading it opens with ("" for the part before the first) and the text under it."""

    heading: str
    text: str


def split_at_headings(text: str, table: SectionTable) -> list[Piece]:
    """The pieces of a paragraph; one piece without heading when there is nothing to cut."""
    cuts = list(_cuts(text, table))
    if not cuts:
        return [Piece("", text)]
    pieces = [Piece("", text[: cuts[0][0]].strip())] if text[: cuts[0][0]].strip() else []
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    for (start, body), end in zip(cuts, ends, strict=True):
        pieces.append(Piece(text[start:body].strip(" :"), text[body:end].lstrip(" :").rstrip()))
    return pieces


def _cuts(text: str, table: SectionTable) -> Iterator[tuple[int, int]]:
    """(start of the heading, start of its text) of each heading in running text."""
    done = 0
    for found in table.inline(text):
        if found.start < done:
            continue
        end = _with_second_part(text, found, table)
        if _fits(text, found, end, table):
            done = end
            yield found.start, end


def _with_second_part(text: str, found: InlineHeading, table: SectionTable) -> int:
    """The end of "Communicatie en planning", when both are known."""
    more = _AND.match(text, found.end)
    if not more:
        return found.end
    match = table.match(text[found.start : more.end()])
    known = match and match.how in {"heel", "delen"}
    return more.end() if known or more.group().startswith(" onderdeel") else found.end


def _fits(text: str, found: InlineHeading, end: int, table: SectionTable) -> bool:
    before = text[max(0, found.start - _AROUND) : found.start].rstrip()
    after = text[end : end + _AROUND].lstrip(" :")
    if not text[found.start].isupper():
        return False
    numbered = bool(_NUMBER.match(after))
    opens = after == "" or after[0].isupper() or after[0] in BULLETS or after[0] in "‘“\"'(€-–−*" or numbered
    if not opens or (before == "" and after == ""):
        return False
    stop = before == "" or bool(_SALUTATION.search(before)) or before.rstrip(_CLOSERS)[-1:] in _STOPS | set(BULLETS)
    if stop:
        return found.sure or not _is_value(before, table)
    strong = found.sure or after == "" or after[0] in BULLETS or numbered
    return strong and not _LEANS.search(before)


def _is_value(before: str, table: SectionTable) -> bool:
    """Whether this word is what a field above the text says ("Programma: Duurzaamheid")."""
    label = _LAST_WORDS.search(before)
    return bool(label) and table.is_field(table.names_of(label.group().strip(" :")))  # type: ignore[union-attr]
