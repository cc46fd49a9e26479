"""What the use cases of several councils need from the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from sdprocess.domain.councils import Council


class Councils(Protocol):
    """The councils of dossiers."""

    def of_dossiers(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[Council]]:
        """By name, in one query; dossiers without councils are left out."""
        ...

    def add(self, council: Council) -> Council:
        """Raises InvalidInput when the dossier has a council of that name."""
        ...

    def save(self, council: Council, seen_revision: int) -> Council:
        """Write with revision + 1. Raises StaleDossier when someone else was first, NotFound when it is gone."""
        ...

    def remove(self, council: Council, seen_revision: int) -> None:
        """Raises StaleDossier when someone else was first."""
        ...
