"""What the styles of a docx say: heading level, title, table of contents, bold, numbering; through their ancestors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from sdprocess.reading.docx_xml import W

_HEADING = re.compile(r"^(?:heading|kop|überschrift|titre)\s*([1-9])\b", re.IGNORECASE)
_TITLE = re.compile(r"^(?:title|titel)$", re.IGNORECASE)
_CONTENTS = re.compile(r"^(?:toc|inhopg|inhoudsopgave)(?:\s*\d|\s+heading|$)", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off"})
_ANCESTORS = 12


@dataclass(frozen=True, slots=True)
class Style:
    """level: of the heading it makes, 0 for text. number: the list (numId) it belongs to, "" for none."""

    level: int = 0
    title: bool = False
    contents: bool = False
    bold: bool = False
    number: str = ""
    number_level: int = 0


_NONE = Style()


class Styles:
    """Looks styles up by id. Damaged chains end where they break."""

    def __init__(self, root: Any) -> None:
        self._elements = {e.get(qn("w:styleId")): e for e in root.findall(qn("w:style"))}
        usual = [
            e
            for e in self._elements.values()
            if e.get(qn("w:type")) == "paragraph" and e.get(qn("w:default")) in {"1", "true"}
        ]
        self._default = usual[0].get(qn("w:styleId")) if usual else ""
        self._made: dict[str, Style] = {}

    def of(self, p: Any) -> Style:
        """The style of a paragraph."""
        own = p.find(f"{W}pPr/{W}pStyle")
        name = own.get(qn("w:val")) if own is not None else self._default
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def run_bold(self, properties: Any | None, paragraph: Style) -> bool:
        """Whether a run is bold by its character style or its paragraph's style."""
        reference = None if properties is None else properties.find(qn("w:rStyle"))
        if reference is None:
            return paragraph.bold
        return (
            any(self.is_on(e.find(qn("w:rPr")), "w:b", usual=False) for e in self._chain(reference.get(qn("w:val"))))
            or paragraph.bold
        )

    @staticmethod
    def is_on(properties: Any | None, tag: str, *, usual: bool) -> bool:
        """A switch such as bold: on, off, or what is usual."""
        found = None if properties is None else properties.find(qn(tag))
        return usual if found is None else str(found.get(qn("w:val"))).lower() not in _OFF

    def _chain(self, name: str | None) -> list[Any]:
        """A style and its ancestors, nearest first."""
        chain: list[Any] = []
        while name in self._elements and len(chain) < _ANCESTORS:
            element = self._elements[name]
            chain.append(element)
            base = element.find(qn("w:basedOn"))
            name = base.get(qn("w:val")) if base is not None else None
        return chain

    def _make(self, name: str) -> Style:
        chain = self._chain(name)
        names = [_name(e) for e in chain]
        number = next((e.find(f"{W}pPr/{W}numPr") for e in chain if e.find(f"{W}pPr/{W}numPr") is not None), None)
        return Style(
            level=next((level for e in chain if (level := _level(e)) is not None), 0),
            title=any(_TITLE.match(n) for n in names),
            contents=any(_CONTENTS.match(n) for n in names),
            bold=next((self.is_on(e.find(qn("w:rPr")), "w:b", usual=False) for e in chain if _says_bold(e)), False),
            number=_number(number, "w:numId"),
            number_level=int(_number(number, "w:ilvl") or 0),
        )


def _says_bold(element: Any) -> bool:
    return element.find(f"{W}rPr/{W}b") is not None


def _name(element: Any) -> str:
    found = element.find(qn("w:name"))
    return (found.get(qn("w:val")) or "") if found is not None else ""


def _level(element: Any) -> int | None:
    """The level by name or outline, None when this style says nothing of it."""
    named = _HEADING.match(_name(element))
    if named:
        return int(named.group(1))
    outline = element.find(f"{W}pPr/{W}outlineLvl")
    value = "" if outline is None else outline.get(qn("w:val")) or ""
    if not value.isdecimal():
        return None
    return int(value) + 1 if int(value) < 9 else 0  # noqa: PLR2004  9 is body text


def _number(element: Any | None, tag: str) -> str:
    found = None if element is None else element.find(qn(tag))
    value = "" if found is None else found.get(qn("w:val")) or ""
    return value if value.isdecimal() else ""
