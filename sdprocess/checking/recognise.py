"""What kind of document this is: an empty, foreign or other document gets a reason and no verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sdprocess.checking.evidence import quote
from sdprocess.checking.index import TextIndex, Trait
from sdprocess.content.checklist import Checklist, DocumentKind
from sdprocess.content.cue_needs import Notions
from sdprocess.content.cues import compile_source, fold, union_source
from sdprocess.domain.findings import Recognition
from sdprocess.domain.text import Quote

OPENING_LINES = 25
HEAD_LINES = 10
FEWEST_WORDS = 60
DUTCH_SHARE = 0.15
LETTER_SHARE = 0.6
"""Of the characters that are no white space. A proposal full of amounts has three quarters, a bad scan far fewer."""
TEMPLATE_SHARE = 0.6
"""From which share of instructions on, a text is the format itself."""
_DUTCH = frozenset({
    "de", "het", "een", "van", "en", "in", "is", "dat", "op", "te", "voor", "met", "zijn", "aan", "die", "door", "niet",
})  # fmt: skip


_SPACES = bytes(code for code in range(128) if chr(code).isspace())
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())


@dataclass(frozen=True, slots=True)
class _Known:
    kind: DocumentKind
    head: Any
    opening: Any
    anywhere: Any
    never: Any


class Recogniser:
    """The kinds of one checklist, compiled."""

    def __init__(self, checklist: Checklist) -> None:
        notions: Notions = checklist.notions
        self._own = checklist.document_kind
        self._documents = [_compile(k, notions) for k in checklist.recognising.documents]
        self._proposals = [_compile(k, notions) for k in checklist.recognising.proposals]

    def recognise(self, index: TextIndex) -> Recognition:
        """The kind, with the words it rests on. Only `judged` documents get verdicts."""
        spoken = zip(index.sentences, index.lines, strict=True)
        words = " ".join(line for s, line in spoken if not s.traits & Trait.FURNITURE).split()
        gate = _gate(index, words)
        if gate:
            return Recognition(gate, judged=False, reason=gate, evidence=_first(index))
        opening = opening_of(index).encode("ascii")
        for known in self._documents:
            if _is(known, opening, index, len(words)):
                reason = known.kind.reason or known.kind.id
                judged = known.kind.judged == "ja"
                return Recognition(known.kind.id, judged, "" if judged else reason, _rests_on(known, index))
        if len(words) < FEWEST_WORDS:
            return Recognition("te-kort", judged=False, reason="te-kort", evidence=_first(index))
        kinds = [k for k in self._proposals if _is(k, opening, index, len(words))]
        if not kinds:
            return Recognition("onbekend", judged=False, reason="geen-voorstel", evidence=_first(index))
        names = tuple(k.kind.id for k in kinds)
        procedural = next((k for k in kinds if k.kind.reason), None)
        if procedural is not None:
            grounds = _rests_on(procedural, index)
            return Recognition(procedural.kind.reason, judged=True, reason="", evidence=grounds, proposals=names)
        return Recognition(self._own, judged=True, evidence=_rests_on(kinds[0], index), proposals=names)

    def without(self, recognition: Recognition) -> frozenset[str]:
        """The criteria that a proposal of this kind is not judged on."""
        kinds = (k.kind for k in self._proposals if k.kind.id in recognition.proposals)
        return frozenset(c for kind in kinds if kind.reason == recognition.kind for c in kind.without)


def _gate(index: TextIndex, words: Sequence[str]) -> str:
    """Why there is nothing to judge here whatever it is called; empty when there is."""
    if not words:
        return "leeg"
    signs = index.data.translate(None, _SPACES)
    if len(signs.translate(None, _NO_LETTERS)) < LETTER_SHARE * len(signs):
        return "onleesbaar"
    body = [s for s in index.sentences if not s.traits & (Trait.FURNITURE | Trait.HEADING)]
    if sum(bool(s.traits & Trait.TEMPLATE) for s in body) > TEMPLATE_SHARE * len(body):
        return "sjabloon"
    return "andere-taal" if sum(map(_DUTCH.__contains__, words)) < DUTCH_SHARE * len(words) else ""


def opening_of(index: TextIndex) -> str:
    """The first lines, title and headings included, folded."""
    lines: list[str] = [index.text.title]
    for section in index.text.sections:
        lines.append(section.heading)
        lines.extend(p.text[:300] for p in section.paragraphs)
        if len(lines) > 2 * OPENING_LINES:
            break
    return "\n".join(fold(line) for line in [line for line in lines if line.strip()][:OPENING_LINES])


def _compile(kind: DocumentKind, notions: Notions) -> _Known:
    head = union_source(kind.head, notions)
    return _Known(
        kind,
        compile_source(f"(?m)^(?:{head})") if head else None,
        _compiled(kind.opening, notions),
        _compiled(kind.anywhere, notions),
        _compiled(kind.never, notions),
    )


def _compiled(cues: Iterable[str], notions: Notions) -> Any:
    """One RE2 pattern for all cues, or None when there are none. Raises BadCue."""
    source = union_source(cues, notions)
    return compile_source(source) if source else None


def _is(known: _Known, opening: bytes, index: TextIndex, words: int) -> bool:
    if words >= known.kind.shorter_than:
        return False
    if known.never is not None and known.never.search(opening):
        return False
    if known.head is not None and not known.head.search(b"\n".join(opening.split(b"\n")[:HEAD_LINES])):
        return False
    if known.opening is not None and not known.opening.search(opening):
        return False
    return known.anywhere is None or known.anywhere.search(index.data) is not None


def _rests_on(known: _Known, index: TextIndex) -> tuple[Quote, ...]:
    """One quote for each pattern that can be pointed at in the running text."""
    found: dict[int, Quote] = {}
    for pattern in (known.head, known.opening, known.anywhere):
        match = pattern.search(index.data) if pattern is not None else None
        if match is not None:
            sentence = index.at(match.start())
            found.setdefault(sentence.number, quote(index, sentence, match.start()))
    return tuple(found.values()) or _first(index)


def _first(index: TextIndex) -> tuple[Quote, ...]:
    sentences: Sequence[Any] = index.sentences
    return (quote(index, sentences[0]),) if sentences else ()
