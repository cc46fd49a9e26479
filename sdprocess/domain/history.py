"""What happened, append-only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from sdprocess.domain.findings import ContentRef


@dataclass(frozen=True, slots=True)
class TransitionRecord:
    """One event of a dossier. Never changed, never removed; the dossier's state is the fold of these.

    kind: `geopend`, `verplaatst`, `versie`, `beoordeeld`, `vrijgegeven`, `toets`. from_state/to_state: only for geopend
    and verplaatst. document_hash and scores: as they were at that moment ({"A": "4/5", ...}). side: value of the Side
    of the state in which it happened, the wider of both for a move, `teruggegeven` for a move from the council's side
    to the college's; empty means unknown and is treated as the college's.
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
