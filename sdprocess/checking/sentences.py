"""Where sentences begin and end in Dutch official prose: abbreviations, article numbers and dates do not end one."""

from __future__ import annotations

import re

# fmt: off
ABBREVIATIONS = frozenset((
    "a.d.h.v.", "a.g.v.", "afb.", "afd.", "art.", "artt.", "b.v.", "bijv.", "blz.", "bv.", "ca.", "c.a.", "c.q.",
    "cf.", "d.d.", "d.m.v.", "d.w.z.", "dd.", "dhr.", "dr.", "drs.", "e.a.", "e.d.", "e.e.a.", "e.v.", "eerstv.",
    "evt.", "excl.", "fig.", "gem.", "h.o.h.", "hfst.", "i.c.", "i.c.m.", "i.h.b.", "i.h.k.v.", "i.i.g.", "i.o.",
    "i.o.m.", "i.o.v.", "i.p.v.", "i.s.m.", "i.t.t.", "i.v.m.", "incl.", "ing.", "ir.", "jl.", "jhr.", "k.k.",
    "lid.", "m.a.w.", "m.b.t.", "m.b.v.", "m.i.v.", "m.n.", "m.u.v.", "max.", "mevr.", "mgr.", "min.", "mln.",
    "mr.", "mrd.", "mw.", "n.a.v.", "n.b.", "n.n.b.", "n.o.t.k.", "n.t.b.", "n.v.t.", "nl.", "no.", "nr.", "nrs.",
    "o.a.", "o.b.v.", "o.g.", "o.i.d.", "o.l.v.", "o.m.", "ong.", "p.a.", "p.j.", "p.m.", "p.p.", "par.", "pag.",
    "plm.", "prof.", "r.k.", "red.", "ref.", "resp.", "s.v.p.", "secr.", "sr.", "st.", "stb.", "stcrt.", "t.a.v.",
    "t.b.v.", "t.g.v.", "t.h.v.", "t.n.v.", "t.o.v.", "t.w.", "t.z.t.", "tel.", "telnr.", "v.a.", "v.d.", "v.w.b.",
    "vgl.", "vlg.", "w.o.", "wnd.", "zgn.", "jan.", "feb.", "mrt.", "apr.", "jun.", "jul.", "aug.", "sept.",
    "okt.", "nov.", "dec.",
))
# fmt: on
_BOUNDARY = re.compile(
    r"""[.!?…;\n](?:(?<=[.!?…])[)\]"'”’»]*\s+(?=["'“‘„(\[«•]?[A-ZÀ-Ý0-9€•-])|(?<=;)\s+|(?<=\n)\n*)"""
)
"""It begins with a class of signs, so that Python runs through the letters between them."""
_INITIALS = re.compile(r"[(\"'‘“]?(?:[A-Z]\.)+$")
_BARE_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})\.$")


def split(text: str) -> list[tuple[int, int]]:
    """Half-open ranges of the sentences of one paragraph, in order, without the spaces between them."""
    found: list[tuple[int, int]] = []
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        end = boundary.end()
        if text[boundary.start()] == "." and _goes_on(text, start, boundary.start() + 1):
            continue
        _keep(text, start, end, found)
        start = end
    _keep(text, start, len(text), found)
    return found


def _goes_on(text: str, start: int, dot: int) -> bool:
    """Whether the full stop before `dot` belongs to an abbreviation, initials or a number in front of its sentence."""
    before = text[start:dot]
    word = before.rsplit(None, 1)[-1]
    if word.lower().lstrip("(['\"‘“") in ABBREVIATIONS or _INITIALS.match(word):
        return True
    return bool(_BARE_NUMBER.match(word)) and not before[: -len(word)].strip()


def _keep(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    piece = text[start:end]
    trimmed = piece.strip()
    if not trimmed:
        return
    begin = start + piece.index(trimmed)
    found.append((begin, begin + len(trimmed)))
