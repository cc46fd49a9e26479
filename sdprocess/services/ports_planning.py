"""What planning needs of the store. Everything is append-only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from sdprocess.domain.plan_record import Consent, PlanVersion, ProcessEvaluation, ShiftRequest, Suspension


class Planning(Protocol):
    """Plans, shifts that wait for consent, suspensions and process evaluations of dossiers.

    What is added gets its id (and a plan its number) from the store; the one that was given is ignored.
    """

    def add_version(self, version: PlanVersion) -> PlanVersion: ...
    def versions(self, dossier_id: int) -> Sequence[PlanVersion]:
        """Newest first."""
        ...

    def versions_of(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[PlanVersion]]:
        """Newest first, in one query."""
        ...

    def first_planned(self) -> Mapping[int, datetime]:
        """Dossier id -> when its first plan was made, of every dossier with a plan."""
        ...

    def stirred(self, begin: datetime, end: datetime) -> frozenset[int]:
        """Ids of the dossiers with a plan to which something happened between two moments."""
        ...

    def add_request(self, request: ShiftRequest) -> ShiftRequest: ...
    def requests(self, dossier_id: int) -> Sequence[ShiftRequest]:
        """With what was said of each, newest first."""
        ...

    def add_consent(self, consent: Consent) -> Consent: ...
    def suspend(self, suspension: Suspension) -> Suspension: ...
    def end_suspension(self, suspension: Suspension) -> None:
        """Write down its end."""
        ...

    def suspensions(self, dossier_id: int) -> Sequence[Suspension]:
        """Oldest first."""
        ...

    def suspensions_of(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[Suspension]]:
        """Oldest first, in one query per kind of row."""
        ...

    def add_evaluation(self, evaluation: ProcessEvaluation) -> ProcessEvaluation: ...
    def evaluations(self, dossier_id: int) -> Sequence[ProcessEvaluation]:
        """Oldest first."""
        ...

    def first_time(self, dossier_id: int, key: str) -> bool:
        """Whether a form with this key was not handled before for this dossier; from now on it was."""
        ...
