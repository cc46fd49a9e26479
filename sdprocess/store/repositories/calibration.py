"""Documents to calibrate on, their readers and what these found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from sdprocess.domain.calibration import CalibrationDocument, Reading, Seat
from sdprocess.domain.errors import InvalidInput, NotFound
from sdprocess.domain.text import SourceText
from sdprocess.reading import wire
from sdprocess.store import map_calibration as mapping
from sdprocess.store.mapping import stored_id
from sdprocess.store.tables_calibration import (
    CalibrationDocumentRow,
    CalibrationReadingRow,
    CalibrationSeatRow,
    CalibrationTextRow,
)


@dataclass(frozen=True, slots=True)
class SqlCalibration:
    """Fulfils `CalibrationStore`."""

    session: Session

    def add_document(self, document: CalibrationDocument, text: SourceText | None) -> CalibrationDocument:
        row = mapping.document_row(document)
        self.session.add(row)
        self.session.flush()
        if text is not None:
            self.session.add(mapping.text_row(stored_id(row), wire.to_json(text)))
            self.session.flush()
        return mapping.document(row)

    def documents(self) -> Sequence[CalibrationDocument]:
        wanted = select(CalibrationDocumentRow).order_by(col(CalibrationDocumentRow.id))
        return [mapping.document(row) for row in self.session.scalars(wanted)]

    def document(self, document_id: int) -> CalibrationDocument:
        row = self.session.get(CalibrationDocumentRow, document_id)
        if row is None:
            raise NotFound(kind="ijkstuk", id=str(document_id))
        return mapping.document(row)

    def text(self, document_id: int) -> SourceText:
        row = self.session.get(CalibrationTextRow, document_id)
        if row is None:
            raise NotFound(kind="ijkstuk", id=str(document_id))
        return wire.from_json(row.text)

    def seats(self, document_ids: Iterable[int]) -> Mapping[int, Sequence[Seat]]:
        wanted = (
            select(CalibrationSeatRow)
            .where(col(CalibrationSeatRow.document_id).in_(list(document_ids)))
            .order_by(col(CalibrationSeatRow.document_id), col(CalibrationSeatRow.letter))
        )
        found: dict[int, list[Seat]] = {}
        for row in self.session.scalars(wanted):
            found.setdefault(row.document_id, []).append(mapping.seat(row))
        return found

    def take_seat(self, seat: Seat) -> Seat:
        try:
            self.session.add(mapping.seat_row(seat))
            self.session.flush()
        except IntegrityError as error:
            raise InvalidInput(seat="ijken-plaats-bezet") from error
        return seat

    def finish_seat(self, document_id: int, person_id: int, at: datetime) -> None:
        done = (
            update(CalibrationSeatRow)
            .where(col(CalibrationSeatRow.document_id) == document_id, col(CalibrationSeatRow.person_id) == person_id)
            .values(done_at=at)
        )
        self.session.execute(done)

    def add_reading(self, reading: Reading) -> Reading:
        row = mapping.reading_row(reading)
        self.session.add(row)
        self.session.flush()
        return mapping.reading(row)

    def readings(self, document_ids: Iterable[int]) -> Mapping[int, Sequence[Reading]]:
        row_of = (
            CalibrationReadingRow.document_id,
            CalibrationReadingRow.question,
            CalibrationReadingRow.kind,
            CalibrationReadingRow.person_id,
        )
        newest = (
            select(func.max(CalibrationReadingRow.id))
            .where(col(CalibrationReadingRow.document_id).in_(list(document_ids)))
            .group_by(*(col(column) for column in row_of))
        )
        wanted = (
            select(CalibrationReadingRow)
            .where(col(CalibrationReadingRow.id).in_(newest))
            .order_by(col(CalibrationReadingRow.id))
        )
        found: dict[int, list[Reading]] = {}
        for row in self.session.scalars(wanted):
            found.setdefault(row.document_id, []).append(mapping.reading(row))
        return found
