"""LibreOffice documents, by odfdo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from odfdo import Document

from sdprocess.content.sections import SectionTable
from sdprocess.domain.errors import UnreadableDocument
from sdprocess.domain.text import BlockKind, ReadingNote
from sdprocess.reading.blocks import Block, Extract
from sdprocess.reading.clean import one_line, tidy
from sdprocess.reading.failures import refusal
from sdprocess.reading.markers import split_marker
from sdprocess.reading.odt_styles import OdtStyle, OdtStyles, number_text
from sdprocess.reading.tables import unfold

_FAKE_HEADING = 100
_DEEPEST = 14
_INDEXES = frozenset(
    {"text:table-of-content", "text:illustration-index", "text:table-index", "text:alphabetical-index"}
)
_GROUPS = frozenset(
    {"text:section", "text:index-body", "office:text", "draw:text-box", "draw:g", "text:soft-page-break"}
)
_BLOCKS = frozenset({"text:p", "text:h"})
_SKIP = frozenset(
    {
        "text:note",
        "office:annotation",
        "draw:frame",
        "text:tracked-changes",
        "text:number",
        "draw:custom-shape",
        "text:hidden-paragraph",
    }
)
_FRAMES = frozenset({"draw:frame", "draw:custom-shape"})
_SPACE = {"text:tab": " ", "text:line-break": "\n"}
_ROWS = frozenset({"table:table-header-rows", "table:table-rows", "table:table-row-group"})


def extract_odt(data: bytes, table: SectionTable) -> Extract:
    """Blocks of an odt. Raises UnreadableDocument when it is broken."""
    try:
        document: Any = Document(BytesIO(data))
        return _Reader(document, table).read()
    except (KeyError, ValueError, AttributeError, TypeError, SyntaxError, EOFError, OSError) as error:
        # odfdo raises all of these on damaged files
        raise refusal(error) from error


class _Reader:
    """Walks the body in document order."""

    def __init__(self, document: Any, table: SectionTable) -> None:
        self.document = document
        self.table = table
        self.counts: Counter[str] = Counter()
        self.styles = OdtStyles()
        self.styles.learn(document.get_part("styles.xml").root)
        self.styles.learn(document.get_part("content.xml").root)
        self.outline: dict[int, int] = {}
        self.lists: dict[str, dict[int, int]] = {}

    def read(self) -> Extract:
        body = self.document.body
        for tag, code in (
            ("text:insertion", "invoeging"),
            ("text:deletion", "verwijdering"),
            ("office:annotation", "opmerking"),
        ):
            self.counts[code] += len(body.get_elements(f"descendant::{tag}"))
        blocks = tuple(self._blocks(body, 0))
        notes = tuple(ReadingNote(code, count) for code, count in sorted(self.counts.items()) if count)
        title = self.document.get_part("meta.xml").title or ""
        return Extract("odt", blocks, one_line(str(title)), notes=notes)

    def _blocks(self, parent: Any, depth: int) -> Iterator[Block]:
        if depth > _DEEPEST:
            raise UnreadableDocument("kapot")
        for element in parent.children:
            yield from self._block_element(element, depth)

    def _block_element(self, element: Any, depth: int) -> Iterator[Block]:
        tag = element.tag
        if tag in _BLOCKS:
            yield from self._paragraph(element, "", depth)
        elif tag == "text:list":
            yield from self._list(element, "", 1, depth)
        elif tag == "table:table":
            yield from unfold([[list(self._blocks(c, depth + 1)) for c in row] for row in _rows(element)], self.table)
        elif tag in _INDEXES:
            self.counts["inhoudsopgave"] += len(element.get_elements("descendant::text:p"))
        elif tag in _FRAMES:
            yield from self._frame(element, depth)
        elif tag in _GROUPS:
            yield from self._blocks(element, depth + 1)

    def _list(self, element: Any, inherited: str, level: int, depth: int) -> Iterator[Block]:
        if depth > _DEEPEST:
            raise UnreadableDocument("kapot")
        name = str(element.get_attribute("text:style-name") or inherited)
        counts = self.lists.setdefault(name, {})
        if (
            level == 1
            and not element.get_attribute("text:continue-numbering")
            and not element.get_attribute("text:continue-list")
        ):
            counts.clear()
        for item in element.children:
            numbered = item.tag == "text:list-item"
            first = True
            for child in item.children:
                if child.tag == "text:list":
                    yield from self._list(child, name, level + 1, depth + 1)
                elif child.tag in _BLOCKS:
                    marker = self._count(name, level) if numbered and first else ""
                    yield from self._paragraph(child, marker, depth)
                    first = False

    def _count(self, name: str, level: int) -> str:
        levels = self.styles.lists.get(name, {})
        counts = self.lists[name]
        start = levels[level].start if level in levels else 1
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        return number_text(levels, counts, level) if levels else "•"

    def _paragraph(self, element: Any, marker: str, depth: int) -> Iterator[Block]:
        style = self.styles.of(element.get_attribute("text:style-name"))
        level = self._level(element, style)
        if element.tag == "text:h" and level and not marker:
            marker = self._outline_number(element, level)
        runs: list[tuple[str, bool]] = []
        self._runs(element, bold=style.bold, runs=runs)
        for at, (text, bold) in enumerate(_lines(runs)):
            yield self._block(text, marker if at == 0 else "", level, bold=bold, title=style.title)
        for note in element.get_elements("descendant::text:note"):
            text = one_line(" ".join(_plain(body) for body in note.get_elements("text:note-body")))
            if text:
                yield Block(text, BlockKind.FOOTNOTE)
        yield from self._frame(element, depth)

    def _frame(self, element: Any, depth: int) -> Iterator[Block]:
        for box in element.get_elements("descendant::draw:text-box"):
            yield from self._blocks(box, depth + 1)

    def _level(self, element: Any, style: OdtStyle) -> int:
        own = str(element.get_attribute("text:outline-level") or "")
        if element.tag == "text:h":
            return int(own) if own.isdecimal() and own != "0" else style.level or 1
        return style.level

    def _outline_number(self, element: Any, level: int) -> str:
        if element.get_attribute("text:is-list-header"):
            return ""
        self.outline[level] = self.outline.get(level, 0) + 1
        for deeper in [n for n in self.outline if n > level]:
            del self.outline[deeper]
        return number_text(self.styles.outline, self.outline, level)

    def _block(self, text: str, marker: str, level: int, *, bold: bool, title: bool) -> Block:
        if level:
            return Block(text, marker=marker, level=level)
        if title:
            return Block(text, title=True)
        field = self.table.is_field(self.table.names_of(text))
        if bold and len(text) <= _FAKE_HEADING and text[-1] not in ".;," and not field:
            return Block(text.rstrip(" :") or text, marker=marker if marker != "•" else "", look=True)
        if marker:
            return Block(text, BlockKind.LIST_ITEM, marker=marker)
        typed, rest = split_marker(text)
        return Block(rest, BlockKind.LIST_ITEM, marker=typed) if typed and rest else Block(text)

    def _runs(self, element: Any, *, bold: bool, runs: list[tuple[str, bool]]) -> None:
        """The text of a paragraph in order, without notes, frames and comments."""
        runs.append((element.text or "", bold))
        for child in element.children:
            if child.tag == "text:s":
                runs.append((" ", bold))
            elif child.tag in _SPACE:
                runs.append((_SPACE[child.tag], bold))
            elif child.tag not in _SKIP:
                style = self.styles.of(child.get_attribute("text:style-name")) if child.tag == "text:span" else None
                if style and style.hidden:
                    self.counts["verborgen"] += 1
                else:
                    self._runs(child, bold=bold or bool(style and style.bold), runs=runs)
            runs.append((child.tail or "", bold))


def _lines(runs: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """The runs cut at line breaks, each line with whether all of it is bold."""
    lines: list[list[tuple[str, bool]]] = [[]]
    for text, bold in runs:
        # a line break is an element of its own; line ends inside text are spaces
        if text == "\n":
            lines.append([])
        else:
            lines[-1].append((tidy(text).replace("\n", " "), bold))
    for line in lines:
        text = one_line("".join(part for part, _ in line))
        if text:
            yield text, all(bold for part, bold in line if part.strip())


def _plain(element: Any) -> str:
    return (element.text or "") + "".join(_plain(c) + (c.tail or "") for c in element.children)


def _rows(table: Any) -> Iterator[list[Any]]:
    """Cells of each row; covered cells are left out."""
    for element in table.children:
        if element.tag == "table:table-row":
            yield [cell for cell in element.children if cell.tag == "table:table-cell"]
        elif element.tag in _ROWS:
            yield from _rows(element)
