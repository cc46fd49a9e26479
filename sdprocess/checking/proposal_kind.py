"""Which kind of proposal this is, with the line it rests on; a person's word goes before the machine's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sdprocess.checking.index import TextIndex
from sdprocess.content.checklist import Checklist
from sdprocess.content.cues import fold
from sdprocess.content.proposal_kinds import ProposalKind, ProposalKinds
from sdprocess.domain.findings import KindChoice, KindProfile, Recognition

NEVER = frozenset({"leeg", "andere-taal", "onleesbaar", "sjabloon"})
"""What nobody can make a proposal by saying so: there is nothing to judge."""
SUBJECT_LINES = 8
LONGEST_LINE = 300
LONGEST_SHOWN = 160
_SUBJECT = re.compile(r"^(?:onderwerp|betreft|titel|inzake)\b[\s:|]*(.*)")


def choose(
    recognition: Recognition, choice: KindChoice | None, kinds: ProposalKinds, checklist: Checklist
) -> Recognition:
    """The recognition as a person corrected it: a proposal of the chosen kind, judged as such."""
    if choice is None or recognition.kind in NEVER:
        return recognition
    belongs = kinds.kind(choice.kind).belongs
    procedural = next((k for k in checklist.recognising.proposals if k.id in belongs and k.reason), None)
    last = checklist.recognising.proposals[-1].id
    proposals = tuple(dict.fromkeys((*belongs, last)))
    kind = procedural.reason if procedural else checklist.document_kind
    return replace(recognition, kind=kind, judged=True, reason="", proposals=proposals)


def profile_of(
    kinds: ProposalKinds, index: TextIndex, recognition: Recognition, choice: KindChoice | None, own: str
) -> KindProfile | None:
    """The kind and what counts for it; None for what is no proposal. own: what the checklist calls a proposal."""
    if not recognition.judged:
        return None
    found, words = _recognised(kinds, index, recognition, own)
    kind = kinds.kind(choice.kind) if choice else found
    return KindProfile(
        kind=kind.id,
        title=kind.title,
        reason=kind.reason,
        recognised=found.id,
        recognised_title=found.title,
        words=words,
        strict=kind.strict,
        light=kind.light,
        suggested=kind.suggested,
        content=kinds.ref,
        choice=choice,
    )


def _recognised(kinds: ProposalKinds, index: TextIndex, recognition: Recognition, own: str) -> tuple[ProposalKind, str]:
    """By the subject line, in the order of the file; else by the first line that says something."""
    if recognition.kind != own:
        special = next((k for k in kinds.kinds if recognition.kind in k.belongs), None)
        if special is not None:
            return special, recognition.evidence[0].text[:LONGEST_SHOWN] if recognition.evidence else ""
    lines = list(_opening(index))
    order = {kind.id: at for at, kind in enumerate(kinds.kinds)}
    told = [(kind, line) for line in _subjects(index.text.title, lines) if (kind := kinds.of_subject(line))]
    kind, line = min(told, key=lambda pair: order[pair[0].id], default=(None, ""))
    if kind is None:
        first = lines[:SUBJECT_LINES]
        kind, line = next(((kind, line) for line in first if (kind := kinds.of_subject(line))), (kinds.other, ""))
    return kind, line[:LONGEST_SHOWN]


def _opening(index: TextIndex) -> Iterator[str]:
    for section in index.text.sections:
        if section.heading:
            yield section.heading[:LONGEST_LINE]
        yield from (p.text[:LONGEST_LINE] for p in section.paragraphs)


def _subjects(title: str, lines: Iterable[str]) -> list[str]:
    """The title, and what stands behind or under "Onderwerp" in the first lines."""
    found = [title[:LONGEST_LINE]] if title else []
    first = list(lines)[: 2 * SUBJECT_LINES]
    for line, following in zip(first, [*first[1:], ""], strict=True):
        match = _SUBJECT.match(fold(line))
        if match:
            found.append(line if match[1].strip() else following)
    return found
