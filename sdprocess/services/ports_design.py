"""What the use cases of the procesontwerp need from the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from sdprocess.domain.design import DesignComment, DesignVersion, StoredDesign


class Designs(Protocol):
    """At most one procesontwerp for each dossier; its versions and comments are append-only."""

    def of_dossier(self, dossier_id: int) -> StoredDesign | None: ...
    def of_dossiers(self, dossier_ids: Iterable[int]) -> Mapping[int, StoredDesign]:
        """In one query."""
        ...

    def add(self, design: StoredDesign) -> StoredDesign:
        """Raises InvalidInput(design) when the dossier has one."""
        ...

    def save(self, design: StoredDesign, seen_revision: int) -> StoredDesign:
        """Write with revision + 1. Raises StaleDossier when someone else was first."""
        ...

    def versions(self, design_id: int) -> Sequence[DesignVersion]:
        """Newest first."""
        ...

    def add_version(self, version: DesignVersion) -> DesignVersion:
        """The next version; its id and number are ignored."""
        ...

    def comments(self, design_id: int) -> Sequence[DesignComment]:
        """Newest first."""
        ...

    def add_comment(self, comment: DesignComment) -> DesignComment: ...
