"""SourceText as JSON and back, without loss: across the border of the reading process, and kept by the store."""

from __future__ import annotations

import json
from typing import Any

from sdprocess.domain.text import BlockKind, Paragraph, ReadingNote, Section, SourceText

VERSION = 1
"""Raised when the shape changes; `from_json` keeps reading every older one."""


def to_json(source: SourceText) -> str:
    """One JSON object. Equal texts give equal strings."""
    return json.dumps(to_dict(source), ensure_ascii=True, separators=(",", ":"))


def from_json(data: str | bytes) -> SourceText:
    """The SourceText that `to_json` was given. Raises ValueError for another version or shape."""
    try:
        return from_dict(json.loads(data))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no SourceText: {error!r}") from error


def to_dict(source: SourceText) -> dict[str, Any]:
    return {
        "v": VERSION,
        "title": source.title,
        "format": source.format,
        "pages": source.page_count,
        "notes": [[n.code, n.count, n.detail] for n in source.notes],
        "attachments": list(source.attachments),
        "sections": [
            {
                "id": s.id,
                "heading": s.heading,
                "level": s.level,
                "names": list(s.names),
                "within": list(s.within),
                "paragraphs": [_paragraph_to(p) for p in s.paragraphs],
            }
            for s in source.sections
        ],
    }


def from_dict(data: dict[str, Any]) -> SourceText:
    """Raises ValueError for a version this program does not know."""
    if data["v"] != VERSION:
        raise ValueError(f"SourceText version {data['v']}, this program reads {VERSION}")
    return SourceText(
        title=data["title"],
        format=data["format"],
        page_count=data["pages"],
        notes=tuple(ReadingNote(code, count, detail) for code, count, detail in data["notes"]),
        attachments=tuple(data["attachments"]),
        sections=tuple(
            Section(
                id=s["id"],
                heading=s["heading"],
                level=s["level"],
                names=tuple(s["names"]),
                within=tuple(s["within"]),
                paragraphs=tuple(_paragraph_from(p) for p in s["paragraphs"]),
            )
            for s in data["sections"]
        ),
    )


def _paragraph_to(p: Paragraph) -> dict[str, Any]:
    """What is usual is left out."""
    row: dict[str, Any] = {"id": p.id, "text": p.text, "n": p.number}
    if p.kind is not BlockKind.PARAGRAPH:
        row["kind"] = p.kind.value
    if p.page is not None:
        row["page"] = p.page
    if p.rows:
        row["rows"] = [list(cells) for cells in p.rows]
    if p.marker:
        row["marker"] = p.marker
    return row


def _paragraph_from(row: dict[str, Any]) -> Paragraph:
    return Paragraph(
        id=row["id"],
        text=row["text"],
        number=row["n"],
        kind=BlockKind(row.get("kind", BlockKind.PARAGRAPH.value)),
        page=row.get("page"),
        rows=tuple(tuple(cells) for cells in row.get("rows", ())),
        marker=row.get("marker", ""),
    )
