"""The tables of the register of frames and of the tracked choices."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Column, Index, Text
from sqlmodel import Field

from sdprocess.store.tables import Table
from sdprocess.store.tables import _reference as reference
from sdprocess.store.tables import _text as text
from sdprocess.store.tables import _utc as utc


class FrameRow(Table, table=True):
    """One entry of the register; the newest row of a key is the one in force."""

    __tablename__ = "frame"
    __table_args__ = (Index(None, "key", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(sa_column=text())
    removed: bool
    title: str = Field(sa_column=text())
    kind: str = Field(sa_column=text())
    body: str = Field(sa_column=text())
    adopted_on: date | None = None
    number: str = Field(sa_column=text())
    theme: str = Field(sa_column=text())
    place: str = Field(sa_column=text())
    expires_on: date | None = None
    source: str = Field(sa_column=text())
    changed_at: datetime = Field(sa_column=utc())
    changed_by: str = Field(sa_column=text())


class ChoiceRow(Table, table=True):
    """A choice that a proposal leaves for later, as it is now; what changed stands in the events of the dossier."""

    __tablename__ = "open_choice"
    __table_args__ = (Index(None, "dossier_id", "id"), Index(None, "status", "due"))
    id: int | None = Field(default=None, primary_key=True)
    dossier_id: int = Field(sa_column=reference("dossier.id"))
    choice: str = Field(sa_column=text())
    who: str = Field(sa_column=text())
    when: str = Field(sa_column=Column("when_text", Text, nullable=False))
    due: date | None = None
    returns: str = Field(sa_column=text())
    why_not: str = Field(sa_column=text())
    status: str = Field(sa_column=text())
    outcome: str = Field(sa_column=text())
    quote: str = Field(sa_column=text())
    changed_at: datetime = Field(sa_column=utc())
    changed_by: str = Field(sa_column=text())
    revision: int
