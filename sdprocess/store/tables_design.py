"""The tables of the procesontwerp: what it is now, the versions that were kept, and what people said of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, UniqueConstraint
from sqlmodel import Field

from sdprocess.store.tables import Table
from sdprocess.store.tables import _reference as reference
from sdprocess.store.tables import _text as text
from sdprocess.store.tables import _utc as utc

DESIGN_APPEND_ONLY = ("design_version", "design_comment", "design_adopted")
"""Tables whose rows are never changed or removed; triggers hold that."""


def _json() -> Any:
    return Column(JSON, nullable=False)


class DesignRow(Table, table=True):
    """The procesontwerp of a dossier as it is now. The kader columns are empty until it was adopted."""

    __tablename__ = "design"
    __table_args__ = (UniqueConstraint("dossier_id", name="uq_design_dossier_id"),)
    id: int | None = Field(default=None, primary_key=True)
    dossier_id: int = Field(sa_column=reference("dossier.id"))
    state: str = Field(sa_column=text())
    body: dict[str, Any] = Field(sa_column=_json())
    revision: int
    begun_at: datetime = Field(sa_column=utc())
    begun_by: str = Field(sa_column=text())
    changed_at: datetime = Field(sa_column=utc())
    changed_by: str = Field(sa_column=text())
    decided_on: date | None = None
    decided_by: str = Field(sa_column=text())
    kader_id: str = Field(sa_column=text())
    kader_version: str = Field(sa_column=text())
    kader_sha256: str = Field(sa_column=text())


class DesignVersionRow(Table, table=True):
    """A version that somebody kept on purpose; never changed."""

    __tablename__ = "design_version"
    __table_args__ = (UniqueConstraint("design_id", "number", name="uq_design_version_design_id_number"),)
    id: int | None = Field(default=None, primary_key=True)
    design_id: int = Field(sa_column=reference("design.id"))
    number: int
    at: datetime = Field(sa_column=utc())
    person: str = Field(sa_column=text())
    note: str = Field(sa_column=text())
    body: dict[str, Any] = Field(sa_column=_json())


class DesignCommentRow(Table, table=True):
    """What somebody said of a concept; never changed."""

    __tablename__ = "design_comment"
    id: int | None = Field(default=None, primary_key=True)
    design_id: int = Field(sa_column=Column(ForeignKey("design.id"), nullable=False, index=True))
    at: datetime = Field(sa_column=utc())
    person_id: int = Field(sa_column=reference("person.id"))
    person: str = Field(sa_column=text())
    about: str = Field(sa_column=text())
    text: str = Field(sa_column=text())
    revision: int


class DesignAdoptedRow(Table, table=True):
    """A design that holds from a decision on; never changed. The highest number is in force."""

    __tablename__ = "design_adopted"
    __table_args__ = (UniqueConstraint("design_id", "number", name="uq_design_adopted_design_id_number"),)
    id: int | None = Field(default=None, primary_key=True)
    design_id: int = Field(sa_column=reference("design.id"))
    number: int
    at: datetime = Field(sa_column=utc())
    person: str = Field(sa_column=text())
    state: str = Field(sa_column=text())
    body: dict[str, Any] = Field(sa_column=_json())
    decided_on: date
    decided_by: str = Field(sa_column=text())
    kader_id: str = Field(sa_column=text())
    kader_version: str = Field(sa_column=text())
    kader_sha256: str = Field(sa_column=text())
    back: bool
