"""The tables. A row is made and read in `mapping` only, because SQLModel tables do not validate their constructor."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Index, LargeBinary, MetaData, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from sdprocess.store.types import UtcDateTime

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)

APPEND_ONLY = (
    "event",
    "judgement",
    "release",
    "assessment",
    "document_version",
    "document_data",
    "calibration_reading",
    "advice",
)
"""Tables whose rows are never changed or removed; triggers in the migrations hold that."""


class Table(SQLModel):
    """Base of every table, with the product's own metadata so that every constraint is named."""

    metadata = metadata


def _text(*, nullable: bool = False) -> Any:
    return Column(Text, nullable=nullable)


def _utc() -> Any:
    return Column(UtcDateTime, nullable=False)


def _reference(target: str, *, nullable: bool = False, primary: bool = False) -> Any:
    return Column(ForeignKey(target), nullable=nullable, primary_key=primary)


class PersonRow(Table, table=True):
    """An account. `login` is lower case."""

    __tablename__ = "person"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_column=_text())
    login: str = Field(sa_column=Column(Text, nullable=False, unique=True))
    roles: list[str] = Field(sa_column=Column(JSON, nullable=False))
    job: str = Field(sa_column=_text())
    active: bool
    password_hash: str = Field(sa_column=_text())
    revision: int


class SignInRow(Table, table=True):
    """A try to sign in, for the throttle."""

    __tablename__ = "sign_in"
    __table_args__ = (Index(None, "login", "at"),)
    id: int | None = Field(default=None, primary_key=True)
    login: str = Field(sa_column=_text())
    at: datetime = Field(sa_column=_utc())
    succeeded: bool


