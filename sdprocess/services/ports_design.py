"""What the use cases of the procesontwerp need from the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from sdprocess.domain.design import AdoptedDesign, DesignComment, DesignVersion, StoredDesign


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

    def in_force(self, dossier_id: int) -> StoredDesign | None:
        """What was adopted last, also while an amendment of it is a concept. None when nothing was adopted yet."""
        ...

    def adoptions(self, design_id: int) -> Sequence[AdoptedDesign]:
        """Newest first."""
        ...

    def add_adoption(self, adopted: AdoptedDesign) -> AdoptedDesign:
        """The next one; its id and number are ignored."""
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
