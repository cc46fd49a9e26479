"""Proceskaders that live in the database: what was imported or designed here, and which version is in use."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from sdprocess.domain.findings import ContentRef


@dataclass(frozen=True, slots=True)
class StoredKader:
    """A proceskader as it was put in the database; never changed.

    text: the file, byte for byte as UTF-8; `ref.sha256` is its hash. origin: "import", or "procesontwerp 2026-014".
    dossier_id: the one dossier it is for, None when it is for any.
    """

    id: int
    ref: ContentRef
    text: str
    at: datetime
    actor_id: int
    actor: str
    origin: str
    dossier_id: int | None = None


@dataclass(frozen=True, slots=True)
class KaderChoice:
    """Which version new dossiers of this kader get from `at` on. ref: None = none, it is taken out of use."""

    kader_id: str
    ref: ContentRef | None
    at: datetime
    actor_id: int
    actor: str


@dataclass(frozen=True, slots=True)
class KaderUpgrade:
    """How a dossier came on another kader. seq: of its event. term_before, term_after: so that it can be undone."""

    dossier_id: int
    seq: int
    before: ContentRef
    after: ContentRef
    from_state: str
    to_state: str
    term_before: date | None
    term_after: date | None


class Kaders(Protocol):
    """Append-only."""

    def add(self, kader: StoredKader) -> StoredKader:
        """Raises InvalidInput(version) when this id and version are already there."""
        ...

    def get(self, ref: ContentRef) -> StoredKader | None: ...
    def version(self, kader_id: str, version: str) -> StoredKader | None: ...
    def missing(self, known: Collection[int]) -> Sequence[StoredKader]:
        """Those whose ids are not known yet, in the order of their ids."""
        ...

    def choose(self, choice: KaderChoice) -> None: ...
    def choices(self) -> Mapping[str, KaderChoice]:
        """The newest choice per kader."""
        ...

    def choice_log(self) -> Sequence[KaderChoice]:
        """All choices, newest first."""
        ...

    def add_upgrade(self, upgrade: KaderUpgrade) -> None: ...
    def upgrade(self, dossier_id: int, seq: int) -> KaderUpgrade | None: ...