class DossierRow(Table, table=True):
    """A dossier as it is now. `last_seq` counts its events, `revision` its changes."""

    __tablename__ = "dossier"
    __table_args__ = (
        Index(None, "side", "closed", "term"),
        Index(None, "steller_id"),
        Index(None, "kader_sha256", "state"),
        Index(None, "previous_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    number: str = Field(sa_column=Column(Text, nullable=False, unique=True))
    title: str = Field(sa_column=_text())
    about: str = Field(sa_column=_text())
    theme: str = Field(sa_column=_text())
    portfolio: str = Field(sa_column=_text())
    kader_id: str = Field(sa_column=_text())
    kader_version: str = Field(sa_column=_text())
    kader_sha256: str = Field(sa_column=_text())
    state: str = Field(sa_column=_text())
    side: str = Field(sa_column=_text())
    steller_id: int = Field(sa_column=_reference("person.id"))
    opened_at: datetime = Field(sa_column=_utc())
    state_since: datetime = Field(sa_column=_utc())
    term: date | None = None
    council_date: date | None = None
    suspended: date | None = None
    closed: bool
    decided: str = Field(sa_column=_text())
    previous_id: int | None = Field(default=None, sa_column=_reference("dossier.id", nullable=True))
    opener: str = Field(sa_column=_text())
    revision: int
    last_seq: int


class CounterRow(Table, table=True):
    """Numbers handed out without a double: the dossier numbers of a year."""

    __tablename__ = "counter"
    name: str = Field(sa_column=Column(Text, primary_key=True))
    value: int


class MarkerRow(Table, table=True):
    """A fact about the database itself, such as that it holds demo data."""

    __tablename__ = "marker"
    name: str = Field(sa_column=Column(Text, primary_key=True))
    value: str = Field(sa_column=_text())


class VersionRow(Table, table=True):
    """A document version, without its bytes."""

    __tablename__ = "document_version"
    __table_args__ = (UniqueConstraint("dossier_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    dossier_id: int = Field(sa_column=_reference("dossier.id"))
    number: int
    filename: str = Field(sa_column=_text())
    format: str = Field(sa_column=_text())
    sha256: str = Field(sa_column=_text())
    text_hash: str = Field(sa_column=_text())
    size: int
    uploaded_at: datetime = Field(sa_column=_utc())
    uploaded_by: str = Field(sa_column=_text())


class DataRow(Table, table=True):
    """The bytes of a version and its text as read."""

    __tablename__ = "document_data"
    version_id: int = Field(sa_column=_reference("document_version.id", primary=True))
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    text: str = Field(sa_column=_text())


class AssessmentRow(Table, table=True):
    """A toets. `body` is the whole assessment, `profiles` what lists need of it."""

    __tablename__ = "assessment"
    __table_args__ = (Index(None, "version_id", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(sa_column=_reference("document_version.id"))
    at: datetime = Field(sa_column=_utc())
    checklist_id: str = Field(sa_column=_text())
    checklist_version: str = Field(sa_column=_text())
    checklist_sha256: str = Field(sa_column=_text())
    judged: bool
    profiles: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    body: str = Field(sa_column=_text())


class JudgementRow(Table, table=True):
    """What a person says of a question of a version."""

    __tablename__ = "judgement"
    __table_args__ = (Index(None, "version_id", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(sa_column=_reference("document_version.id"))
    question: str = Field(sa_column=_text())
    kind: str = Field(sa_column=_text())
    person_id: int = Field(sa_column=_reference("person.id"))
    person: str = Field(sa_column=_text())
    verdict: str = Field(sa_column=_text())
    agrees: bool
    reason: str = Field(sa_column=_text())
    quote: str = Field(sa_column=_text())
    at: datetime = Field(sa_column=_utc())


class ReleaseRow(Table, table=True):
    """A vrijgave of a version."""

    __tablename__ = "release"
    __table_args__ = (Index(None, "dossier_id", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    dossier_id: int = Field(sa_column=_reference("dossier.id"))
    version_id: int = Field(sa_column=_reference("document_version.id"))
    person: str = Field(sa_column=_text())
    at: datetime = Field(sa_column=_utc())
    deviation: str = Field(sa_column=_text())
    unmet: list[str] = Field(sa_column=Column(JSON, nullable=False))


class EventRow(Table, table=True):
    """One event of a dossier; `seq` counts 1, 2, 3 within it."""

    __tablename__ = "event"
    __table_args__ = (Index(None, "at"),)
    dossier_id: int = Field(sa_column=_reference("dossier.id", primary=True))
    seq: int = Field(primary_key=True)
    at: datetime = Field(sa_column=_utc())
    actor_id: int
    actor: str = Field(sa_column=_text())
    kind: str = Field(sa_column=_text())
    side: str = Field(sa_column=_text())
    kader_id: str = Field(sa_column=_text())
    kader_version: str = Field(sa_column=_text())
    kader_sha256: str = Field(sa_column=_text())
    from_state: str = Field(sa_column=_text())
    to_state: str = Field(sa_column=_text())
    transition: str = Field(sa_column=_text())
    reason: str = Field(sa_column=_text())
    document_hash: str = Field(sa_column=_text())
    scores: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))


class OutboxRow(Table, table=True):
    """Something to tell others after the commit that caused it."""

    __tablename__ = "outbox"
    __table_args__ = (Index(None, "done", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    topic: str = Field(sa_column=_text())
    dossier_id: int = Field(sa_column=_reference("dossier.id"))
    payload: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    done: bool


class CouncilQuestionRow(Table, table=True):
    """A question a councillor takes along; only that person reads it."""

    __tablename__ = "council_question"
    __table_args__ = (Index(None, "dossier_id", "person_id"),)
    id: int | None = Field(default=None, primary_key=True)
    dossier_id: int = Field(sa_column=_reference("dossier.id"))
    person_id: int = Field(sa_column=_reference("person.id"))
    question: str = Field(sa_column=_text())
    text: str = Field(sa_column=_text())
    kind: str = Field(sa_column=_text())
    taken: bool
    note: str = Field(sa_column=_text())
