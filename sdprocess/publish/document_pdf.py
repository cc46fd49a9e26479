"""A document as an accessible PDF (PDF/UA-1). The text travels as JSON, never as source of the typesetter."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from importlib.resources import files

import typst

from sdprocess.publish.blocks import Block


def as_pdf(title: str, author: str, made: datetime, blocks: Sequence[Block]) -> bytes:
    """The blocks as a PDF with title, author and language; the same bytes for the same arguments."""
    template = (files("sdprocess.publish") / "document.typ").read_bytes()
    content = {"titel": title, "auteur": author, "blokken": [_block(b) for b in blocks]}
    pdf = typst.compile(
        template,
        format="pdf",
        sys_inputs={"stuk": json.dumps(content, ensure_ascii=False)},
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=int(made.timestamp()),
    )
    return bytes(pdf)


def _block(block: Block) -> dict[str, object]:
    return {
        "soort": block.kind,
        "niveau": block.level,
        "nummer": block.number,
        "delen": [{"tekst": r.text, "vet": r.bold} for r in block.runs],
        "rijen": block.rows,
    }
