"""The markdown sources of the demo drafts, parsed into blocks that every writer understands.

The dialect is small on purpose: headings, paragraphs, `-` and `1.` lists, tables of `| a | b |` rows, `**bold**`,
`[^1]` footnotes and `{++words++}` for words that a docx shows as a tracked insertion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import groupby

import yaml

_INLINE = re.compile(r"\*\*(?P<bold>.+?)\*\*|\{\+\+(?P<inserted>.+?)\+\+\}|\[\^(?P<note>\w+)\]")
_HEADING = re.compile(r"(#+) (.*)")
_NUMBERED = re.compile(r"\d+\. (.*)")
_NOTE = re.compile(r"\[\^(\w+)\]: (.*)")


class Kind(StrEnum):
    """What a block is."""

    HEADING = "kop"
    PARAGRAPH = "alinea"
    NUMBER = "nummer"
    BULLET = "punt"
    TABLE = "tabel"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. note: the key of a footnote that stands here (text is then empty)."""

    text: str
    bold: bool = False
    inserted: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or table. number: rank in its numbered list, from 1; level: 1 = title."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    number: int = 0
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        """The words without marks."""
        return "".join(r.text for r in self.runs)


@dataclass(frozen=True, slots=True)
class Draft:
    """A source as read. name: file name of what is made of it; its suffix says which writer."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    notes: dict[str, str]


def drafts() -> tuple[Draft, ...]:
    """Every demo draft, in alphabetical order of its source file."""
    folder = files("sdprocess.demo") / "stukken"
    sources = sorted((f for f in folder.iterdir() if f.name.endswith(".md")), key=_name)
    return tuple(draft for f in sources for draft in parse(f.read_text(encoding="utf-8")))


def parse(source: str) -> Iterator[Draft]:
    """The drafts of one source: front matter with `bestand` and `titel`, then the dialect. KeyError without those keys.

    `zonder_invoeging` names a second file: the text as it was before its insertions.
    """
    _, front, body = source.split("---\n", 2)
    meta = yaml.safe_load(front)
    notes = {m[1]: m[2] for m in map(_NOTE.fullmatch, body.splitlines()) if m}
    blocks = tuple(_blocks(body))
    yield Draft(name=meta["bestand"], title=meta["titel"], blocks=blocks, notes=notes)
    if before := meta.get("zonder_invoeging"):
        yield Draft(name=before, title=meta["titel"], blocks=tuple(map(_without_insertions, blocks)), notes=notes)


def _without_insertions(block: Block) -> Block:
    return replace(block, runs=tuple(run for run in block.runs if not run.inserted))


def _name(file: Traversable) -> str:
    return file.name


def _blocks(body: str) -> Iterator[Block]:
    number = 0
    lines = [line for line in body.splitlines() if line.strip() and not _NOTE.fullmatch(line)]
    for is_table, group in groupby(lines, key=lambda line: line.startswith("|")):
        if is_table:
            yield Block(Kind.TABLE, rows=tuple(_cells(line) for line in group))
            number = 0
            continue
        for line in group:
            block = _block(line, number + 1)
            number = block.number
            yield block


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip()[1:-1].split("|"))


def _block(line: str, number: int) -> Block:
    if m := _HEADING.fullmatch(line):
        return Block(Kind.HEADING, runs=(Run(m[2]),), level=len(m[1]))
    if m := _NUMBERED.fullmatch(line):
        return Block(Kind.NUMBER, runs=_runs(m[1]), number=number)
    if line.startswith("- "):
        return Block(Kind.BULLET, runs=_runs(line[2:]))
    return Block(Kind.PARAGRAPH, runs=_runs(line))


def _runs(text: str) -> tuple[Run, ...]:
    out: list[Run] = []
    at = 0
    for m in _INLINE.finditer(text):
        out.append(Run(text[at : m.start()]))
        out.append(
            Run(
                m["bold"] or m["inserted"] or "",
                bold=m["bold"] is not None,
                inserted=m["inserted"] is not None,
                note=m["note"] or "",
            )
        )
        at = m.end()
    out.append(Run(text[at:]))
    return tuple(run for run in out if run.text or run.note)
