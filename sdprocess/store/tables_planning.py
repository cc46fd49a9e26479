"""The tables of planning; every row stays as it was written."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Index, Text, UniqueConstraint
from sqlmodel import Field

from sdprocess.store.tables import Table
from sdprocess.store.types import UtcDateTime

PLANNING_APPEND_ONLY = (
    "plan_version",
    "shift_request",
    "shift_consent",
    "suspension",
    "suspension_end",
    "process_evaluation",
    "planning_form",
)
"""Triggers in migration 0004 hold that these are never changed or removed."""


def _text() -> Any:
    return Column(Text, nullable=False)


def _utc() -> Any:
    return Column(UtcDateTime, nullable=False)


def _dossier() -> Any:
    return Column(ForeignKey("dossier.id"), nullable=False)


def _json() -> Any:
    return Column(JSON, nullable=False)


class PlanVersionRow(Table, table=True):
    """A plan of a dossier. `proposal` holds its steps, reason and sums."""

    __tablename__ = "plan_version"
    __table_args__ = (UniqueConstraint("dossier_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    dossier_id: int = Field(sa_column=_dossier())
    number: int
    at: datetime = Field(sa_column=_utc())
    person_id: int
    person: str = Field(sa_column=_text())
    council_date: date | None = None
    proposal: dict[str, Any] = Field(sa_column=_json())
    request_id: int | None = Field(
        default=None, sa_column=Column(ForeignKey("shift_request.id"), nullable=True, unique=True)
    )


class ShiftRequestRow(Table, table=True):
    """A plan that waits for consent."""

    __tablename__ = "shift_request"
    __table_args__ = (Index(None, "dossier_id", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    dossier_id: int = Field(sa_column=_dossier())
    base: int
    at: datetime = Field(sa_column=_utc())
    person_id: int
    person: str = Field(sa_column=_text())
    participants: list[str] = Field(sa_column=_json())
    proposal: dict[str, Any] = Field(sa_column=_json())


class ConsentRow(Table, table=True):
    """What one participant says of a shift; once."""

    __tablename__ = "shift_consent"
    __table_args__ = (UniqueConstraint("request_id", "participant"),)
    id: int | None = Field(default=None, primary_key=True)
    request_id: int = Field(sa_column=Column(ForeignKey("shift_request.id"), nullable=False))
    participant: str = Field(sa_column=_text())
    agrees: bool
    note: str = Field(sa_column=_text())
    at: datetime = Field(sa_column=_utc())
    person_id: int
    person: str = Field(sa_column=_text())


class SuspensionRow(Table, table=True):
    """The clock of a dossier was stopped."""

    __tablename__ = "suspension"
    __table_args__ = (Index(None, "dossier_id", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    dossier_id: int = Field(sa_column=_dossier())
    since: date
    at: datetime = Field(sa_column=_utc())
    person_id: int
    person: str = Field(sa_column=_text())
    reason: str = Field(sa_column=_text())
    term: date | None = None
    side: str = Field(sa_column=_text())


class SuspensionEndRow(Table, table=True):
    """The clock runs again."""

    __tablename__ = "suspension_end"
    suspension_id: int = Field(sa_column=Column(ForeignKey("suspension.id"), primary_key=True))
    ended: date
    working_days: int
    person: str = Field(sa_column=_text())


class EvaluationRow(Table, table=True):
    """Answers to the questions about the process itself."""

    __tablename__ = "process_evaluation"
    __table_args__ = (Index(None, "dossier_id", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    dossier_id: int = Field(sa_column=_dossier())
    state: str = Field(sa_column=_text())
    at: datetime = Field(sa_column=_utc())
    person_id: int
    person: str = Field(sa_column=_text())
    questions: list[str] = Field(sa_column=_json())
    answers: list[str] = Field(sa_column=_json())
    side: str = Field(sa_column=_text())


class PlanningFormRow(Table, table=True):
    """A form that was handled, so that sending it twice does nothing twice."""

    __tablename__ = "planning_form"
    dossier_id: int = Field(sa_column=Column(ForeignKey("dossier.id"), primary_key=True))
    key: str = Field(sa_column=Column(Text, primary_key=True))
