"""The XML of a docx made plain: content controls unwrapped, insertions accepted, deletions and alternatives dropped."""

from __future__ import annotations

from collections import Counter
from typing import Any

from docx.oxml.ns import nsmap, qn

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_UNWRAP = {
    qn("w:ins"): "invoeging",
    qn("w:moveTo"): "invoeging",
    qn("w:smartTag"): "",
    qn("w:customXml"): "",
    f"{{{_MC}}}Choice": "",
}
_DROP = {qn("w:del"): "verwijdering", qn("w:moveFrom"): "verwijdering", f"{{{_MC}}}Fallback": ""}
W = f"{{{nsmap['w']}}}"


def simplify(root: Any, counts: Counter[str]) -> None:
    """Change the tree in place; `counts` learns what was accepted, dropped and left out."""
    counts["opmerking"] += sum(1 for _ in root.iter(qn("w:commentReference")))
    _join_deleted_marks(root)
    for element, note in _marked(root, _DROP):
        counts[note] += 1
        _remove(element)
    for element in list(root.iter(qn("w:sdt"))):
        content = element.find(qn("w:sdtContent"))
        _replace(element, [] if content is None else list(content))
    for element, note in _marked(root, _UNWRAP):
        counts[note] += 1
        _replace(element, list(element))
    for element in list(root.iter(f"{{{_MC}}}AlternateContent")):
        _replace(element, list(element))
    del counts[""]


def _marked(root: Any, tags: dict[str, str]) -> list[tuple[Any, str]]:
    return [(e, note) for tag, note in tags.items() for e in list(root.iter(tag)) if _is_content(e)]


def _is_content(element: Any) -> bool:
    """Not the mark in the properties of a paragraph, row or run."""
    parent = element.getparent()
    return parent is not None and parent.tag not in {qn("w:rPr"), qn("w:trPr"), qn("w:pPr"), qn("w:numPr")}


def _join_deleted_marks(root: Any) -> None:
    """A deleted paragraph end joins the paragraph with the next; a deleted row goes."""
    for mark in list(root.iter(qn("w:del"))):
        parent = mark.getparent()
        if parent is not None and parent.tag == qn("w:trPr"):
            _remove(parent.getparent())
        if parent is None or parent.tag != qn("w:rPr") or parent.getparent().tag != qn("w:pPr"):
            continue
        paragraph = parent.getparent().getparent()
        following = paragraph.getnext()
        if following is None or following.tag != qn("w:p"):
            continue
        for child in [c for c in paragraph if c.tag != qn("w:pPr")][::-1]:
            following.insert(1 if following.find(qn("w:pPr")) is not None else 0, child)
        _remove(paragraph)


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _replace(element: Any, children: list[Any]) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for offset, child in enumerate(children):
        parent.insert(at + offset, child)
    parent.remove(element)
