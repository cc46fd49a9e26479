"""The tables of proceskaders in the database, what is in use, and which dossiers went to another kader."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field

from sdprocess.store.tables import Table
from sdprocess.store.types import UtcDateTime

APPEND_ONLY = ("kader", "kader_choice", "kader_upgrade")
"""Rows of these are never changed or removed either."""


def _text() -> Any:
    return Column(Text, nullable=False)


def _utc() -> Any:
    return Column(UtcDateTime, nullable=False)


class KaderRow(Table, table=True):
    """A proceskader that came by import or from a procesontwerp, as its bytes were."""

    __tablename__ = "kader"
    __table_args__ = (UniqueConstraint("kader_id", "version"), Index(None, "sha256"))
    id: int | None = Field(default=None, primary_key=True)
    kader_id: str = Field(sa_column=_text())
    version: str = Field(sa_column=_text())
    sha256: str = Field(sa_column=_text())
    text: str = Field(sa_column=_text())
    at: datetime = Field(sa_column=_utc())
    actor_id: int
    actor: str = Field(sa_column=_text())
    origin: str = Field(sa_column=_text())
    dossier_id: int | None = Field(default=None, sa_column=Column(ForeignKey("dossier.id"), nullable=True))


class KaderChoiceRow(Table, table=True):
    """Which version new dossiers get; an empty version takes the kader out of use."""

    __tablename__ = "kader_choice"
    __table_args__ = (Index(None, "kader_id", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    kader_id: str = Field(sa_column=_text())
    version: str = Field(sa_column=_text())
    sha256: str = Field(sa_column=_text())
    at: datetime = Field(sa_column=_utc())
    actor_id: int
    actor: str = Field(sa_column=_text())


class KaderUpgradeRow(Table, table=True):
    """What an event that brought a dossier on another kader changed."""

    __tablename__ = "kader_upgrade"
    __table_args__ = (ForeignKeyConstraint(["dossier_id", "seq"], ["event.dossier_id", "event.seq"]),)
    dossier_id: int = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    from_id: str = Field(sa_column=_text())
    from_version: str = Field(sa_column=_text())
    from_sha256: str = Field(sa_column=_text())
    to_id: str = Field(sa_column=_text())
    to_version: str = Field(sa_column=_text())
    to_sha256: str = Field(sa_column=_text())
    from_state: str = Field(sa_column=_text())
    to_state: str = Field(sa_column=_text())
    term_before: date | None = None
    term_after: date | None = None
