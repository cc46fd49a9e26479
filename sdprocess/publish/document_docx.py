"""A document as docx: real headings, lists and tables, in Dutch."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from sdprocess.publish.blocks import Block

LANGUAGE = "nl-NL"
STYLES = {"punt": "List Bullet", "nummer": "List Number", "alinea": "Normal"}


def as_docx(title: str, author: str, blocks: Sequence[Block]) -> bytes:
    """The blocks as a docx. title and author: its properties."""
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = author
    document.core_properties.language = LANGUAGE
    _look(document)
    for block in blocks:
        if block.kind == "tabel":
            _table(document, block.rows)
        elif block.kind == "kop":
            document.add_heading(block.text, level=block.level)
        else:
            paragraph = document.add_paragraph(style=STYLES[block.kind])
            for run in block.runs:
                paragraph.add_run(run.text).bold = run.bold or None
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _look(document: DocxDocument) -> None:
    """Language of the text, the paper, and a quiet size."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    normal.element.get_or_add_rPr().append(language)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)


def _table(document: DocxDocument, rows: Sequence[Sequence[str]]) -> None:
    """A table whose first row is its head, repeated on every page."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for n, row in enumerate(rows):
        for k, text in enumerate(row):
            cell = table.cell(n, k)
            cell.paragraphs[0].add_run(text).bold = True if n == 0 else None
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(head)  # noqa: SLF001  python-docx has no other way to the row's properties
    document.add_paragraph()
