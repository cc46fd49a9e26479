"""The points of the proposal beside those of the draft decision: which words at the same place differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from sdprocess.checking.insights.scope import DATE, MONTH, Scope
from sdprocess.content.cues import fold
from sdprocess.domain.insights import Cell, Mismatch
from sdprocess.domain.text import Paragraph, Quote, Section

FEWEST_SHARED = 4
ALIKE = 0.5
LONGEST_POINT = 80
MOST_POINTS = 40
SHORTEST_NAME = 3
SHORTEST_THING = 4

_TOKEN = re.compile(r"[\w$%]+(?:[.,'/-]+\w+)*")
_DECIDES = re.compile(r"\bbeslui(?:t|ten)\b ?:?")
_NUMBERED = re.compile(r"(?:^|[;.:] ?)(?=\(?\d{1,2}[.)] ?[A-Za-z])")
_MONEY = re.compile(r"(?:\$ ?)?\d[\d.,]*\d")
_STREET = re.compile(
    r"(?:[a-z'-]{2,}(?:straat|laan|weg|plein|kade|singel|dijk|pad|gracht|steeg|plantsoen|dreef|hof|park|baan)|"
    r"laan|straat)"
)
_NO_STREET = re.compile(
    r"(?:grond|haal|snel|spoor|fiets|vaar|water|onder|aan|be|voet|over|hals|tarieven|kinder|"
    r"lucht|rechts)"
    r"(?:weg|pad|park|baan|laan)|omweg|sportpark|bedrijvenpark|wagenpark|gerechtshof|"
    r"onderweg|tijdpad"
)
_COUNT = re.compile(r"\d{1,3}(?:\.\d{3})*|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien")
_ORDINAL = re.compile(r"\d+(?:e|de|ste)")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/](?:20)?\d\d)?")
_REFERENCE = re.compile(r"(?=[\w./-]*\d{2})(?=[\w./-]*[a-z./-])[\w./-]{5,}")
_AMOUNT_WORDS = frozenset(("euro", "miljoen", "mln", "miljard"))
_THING = re.compile(r"[a-z][a-z'-]+")
_NOT_THINGS = frozenset(
    ("van", "en", "of", "de", "het", "een", "in", "tot", "te", "voor", "op", "lid", "artikel", "genoemd", "genoemde")
)
_SMALL = frozenset(
    (
        "de",
        "het",
        "een",
        "en",
        "van",
        "in",
        "op",
        "te",
        "voor",
        "aan",
        "met",
        "om",
        "tot",
        "door",
        "bij",
        "ter",
        "dit",
        "deze",
        "is",
        "als",
        "conform",
        "vast",
        "stellen",
    )
)
_DATE = re.compile(DATE)
_MONTH = re.compile(MONTH)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a point: folded, and its range in the paragraph."""

    word: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Point:
    """One point to decide on."""

    paragraph: Paragraph
    tokens: tuple[Token, ...]

    @property
    def words(self) -> frozenset[str]:
        return frozenset(t.word for t in self.tokens if t.word not in _SMALL and not t.word[0].isdigit())

    def quote(self, scope: Scope) -> Quote:
        return Quote.cut(scope.text, self.paragraph.id, self.tokens[0].start, self.tokens[-1].end)


def compare_points(scope: Scope) -> Iterator[Mismatch]:
    """Each point of the proposal with the point of the draft decision that is most like it."""
    proposed, decided = points_of(scope)
    taken: set[int] = set()
    for point in proposed:
        alike = [(_alike(point, other), -n) for n, other in enumerate(decided) if n not in taken]
        score, number = max(alike, default=(0.0, 0))
        if score < ALIKE:
            continue
        other = decided[-number]
        taken.add(-number)
        yield from _differences(scope, point, other)


def points_of(scope: Scope) -> tuple[list[Point], list[Point]]:
    """The points of the proposal and those of the draft decision."""
    proposed: list[Point] = []
    decided: list[Point] = []
    for section in scope.text.sections:
        names = section.names
        if "beslispunten" in names and "ontwerpbesluit" not in names:
            proposed.extend(_of(section, decision=False))
        elif "ontwerpbesluit" in names and "beslispunten" not in names:
            decided.extend(_of(section, decision=True))
    return proposed[:MOST_POINTS], decided[:MOST_POINTS]


def _of(section: Section, *, decision: bool) -> Iterator[Point]:
    begun = not decision
    for paragraph in section.paragraphs:
        text = fold(paragraph.text)
        start = 0
        if not begun:
            match = _DECIDES.search(text)
            if match is None:
                continue
            begun, start = True, match.end()
        cuts = [start, *(m.end() for m in _NUMBERED.finditer(text, start) if m.end() > start), len(text)]
        for first, last in pairwise(cuts):
            tokens = tuple(_tokens(paragraph.text, text, first, last))[:LONGEST_POINT]
            if len(tokens) >= FEWEST_SHARED:
                yield Point(paragraph, tokens)


