"""What the styles of an odt say: bold, title, heading level and numbering; through their ancestors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sdprocess.reading.docx_numbering import shown

_TITLE = re.compile(r"^(?:Title|Titel)$")
_HEADING = re.compile(r"^(?:Heading|Kop)(?:_20_| )([1-9])$")
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_ANCESTORS = 12


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list shows its number; form "" is a bullet, "none" shows nothing."""

    form: str
    prefix: str
    suffix: str
    start: int
    shown_levels: int


@dataclass(frozen=True, slots=True)
class OdtStyle:
    bold: bool = False
    title: bool = False
    level: int = 0
    hidden: bool = False


@dataclass
class OdtStyles:
    """Styles by name, from styles.xml and content.xml."""

    elements: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, dict[int, ListLevel]] = field(default_factory=dict)
    outline: dict[int, ListLevel] = field(default_factory=dict)
    made: dict[str, OdtStyle] = field(default_factory=dict)

    def learn(self, root: Any) -> None:
        """Take in the styles under a root element."""
        for element in root.get_elements("descendant::style:style"):
            self.elements[element.get_attribute("style:name") or ""] = element
        for element in root.get_elements("descendant::text:list-style"):
            self.lists[element.get_attribute("style:name") or ""] = _levels(element.children)
        for element in root.get_elements("descendant::text:outline-style"):
            self.outline = _levels(element.children)

    def of(self, name: str | None) -> OdtStyle:
        """The style with this name; unknown names say nothing."""
        key = name or ""
        if key not in self.made:
            self.made[key] = self._make(key)
        return self.made[key]

    def _make(self, name: str) -> OdtStyle:
        chain: list[tuple[str, Any]] = []
        at: str | None = name
        while at in self.elements and len(chain) < _ANCESTORS:
            chain.append((at or "", self.elements[at or ""]))
            at = chain[-1][1].get_attribute("style:parent-style-name")
        names = [n for n, _ in chain] + ([at] if at else [])
        outline = next((v for _, e in chain if (v := e.get_attribute("style:default-outline-level"))), "")
        named = next((found.group(1) for n in names if (found := _HEADING.match(n))), "")
        weight = _property((e for _, e in chain), "fo:font-weight")
        return OdtStyle(
            bold=weight == "bold" or (weight.isdecimal() and int(weight) >= 600),  # noqa: PLR2004  semi-bold
            title=any(_TITLE.match(n) for n in names),
            level=int(outline or named or 0) if (outline or named or "0").isdecimal() else 0,
            hidden=_property((e for _, e in chain), "text:display") == "none",
        )


def _property(chain: Iterable[Any], name: str) -> str:
    """The nearest value of a text property, "" when no style gives it."""
    for element in chain:
        for properties in element.get_elements("style:text-properties"):
            value = properties.get_attribute(name)
            if value is not None:
                return str(value)
    return ""


def _levels(elements: Iterable[Any]) -> dict[int, ListLevel]:
    found: dict[int, ListLevel] = {}
    for element in elements:
        level = _int(element.get_attribute("text:level"), 0)
        bullet = element.tag == "text:list-level-style-bullet"
        form = str(element.get_attribute("style:num-format") or "")
        found[level] = ListLevel(
            form="" if bullet else _FORMS.get(form, "decimal" if form else "none"),
            prefix=str(element.get_attribute("style:num-prefix") or ""),
            suffix=str(element.get_attribute("style:num-suffix") or ""),
            start=_int(element.get_attribute("text:start-value"), 1),
            shown_levels=_int(element.get_attribute("text:display-levels"), 1),
        )
    return found


def number_text(levels: dict[int, ListLevel], counts: dict[int, int], level: int) -> str:
    """The marker at `level`, "" when it shows none."""
    here = levels.get(level)
    if here is None or here.form == "none":
        return ""
    if here.form == "":
        return "•"
    first = max(1, level - here.shown_levels + 1)
    parts = [shown(counts.get(n, 1), levels[n].form) for n in range(first, level + 1) if n in levels and levels[n].form]
    return f"{here.prefix}{'.'.join(parts)}{here.suffix}".strip()


def _int(value: Any, usual: int) -> int:
    text = str(value) if value is not None else ""
    return int(text) if text.isdecimal() else usual
