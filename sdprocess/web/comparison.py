"""Two texts as a reader wants to see them: what stayed folded away, what changed word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from rapidfuzz import fuzz

from sdprocess.services.views import TextChange

MAX_CHARACTERS = 8000
"""Longer paragraphs are shown whole: comparing word by word costs the square of the length."""

ALIKE = 55.0
"""Likeness (rapidfuzz, 0..100) from which two paragraphs count as one that was reworded."""

_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in a row. kind: `gelijk`, `weg` or `nieuw`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class ChangePart:
    """One thing to show. kind: `gelijk` (a folded row of lines), `weg`, `nieuw` or `anders` (reworded, in runs)."""

    kind: str
    section: str
    lines: tuple[TextChange, ...] = ()
    runs: tuple[Run, ...] = ()


def changes_of(changes: Iterable[TextChange]) -> Sequence[ChangePart]:
    """Changes in the order of the text. Equal lines are gathered; a line out and a like line in become one."""
    parts: list[ChangePart] = []
    for equal, group in groupby(changes, key=lambda c: c.kind == "gelijk"):
        lines = tuple(group)
        if equal:
            parts.append(ChangePart("gelijk", lines[0].section, lines))
        else:
            parts.extend(_paired(lines))
    return parts


def _paired(lines: Sequence[TextChange]) -> Iterable[ChangePart]:
    """Pair each line that went with the first like line that came; what is left stands alone."""
    came = [line for line in lines if line.kind == "nieuw"]
    for line in lines:
        if line.kind == "weg":
            twin = next((other for other in came if _alike(line.text, other.text)), None)
            if twin is None:
                yield ChangePart("weg", line.section, (line,))
                continue
            while came[0] is not twin:
                yield ChangePart("nieuw", came[0].section, (came.pop(0),))
            came.pop(0)
            yield ChangePart("anders", twin.section, runs=runs(line.text, twin.text))
    yield from (ChangePart("nieuw", line.section, (line,)) for line in came)


def _alike(old: str, new: str) -> bool:
    if max(len(old), len(new)) > MAX_CHARACTERS:
        return False
    return fuzz.ratio(old, new, score_cutoff=ALIKE) > 0


def runs(old: str, new: str) -> tuple[Run, ...]:
    """Both texts woven together, word by word: without `nieuw` they spell `old`, without `weg` they spell `new`."""
    a, b = _WORDS.findall(old), _WORDS.findall(new)
    woven: list[Run] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            woven.append(Run("gelijk", "".join(a[a1:a2])))
            continue
        woven.extend(
            Run(kind, text) for kind, text in (("weg", "".join(a[a1:a2])), ("nieuw", "".join(b[b1:b2]))) if text
        )
    return tuple(woven)
