"""The tables of calibrating. Rows are made and read in `map_calibration` only."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Index, Text, UniqueConstraint
from sqlmodel import Field

from sdprocess.store.tables import Table
from sdprocess.store.types import UtcDateTime


def _text() -> Any:
    return Column(Text, nullable=False)


class CalibrationDocumentRow(Table, table=True):
    """A document to calibrate on."""

    __tablename__ = "calibration_document"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_column=_text())
    filename: str = Field(sa_column=_text())
    format: str = Field(sa_column=_text())
    text_hash: str = Field(sa_column=_text())
    audience: str = Field(sa_column=_text())
    added_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    added_by_id: int = Field(sa_column=Column(ForeignKey("person.id"), nullable=False))
    added_by: str = Field(sa_column=_text())
    dossier_id: int | None = Field(default=None, sa_column=Column(ForeignKey("dossier.id"), nullable=True))
    version_id: int | None = Field(default=None, sa_column=Column(ForeignKey("document_version.id"), nullable=True))


class CalibrationTextRow(Table, table=True):
    """The text of an uploaded document, as read."""

    __tablename__ = "calibration_text"
    document_id: int = Field(
        sa_column=Column(ForeignKey("calibration_document.id"), nullable=False, primary_key=True),
    )
    text: str = Field(sa_column=_text())


class CalibrationSeatRow(Table, table=True):
    """A reader of a document."""

    __tablename__ = "calibration_seat"
    __table_args__ = (UniqueConstraint("document_id", "person_id"),)
    document_id: int = Field(
        sa_column=Column(ForeignKey("calibration_document.id"), nullable=False, primary_key=True),
    )
    letter: str = Field(sa_column=Column(Text, nullable=False, primary_key=True))
    person_id: int = Field(sa_column=Column(ForeignKey("person.id"), nullable=False))
    person: str = Field(sa_column=_text())
    taken_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    done_at: datetime | None = Field(default=None, sa_column=Column(UtcDateTime, nullable=True))


class CalibrationReadingRow(Table, table=True):
    """An answer of a reader, or one that settles a difference."""

    __tablename__ = "calibration_reading"
    __table_args__ = (Index(None, "document_id", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(sa_column=Column(ForeignKey("calibration_document.id"), nullable=False))
    question: str = Field(sa_column=_text())
    kind: str = Field(sa_column=_text())
    person_id: int = Field(sa_column=Column(ForeignKey("person.id"), nullable=False))
    person: str = Field(sa_column=_text())
    label: str = Field(sa_column=_text())
    quotes: list[str] = Field(sa_column=Column(JSON, nullable=False))
    reason: str = Field(sa_column=_text())
    together: bool
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
