"""Lines of a page or text file joined into paragraphs, list items and what looks like headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sdprocess.content.sections import SectionTable
from sdprocess.domain.text import BlockKind
from sdprocess.reading.blocks import Block
from sdprocess.reading.furniture import Line
from sdprocess.reading.heading_lines import HEADING_CHARS, HeadingRules, Page, is_stop
from sdprocess.reading.markers import NUMBERED, is_lone_marker, split_marker

_LABELLED = re.compile(r"^([A-ZÀ-Ý][^:.]{2,58}?) ?: ?(?=\S)")
_NARROW = 40
_UNFINISHED = (" en", " of", "/", " &")
_LONG_TEXT = 4000
_TAIL = 400
"""How much of a very long text is kept at hand to add lines to."""


def blocks_from_lines(lines: Sequence[Line], table: SectionTable) -> list[Block]:
    """The blocks of a text of which only the lines are known."""
    return _Flow(_join_split_headings(_join_lone_markers(lines), table), table).run()


def _join_split_headings(lines: Sequence[Line], table: SectionTable) -> list[Line]:
    """A known heading over two lines, as in a narrow column: "Risico's en" and "kanttekeningen"."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        short = last is not None and len(last.text) <= _NARROW and len(line.text) <= _NARROW
        if last and short and last.text[0].isalnum() and (last.text.endswith(_UNFINISHED) or line.text[0].islower()):
            found = table.match(f"{last.text} {line.text}")
            if found and found.how in {"heel", "delen"}:
                joined[-1] = replace(last, text=f"{last.text} {line.text}")
                continue
        joined.append(line)
    return joined


