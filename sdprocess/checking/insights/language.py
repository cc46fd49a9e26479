"""Words that slow a reader down: letters that are not written out, and sentences with a simpler way to say them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sdprocess.checking.index import Sentence, Trait
from sdprocess.checking.insights.scope import Scope
from sdprocess.content.cues import compile_source
from sdprocess.content.reading_norms import DOCUMENTS, NORMS
from sdprocess.domain.findings import Readability
from sdprocess.domain.insights import Abbreviation, Compared, Suggestion

MOST_LETTERS = 20
MOST_EACH = 3
FEWEST_LETTERS = 3
BESIDE = 150
POSTCODE = 5
"""Characters before the letters of a postcode: four digits and a space."""
_POSTCODE = re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}$")
_LETTERS = re.compile(
    r"\b(?:[A-Z]{2,6}|[A-Z][a-z]?[A-Z]{1,4}|[A-Z]{1,3}[a-z]{1,2}[A-Z]{1,2}|Wmo|Wlz|Zvw|Wro|"
    r"Wgr|Awb|Woo|Wvggz|Wvo|Wsw|Bbv)\b(?!['’.-]?\d)"
)
# fmt: off
_KNOWN = frozenset((
    "EU", "NL", "BV", "NV", "BTW", "PDF", "ID", "TV", "CV", "OK", "IT", "ICT", "WC", "NS", "EUR", "CO", "VN",
    "NAVO", "GGD", "KVK", "ANWB", "VVD", "CDA", "PVDA", "SP", "PVV", "SGP", "CU", "GL", "BBB", "JA", "NEE", "MVO",
    "BSN", "DNA", "USB", "PC", "CEO", "HBO", "MBO", "WO", "VWO", "HAVO", "VMBO", "RIS", "DSO", "RV", "RIB", "BW",
    "AL", "AANHEF", "HTTP", "WWW", "GPS", "APK", "SMS", "CBS", "KNMI", "RTL", "NOS", "OV", "MKB", "GFT", "PMD",
    "VNG", "CAO", "COVID", "WOZ", "OZB", "AOW", "WW", "KNRM", "NPO", "TNO",
))
# fmt: on
_EXPLAINED = (
    re.compile(r"(?<=\w{3})['\"’”]? ?\((?:hierna|verder|kortweg|afgekort)?:? ?['\"‘“]?([A-Z][A-Za-z]{1,6})['\"’”]?\)"),
    re.compile(r"\b([A-Z][A-Za-z]{1,6}) ?\((?=[^)]*[a-z]{4}[^)]* )"),
    re.compile(r"(?:hierna|verder|afgekort|kortweg):? (?:de |het )?['\"‘“]?([A-Z][A-Za-z]{1,6})\b"),
)
"""`Full Name (FN)`, `FN (full name)`, `hierna: FN`."""
_ROMAN = re.compile(r"[IVXLC]+")
_SMALL = re.compile(r"[a-z][\w-]*")
_SUGGESTED: tuple[tuple[str, str], ...] = (
    ("in het kader van", "voor, bij"),
    ("met betrekking tot", "over"),
    ("ten aanzien van", "over, voor"),
    ("door middel van", "met, door"),
    ("ten behoeve van", "voor"),
    ("met het oog op", "voor, om"),
    ("als gevolg van", "door"),
    ("in verband met", "door, vanwege"),
    ("teneinde", "om"),
    ("middels", "met, door"),
    ("dient te", "moet"),
    ("dienen te", "moeten"),
    ("zorg dragen voor", "zorgen voor"),
    ("alvorens", "voordat"),
    ("derhalve", "daarom"),
    ("reeds", "al"),
)
_WORDY = dict(_SUGGESTED)
_WORDY_AT = re.compile(rf"\b(?:{'|'.join(map(re.escape, _WORDY))})\b")
_CONTAINER = re.compile(
    r"\b(?:integrale?|toekomstbestendige?|veerkrachtige?|breed gedragen|maatwerk|ketenaanpak|ecosysteem|"
    r"transformatie|stip op de horizon|vliegwiel|laagdrempelige?|"
    r"de menselijke maat|robuuste?|doorontwikkel\w+|verankeren|een impuls geven|handen en voeten|future-proof|"
    r"synergie|koppelkansen|participatieve|inclusieve)\b"
)
_NOUNS = re.compile(
    r"\bhet (?P<verb>(?!gegeven\b|eigen\b|leven\b|wezen\b|teken\b|midden\b|"
    r"verleden\b)[a-z]{4,}en) van\b"
)
_PASSIVE = re.compile(
    r"\b(?:wordt|worden|werd|"
    r"werden)\b(?:[^a-z\n]+(?!door\b)[a-z0-9-]+){0,6}?[^a-z\n]+(?P<done>(?:(?!gelijktijdig|gemeent|gebied|"
    r"geval|gezin|gebouwen|gesprek|geheel|gehele|gezond|geld)ge[a-z]{2,}(?:d|t|en)|(?:be|ver|ont|"
    r"her)[a-z]{3,}[dt]))\b"
)
_ANY = compile_source(
    rf"{_WORDY_AT.pattern}|{_CONTAINER.pattern}|\bhet [a-z]{{4,}}en van\b|\b(?:wordt|worden|"
    rf"werd|werden)\b"
)
_DOER = re.compile(r"\bdoor (?:de|het|een|ons|onze|uw|[A-Za-z]+)\b")


def abbreviations(scope: Scope) -> tuple[Abbreviation, ...]:
    """Letters of which the full name stands nowhere in the text, most used first."""
    counted: Counter[str] = Counter()
    first: dict[str, tuple[Sentence, int]] = {}
    for sentence in scope.speaking:
        own = scope.own(sentence)
        if own.isupper() or not _SMALL.search(own):
            continue
        for match in _LETTERS.finditer(own):
            if _POSTCODE.search(own, max(0, match.start() - POSTCODE), match.end()):
                continue
            counted[match[0]] += 1
            first.setdefault(match[0], (sentence, match.start()))
    explained = {match[1] for form in _EXPLAINED for match in form.finditer(scope.text.plain)}
    found = [
        Abbreviation(letters, count, scope.quote(*first[letters]))
        for letters, count in sorted(counted.items(), key=lambda c: (-c[1], c[0]))
        if not _is_known(letters) and letters not in explained and not _is_spelled(letters, scope, first[letters])
    ]
    return tuple(found[:MOST_LETTERS])


def _is_known(letters: str) -> bool:
    return letters.upper() in _KNOWN or _ROMAN.fullmatch(letters) is not None


def _is_spelled(letters: str, scope: Scope, first: tuple[Sentence, int]) -> bool:
    """Whether words with these initials stand beside the first mention."""
    paragraph = scope.text.places[first[0].paragraph_id][1].text
    at = first[0].start + first[1]
    beside = paragraph[max(0, at - BESIDE) : at + BESIDE]
    spelled = r"[\w]*[ -](?:(?:van|voor|en|de|het|der|in|op|tot) ){0,3}".join(re.escape(c) for c in letters)
    return len(letters) >= FEWEST_LETTERS and re.search(rf"(?i:\b{spelled}\w+)", beside) is not None


def suggestions(scope: Scope) -> tuple[Suggestion, ...]:
    """At most three sentences for each pattern, the longest sentences first."""
    found: dict[str, list[tuple[int, Suggestion]]] = {}
    seen: set[int] = set()
    for sentence, line, _ in scope.hits(_ANY):
        if sentence.traits & Trait.REPORTED or sentence.number in seen:
            continue
        seen.add(sentence.number)
        for made in _in_sentence(scope, sentence, line):
            found.setdefault(made.pattern, []).append((-sentence.words, made))
    return tuple(
        made for pattern in sorted(found) for _, made in sorted(found[pattern], key=lambda pair: pair[0])[:MOST_EACH]
    )


def _in_sentence(scope: Scope, sentence: Sentence, line: str) -> Iterator[Suggestion]:
    if match := _WORDY_AT.search(line):
        yield Suggestion(
            "omslachtig", _own(scope, sentence, match), _WORDY[match[0]], scope.quote(sentence, match.start())
        )
    if match := _NOUNS.search(line):
        yield Suggestion(
            "naamwoordstijl", _own(scope, sentence, match), match["verb"], scope.quote(sentence, match.start())
        )
    if match := _CONTAINER.search(line):
        yield Suggestion("vaag-woord", _own(scope, sentence, match), "", scope.quote(sentence, match.start()))
    if (match := _PASSIVE.search(line)) and not _DOER.search(line):
        yield Suggestion(
            "lijdend",
            f"{line[match.start() :].split(maxsplit=1)[0]} … {match['done']}",
            "",
            scope.quote(sentence, match.start()),
        )


def _own(scope: Scope, sentence: Sentence, match: re.Match[str]) -> str:
    return " ".join(scope.own(sentence)[match.start() : match.end()].split())


def compared(readability: Readability) -> tuple[tuple[Compared, ...], int]:
    """The figures beside those of other proposals, and how many those are; nothing for a text without sentences."""
    if not readability.sentences:
        return (), 0
    return tuple(_compared(measure, float(getattr(readability, measure))) for measure in NORMS), DOCUMENTS


def _compared(measure: str, value: float) -> Compared:
    """Where the value falls between the percentiles; a straight line between two of them."""
    norm = NORMS[measure]
    points = norm.percentiles
    below = next((share for share, limit in points if value <= limit), 1.0)
    lower = max((p for p in points if p[1] < value), default=None)
    upper = min((p for p in points if p[1] >= value), default=None)
    if lower is not None and upper is not None:
        below = lower[0] + (upper[0] - lower[0]) * (value - lower[1]) / (upper[1] - lower[1])
    easier = below if norm.higher_is_easier else 1 - below
    return Compared(measure, value, next(limit for share, limit in points if share == norm.middle), round(easier, 2))
