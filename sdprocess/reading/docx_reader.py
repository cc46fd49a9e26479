"""Word documents, by python-docx and their XML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from sdprocess.content.sections import SectionTable
from sdprocess.domain.errors import UnreadableDocument
from sdprocess.domain.text import BlockKind, ReadingNote
from sdprocess.reading.blocks import Block, Extract
from sdprocess.reading.clean import one_line, tidy
from sdprocess.reading.docx_numbering import Numbering
from sdprocess.reading.docx_styles import Styles
from sdprocess.reading.docx_xml import W, simplify
from sdprocess.reading.failures import refusal
from sdprocess.reading.markers import split_marker
from sdprocess.reading.tables import unfold

_FAKE_HEADING = 100
_DEEPEST = 12
_NOTES = {"footnotes": "w:footnote", "endnotes": "w:endnote"}


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    bold: bool


def extract_docx(data: bytes, table: SectionTable) -> Extract:
    """Blocks of a docx. Raises UnreadableDocument when it is broken."""
    try:
        document = docx.Document(BytesIO(data))
        return _Reader(document, table).read()
    except (OpcError, KeyError, ValueError, AttributeError, TypeError, SyntaxError, EOFError, OSError) as error:
        # python-docx raises all of these on damaged files
        raise refusal(error) from error


class _Reader:
    """Walks the body in document order."""

    def __init__(self, document: Any, table: SectionTable) -> None:
        self.document = document
        self.table = table
        self.counts: Counter[str] = Counter()
        self.styles = Styles(document.styles.element)
        self.numbering = Numbering.of(_part_root(document, "numbering"))
        self.body = document.element.body
        simplify(self.body, self.counts)
        self.notes = {kind: self._notes(kind) for kind in _NOTES}

    def read(self) -> Extract:
        blocks = tuple(self._blocks(self.body, 0))
        notes = tuple(ReadingNote(code, count) for code, count in sorted(self.counts.items()) if count)
        return Extract("docx", blocks, one_line(self.document.core_properties.title or ""), notes=notes)

    def _notes(self, kind: str) -> dict[str, Any]:
        """Footnotes or endnotes by id."""
        root = _part_root(self.document, kind)
        if root is None:
            return {}
        simplify(root, self.counts)
        found = root.findall(qn(_NOTES[kind]))
        return {n.get(qn("w:id")): n for n in found if n.get(qn("w:type")) in {None, "normal"}}

    def _blocks(self, parent: Any, depth: int) -> Iterator[Block]:
        if depth > _DEEPEST:
            raise UnreadableDocument("kapot")
        for element in parent:
            if element.tag == qn("w:p"):
                yield from self._paragraph(element, depth)
            elif element.tag == qn("w:tbl"):
                rows = [
                    [list(self._blocks(cell, depth + 1)) for cell in row.findall(qn("w:tc"))]
                    for row in element.findall(qn("w:tr"))
                ]
                yield from unfold([row for row in rows if row], self.table)

    def _paragraph(self, p: Any, depth: int) -> Iterator[Block]:
        style = self.styles.of(p)
        lines = list(_lines(p, self.styles, style, self.counts))
        marker = self._marker(p, style)
        if style.contents:
            self.counts["inhoudsopgave"] += 1
            return
        level = _outline(p, style.level)
        for at, (text, bold) in enumerate(lines):
            yield self._block(text, marker if at == 0 else "", level, bold=bold, title=style.title)
        yield from self._footnotes(p)
        for box in p.iter(qn("w:txbxContent")):
            yield from self._blocks(box, depth + 1)

    def _block(self, text: str, marker: str, level: int, *, bold: bool, title: bool) -> Block:
        if level:
            return Block(text, marker=marker, level=level)
        if title:
            return Block(text, title=True)
        short = len(text) <= _FAKE_HEADING and text[-1] not in ".;,"
        if bold and short and not _is_field_line(text, self.table):
            return Block(text.rstrip(" :") or text, marker=marker if marker != "•" else "", look=True)
        if marker:
            return Block(text, BlockKind.LIST_ITEM, marker=marker)
        typed, rest = split_marker(text)
        return Block(rest, BlockKind.LIST_ITEM, marker=typed) if typed and rest else Block(text)

    def _marker(self, p: Any, style: Any) -> str:
        own = p.find(f"{W}pPr/{W}numPr")
        number, at = style.number, style.number_level
        if own is not None:
            number = _value(own.find(qn("w:numId")), number)
            at = int(_value(own.find(qn("w:ilvl")), str(at)) or 0)
        return self.numbering.marker(number, at) if number and number != "0" else ""

    def _footnotes(self, p: Any) -> Iterator[Block]:
        for kind, tag in (("footnotes", "w:footnoteReference"), ("endnotes", "w:endnoteReference")):
            for reference in p.iter(qn(tag)):
                note = self.notes[kind].get(reference.get(qn("w:id")))
                text = "" if note is None else one_line(" ".join(_text(n) for n in note.iter(qn("w:p"))))
                if text:
                    yield Block(text, BlockKind.FOOTNOTE)


def _part_root(document: Any, kind: str) -> Any | None:
    """The XML of a part the main document refers to, None when there is none."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            element = getattr(relation.target_part, "element", None)
            return element if element is not None else parse_xml(relation.target_part.blob)
    return None


