"""What the use cases of the register and of the tracked choices need from the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from sdprocess.domain.frames import Frame, TrackedChoice


class Frames(Protocol):
    """The register of adopted frames. Append-only: a change or a removal is a newer row of the same key."""

    def all(self) -> Sequence[Frame]:
        """The newest of each, without those that were removed, by title."""
        ...

    def get(self, frame_id: int) -> Frame:
        """The newest entry of the row with this id. Raises NotFound, also when it was removed."""
        ...

    def put(self, key: str, frame: Frame, *, replaces: str = "", removed: bool = False) -> Frame:
        """Write the newest entry of `key`. replaces: the key it had until now, when that is another one."""
        ...


class Choices(Protocol):
    """The choices that proposals leave for later."""

    def of_dossier(self, dossier_id: int) -> Sequence[TrackedChoice]:
        """In the order in which they were added."""
        ...

    def of_dossiers(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[TrackedChoice]]:
        """The same for many dossiers, in one query."""
        ...

    def still_open(self) -> Sequence[TrackedChoice]:
        """Those of all dossiers that are not made yet, by day."""
        ...

    def add(self, choice: TrackedChoice) -> TrackedChoice: ...
    def save(self, choice: TrackedChoice, seen_revision: int) -> TrackedChoice:
        """Write with revision + 1. Raises NotFound, and StaleDossier when someone else was first."""
        ...
