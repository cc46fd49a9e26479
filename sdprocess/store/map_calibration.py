"""Rows of calibrating to domain values and back."""

from __future__ import annotations

from sdprocess.domain.calibration import Audience, CalibrationDocument, Reading, ReadingKind, Seat
from sdprocess.store import tables_calibration as t
from sdprocess.store.mapping import stored_id


def document(row: t.CalibrationDocumentRow) -> CalibrationDocument:
    return CalibrationDocument(
        stored_id(row),
        row.name,
        row.filename,
        row.format,
        row.text_hash,
        Audience(row.audience),
        row.added_at,
        row.added_by_id,
        row.added_by,
        row.dossier_id,
        row.version_id,
    )


def document_row(value: CalibrationDocument) -> t.CalibrationDocumentRow:
    return t.CalibrationDocumentRow(
        name=value.name,
        filename=value.filename,
        format=value.format,
        text_hash=value.text_hash,
        audience=value.audience.value,
        added_at=value.added_at,
        added_by_id=value.added_by_id,
        added_by=value.added_by,
        dossier_id=value.dossier_id,
        version_id=value.version_id,
    )


def text_row(document_id: int, text: str) -> t.CalibrationTextRow:
    return t.CalibrationTextRow(document_id=document_id, text=text)


def seat(row: t.CalibrationSeatRow) -> Seat:
    return Seat(row.document_id, row.letter, row.person_id, row.person, row.taken_at, row.done_at)


def seat_row(value: Seat) -> t.CalibrationSeatRow:
    return t.CalibrationSeatRow(
        document_id=value.document_id,
        letter=value.letter,
        person_id=value.person_id,
        person=value.person,
        taken_at=value.taken_at,
        done_at=value.done_at,
    )


def reading(row: t.CalibrationReadingRow) -> Reading:
    return Reading(
        stored_id(row),
        row.document_id,
        row.question,
        ReadingKind(row.kind),
        row.person_id,
        row.person,
        row.label,
        tuple(row.quotes),
        row.reason,
        row.at,
        row.together,
    )


def reading_row(value: Reading) -> t.CalibrationReadingRow:
    return t.CalibrationReadingRow(
        document_id=value.document_id,
        question=value.question,
        kind=value.kind.value,
        person_id=value.person_id,
        person=value.person,
        label=value.label,
        quotes=list(value.quotes),
        reason=value.reason,
        together=value.together,
        at=value.at,
    )
