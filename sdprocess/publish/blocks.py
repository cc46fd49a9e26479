"""A document as blocks, taken from its safe HTML: what a docx and a pdf show is what the page shows."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal

HEADINGS = {"h2": 1, "h3": 2, "h4": 3, "h5": 4}
Kind = Literal["kop", "alinea", "punt", "nummer", "tabel"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are bold or not."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (level from 1), a paragraph, a list item (number from 1) or a table with its head row first."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    number: int = 0
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def blocks_of(html: str) -> tuple[Block, ...]:
    """The blocks of what `safe_html` made."""
    walker = _Walker()
    walker.feed(html)
    walker.close()
    return tuple(walker.blocks)


def as_source(blocks: tuple[Block, ...]) -> str:
    """The same as Markdown without escapes: for the toets, which reads words."""
    lines: list[str] = []
    for block in blocks:
        if block.kind == "kop":
            lines.append(f"{'#' * block.level} {block.text}")
        elif block.kind == "tabel":
            lines.append("\n".join("| " + " | ".join(c.replace("|", "/") for c in row) + " |" for row in _ruled(block)))
        else:
            mark = {"punt": "- ", "nummer": f"{block.number}. "}.get(block.kind, "")
            lines.append(mark + block.text)
    return "\n\n".join(lines)


def _ruled(block: Block) -> list[tuple[str, ...]]:
    head, *rest = block.rows
    return [head, tuple("---" for _ in head), *rest]


class _Walker(HTMLParser):
    """Collects blocks; only knows the tags that `safe_html` lets through."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._runs: list[Run] = []
        self._bold = 0
        self._lists: list[tuple[str, int]] = []
        self._rows: list[list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  its signature
        if tag == "strong":
            self._bold += 1
        elif tag in ("ul", "ol"):
            self._flush("alinea")
            self._lists.append((tag, 0))
        elif tag == "table":
            self._rows = []
        elif tag == "tr" and self._rows is not None:
            self._rows.append([])
        elif tag == "li":
            kind, count = self._lists.pop()
            self._lists.append((kind, count + 1))

    def handle_endtag(self, tag: str) -> None:
        if tag == "strong":
            self._bold -= 1
        elif tag in HEADINGS:
            self._flush("kop", level=HEADINGS[tag])
        elif tag in ("p", "li"):
            self._flush(self._item() if self._lists else "alinea")
        elif tag in ("ul", "ol"):
            self._lists.pop()
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].append(self._text())
        elif tag == "table" and self._rows is not None:
            self.blocks.append(Block("tabel", rows=tuple(tuple(row) for row in self._rows)))
            self._rows = None

    def handle_data(self, data: str) -> None:
        text = data.replace("\n", " ")
        if text.strip() or self._runs:
            self._runs.append(Run(text, bold=self._bold > 0))

    def _item(self) -> Kind:
        return "nummer" if self._lists[-1][0] == "ol" else "punt"

    def _text(self) -> str:
        text = "".join(run.text for run in self._runs).strip()
        self._runs = []
        return text

    def _flush(self, kind: Kind, level: int = 0) -> None:
        runs = tuple(self._runs)
        self._runs = []
        if "".join(run.text for run in runs).strip():
            number = self._lists[-1][1] if self._lists else 0
            self.blocks.append(Block(kind, runs, level, number))