def _join_lone_markers(lines: Sequence[Line]) -> list[Line]:
    """A bullet alone on its line goes before the text of the next line."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and is_lone_marker(last.text) and not is_lone_marker(line.text):
            joined[-1] = replace(line, text=f"{last.text} {line.text}", gap=last.gap, turn=last.turn or line.turn)
        else:
            joined.append(line)
    return joined


class _Flow:
    """One pass over the lines, with the block that is being filled."""

    def __init__(self, lines: Sequence[Line], table: SectionTable) -> None:
        self.lines = lines
        self.table = table
        self.page = Page.of(lines)
        self.rules = HeadingRules(self.page, table)
        self.blocks: list[Block] = []
        self.open: Block | None = None
        self.done: list[str] = []
        """The beginning of the text of a very long open block; its end is in `open`."""
        self.last: Line | None = None

    def run(self) -> list[Block]:
        for i, line in enumerate(self.lines):
            self._take(line, self.lines[i + 1 : i + 3])
            self.last = line
        self._close()
        return self.blocks

    def _take(self, line: Line, following: Sequence[Line]) -> None:
        if self._continues_heading(line):
            return
        heading, rest = self._heading(line, following)
        if heading:
            self._close()
            self.blocks.append(heading)
            if rest:
                self._start(rest, line.page)
            return
        if self._continues(line):
            self._append(line.text)
            return
        self._start(line.text, line.page)

    def _start(self, text: str, page: int | None) -> None:
        self._close()
        marker, rest = split_marker(text)
        kind = BlockKind.LIST_ITEM if marker and rest else BlockKind.PARAGRAPH
        self.open = Block(rest if kind is BlockKind.LIST_ITEM else text, kind, page, marker=marker if rest else "")

    def _append(self, text: str) -> None:
        assert self.open is not None  # noqa: S101  _continues says so
        grown = self._glue(self.open.text, text)
        if len(grown) > _LONG_TEXT:
            self.done.append(grown[:-_TAIL])
            grown = grown[-_TAIL:]
        self.open = replace(self.open, text=grown)

    def _glue(self, left: str, right: str) -> str:
        if not left.endswith("-") or left.endswith(" -") or not right:
            return f"{left} {right}"
        if right.startswith(("en ", "of ", "en/of ", "tot ")):
            return f"{left} {right}"
        word = f"{left[:-1].rsplit(' ', 1)[-1]}-{right.split(' ', 1)[0].rstrip(',.;:')}"
        keep = not (left[-2:-1].islower() and right[0].islower()) or word.casefold() in self.page.hyphenated
        return left + right if keep else left[:-1] + right

    def _close(self) -> None:
        if self.open and self.open.text:
            self.blocks.append(replace(self.open, text="".join([*self.done, self.open.text])))
        self.open = None
        self.done = []

    def _continues(self, line: Line) -> bool:
        """Whether this line goes on with the sentence or paragraph before it."""
        if not self.open or not self.last or (split_marker(line.text)[0] and not self._is_dash_in_sentence(line)):
            return False
        left = self.open.text
        lower = line.text[:1].islower() or (line.text[0].isdigit() and len(self.last.text) * 2 > self.page.width > 0)
        if line.turn:
            return lower and not is_stop(left) and not self._is_field(left)
        if line.gap or self._is_field(left):
            return False
        if self._is_label(left):
            return not self._is_label(line.text)
        if self.rules.opens_by_rule(left) or (self.rules.opens_by_rule(line.text) and not lower):
            return False
        return self._goes_on(left, line, lower=lower)

    def _goes_on(self, left: str, line: Line, *, lower: bool) -> bool:
        """By the end of the sentence so far and the length of its last line."""
        if left.endswith("-") or (lower and not is_stop(left)):
            return True
        last = self.last.text if self.last else ""
        return self.page.is_full(last, line.text, 0.97 if is_stop(left) else 0.85)

    def _is_field(self, text: str) -> bool:
        """A field with its value ("Onderwerp ...") in a text where every line is a paragraph."""
        return not self.page.width and not self.done and self.table.is_field(self.table.names_of(text.split(" ", 1)[0]))

    def _is_dash_in_sentence(self, line: Line) -> bool:
        """A line that begins with the dash of a sentence, not of a list."""
        open_sentence = self.open is not None and self.last is not None and not is_stop(self.open.text)
        return line.text[0] in "-–—" and open_sentence and self.page.is_full(self.last.text, line.text, 0.85)  # type: ignore[union-attr]

    def _is_label(self, text: str) -> bool:
        """A field above the text with its value on the next line ("Portefeuillehouder:")."""
        return len(text) <= HEADING_CHARS and text.endswith(":") and self.table.is_field(self.table.names_of(text))

    def _continues_heading(self, line: Line) -> bool:
        """The second line of a heading or title in large or bold letters."""
        last = self.last
        if not (self.blocks and self.open is None and last) or line.gap or line.turn or not self.blocks[-1].look:
            return False
        same = abs(line.size - last.size) < 0.3 and line.bold == last.bold  # noqa: PLR2004  points
        if not (same and self.page.stands_out(last)) or len(self.blocks[-1].text) + len(line.text) > 2 * HEADING_CHARS:
            return False
        if is_stop(line.text) and not self.page.is_bigger(line):
            return False
        new = self.table.names_of(line.text) or NUMBERED.match(line.text)
        if new or not self.page.is_full(last.text, line.text, 0.6):
            return False
        self.blocks[-1] = replace(self.blocks[-1], text=self._glue(self.blocks[-1].text, line.text))
        return True

    def _heading(self, line: Line, following: Sequence[Line]) -> tuple[Block | None, str]:
        """The heading this line is, with the rest of the line behind "Financiën: ..."."""
        text = line.text
        if self.rules.is_heading(line, following, begins=self._begins(line), after_heading=self.open is None):
            face = f"{line.size:.0f} {line.bold}" if self.page.stands_out(line) else ""
            return Block(text.rstrip(" :") or text, page=line.page, look=True, face=face), ""
        labelled = _LABELLED.match(text)
        if labelled and self._begins(line):
            found = self.table.match(labelled.group(1))
            if found and found.how in {"heel", "delen"} and not self.table.is_field(found.names):
                return Block(labelled.group(1), page=line.page, look=True), text[labelled.end() :]
        return None, ""

    def _begins(self, line: Line) -> bool:
        """Whether a new paragraph can begin here."""
        return self.last is None or line.gap or self.open is None or is_stop(self.open.text)
