"""Which lines of a text are headings, when only their words and looks are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from sdprocess.content.sections import SectionTable
from sdprocess.reading.furniture import Line
from sdprocess.reading.markers import NUMBERED, is_lone_marker, split_marker

STOPS = ".:;?!"
CLOSERS = "”\"’')»]"
HEADING_CHARS = 90
_LONGEST_WRAP = 170
"""Longer usual lines than this are whole paragraphs, not wrapped text."""
_HEADING_WORDS = 12
_SENTENCE = 45
_SHORT_HEADING = 80
_LEAST_HEADING = 5
_HYPHENATED = re.compile(r"\w+-\w+")
_NO_HEADING = re.compile(
    r"[€@|]|\d{5}|\d,\d|^\d{3}|https?:|www\.|^\d{1,2} [a-z]+ \d{4}$|[a-zà-ÿ]{3}\. [A-Z]|"
    r"^(?:[Dd]e heer|[Mm]evr|[Dd]rs|[Mm]r|[Ii]r|[Dd]hr)\b"
)


def is_stop(text: str) -> bool:
    """Whether a sentence ends here."""
    return text.rstrip(CLOSERS + " ")[-1:] in STOPS and text != ""


@dataclass(frozen=True, slots=True)
class Page:
    """What is usual in this text. width: characters on a full line, 0 when lines are whole paragraphs. size: points.

    gaps: paragraphs have white space between them. bold: most of the text is. hyphenated: words with their own hyphen.
    """

    width: int
    size: float
    gaps: bool
    bold: bool
    hyphenated: frozenset[str]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Page:
        lengths = sorted(len(line.text) for line in lines if len(line.text) > _SENTENCE)
        usual = lengths[int(len(lengths) * 0.95)] if lengths else 0
        sizes = [line.size for line in lines if line.size and len(line.text) > _SENTENCE]
        return cls(
            width=usual if usual <= _LONGEST_WRAP else 0,
            size=median(sizes) if sizes else 0.0,
            gaps=sum(line.gap for line in lines) * 12 > len(lines),
            bold=sum(line.bold for line in lines) * 2 > len(lines),
            hyphenated=frozenset(_HYPHENATED.findall(" ".join(line.text.casefold() for line in lines))),
        )

    def is_full(self, text: str, following: str, share: float) -> bool:
        """Whether the next word would not have fitted behind this line."""
        return bool(self.width) and len(text) + 1 + len(following.split(" ", 1)[0]) > self.width * share

    def is_bigger(self, line: Line) -> bool:
        return bool(self.size) and line.size > self.size * 1.08

    def stands_out(self, line: Line) -> bool:
        """Whether the letters of this line are bold or big, unlike the rest."""
        return (line.bold and not self.bold) or self.is_bigger(line)


@dataclass(frozen=True, slots=True)
class HeadingRules:
    """Decides for one text."""

    page: Page
    table: SectionTable

    def is_heading(self, line: Line, following: Sequence[Line], *, begins: bool, after_heading: bool) -> bool:
        """Whether this line is a heading. following: the next two lines. begins: a new paragraph can begin here."""
        if not could_be(line.text):
            return False
        found = self.table.match(line.text)
        if found and self.table.is_field(found.names) and not NUMBERED.match(line.text):
            return False
        if self._known(line, following[0] if following else None, begins=begins):
            return True
        return self._looks(line, following, begins=begins, after_heading=after_heading)

    def opens_by_rule(self, text: str) -> bool:
        """Whether this is a line such as "Burgemeester en wethouders van X" that opens a section."""
        return len(text) <= 2 * HEADING_CHARS and bool(self.table.line_names(text))

    def _known(self, line: Line, following: Line | None, *, begins: bool) -> bool:
        found = self.table.match(line.text)
        if not found or found.how == "begin":
            return False
        if found.how == "typefout":
            return line.gap or self.page.stands_out(line)
        if begins or self.page.stands_out(line) or following is None or following.gap:
            return True
        return is_stop(following.text) or len(following.text) > _SENTENCE or bool(split_marker(following.text)[0])

    def _looks(self, line: Line, following: Sequence[Line], *, begins: bool, after_heading: bool) -> bool:
        """A line that stands out, or a short line on its own that is followed by a text of its own."""
        numbered = bool(NUMBERED.match(line.text))
        out = self.page.stands_out(line)
        if not following or (_NO_HEADING.search(line.text) and not (numbered and out)) or self.opens_by_rule(line.text):
            return False
        marker = split_marker(line.text)[0]
        if out:
            first = line.gap or numbered or after_heading or self.page.is_bigger(line)
            return first and (numbered or not marker)
        if line.text[-1] == ":" or not _LEAST_HEADING <= len(line.text) <= _SHORT_HEADING or not begins:
            return False
        if marker and not (numbered and line.gap and following[0].gap):
            return False
        if not self.table.names_of(line.text) and self.page.is_full(line.text, following[0].text, 0.85):
            return False
        apart = line.gap or after_heading or not self.page.gaps
        return apart and self._has_text_below(line, following)

    def _has_text_below(self, line: Line, following: Sequence[Line]) -> bool:
        """Whether what follows can be the text under a heading: a full line, a list, or a heading with such a text."""
        below = following[0]
        if below.gap and self.page.gaps and not NUMBERED.match(line.text):
            return False
        if split_marker(below.text)[0]:
            return line.gap and not is_lone_marker(below.text)
        if below.text[:1].islower():
            return False
        if len(below.text) > max(_SENTENCE, len(line.text)):
            return True
        deeper = line.gap and not below.gap and could_be(below.text) and not _NO_HEADING.search(below.text)
        return deeper and len(following) > 1 and not following[1].gap and len(following[1].text) > _SENTENCE


def could_be(text: str) -> bool:
    """Whether a line has the shape of a heading."""
    return (
        2 < len(text) <= HEADING_CHARS  # noqa: PLR2004
        and text[0] not in "(-"
        and not text[0].islower()
        and text[-1] not in ".;,-"
        and text.count(" ") < _HEADING_WORDS
        and sum(c.isalpha() for c in text) > len(text) // 2
    )
