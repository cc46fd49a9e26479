"""What happened, append-only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from sdprocess.domain.findings import ContentRef


@dataclass(frozen=True, slots=True)
class TransitionRecord:
    """One event of a dossier. Never changed, never removed; the dossier's state is the fold of these.

    kind: `geopend`, `verplaatst`, `versie`, `beoordeeld`, `vrijgegeven`, `toets`, `besluit`, `keuze`, `raad` (one of
    several councils). from_state/to_state: only for geopend and verplaatst, and for `bijgewerkt` (to another kader) and
    `teruggezet` (that undone), whose kader is the one from then on. document_hash and scores: as they were at
    that moment ({"A": "4/5", ...}). side: value of the Side of the state in which it happened, the wider of both for a
    move, `teruggegeven` for a move from the council's side to the college's; empty means unknown and is treated as the
    college's.
    """

    seq: int
    dossier_id: int
    at: datetime
    actor_id: int
    actor: str
    kind: str
    kader: ContentRef
    from_state: str = ""
    to_state: str = ""
    transition: str = ""
    reason: str = ""
    document_hash: str = ""
    scores: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    side: str = ""


def together(events: Sequence[TransitionRecord]) -> tuple[TransitionRecord, ...]:
    """The events (oldest first) as people read them: judging one text in parts, without anything between, is one event.

    It has the moment and the number of its last part, and the questions of all parts.
    """
    read: list[TransitionRecord] = []
    for event in events:
        if read and event.kind == "beoordeeld" and _part_of(event) == _part_of(read[-1]):
            questions = dict.fromkeys([*read[-1].reason.split(", "), *event.reason.split(", ")])
            read[-1] = replace(event, reason=", ".join(questions))
        else:
            read.append(event)
    return tuple(read)


def _part_of(event: TransitionRecord) -> tuple[int, str, int, str, str]:
    return event.dossier_id, event.kind, event.actor_id, event.transition, event.document_hash
