"""The synonym table: which canonical sections a heading names. Read from `checklists/secties/<version>.yaml`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

import re2
from pydantic import BaseModel, ConfigDict, Field
from rapidfuzz import process
from rapidfuzz.distance import OSA

from sdprocess.content.problems import Problem, build
from sdprocess.content.refs import content_root, version_key
from sdprocess.content.strict_yaml import Node, load_yaml
from sdprocess.domain.errors import InvalidContent

Text = Annotated[str, Field(min_length=1)]

_FUZZY_FROM = 8
"""Shortest heading that may differ one typing error from a known one."""
_MAX_HEADING = 120
_MAX_LINE = 200
_LEAST_RULE = 20
"""Shorter texts hold no line that opens a section."""
_NUMBERING = re.compile(
    r"^\s*(?:(?:§|hoofdstuk|deel|paragraaf)\s*)?"
    r"(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Za-z]|[IVX]{1,4})[.):]\s*(?=[^\s\d])|\d{1,2}(?:\.\d{1,2}){0,3}\s+(?=\D))"
)
_PARTS = re.compile(r"\s*(?:/|&|;|,|\+|\ben\b|\bof\b)\s*", re.IGNORECASE)
_DROP = re.compile(r"[()*_'’‘`´]")
_OTHER = re.compile(r"[^a-z0-9]+")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)


class InSentence(_Frozen):
    """Headings that are known inside running text. sure: whatever stands before; after_stop: only after a sentence."""

    sure: tuple[Text, ...] = Field((), alias="zeker")
    after_stop: tuple[Text, ...] = Field((), alias="na_punt")


class SectionEntry(_Frozen):
    """One canonical section. kind: `gegevens` are fields above the text, which open no section."""

    name: Text = Field(alias="naam")
    title: Text = Field(alias="titel")
    kind: Literal["inhoud", "gegevens", "slot"] = Field("inhoud", alias="soort")
    container: bool = Field(False, alias="omvattend")
    headings: tuple[Text, ...] = Field((), alias="koppen")
    whole: tuple[Text, ...] = Field((), alias="koppen_heel")
    in_sentence: InSentence = Field(alias="in_zin")
    patterns: tuple[Text, ...] = Field((), alias="regels")
    inline_patterns: tuple[Text, ...] = Field((), alias="regels_in_zin")


class SectionFile(_Frozen):
    """The content file as it stands."""

    format: Literal["secties/1"] = Field(alias="schema")
    id: Text
    version: Text = Field(alias="versie")
    title: Text = Field(alias="titel")
    source: Text = Field(alias="bron")
    sections: tuple[SectionEntry, ...] = Field(alias="secties", min_length=1)


def heading_key(text: str) -> str:
    """A heading reduced to what is compared: no numbering, accents, marks or capitals, single spaces."""
    bare = _NUMBERING.sub("", _DROP.sub("", text), count=1)
    bare = _NUMBERING.sub("", bare, count=1)  # the number an outline gives, before one that was typed
    decomposed = unicodedata.normalize("NFD", bare.lower())
    return _OTHER.sub(" ", "".join(c for c in decomposed if not unicodedata.combining(c))).strip()


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """What a heading means. how: `heel` (the whole heading is known), `typefout` (but for one letter), `delen` (all its
    parts are known), `begin` (it starts with a known heading and says more).
    """

    names: tuple[str, ...]
    how: Literal["heel", "typefout", "delen", "begin"]


@dataclass(frozen=True, slots=True)
class InlineHeading:
    """A known heading inside running text: text[start:end]."""

    start: int
    end: int
    sure: bool


class SectionTable:
    """Looks headings up. Immutable after construction; safe to share."""

    def __init__(self, file: SectionFile) -> None:
        self.version = file.version
        self.entries: Mapping[str, SectionEntry] = {entry.name: entry for entry in file.sections}
        self._exact: dict[str, tuple[str, ...]] = {}
        self._starts: dict[str, tuple[str, ...]] = {}
        for entry in file.sections:
            _add(self._exact, entry.name, (*entry.headings, *entry.whole))
            _add(self._starts, entry.name, entry.headings)
        self._long = [key for key in self._exact if len(key) >= _FUZZY_FROM]
        self._patterns: list[tuple[str, Any]] = [(e.name, re2.compile(p)) for e in file.sections for p in e.patterns]
        self._any_pattern: Any = re2.compile(
            "|".join(f"(?:{p})" for e in file.sections for p in e.patterns) or r"\z\A."
        )
        within = [p for e in file.sections for p in e.inline_patterns]
        self._inline_rules: Any = re2.compile("|".join(f"(?:{p})" for p in within)) if within else None
        sure = {h for e in file.sections for h in e.in_sentence.sure}
        loose = {h for e in file.sections for h in e.in_sentence.after_stop}
        self._sure = frozenset(h.casefold() for h in sure)
        words = "|".join(re2.escape(h) for h in sorted(sure | loose, key=len, reverse=True))
        self._inline: Any = re2.compile(rf"({words})(?:[\s:A-Z]|$)") if words else None
        self.names = tuple(self.entries)
        self.match = lru_cache(maxsize=8192)(self._match)

    def is_field(self, names: Iterable[str]) -> bool:
        """Whether these are only fields above the text ("Zaaknummer"), which open no section."""
        kinds = [self.entries[name].kind for name in names if name in self.entries]
        return bool(kinds) and all(kind == "gegevens" for kind in kinds)

    def holds_others(self, names: Iterable[str]) -> bool:
        """Whether a section with one of these names commonly encloses other known sections."""
        return any(self.entries[name].container for name in names if name in self.entries)

    def names_of(self, heading: str) -> tuple[str, ...]:
        """Canonical names of a heading, () when it is unknown."""
        found = self.match(heading)
        return found.names if found else ()

    def line_names(self, line: str) -> tuple[str, ...]:
        """Canonical names of a whole line that opens a section without an ordinary heading."""
        head = line if len(line) <= _MAX_LINE else line[:_MAX_LINE] + "…"
        if not self._any_pattern.search(head):
            return ()
        return tuple(dict.fromkeys(name for name, pattern in self._patterns if pattern.search(head)))

    def inline_rules(self, text: str) -> list[int]:
        """Where, inside running text, lines begin that open a section by rule; the start of the text is none."""
        if self._inline_rules is None or len(text) < _LEAST_RULE:
            return []
        return [found.start() for found in self._inline_rules.finditer(text) if found.start()]

    def inline(self, text: str) -> Iterable[InlineHeading]:
        """Known headings, spelled with their capital, inside running text. The caller judges the surroundings."""
        if self._inline is None:
            return
        for found in self._inline.finditer(text):
            start, end = found.span(1)
            if start and (text[start - 1].isalnum() or text[start - 1] in "-'’‘\"“„("):
                continue
            yield InlineHeading(start, end, text[start:end].casefold() in self._sure)

    def _match(self, heading: str) -> HeadingMatch | None:
        if len(heading) > _MAX_HEADING:
            return None
        key = heading_key(heading)
        if not key:
            return None
        if key in self._exact:
            return HeadingMatch(self._exact[key], "heel")
        return self._by_parts(heading) or self._by_typo(key) or self._by_start(key)

    def _by_parts(self, heading: str) -> HeadingMatch | None:
        raw = [part for part in _PARTS.split(heading) if heading_key(part)]
        if len(raw) < 2:  # noqa: PLR2004  one part is no combination
            return None
        found = [self._exact.get(heading_key(part), ()) for part in raw]
        slashed = "/" in heading and any(found)
        if not (all(found) or slashed):
            return None
        names = tuple(dict.fromkeys(name for names in found for name in names))
        content = tuple(name for name in names if self.entries[name].kind != "gegevens")
        return HeadingMatch(content or names, "delen")

    def _by_typo(self, key: str) -> HeadingMatch | None:
        if len(key) < _FUZZY_FROM:
            return None
        best = process.extractOne(key, self._long, scorer=OSA.distance, score_cutoff=1)
        return HeadingMatch(self._exact[best[0]], "typefout") if best else None

    def _by_start(self, key: str) -> HeadingMatch | None:
        words = key.split(" ")
        for count in range(len(words) - 1, 0, -1):
            names = self._starts.get(" ".join(words[:count]))
            if names:
                return HeadingMatch(names, "begin")
        return None


def _add(index: dict[str, tuple[str, ...]], name: str, headings: Iterable[str]) -> None:
    for heading in headings:
        key = heading_key(heading)
        index[key] = tuple(dict.fromkeys((*index.get(key, ()), name)))


def load_section_table(path: Path) -> SectionTable:
    """Read and check a synonym table. Raises InvalidContent with every problem."""
    tree = load_yaml(path)
    made = build(SectionFile, tree)
    if isinstance(made, tuple):
        raise InvalidContent(made)
    problems = _problems(made, tree)
    if problems:
        raise InvalidContent(problems)
    return SectionTable(made)


def _problems(file: SectionFile, tree: Node) -> tuple[Problem, ...]:
    """Names used twice, and patterns RE2 cannot read."""
    found: list[Problem] = []
    seen: set[str] = set()
    for place, entry in enumerate(file.sections):
        if entry.name in seen:
            found.append(tree.problem("sectie-dubbel", "secties", place, name=entry.name))
        seen.add(entry.name)
        for key, patterns in (("regels", entry.patterns), ("regels_in_zin", entry.inline_patterns)):
            for at, pattern in enumerate(patterns):
                try:
                    re2.compile(pattern)
                except re2.error as error:
                    found.append(tree.problem("sectie-patroon", "secties", place, key, at, detail=str(error)))
    return tuple(found)


@lru_cache(maxsize=4)
def section_table(root: Path | None = None) -> SectionTable:
    """The newest synonym table under `root` (`content_root()`), read once per process. Raises InvalidContent."""
    folder = (root or content_root()) / "checklists" / "secties"
    return load_section_table(max(folder.glob("*.yaml"), key=lambda path: version_key(path.stem)))
