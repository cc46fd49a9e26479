"""A demo draft as an accessible PDF. The text travels as JSON, never as typst source."""

from __future__ import annotations

import json
from importlib.resources import files

import typst

from sdprocess.demo.source import Block, Draft

_MADE = 1_767_603_600


def as_pdf(draft: Draft) -> bytes:
    """The same bytes for the same draft and version of typst."""
    template = (files("sdprocess.demo") / "stuk.typ").read_bytes()
    content = json.dumps({"titel": draft.title, "blokken": [_block(b) for b in draft.blocks]}, ensure_ascii=False)
    made = typst.compile(
        template,
        format="pdf",
        sys_inputs={"stuk": content},
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=_MADE,
    )
    return bytes(made)


def _block(block: Block) -> dict[str, object]:
    return {
        "soort": block.kind,
        "niveau": block.level,
        "nummer": block.number,
        "delen": [{"tekst": r.text, "vet": r.bold} for r in block.runs],
        "rijen": block.rows,
    }
