"""The automatic numbers of a docx, which are not in its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass
class Numbering:
    """Counts along while paragraphs pass in document order."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    """By list (numId)."""
    shared: dict[str, str] = field(default_factory=dict)
    """The definition a list counts in; lists of one definition count on."""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Any | None) -> Numbering:
        """From the numbering part, None when the document has none."""
        made = cls()
        if root is None:
            return made
        abstract = {a.get(qn("w:abstractNumId")): a for a in root.findall(qn("w:abstractNum"))}
        for num in root.findall(qn("w:num")):
            made._add(num, abstract)
        return made

    def _add(self, num: Any, abstract: dict[str, Any]) -> None:
        number = num.get(qn("w:numId"))
        reference = num.find(qn("w:abstractNumId"))
        definition = reference.get(qn("w:val")) if reference is not None else ""
        levels = {} if definition not in abstract else _levels(abstract[definition])
        restarted = False
        for override in num.findall(qn("w:lvlOverride")):
            at = _int(override.get(qn("w:ilvl")))
            start = override.find(qn("w:startOverride"))
            own = override.find(qn("w:lvl"))
            if own is not None:
                levels[at] = _level(own)
            if start is not None and at in levels:
                levels[at] = _Level(levels[at].form, levels[at].text, _int(start.get(qn("w:val")), 1))
                restarted = True
        self.levels[number] = levels
        self.shared[number] = number if restarted else f"abstract {definition}"

    def marker(self, number: str, at: int) -> str:
        """The marker of the next paragraph of list `number` at level `at`, "" when it shows none."""
        levels = self.levels.get(number, {})
        if at not in levels or not 0 <= at < _LEVELS:
            return ""
        counts = self.counts.setdefault(self.shared[number], {})
        counts[at] = counts.get(at, levels[at].start - 1) + 1
        for deeper in [level for level in counts if level > at]:
            del counts[deeper]
        if levels[at].form == "bullet":
            return "•"
        if levels[at].form == "none":
            return ""
        text = levels[at].text
        for level in range(at + 1):
            known = levels.get(level, levels[at])
            text = text.replace(f"%{level + 1}", shown(counts.get(level, known.start), known.form))
        return text.strip()


def shown(count: int, form: str) -> str:
    """A count in the form of the list."""
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"} and 0 < count < 4000:  # noqa: PLR2004  Roman numbers end there
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (count // value)
            count %= value
        return roman.upper() if form == "upperRoman" else roman
    return f"0{count}" if form == "decimalZero" and count < 10 else str(count)  # noqa: PLR2004


def _levels(abstract: Any) -> dict[int, _Level]:
    return {_int(level.get(qn("w:ilvl"))): _level(level) for level in abstract.findall(qn("w:lvl"))}


def _level(level: Any) -> _Level:
    def value(tag: str, usual: str) -> str:
        found = level.find(qn(tag))
        return usual if found is None else found.get(qn("w:val")) or usual

    return _Level(value("w:numFmt", "decimal"), value("w:lvlText", ""), _int(value("w:start", "1"), 1))


def _int(text: str | None, usual: int = 0) -> int:
    return int(text) if text and text.lstrip("-").isdecimal() else usual
