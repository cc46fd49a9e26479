"""Amounts in a text: the same thing with another amount elsewhere, sums that do not come out, years the wrong way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from sdprocess.checking.index import SMALL_WORDS, Sentence, Trait
from sdprocess.checking.insights.scope import MONEY, Scope
from sdprocess.content.cues import fold
from sdprocess.domain.insights import Cell, Mismatch
from sdprocess.domain.text import Paragraph, Quote

SHARED = 0.7
FEWEST_WORDS = 5
ROUNDING = Decimal("0.02")
SMALLEST_TABLE = 3
POINTS = frozenset({"beslispunten", "ontwerpbesluit"})
YEARS = range(1900, 2100)
SPREAD = 40
"""A word that stands in more sentences with an amount than this tells nothing about what the amount is for."""

_MONEY = re.compile(MONEY)
_WORD = re.compile(r"[a-z][a-z'-]{2,}")
_ABOUT = re.compile(
    r"\b(?:circa|ca\.?|ongeveer|ruim|bijna|afgerond|rond|maximaal|minimaal|tot|oplopend|per|"
    r"jaarlijks|20\d\d)\b"
)
_RANGE = re.compile(
    r"\b(?:van|periode|tussen|jaren|looptijd|planperiode)(?: de jaren| van)? (?P<a>20\d\d) ?(?:tot(?: en met)?|"
    r"t/m|-|en) ?(?P<b>20\d\d)\b(?![-/.]?\d)"
)
_SUM = re.compile(rf"(?P<parts>{MONEY}(?: ?\+ ?{MONEY})+) ?= ?(?P<total>{MONEY})")
_TOTAL = re.compile(r"^(?:sub)?totaal\b|^totale\b")
_NUMBER = re.compile(r"-?\$? ?-?\d{1,3}(?:\.\d{3})*(?:,\d+)?(?:,-)?|-?\$? ?-?\d+(?:,\d+)?")


def value(words: str) -> Decimal | None:
    """`€ 1,5 miljoen`, `12.500,-` or `3 ton` as euros."""
    folded = fold(words)
    number = re.search(r"\d[\d.,]*", folded)
    if number is None:
        return None
    digits = number[0].rstrip(".,")
    if not re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", digits):
        return None
    try:
        amount = Decimal(digits.replace(".", "").replace(",", "."))
    except InvalidOperation:
        return None
    for word, factor in (("miljoen", 10**6), ("mln", 10**6), ("miljard", 10**9), ("duizend", 1000), (" ton", 10**5)):
        if word in folded:
            return amount * factor
    return amount


def differing(scope: Scope) -> Iterator[Mismatch]:
    """A point to decide on and a sentence elsewhere that say nearly the same, each with one amount, another one."""
    with_amount = [s for s in scope.index.sentences if not s.traits & (Trait.FURNITURE | Trait.TEMPLATE | Trait.EMPTY)]
    found = [(s, m[0], m) for s in with_amount if (m := _only(scope.index.line(s))) is not None]
    words = {s.number: _words(scope.index.line(s)) for s, _, _ in found}
    common: dict[str, int] = defaultdict(int)
    for heard in words.values():
        for word in heard:
            common[word] += 1
    everywhere = {
        value(m[0]) for s in with_amount if not s.names & POINTS for m in _MONEY.finditer(scope.index.line(s))
    }
    elsewhere = [(s, m) for s, _, m in found if not s.names & POINTS]
    for point, _, here in found:
        if "beslispunten" not in point.names or value(here[0]) in everywhere:
            continue
        yield from _against(scope, (point, here), elsewhere, words, common)


Found = tuple[Sentence, "re.Match[str]"]


def _against(
    scope: Scope, point: Found, others: Sequence[Found], words: dict[int, frozenset[str]], common: dict[str, int]
) -> Iterator[Mismatch]:
    telling = frozenset(w for w in words[point[0].number] if common[w] <= SPREAD)
    if len(telling) < FEWEST_WORDS:
        return
    for sentence, match in others:
        theirs = words[sentence.number]
        if len(telling & theirs) < SHARED * min(len(telling), max(len(theirs), FEWEST_WORDS)):
            continue
        if _same(value(point[1][0]), value(match[0])):
            continue
        yield Mismatch("bedrag-elders", _shown(scope, *point), _shown(scope, sentence, match))
        return


def _only(line: str) -> re.Match[str] | None:
    """The amount of a line that has exactly one, firmly stated."""
    if "$" not in line and " euro" not in line:
        return None
    matches = list(_MONEY.finditer(line))
    if len(matches) != 1 or value(matches[0][0]) is None or _ABOUT.search(line, max(0, matches[0].start() - 24)):
        return None
    return matches[0]


def _words(line: str) -> frozenset[str]:
    return frozenset(w for w in _WORD.findall(line) if w not in SMALL_WORDS and w != "euro")


def _same(one: Decimal | None, other: Decimal | None) -> bool:
    if one is None or other is None:
        return True
    return abs(one - other) <= ROUNDING * max(one, other)


def _shown(scope: Scope, sentence: Sentence, match: re.Match[str]) -> Cell:
    return scope.cell(sentence, match.start(), match.end())


def wrong_order(scope: Scope) -> Iterator[Mismatch]:
    """A period that ends before it begins."""
    for sentence, line in scope.lines():
        for match in _RANGE.finditer(line) if "20" in line else ():
            if int(match["b"]) < int(match["a"]):
                yield Mismatch(
                    "volgorde",
                    scope.cell(sentence, match.start("a"), match.end("a")),
                    scope.cell(sentence, match.start("b"), match.end("b")),
                )


def sums(scope: Scope) -> Iterator[Mismatch]:
    """Sums written out in a sentence, and the total rows of tables."""
    for sentence, line in scope.lines():
        for match in _SUM.finditer(line) if "+" in line else ():
            parts = [value(m[0]) for m in _MONEY.finditer(match["parts"])]
            total = value(match["total"])
            if total is None or any(p is None for p in parts) or _same(sum((p for p in parts if p), Decimal()), total):
                continue
            yield Mismatch(
                "optelling",
                scope.cell(sentence, match.start("parts"), match.end("parts")),
                scope.cell(sentence, match.start("total"), match.end("total")),
            )
    for _, paragraph in scope.text.paragraphs():
        if len(paragraph.rows) > SMALLEST_TABLE:
            yield from _table(scope, paragraph)


def _table(scope: Scope, paragraph: Paragraph) -> Iterator[Mismatch]:
    """Columns of a table with one total row at its end, and no subtotals."""
    rows = paragraph.rows
    totals = [n for n, row in enumerate(rows) if row and _TOTAL.match(fold(row[0]))]
    if len(totals) != 1 or totals[0] < SMALLEST_TABLE or len({len(row) for row in rows}) != 1:
        return
    last = totals[0]
    for column in range(1, len(rows[0])):
        numbers = [_number(row[column]) for row in rows[1:last] if row[column].strip(" -–")]
        total = _number(rows[last][column])
        if total is None or len(numbers) == 1 or any(n is None for n in numbers):
            continue
        amounts = [n for n in numbers if n is not None]
        if rows[0][column].strip().isdigit() and all(n in YEARS for n in amounts):
            continue
        if abs(sum(amounts) - total) > max(Decimal(len(amounts)), ROUNDING * abs(total) / 2):
            quote = _row_quote(scope, paragraph, last)
            counted = f"{sum(amounts):,}".replace(",", "·").replace(".", ",").replace("·", ".")
            yield Mismatch(
                "optelling", Cell(counted, _row_quote(scope, paragraph, 1, last)), Cell(rows[last][column], quote)
            )


def _number(cell: str) -> Decimal | None:
    folded = fold(cell).strip()
    if "%" in folded or not _NUMBER.fullmatch(folded):
        return None
    amount = value(folded)
    return -amount if amount is not None and "-" in folded.rstrip("-") else amount


def _row_quote(scope: Scope, paragraph: Paragraph, first: int, last: int | None = None) -> Quote:
    """The rows `first` up to `last`, or the one row, as they stand in the text of the table."""
    lines = paragraph.text.split("\n")
    stop = first + 1 if last is None else last
    if len(lines) < stop:
        return Quote.cut(scope.text, paragraph.id, 0, len(paragraph.text))
    start = sum(len(line) + 1 for line in lines[:first])
    end = start + len("\n".join(lines[first:stop]))
    return Quote.cut(scope.text, paragraph.id, start, max(end, start + 1))
