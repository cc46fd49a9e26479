"""What advice and parafen need of the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from sdprocess.domain.advice import Advice, AdviceRequest


class Advices(Protocol):
    """Requests, each with its own optimistic revision, so that people answer side by side. Answers are append-only."""

    def ask(self, request: AdviceRequest) -> AdviceRequest:
        """Write a request; its id is given, revision 1."""
        ...

    def last_round(self, dossier_id: int, state: str) -> int:
        """The newest round of a state, 0 when nobody was ever asked there."""
        ...

    def close_round(self, dossier_id: int) -> None:
        """The dossier leaves its state: no request of it is live any more."""
        ...

    def get(self, dossier_id: int, request_id: int) -> AdviceRequest:
        """Raises NotFound, also for a request of another dossier."""
        ...

    def of_dossiers(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[AdviceRequest]]:
        """All requests, also of earlier rounds, oldest first."""
        ...

    def live(self, dossier_ids: Iterable[int] | None = None) -> Mapping[int, Sequence[AdviceRequest]]:
        """By dossier, the requests of the round that it is in; of all dossiers when none are named."""
        ...

    def put_in_place(self, request: AdviceRequest, person_id: int, seen_revision: int) -> AdviceRequest:
        """Somebody else is asked. Raises StaleDossier."""
        ...

    def add(self, advice: Advice, request: AdviceRequest, seen_revision: int) -> Advice:
        """An answer to a request. Raises StaleDossier when the request was answered or changed meanwhile."""
        ...

    def answers(self, request_ids: Iterable[int]) -> Sequence[Advice]:
        """All answers to these, oldest first."""
        ...