def _tokens(own: str, text: str, start: int, end: int) -> Iterator[Token]:
    for m in _TOKEN.finditer(text, start, end):
        yield Token(m[0], m.start(), m.end(), own[m.start()].isupper())


def _alike(one: Point, other: Point) -> float:
    """Share of the words of the shorter that both have, numbers left out."""
    shared = one.words & other.words
    if len(shared) < FEWEST_SHARED - 1:
        return 0.0
    return len(shared) / max(len(one.words), min(len(other.words), 2 * len(one.words)))


def _differences(scope: Scope, point: Point, other: Point) -> Iterator[Mismatch]:
    matcher = SequenceMatcher(None, [t.word for t in point.tokens], [t.word for t in other.tokens], autojunk=False)
    said: set[str] = set()
    for way, a1, a2, b1, b2 in matcher.get_opcodes():
        if way != "replace":
            continue
        for kind, left, right in _facts(point.tokens, other.tokens, (a1, a2), (b1, b2)):
            if kind in said:
                continue
            said.add(kind)
            yield Mismatch(
                kind,
                Cell(_words(point, left), point.quote(scope)),
                Cell(_words(other, right), other.quote(scope)),
            )


Range = tuple[int, int]


def _facts(one: tuple[Token, ...], other: tuple[Token, ...], a: Range, b: Range) -> Iterator[tuple[str, Range, Range]]:
    """What of each kind was replaced, when both sides name exactly that kind and no fact of it agrees."""
    left, right = _kinds(one, a), _kinds(other, b)
    there, here = _values(other), _values(one)
    for kind, (number, place) in left.items():
        if kind not in right or (kind == "naam" and (set(left) | set(right) != {"naam"} or _size(a) != _size(b))):
            continue
        theirs, their_place = right[kind]
        mine, yours = _value(one[number]), _value(other[theirs])
        moved = max(_size(a), _size(b)) > 1 and (mine in there or yours in here)
        if mine == yours or moved:
            continue
        yield kind, place, their_place


def _size(span: Range) -> int:
    return span[1] - span[0]


def _kinds(tokens: tuple[Token, ...], span: Range) -> dict[str, tuple[int, Range]]:
    """Of each kind the first fact: its telling token, and the range with what belongs to it."""
    found: dict[str, tuple[int, Range]] = {}
    for n in range(*span):
        kind = _kind(tokens, n)
        if kind:
            found.setdefault(kind, (n, _wider(tokens, n, kind)))
    return found


def _wider(tokens: tuple[Token, ...], n: int, kind: str) -> Range:
    """The fact with the word that belongs to it: the thing that is counted, the sign of money, the day of a month."""
    before = tokens[n - 1].word if n else ""
    following = tokens[n + 1].word if n + 1 < len(tokens) else ""
    first = n - 1 if before == "$" or (kind in {"adres", "datum"} and before[:1].isdigit()) else n
    last = n + 1
    if kind == "aantal" or following in _AMOUNT_WORDS or (kind == "datum" and _YEAR.fullmatch(following)):
        last = n + 2
    if kind == "adres" and following[:1].isdigit():
        last = n + 2
    return first, last


def _kind(tokens: tuple[Token, ...], n: int) -> str:  # noqa: PLR0911, C901  one return for each kind of fact
    token = tokens[n]
    word, following = token.word, tokens[n + 1].word if n + 1 < len(tokens) else ""
    before = tokens[n - 1].word if n else ""
    if before in {"artikel", "art", "lid", "onderdeel", "bijlage", "punt", "beslispunt", "onder"} or n == 0:
        return ""
    if "%" in word or following in {"%", "procent"}:
        return "percentage" if word[0].isdigit() else ""
    if word == "$":
        return ""
    if "$" in word or before == "$" or (_MONEY.fullmatch(word) and following in _AMOUNT_WORDS):
        return "bedrag"
    if _MONTH.fullmatch(word) or _DATE.fullmatch(word):
        return "datum"
    if _YEAR.fullmatch(word):
        return "jaar"
    if _STREET.fullmatch(word) and token.capital and not _NO_STREET.fullmatch(word):
        return "adres"
    if (
        _COUNT.fullmatch(word)
        and len(following) >= SHORTEST_THING
        and _THING.fullmatch(following)
        and following not in _NOT_THINGS | _MONTHS
    ):
        return "" if word == "een" else "aantal"
    if _REFERENCE.fullmatch(word) and not _ORDINAL.fullmatch(word):
        return "nummer"
    if token.capital and word.isalpha() and len(word) >= SHORTEST_NAME and tokens[n - 1].end + 1 == token.start:
        return "naam"
    return ""


_MONTHS = frozenset(MONTH[3:-1].split("|"))


def _value(token: Token) -> str:
    return re.sub(r"[\W_]+", "", token.word)


def _values(tokens: tuple[Token, ...]) -> frozenset[str]:
    return frozenset(map(_value, tokens))


def _words(point: Point, span: Range) -> str:
    return " ".join(point.paragraph.text[point.tokens[span[0]].start : point.tokens[span[1] - 1].end].split())
