"""Numbers and bullets that open a list item."""

from __future__ import annotations

import re

from sdprocess.reading.clean import BULLETS

_MONTH = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b"
_LIST = re.compile(
    rf"^(?:([{BULLETS}]|[-–—−*](?=\s)|o(?=\s[A-ZÀ-Ý]))\s*|((?:\d{{1,2}}|[a-z]|[ivx]{{2,4}})[.)])\s+(?!{_MONTH})|([IVX]{{1,4}}[.)])\s+(?=\*?[A-ZÀ-Ý]\S*\s+\S+\s+\S+)|"
    r"(\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+(?=[A-ZÀ-Ý‘’“\"'(]))(?=\S)"
)
_LONE = re.compile(rf"^(?:[{BULLETS}\-–—−o]|(?:\d{{1,2}}|[a-z]|[ivx]{{2,4}})[.)])$")
NUMBERED = re.compile(r"^(?:§ ?)?(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?=[A-ZÀ-Ý‘“\"'])")
"""A line that opens with a number as headings have it; group 1 is the number."""


def split_marker(line: str) -> tuple[str, str]:
    """(marker, rest) of a list item, ("", line) of another line."""
    found = _LIST.match(line)
    if not found:
        return "", line
    return next(group for group in found.groups() if group), line[found.end() :]


def is_lone_marker(line: str) -> bool:
    """Whether a bullet or number stands alone on its line; its text is on the next."""
    return bool(_LONE.match(line))


_STOP = r"(?:^|(?<=[.;:!?)”’\"•…] ))"
_NUMBER_IN_TEXT = re.compile(_STOP + r"(\d{1,2})\. (?=[A-ZÀ-Ý‘“\"'(€])")
_ANY_NUMBER_IN_TEXT = re.compile(r"(?:^|(?<= ))(\d{1,2})\. (?=[A-ZÀ-Ý‘“\"'(€])")
_DOUBLE_IN_TEXT = re.compile(_STOP + r"(\d{1,2})\.(\d{1,2})\.? (?=[A-ZÀ-Ý‘“\"'])")
_BULLET_IN_TEXT = re.compile(rf"(?:^|\s)[{BULLETS.replace('·', '')}]\s")


def split_items(text: str, marker: str = "", *, in_list: bool = False) -> list[tuple[str, str]]:
    """Cut running text at the list items in it: [(marker, text)], one pair with marker "" when there are none.

    marker: the number the text itself has. in_list: a number opens an item also without a full stop before it.
    """
    for items in (_by_bullets(text), _by_numbers(text, marker, in_list=in_list), _by_double_numbers(text)):
        if len(items) > 1 or (items and items[0][0]):
            return items
    return [("", text)]


def _by_bullets(text: str) -> list[tuple[str, str]]:
    pieces = _BULLET_IN_TEXT.split(text)
    if len(pieces) == 1:
        return []
    items = [("•", piece.strip()) for piece in pieces[1:] if piece.strip()]
    return [("", pieces[0].strip()), *items] if pieces[0].strip() else items


def _by_numbers(text: str, marker: str, *, in_list: bool) -> list[tuple[str, str]]:
    """A row 1., 2., 3. without gaps, going on from the number the text has itself."""
    first = int(marker[:-1]) + 1 if marker[:-1].isdecimal() else 1
    cuts: list[tuple[int, int, str]] = []
    for found in (_ANY_NUMBER_IN_TEXT if in_list else _NUMBER_IN_TEXT).finditer(text):
        if int(found.group(1)) == len(cuts) + first:
            cuts.append((found.start(), found.end(), f"{found.group(1)}."))
    return _pieces(text, cuts, least=1 if first > 1 else 2)


def _by_double_numbers(text: str) -> list[tuple[str, str]]:
    """A row 1.1, 1.2, 2.1: each the successor of the one before."""
    cuts: list[tuple[int, int, str]] = []
    last = (0, 0)
    for found in _DOUBLE_IN_TEXT.finditer(text):
        now = (int(found.group(1)), int(found.group(2)))
        if now not in ((last[0], last[1] + 1), (last[0] + 1, 1)) and cuts:
            continue
        cuts.append((found.start(), found.end(), f"{now[0]}.{now[1]}"))
        last = now
    return _pieces(text, cuts)


def _pieces(text: str, cuts: list[tuple[int, int, str]], least: int = 2) -> list[tuple[str, str]]:
    if len(cuts) < least:
        return []
    ends = [start for start, _, _ in cuts[1:]] + [len(text)]
    items = [(marker, text[begin:end].strip()) for (_, begin, marker), end in zip(cuts, ends, strict=True)]
    lead = text[: cuts[0][0]].strip()
    return [("", lead), *items] if lead else items
