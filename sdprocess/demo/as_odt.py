"""A demo draft as an OpenDocument text."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from odfdo import Document, Header, List, ListItem, Paragraph, Row, Style, Table

from sdprocess.demo.repack import repack
from sdprocess.demo.source import Block, Draft, Kind

_MADE = datetime(2026, 1, 5, 9, 0)  # noqa: DTZ001 - OpenDocument stores local time without a zone


def as_odt(draft: Draft) -> bytes:
    """The same bytes for the same draft."""
    document = Document("text")
    document.body.clear()
    meta = document.meta
    meta.title, meta.creator, meta.language = draft.title, "Gemeente Merenveld", "nl-NL"
    meta.creation_date = meta.date = _MADE
    document.insert_style(Style("text", name="Vet", bold=True), automatic=True)
    current: List | None = None
    for number, block in enumerate(draft.blocks, start=1):
        if block.kind not in {Kind.NUMBER, Kind.BULLET}:
            current = None
            document.body.append(_table(block, number) if block.kind is Kind.TABLE else _text(block))
            continue
        if current is None or block.number == 1:
            current = List(style=_list_style(document, block.kind))
            document.body.append(current)
        current.append(ListItem(_paragraph(block)))
    out = BytesIO()
    document.save(out)
    return repack(out.getvalue())


def _text(block: Block) -> Header | Paragraph:
    if block.kind is Kind.HEADING:
        return Header(block.level, block.text, style=f"Heading_20_{block.level}")
    return _paragraph(block)


def _paragraph(block: Block) -> Paragraph:
    paragraph = Paragraph(block.text)
    for run in block.runs:
        if run.bold:
            paragraph.set_span("Vet", regex=run.text)
    return paragraph


def _list_style(document: Document, kind: Kind) -> str:
    """Name of the style that shows numbers or bullets; made at first use."""
    name = "Nummers" if kind is Kind.NUMBER else "Punten"
    if document.get_style("list", name) is None:
        style = Style("list", name=name)
        if kind is Kind.NUMBER:
            style.set_level_style(1, num_format="1", suffix=".")
        else:
            style.set_level_style(1, bullet_char="•")
        document.insert_style(style, automatic=True)
    return name


def _table(block: Block, number: int) -> Table:
    table = Table(f"Tabel{number}")
    for cells in block.rows:
        row = Row()
        row.set_values(list(cells))
        table.append_row(row)
    return table
