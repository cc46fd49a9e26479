"""The tables of advice and parafen. A request changes (who is asked, whether it is live); an answer never does."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Index, Text, UniqueConstraint
from sqlmodel import Field

from sdprocess.store.tables import Table
from sdprocess.store.types import UtcDateTime


def _text() -> Any:
    return Column(Text, nullable=False)


def _utc() -> Any:
    return Column(UtcDateTime, nullable=False)


class AdviceRequestRow(Table, table=True):
    """One that is asked. `key` is the id of the ask, so that nobody is asked twice in a round."""

    __tablename__ = "advice_request"
    __table_args__ = (
        UniqueConstraint("dossier_id", "state", "round", "key"),
        Index(None, "live", "dossier_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    dossier_id: int = Field(sa_column=Column(ForeignKey("dossier.id"), nullable=False))
    state: str = Field(sa_column=_text())
    round: int
    key: str = Field(sa_column=_text())
    ask: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    side: str = Field(sa_column=_text())
    opened_at: datetime = Field(sa_column=_utc())
    person_id: int | None = Field(default=None, sa_column=Column(ForeignKey("person.id"), nullable=True))
    live: bool
    revision: int


class AdviceRow(Table, table=True):
    """An answer to a request."""

    __tablename__ = "advice"
    __table_args__ = (Index(None, "request_id", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    request_id: int = Field(sa_column=Column(ForeignKey("advice_request.id"), nullable=False))
    version_id: int | None = Field(default=None, sa_column=Column(ForeignKey("document_version.id"), nullable=True))
    person_id: int = Field(sa_column=Column(ForeignKey("person.id"), nullable=False))
    person: str = Field(sa_column=_text())
    verdict: str = Field(sa_column=_text())
    text: str = Field(sa_column=_text())
    at: datetime = Field(sa_column=_utc())
    substitute: bool
