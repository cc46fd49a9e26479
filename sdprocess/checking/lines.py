"""A pattern for one folded line, found in all lines of a text at once.

A pass of RE2 over the whole text is many times as fast as a search in each line. The same source serves both: for RE2
it is made wide (it cannot look around, so those conditions are left out) and kept within its line; what is found that
way is looked at again with the source as it is written. Hence the outcome is that of a search in each line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from sdprocess.content.cues import BadCue, compile_source

_LOOK = re.compile(r"\(\?<?[=!]")
_PIECE = re.compile(r"\\.|\[\^|\[|\]|[^\\\[\]]", re.DOTALL)
_OUTSIDE = {r"\W": r"[^\w\n]", r"\D": r"[^\d\n]", r"\s": " "}
"""What could leave the line. A folded line holds no white space but the space."""
_STRANGE = frozenset((r"\S", r"\A", r"\Z"))


class LinePattern:
    """`search` looks in one line, `numbers` in all lines of a text."""

    __slots__ = ("_sure", "_wide", "search")

    def __init__(self, source: str) -> None:
        self.search = re.compile(source).search
        self._sure = _LOOK.search(source) is None
        self._wide = _compiled(source)

    @property
    def at_once(self) -> bool:
        """Whether one pass suffices; a source that cannot be made wide is searched for line by line."""
        return self._wide is not None

    def numbers(self, lines: Sequence[str], data: bytes, starts: Sequence[int]) -> list[int]:
        """The lines in which it is found. data: the lines as one text. starts: where each begins."""
        if self._wide is None:
            return [n for n, line in enumerate(lines) if self.search(line)]
        found = []
        last = -1
        for match in self._wide.finditer(data):
            number = bisect_right(starts, match.start()) - 1
            if number != last and (self._sure or self.search(lines[number])):
                found.append(number)
            last = number
        return found


def _compiled(source: str) -> Any:
    wide = within_line(source)
    try:
        return compile_source(f"(?m){wide}") if wide else None
    except BadCue:
        return None


def within_line(source: str) -> str:
    """RE2 source that matches wherever `source` does, and never over the end of a line; empty when there is none."""
    if "[]" in source or "[^]" in source:
        return ""
    made: list[str] = []
    inside = ""
    for piece in _PIECE.findall(_without_looking(source)):
        over_the_end = piece == r"\n" and inside != "[^"
        if over_the_end or piece in _STRANGE or (inside and piece in (r"\W", r"\D")):
            return ""
        if not inside and piece in ("[", "[^"):
            inside = piece
        elif piece == "]":
            inside = ""
        made.append(r"[^\n" if piece == "[^" else _OUTSIDE.get(piece, piece))
    return "".join(made)


def _without_looking(source: str) -> str:
    """The source without its conditions on what stands before or behind."""
    while match := _LOOK.search(source):
        end = _closing(source, match.start())
        source = source[: match.start()] + source[end + 1 :]
    return source


def _closing(source: str, start: int) -> int:
    """The bracket that closes the one at `start`."""
    depth, in_class, skip = 0, False, False
    for at in range(start, len(source)):
        char = source[at]
        if skip:
            skip = False
        elif char == "\\":
            skip = True
        elif in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
        elif char in "()":
            depth += 1 if char == "(" else -1
            if depth == 0:
                return at
    raise BadCue("patroon-ongeldig", source)
