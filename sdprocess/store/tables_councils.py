"""The councils that decide on one dossier together: a row for each, beside the state of the dossier."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Column, ForeignKey, Text, UniqueConstraint
from sqlmodel import Field

from sdprocess.store.tables import Table


class CouncilRow(Table, table=True):
    """One council in a dossier. Changes are told by the events of the dossier."""

    __tablename__ = "council"
    __table_args__ = (UniqueConstraint("dossier_id", "name"),)
    id: int | None = Field(default=None, primary_key=True)
    dossier_id: int = Field(sa_column=Column(ForeignKey("dossier.id"), nullable=False))
    name: str = Field(sa_column=Column(Text, nullable=False))
    meets: date | None = None
    outcome: str = Field(sa_column=Column(Text, nullable=False))
    decided: date | None = None
    words: str = Field(sa_column=Column(Text, nullable=False))
    revision: int
