"""A demo draft as a Word file: real headings (`Kop1`), real numbering, tables, footnotes and tracked insertions."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from sdprocess.demo.repack import repack
from sdprocess.demo.source import Block, Draft, Kind, Run

_MADE = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
_STYLES = {Kind.PARAGRAPH: "Normal", Kind.NUMBER: "List Number", Kind.BULLET: "List Bullet"}
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def as_docx(draft: Draft) -> bytes:
    """The same bytes for the same draft."""
    document = Document()
    _dutch_headings(document)
    properties = document.core_properties
    properties.title, properties.author, properties.language = draft.title, "Gemeente Merenveld", "nl-NL"
    properties.created = properties.modified = _MADE
    properties.comments = ""
    numbering = None
    for block in draft.blocks:
        if block.kind is Kind.TABLE:
            _table(document, block)
            continue
        if block.kind is Kind.NUMBER and block.number == 1:
            numbering = _restarted_list(document)
        _paragraph(document, block, draft.notes, numbering)
    if draft.notes:
        _footnotes(document, draft.notes)
    out = BytesIO()
    document.save(out)
    return repack(out.getvalue())


def _dutch_headings(document: DocxDocument) -> None:
    """As Dutch Word does: the style id is translated, the invariant name stays `heading 1`."""
    for level in range(1, 5):
        document.styles[f"Heading {level}"].element.set(qn("w:styleId"), f"Kop{level}")


def _paragraph(document: DocxDocument, block: Block, notes: dict[str, str], numbering: int | None) -> None:
    style = f"Heading {block.level}" if block.kind is Kind.HEADING else _STYLES[block.kind]
    paragraph = document.add_paragraph(style=style)
    for run in block.runs:
        _run(paragraph, run, notes)
    if block.kind is Kind.NUMBER and numbering is not None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx has no API for restarting a list
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = numbering


def _run(paragraph: Paragraph, run: Run, notes: dict[str, str]) -> None:
    made = paragraph.add_run(run.text, style=None)
    made.bold = run.bold or None
    if run.note:
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(list(notes).index(run.note) + 1))
        made.font.superscript = True
        made._r.append(reference)  # noqa: SLF001 - idem for footnotes
    if run.inserted:
        insertion = OxmlElement("w:ins")
        insertion.set(qn("w:id"), "901")
        insertion.set(qn("w:author"), "Marijke Duyvendak")
        insertion.set(qn("w:date"), "2026-01-05T09:00:00Z")
        made._r.addprevious(insertion)  # noqa: SLF001 - idem for tracked changes
        insertion.append(made._r)  # noqa: SLF001


def _table(document: DocxDocument, block: Block) -> None:
    table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    for row in block.rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    document.add_paragraph()


def _restarted_list(document: DocxDocument) -> int:
    """A new list that counts from 1 with the look of `List Number`; returns its numId."""
    numbering: BaseOxmlElement = document.part.numbering_part.element
    style = document.styles["List Number"].element
    old = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
    abstract = numbering.find(f"{qn('w:num')}[@{qn('w:numId')}='{old}']/{qn('w:abstractNumId')}")
    added = numbering.add_num(int(abstract.get(qn("w:val"))))
    added.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(added.numId)


def _footnotes(document: DocxDocument, notes: dict[str, str]) -> None:
    body = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        for number, text in enumerate(notes.values(), start=1)
    )
    marks = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0">'
        "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    )
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    xml = f"{declaration}<w:footnotes {nsdecls('w')}>{marks}{body}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