def _value(element: Any | None, usual: str) -> str:
    return usual if element is None else element.get(qn("w:val")) or usual


def _outline(p: Any, styled: int) -> int:
    """The level of a heading, 0 for text. The paragraph's own outline level goes before that of its style."""
    own = _value(p.find(f"{W}pPr/{W}outlineLvl"), "")
    if own.isdecimal():
        return int(own) + 1 if int(own) < 9 else 0  # noqa: PLR2004  9 is body text
    return styled


def _lines(p: Any, styles: Styles, style: Any, counts: Counter[str]) -> Iterator[tuple[str, bool]]:
    """The text of a paragraph, cut at line breaks, each with whether all of it is bold."""
    line: list[_Run] = []
    for piece in _runs(p, styles, style, counts):
        parts = piece.text.split("\n")
        for at, part in enumerate(parts):
            if at:
                yield from _finish(line)
                line = []
            line.append(_Run(part, piece.bold))
    yield from _finish(line)


def _finish(line: list[_Run]) -> Iterator[tuple[str, bool]]:
    text = one_line("".join(run.text for run in line))
    if text:
        yield text, all(run.bold for run in line if run.text.strip())


def _runs(p: Any, styles: Styles, style: Any, counts: Counter[str]) -> Iterator[_Run]:
    for run in p.iter(qn("w:r")):
        if _owner(run) is not p:
            continue
        properties = run.find(qn("w:rPr"))
        if styles.is_on(properties, "w:vanish", usual=False):
            counts["verborgen"] += 1
            continue
        bold = styles.is_on(properties, "w:b", usual=styles.run_bold(properties, style))
        yield _Run(_run_text(run), bold)


def _owner(run: Any) -> Any:
    """The paragraph a run stands in; a run in a text box stands in the paragraph of the box."""
    element = run.getparent()
    while element is not None and element.tag != qn("w:p"):
        element = element.getparent()
    return element


def _run_text(run: Any) -> str:
    parts: list[str] = []
    for child in run:
        if child.tag == qn("w:t"):
            parts.append(tidy(child.text or ""))
        elif child.tag in {qn("w:br"), qn("w:cr")}:
            parts.append("\n" if child.get(qn("w:type")) is None else " ")
        elif child.tag in {qn("w:tab"), qn("w:ptab")}:
            parts.append(" ")
        elif child.tag == qn("w:noBreakHyphen"):
            parts.append("-")
        elif child.tag == qn("w:sym"):
            parts.append("•")
    return "".join(parts)


def _text(p: Any) -> str:
    return " ".join(_run_text(run) for run in p.iter(qn("w:r")) if _owner(run) is p)


def _is_field_line(text: str, table: SectionTable) -> bool:
    return table.is_field(table.names_of(text))
