"""Titles that carry a year: the same title with another year in the proposal than in the draft decision."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from sdprocess.checking.insights.points import Point, points_of
from sdprocess.checking.insights.scope import Scope
from sdprocess.domain.insights import Cell, Mismatch

WORDS = 3
"""Words before a year that make a title; one of them has a capital."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/](?:20)?\d\d)?")

Place = tuple[Point, int]


def differing_titles(scope: Scope) -> Iterator[Mismatch]:
    """Where the proposal names a title with one year, and the decision with another that the proposal never names."""
    proposed, decided = points_of(scope)
    said = {token.word for point in proposed for token in point.tokens}
    ours, theirs = _titles(proposed), _titles(decided)
    for title, years in ours.items():
        others = theirs.get(title, {})
        new = [year for year in others if year not in years]
        if len(years) == 1 and len(new) == 1 and new[0] not in said:
            yield Mismatch("jaar", _cell(scope, next(iter(years.values()))), _cell(scope, others[new[0]]))


def _titles(points: Iterable[Point]) -> dict[tuple[str, ...], dict[str, Place]]:
    found: dict[tuple[str, ...], dict[str, Place]] = defaultdict(dict)
    for point in points:
        for n in range(WORDS, len(point.tokens)):
            before = point.tokens[n - WORDS : n]
            if _YEAR.fullmatch(point.tokens[n].word) and any(t.capital for t in before):
                found[tuple(t.word for t in before)].setdefault(point.tokens[n].word, (point, n))
    return found


def _cell(scope: Scope, place: Place) -> Cell:
    point, n = place
    first, last = point.tokens[n - WORDS], point.tokens[n]
    return Cell(" ".join(point.paragraph.text[first.start : last.end].split()), point.quote(scope))
