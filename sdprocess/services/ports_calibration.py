"""What calibrating needs from the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from sdprocess.domain.calibration import CalibrationDocument, Reading, Seat
from sdprocess.domain.text import SourceText


class CalibrationStore(Protocol):
    """Documents to calibrate on, their readers, and what these found. Readings are append-only."""

    def add_document(self, document: CalibrationDocument, text: SourceText | None) -> CalibrationDocument:
        """Store it (its id is ignored). text: of an uploaded one; a released version has its text already."""
        ...

    def documents(self) -> Sequence[CalibrationDocument]:
        """All of them, oldest first. Who may see which is the caller's."""
        ...

    def document(self, document_id: int) -> CalibrationDocument:
        """Raises NotFound."""
        ...

    def text(self, document_id: int) -> SourceText:
        """The text of an uploaded document. Raises NotFound."""
        ...

    def seats(self, document_ids: Iterable[int]) -> Mapping[int, Sequence[Seat]]:
        """In the order of their letters, in one query."""
        ...

    def take_seat(self, seat: Seat) -> Seat:
        """Raises InvalidInput when somebody was first, or when this person has the other seat."""
        ...

    def finish_seat(self, document_id: int, person_id: int, at: datetime) -> None: ...

    def add_reading(self, reading: Reading) -> Reading: ...

    def readings(self, document_ids: Iterable[int]) -> Mapping[int, Sequence[Reading]]:
        """The newest per question, kind and person, oldest first, in one query."""
        ...
