"""Whether the text agrees with itself: two passages side by side, for a person to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from sdprocess.checking.index import Sentence, Trait
from sdprocess.checking.insights.amounts import differing, sums, wrong_order
from sdprocess.checking.insights.points import compare_points
from sdprocess.checking.insights.scope import Scope
from sdprocess.checking.insights.titles import differing_titles
from sdprocess.content.cues import fold
from sdprocess.domain.insights import Mismatch

MOST = 12
_ANSWERED_BY: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "financien",
        re.compile(r"\b(?:krediet|subsidie|dekking|kosten van)\b[^.\n]{0,60}\$ ?\d|"
            r"\$ ?\d[\d.,]*[^.\n]{0,60}\b(?:te dekken|beschikbaar te stellen|ten laste van)\b"),
    ),
    (
        "participatie",
        re.compile(
            r"\b(?:bewonersavond|inloopavond|informatieavond|klankbordgroep|enquete|participatietraject|"
            r"omwonenden (?:zijn|hebben)|"
            r"inwoners (?:zijn betrokken|hebben meegedacht|konden))\b"
        ),
    ),
    ("alternatieven", re.compile(r"\b(?:een alternatief (?:is|was|voor)|als alternatief|twee varianten|"
        r"drie varianten|andere mogelijkheid is)\b")),
    ("risicos", re.compile(r"\b(?:het risico (?:is|bestaat|dat)|er bestaat een risico|een risico is|"
        r"risico's zijn)\b")),
    ("evaluatie", re.compile(r"\b(?:wordt|worden|zal|zullen) [^.]{0,40}\bgeevalueerd\b|\bevaluatie (?:vindt|"
        r"volgt|is gepland)\b")),
)  # fmt: skip
_NONE = re.compile(r"(?:n\.?v\.?t\.?|niet van toepassing|geen|nihil|geen [a-z'-]+)[ .!]*")


def mismatches(scope: Scope) -> tuple[Mismatch, ...]:
    """At most a dozen, the points to decide on first."""
    return tuple(islice(_all(scope), MOST))


def _all(scope: Scope) -> Iterator[Mismatch]:
    seen = list(compare_points(scope))
    yield from seen
    if not any(found.kind == "jaar" for found in seen):
        yield from differing_titles(scope)
    yield from differing(scope)
    yield from sums(scope)
    yield from wrong_order(scope)
    yield from _empty_here_answered_there(scope)


def _empty_here_answered_there(scope: Scope) -> Iterator[Mismatch]:
    """A section that only says "n.v.t." while another speaks of its subject."""
    places = {s.paragraph_id: s for s in reversed(scope.index.sentences)}
    told: dict[re.Pattern[str], list[tuple[Sentence, re.Match[str]]]] = {}
    for section in scope.text.sections:
        if len(section.paragraphs) != 1 or not _NONE.fullmatch(fold(section.paragraphs[0].text)):
            continue
        empty = places.get(section.paragraphs[0].id)
        pattern = next((p for name, p in _ANSWERED_BY if name in section.names), None)
        if empty is None or pattern is None:
            continue
        if pattern not in told:
            told[pattern] = list(_told(scope, pattern))
        for sentence, match in told[pattern]:
            if sentence.paragraph_id != empty.paragraph_id:
                yield Mismatch(
                    "nvt-elders",
                    scope.cell(empty, 0, empty.end - empty.start),
                    scope.cell(sentence, match.start(), match.end()),
                )
                break


def _told(scope: Scope, pattern: re.Pattern[str]) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """Where the text itself, and not somebody it quotes, speaks of a subject."""
    for sentence, line in scope.lines():
        match = pattern.search(line)
        if match is not None and not sentence.traits & Trait.REPORTED:
            yield sentence, match
