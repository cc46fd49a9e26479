"""Blocks become sections: which block is a heading, what it is called, and what stands under what."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from sdprocess.content.sections import SectionTable
from sdprocess.domain.text import BlockKind, Paragraph, ReadingNote, Section, SourceText
from sdprocess.reading.attachments import attachments_of
from sdprocess.reading.blocks import Block, Extract
from sdprocess.reading.identity import Identities
from sdprocess.reading.inline import split_at_headings
from sdprocess.reading.markers import NUMBERED, split_items, split_marker
from sdprocess.reading.titles import is_proposal_title, title_of

OPENING = "aanhef"
"""Name of what stands before the first heading."""
_DECISION = "beslispunten"
_DRAFT = "ontwerpbesluit"
_LISTS = frozenset({"bijlagen", "beslispunten", "ontwerpbesluit", "voorstel"})
"""Sections that are lists by nature: a number in their text opens an item, whatever stands before it."""
_LONG = 60
_SHORTEST = 12
_ROLE = r" (?=(?:[Dd]e )?(?:burgemeester|secretaris|gemeentesecretaris|griffier|voorzitter|waarnemend)\b)"
_CUT_SHORT = re.compile(r"[;.] |" + _ROLE)
_CUT_HEADING = re.compile(r"[;:,.] |" + _ROLE)


@dataclass
class _Open:
    """A section being filled. nests: whether later sections of a deeper level stand inside it."""

    heading: str
    level: int
    names: tuple[str, ...]
    within: tuple[str, ...] = ()
    by_rule: bool = False
    blocks: list[Block] = field(default_factory=list)


def assemble(extract: Extract, table: SectionTable) -> SourceText:
    """The SourceText of a document as its format tells it."""
    builder = _Builder(table)
    for block in extract.blocks:
        builder.take(block)
    sections, named = _without_title_section(builder.sections)
    built = _number(_name_the_decision(sections))
    notes = extract.notes
    if builder.inline:
        notes = (*notes, ReadingNote("kop-in-zin", builder.inline))
    return SourceText(
        title=title_of(extract, built, named),
        format=extract.format,
        sections=built,
        page_count=extract.page_count,
        notes=notes,
        attachments=attachments_of(built),
    )


class _Builder:
    """Takes blocks in order; knows which sections are open around the place where it is."""

    def __init__(self, table: SectionTable) -> None:
        self.table = table
        self.sections: list[_Open] = [_Open("", 0, (OPENING,))]
        self.around: list[_Open] = []
        """The sections that enclose this place, outermost first."""
        self.known: _Open | None = None
        """The last section with a name."""
        self.styled = 0
        """Level of the last heading that the format itself called one."""
        self.anchor = 0
        """Level of the last heading that unknown short headings stand under."""
        self.face = ""
        """How the last of those headings looked, when that is known."""
        self.inline = 0

    @property
    def here(self) -> _Open:
        return self.sections[-1]

    def take(self, block: Block) -> None:
        is_title = block.title or (block.look and is_proposal_title(block.text))
        if is_title and len(self.sections) == 1:
            self.here.blocks.append(replace(block, look=False, level=0))
            return
        if block.kind in {BlockKind.TABLE, BlockKind.FOOTNOTE}:
            self.here.blocks.append(block)
            return
        if block.level:
            self._styled_heading(block)
            return
        if self._opens_by_rule(block):
            return
        if self._is_annex(block):
            marker, text = split_marker(block.text)
            self.here.blocks.append(replace(block, text=text, marker=marker, kind=BlockKind.LIST_ITEM, look=False))
            return
        if block.look or self._is_known_line(block):
            self._found_heading(block)
            return
        self._text(block)

    def _is_known_line(self, block: Block) -> bool:
        """A known heading alone in a paragraph without any layout."""
        text = f"{block.marker} {block.text}".strip()
        bullet = bool(block.marker) and not any(c.isalnum() for c in block.marker)
        if bullet or len(text) > _LONG or text[-1] in ".;," or block.text[0].islower():
            return False
        found = self.table.match(text)
        return bool(found) and found.how in {"heel", "delen"} and not self.table.is_field(found.names)  # type: ignore[union-attr]

    def _is_annex(self, block: Block) -> bool:
        """A numbered line in the list of annexes is a name, also when it reads as a heading."""
        return "bijlagen" in self.here.names and not block.marker and bool(split_marker(block.text)[0])

    def _styled_heading(self, block: Block) -> None:
        text = f"{block.marker} {block.text}".strip()
        self.styled = self.anchor = block.level
        self._open(text, block.level, self.table.names_of(text))

    def _opens_by_rule(self, block: Block) -> bool:
        """A line such as "De raad van de gemeente X;" that opens a section without a heading."""
        names = self.table.line_names(block.text) if block.kind is BlockKind.PARAGRAPH else ()
        if not names:
            return False
        if self.table.is_field(names):
            self.here.blocks.append(replace(block, look=False))
            return True
        empty_decision = self.here.by_rule and self.here.names == (_DECISION,) and not self.here.blocks
        if names == (_DRAFT,) and empty_decision:
            self.here.names = (_DECISION, _DRAFT)
            self.here.blocks.append(replace(block, look=False))
            return True
        if set(names) <= set(self.here.names):
            self.here.blocks.append(replace(block, look=False))
            return True
        heading, rest = _short(block.text)
        self.anchor = 1
        self._open(heading, 1, names, by_rule=True)
        if rest:
            self._text(replace(block, text=rest, look=False))
        return True

    def _found_heading(self, block: Block) -> None:
        """A heading the format did not call one: known words, or a line that stands out."""
        text = f"{block.marker} {block.text}".strip().rstrip(" :")
        names = self.table.names_of(text)
        names = () if self.table.is_field(names) else names
        numbered = NUMBERED.match(text)
        if (
            names
            and self.here.by_rule
            and set(names) <= {*self.here.names, _DECISION, _DRAFT}
            and _DRAFT in self.here.names
        ):
            self.here.blocks.append(replace(block, look=False))
            return
        if names:
            deep = numbered.group(1).count(".") + 1 if numbered and not self.styled else 1
            level = max(deep, self._level_of_known())
            self.anchor = level
        elif numbered:
            level = numbered.group(1).count(".") + 1 + (self.styled or self._draft_depth())
            self.anchor = level
        else:
            level = self.anchor if block.face and block.face == self.face else self.anchor + 1
        if names or numbered:
            self.face = "" if numbered else block.face
        self._open(text, level, names)

    def _draft_depth(self) -> int:
        """Numbered articles of a draft decision stand inside it."""
        return 1 if any(s.by_rule and s.level == 1 and _DRAFT in s.names for s in self.sections[-40:]) else 0

    def _level_of_known(self) -> int:
        """Beside the known section before it, or inside it when that is one that holds others."""
        if not self.styled:
            return 1
        if self.known is None:
            return self.styled + 1
        return self.known.level + 1 if self.table.holds_others(self.known.names) else self.known.level

    def _open(self, heading: str, level: int, names: tuple[str, ...], *, by_rule: bool = False) -> None:
        while self.around and self.around[-1].level >= level:
            self.around.pop()
        within = [name for section in self.around for name in section.names]
        opened = _Open(heading, level, names, tuple(dict.fromkeys(within)), by_rule)
        self.sections.append(opened)
        self.around.append(opened)
        if names:
            self.known = opened

    def _text(self, block: Block) -> None:
        """A paragraph, cut where a decision or signature begins, where headings stand in it, and at its list items."""
        starts = self.table.inline_rules(block.text)
        if starts:
            self._text(replace(block, text=block.text[: starts[0]].rstrip()))
            for start, end in zip(starts, [*starts[1:], len(block.text)], strict=True):
                line = block.text[start:end].rstrip()
                self.take(replace(block, text=line, kind=BlockKind.PARAGRAPH, marker="", look=False))
            return
        for piece in split_at_headings(block.text, self.table):
            part = replace(block, text=piece.text)
            if piece.heading:
                self.inline += 1
                self._found_heading(Block(piece.heading, page=block.page))
                part = replace(part, kind=BlockKind.PARAGRAPH, marker="")
            if piece.text:
                self._items(part)

    def _items(self, block: Block) -> None:
        in_list = bool(_LISTS.intersection(self.here.names))
        for marker, text in split_items(block.text, block.marker, in_list=in_list):
            item = replace(block, text=text, look=False)
            if marker:
                item = replace(item, marker=marker, kind=BlockKind.LIST_ITEM)
            if text:
                self.here.blocks.append(item)


def _short(text: str) -> tuple[str, str]:
    """A line cut into a heading of reasonable length and the text behind it."""
    cut = (_CUT_HEADING if len(text) > 2 * _LONG else _CUT_SHORT).search(text, _SHORTEST)
    if not cut and len(text) <= 2 * _LONG:
        return text.rstrip(" :;,"), ""
    if cut and cut.start() <= 2 * _LONG:
        return text[: cut.start()].strip(), text[cut.end() :].strip()
    return text[:_LONG].rsplit(" ", 1)[0], text


def _without_title_section(sections: list[_Open]) -> tuple[list[_Open], str]:
    """The title as a line of the opening, where it was written as a heading of its own; and that title."""
    if len(sections) < 3:  # noqa: PLR2004  opening, title and at least one section
        return sections, ""
    opening, first, *rest = sections
    if first.names or first.blocks or NUMBERED.match(first.heading):
        return sections, ""
    opening.blocks.append(Block(first.heading))
    return [opening, *rest], first.heading


def _name_the_decision(sections: list[_Open]) -> list[_Open]:
    """Without decision points of its own, a proposal asks what its draft decision says."""
    if any(_DECISION in s.names and s.blocks for s in sections):
        return sections
    for section in sections:
        if _DRAFT in section.names:
            section.names = tuple(dict.fromkeys((*section.names, _DECISION)))
    return sections


def _number(sections: list[_Open]) -> tuple[Section, ...]:
    """Sections with their ids, paragraphs with theirs. An empty opening is left out."""
    ids = Identities()
    kept: list[_Open] = []
    for section in sections:
        if section.by_rule and _DRAFT in section.names and not section.blocks and kept:
            kept[-1].blocks.append(Block(section.heading))
        elif section.heading or section.blocks:
            kept.append(section)
    return tuple(
        Section(
            id=f"s{rank}",
            heading=section.heading,
            level=max(section.level, 1),
            names=section.names,
            within=tuple(n for n in section.within if n not in section.names),
            paragraphs=tuple(_paragraph(block, number, ids) for number, block in enumerate(section.blocks, 1)),
        )
        for rank, section in enumerate(kept, 1)
    )


def _paragraph(block: Block, number: int, ids: Identities) -> Paragraph:
    return Paragraph(ids.next(block.text), block.text, number, block.kind, block.page, block.rows, block.marker)
