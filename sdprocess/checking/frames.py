"""A text beside the register of adopted frames: which cited ones are known, and which others may matter.

Information for the reader, never a fault: that a frame is not named says nothing of whether it should be.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sdprocess.checking.insights.scope import MONTHS
from sdprocess.content.cues import fold
from sdprocess.domain.frames import Cited, Frame, HeldAgainst, Related
from sdprocess.domain.insights import Decision
from sdprocess.domain.text import SourceText

MOST = 8
"""Related frames that are shown at most: a list that nobody reads helps nobody."""

LEAST_LETTERS = 5
STEM_LETTERS = 7
"""A title word of this length also counts at the start of a longer word: `mantelzorg` in `mantelzorgers`."""

RARE = 2
"""A word that stands in more titles than this, such as the name of the municipality, tells little of the subject."""

RARE_SHARE = 0.05
"""The same as a share, for a register of some size."""

OFTEN = 3
ALIKE = 0.6


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FORM_AT_END = re.compile(
    r"(?<=[a-z]{4})s?(?:nota|visie|plan|beleid|beleidsplan|verordening|akkoord|programma|agenda)$"
)
_DAY = re.compile(rf"(\d{{1,2}})[-/. ]({'|'.join(MONTHS)}|\d{{1,2}})[-/. ](\d{{4}})")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_EMPTY = _set(
    "aan als bij dat de den der des die dit door een en het hun in is met na naar niet nog of om onder onze op over "
    "per te tegen tot tussen uit van vanaf voor wij zijn zonder"
)
_FORM = _set(
    "actieplan agenda akkoord algemene amendement begroting beleid beleidskader beleidsnota beleidsplan beleidsregel "
    "beleidsregels beleidsvisie besluit brief deel evaluatie gemeente gemeentelijk gemeentelijke gewijzigde herziening "
    "herziene informatiebrief integraal integrale jaar kader kadernota lokaal lokale meerjarenbegroting motie nieuwe "
    "nota notitie ontwerp periode plan programma raad raadsbesluit raadsvoorstel regeling regionaal regionale "
    "startnotitie strategie toekomst toezegging uitvoering uitvoeringsagenda uitvoeringsplan uitvoeringsprogramma "
    "vaststelling verordening visie voorstel wijziging"
)
"""Words that say which form a document has, not what it is about."""


def held_against(
    decisions: Sequence[Decision], text: SourceText, frames: Iterable[Frame], *, today: date, theme: str = ""
) -> HeldAgainst:
    """The cited decisions beside the register, and the frames in force that the text does not name but that share its
    subject. theme: of the dossier, "" when there is none.
    """
    register = tuple(frames)
    shelf = _Shelf(register)
    found = ((decision, shelf.find(decision)) for decision in decisions)
    cited = tuple(Cited(decision, frame, bool(frame and not frame.in_force(today))) for decision, frame in found)
    named = {c.frame.id for c in cited if c.frame is not None} | shelf.named_in(text)
    others = [f for f in register if f.id not in named and f.in_force(today)]
    return HeldAgainst(len(register), cited, _related(text, others, shelf.rare, theme))


class _Shelf:
    """The register, ready to be searched."""

    def __init__(self, frames: tuple[Frame, ...]) -> None:
        self.frames = frames
        titles = {f.id: _words(f.title) for f in frames}
        counts = Counter(word for words in titles.values() for word in words)
        most = max(RARE, int(len(frames) * RARE_SHARE))
        self.rare = frozenset(word for word, count in counts.items() if count <= most)
        self.common = frozenset(counts) - self.rare
        self.words = {key: words - self.common for key, words in titles.items()}
        self.years = {f.id: set(_YEAR.findall(f.title)) for f in frames}
        self.numbers = {(f.kind, _bare(f.number)): f for f in frames if _bare(f.number)}

    def find(self, decision: Decision) -> Frame | None:
        """By number, else by the words of the name (the newest of several), else by kind and day when that is one."""
        number = _bare(decision.number.text)
        for (_, known), frame in self.numbers.items():
            if number and (known == number or (len(known) >= LEAST_LETTERS and number.endswith(known))):
                return frame
        name = decision.name.text
        words, years = _words(name) - self.common, set(_YEAR.findall(name))
        alike = [f for f in self.frames if self._same(decision.kind, words, years, f)]
        if alike:
            return max(alike, key=lambda f: (f.adopted_on or date.min, f.id))
        day = _day(decision.date.text)
        same_day = [f for f in self.frames if day and f.adopted_on == day and f.kind == decision.kind]
        return same_day[0] if len(same_day) == 1 else None

    def named_in(self, text: SourceText) -> set[int]:
        """Ids of the frames whose whole title stands in the text."""
        plain = " ".join(_WORD.findall(fold(text.plain)))
        padded = f" {plain} "
        return {f.id for f in self.frames if f" {' '.join(_WORD.findall(fold(f.title)))} " in padded}

    def _same(self, kind: str, words: frozenset[str], years: set[str], frame: Frame) -> bool:
        other, other_years = self.words[frame.id], self.years[frame.id]
        if not words or not other or (years and other_years and years.isdisjoint(other_years)):
            return False
        if {kind, frame.kind} & {"motie", "amendement"} and kind != frame.kind:
            return False
        return len(words & other) / len(words | other) >= ALIKE


def _words(title: str) -> frozenset[str]:
    """What the title is about: its words without articles, form words and years."""
    found = _WORD.findall(fold(title))
    return frozenset(w for w in found if len(w) > 1 and w not in _EMPTY | _FORM and not w[0].isdigit())


def _day(words: str) -> date | None:
    """`14 juni 2026` or `14-06-2026` as a day; None for less than a day, and for a day that does not exist."""
    match = _DAY.fullmatch(fold(words))
    if match is None:
        return None
    month = MONTHS.index(match[2]) + 1 if match[2] in MONTHS else int(match[2])
    try:
        return date(int(match[3]), month, int(match[1]))
    except ValueError:
        return None


def _bare(number: str) -> str:
    """`RIS 316.402` -> `ris316402`; "" for a number without a digit."""
    plain = re.sub(r"[^a-z0-9]", "", fold(number))
    return plain if any(c.isdigit() for c in plain) else ""


def _related(text: SourceText, frames: Iterable[Frame], rare: frozenset[str], theme: str) -> tuple[Related, ...]:
    counts = Counter(_WORD.findall(fold(text.plain)))
    asked = _WORD.findall(fold(" ".join([text.title, *_decision_points(text)])))
    found: list[tuple[tuple[bool, int, int], Related]] = []
    for frame in frames:
        about = {_FORM_AT_END.sub("", w) for w in _words(frame.title) if w in rare}
        subject = [w for w in about if len(w) >= LEAST_LETTERS]
        used = sorted(((w, _count(w, counts)) for w in subject), key=lambda pair: (-pair[1], pair[0]))
        words = tuple((w, n) for w, n in used if n)
        in_heart = sum(any(_is(w, word) for word in asked) for w, _ in words)
        same = bool(theme) and fold(theme) == fold(frame.theme)
        often = sum(n >= OFTEN for _, n in words)
        if words and (in_heart or same or often > 1):
            found.append(((same, in_heart, sum(n for _, n in words)), Related(frame, words, same)))
    found.sort(key=lambda pair: (*(-int(part) for part in pair[0]), pair[1].frame.title))
    return tuple(related for _, related in found[:MOST])


def _decision_points(text: SourceText) -> list[str]:
    return [p.text for s, p in text.paragraphs() if "beslispunten" in s.all_names]


def _is(word: str, other: str) -> bool:
    return other == word or (len(word) >= STEM_LETTERS and other.startswith(word))


def _count(word: str, counts: Mapping[str, int]) -> int:
    return sum(n for other, n in counts.items() if _is(word, other))
