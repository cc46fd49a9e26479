"""Markdown: headings, lists, tables and bold lines. Marks inside a sentence are taken away, the words stay."""

from __future__ import annotations

import re
from dataclasses import replace

from sdprocess.content.sections import SectionTable
from sdprocess.domain.text import BlockKind
from sdprocess.reading.blocks import Block, Extract, table_block
from sdprocess.reading.clean import tidy
from sdprocess.reading.flow import blocks_from_lines
from sdprocess.reading.furniture import Line

_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{2,})\s*$")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_RULE = re.compile(r"^ {0,3}([-*_])(?:\s*\1){2,}\s*$")
_ITEM = re.compile(r"^\s*(?:([-*+])|(\d{1,3}[.)]|[a-z][.)]))\s+(?:\[[ xX]\]\s+)?(.*)$")
_BOLD_LINE = re.compile(r"^(\*\*|__)(?=\S)(.{1,118}?)(?<=\S)\1\s*:?\s*$")
_TABLE_LINE = re.compile(r"^\s*\|.*\|\s*$")
_DIVIDER = re.compile(r"^[\s|:-]+$")
_INLINE = (
    (re.compile(r"!\[([^\]]*)\]\([^()\s]*(?:\s\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\([^()\s]*(?:\s\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]{0,200}>"), ""),
    (re.compile(r"\*\*(?=\S)([^*]+?)(?<=\S)\*\*|__(?=\S)([^_]+?)(?<=\S)__"), r"\1\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)"), r"\1\2"),
    (re.compile(r"`([^`]+)`"), r"\1"),
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>-])")
_PRIVATE = 0xE000
"""Escaped signs wait here while marks are taken away; cleaned text has no signs of its own there."""
_ESCAPED = re.compile("[\ue000-\ue07f]")
_FRONT = re.compile(r"\A---\s*\n(.*?)\n---\s*(?:\n|\Z)", re.DOTALL)
_FRONT_TITLE = re.compile(r"^(?:title|titel)\s*:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE | re.IGNORECASE)


def extract_markdown(text: str, table: SectionTable) -> Extract:
    """Blocks of a markdown text."""
    cleaned = tidy(text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n"))
    front = _FRONT.match(cleaned)
    title = _FRONT_TITLE.search(front.group(1)) if front else None
    body = cleaned[front.end() :] if front else cleaned
    return Extract("md", tuple(_Parser(table).parse(body.split("\n"))), title=title.group(1) if title else "")


def plain(text: str) -> str:
    """The words without marks."""
    text = _ESCAPE.sub(lambda found: chr(_PRIVATE + ord(found.group(1))), text)
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return " ".join(_ESCAPED.sub(lambda found: chr(ord(found.group()) - _PRIVATE), text).split())


class _Parser:
    """One pass over the lines, with the paragraph, item or table that is being filled."""

    def __init__(self, table: SectionTable) -> None:
        self.table = table
        self.blocks: list[Block] = []
        self.lines: list[Line] = []
        self.rows: list[list[str]] = []
        self.gap = False
        self.fenced = False
        self.in_item = False

    def parse(self, lines: list[str]) -> list[Block]:
        for line in lines:
            if _FENCE.match(line):
                self.fenced = not self.fenced
                continue
            self._line(line)
        self._flush()
        return self.blocks

    def _line(self, line: str) -> None:
        if _TABLE_LINE.match(line) and not self.fenced:
            self._flush_text()
            if not _DIVIDER.match(line):
                self.rows.append([plain(cell) for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))])
            return
        self._flush_table()
        if not line.strip():
            self.gap, self.in_item = True, False
            return
        if self.fenced:
            self._text(line.strip())
            return
        if not self._heading(line) and not self._item(line):
            self._text(line)

    def _heading(self, line: str) -> bool:
        hashes = _HEADING.match(line)
        bold = _BOLD_LINE.match(line.strip())
        under = _UNDERLINE.match(line)
        if hashes and hashes.group(2):
            self._add(Block(plain(hashes.group(2)), level=len(hashes.group(1))))
        elif under and self.lines and not self.gap and (len(self.lines) == 1 or self.lines[-1].gap):
            text = self.lines.pop().text
            self._add(Block(text, level=1 if under.group(1)[0] == "=" else 2))
        elif _RULE.match(line):
            self._flush()
        elif bold and (self.gap or not self.lines) and plain(bold.group(2))[-1:] not in ".;,":
            self._add(Block(plain(bold.group(2)).rstrip(" :"), look=True))
        else:
            return False
        return True

    def _item(self, line: str) -> bool:
        found = _ITEM.match(line)
        if not found or not found.group(3):
            return False
        marker = "-" if found.group(1) else found.group(2)
        self._add(Block(plain(found.group(3)), BlockKind.LIST_ITEM, marker=marker))
        self.in_item = True
        return True

    def _text(self, line: str) -> None:
        text = plain(line.strip().lstrip(">").strip())
        if not text:
            return
        if self.in_item and not self.gap and self.blocks:
            self.blocks[-1] = replace(self.blocks[-1], text=f"{self.blocks[-1].text} {text}")
            return
        self.in_item = False
        self.lines.append(Line(text, gap=self.gap))
        self.gap = False

    def _add(self, block: Block) -> None:
        self._flush()
        self.in_item = False
        self.gap = False
        if block.text:
            self.blocks.append(block)

    def _flush(self) -> None:
        self._flush_text()
        self._flush_table()

    def _flush_text(self) -> None:
        """Lines become paragraphs: a blank line ends one, whatever the next begins with."""
        if self.lines:
            self.blocks.extend(blocks_from_lines(self.lines, self.table))
        self.lines = []

    def _flush_table(self) -> None:
        block = table_block(self.rows)
        if block:
            self.blocks.append(block)
        self.rows = []
