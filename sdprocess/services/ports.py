"""What the use cases need from the world. `store` and `reading` fulfil these, `bootstrap` marries them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self

from sdprocess.content.library import Library
from sdprocess.domain.dossier import CouncilQuestion, DocumentVersion, Dossier, Judgement, Person, Release, Side
from sdprocess.domain.findings import Assessment, ContentRef
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import Actor
from sdprocess.domain.text import SourceText


class Clock(Protocol):
    """Tells the time. Tests and the demo seeding pass a fixed one."""

    def now(self) -> datetime:
        """Aware UTC datetime."""
        ...


class Reader(Protocol):
    """Turns bytes into a SourceText; raises UnreadableDocument."""

    def __call__(self, data: bytes, filename: str) -> SourceText: ...


@dataclass(frozen=True, slots=True)
class DossierFilter:
    """URL-addressable filters of the board and the table; empty means all. `sort` is a column, `-` before it descends."""

    kader: str = ""
    portfolio: str = ""
    theme: str = ""
    step: str = ""
    late: bool = False
    mine: bool = False
    text: str = ""
    sort: str = "term"
    page: int = 1
    per_page: int = 200


@dataclass(frozen=True, slots=True)
class NewDossier:
    """What is needed to open a dossier; the store gives it an id and a number (unless `number` is given)."""

    title: str
    about: str
    theme: str
    portfolio: str
    kader: ContentRef
    state: str
    side: Side
    steller_id: int
    opened_at: datetime
    term: date | None = None
    council_date: date | None = None
    previous_id: int | None = None
    number: str = ""


class Dossiers(Protocol):
    """Dossiers with optimistic revision."""

    def add(self, new: NewDossier) -> Dossier: ...
    def get(self, number: str) -> Dossier:
        """Raises NotFound."""
        ...

    def by_id(self, dossier_id: int) -> Dossier: ...
    def save(self, dossier: Dossier, seen_revision: int) -> Dossier:
        """Write with revision + 1. Raises StaleDossier when someone else was first."""
        ...

    def find(self, sides: frozenset[Side], filters: DossierFilter, actor: Actor, today: date) -> Sequence[Dossier]:
        """One query for board and table: only dossiers whose side is in `sides`, or whose steller is the actor."""
        ...


class Documents(Protocol):
    """Versions, their bytes and their read texts. Never deleted."""

    def add(self, version: DocumentVersion, data: bytes, text: SourceText) -> DocumentVersion:
        """Store the version (its id is ignored, number is set to the next one)."""
        ...

    def versions(self, dossier_id: int) -> Sequence[DocumentVersion]:
        """Newest first."""
        ...

    def text(self, version_id: int) -> SourceText: ...
    def data(self, version_id: int) -> bytes: ...


@dataclass(frozen=True, slots=True)
class StoredAssessment:
    """A toets of one document version, as stored; never updated."""

    id: int
    version_id: int
    at: datetime
    assessment: Assessment


class Assessments(Protocol):
    def add(self, version_id: int, at: datetime, assessment: Assessment) -> StoredAssessment: ...
    def latest(self, version_id: int) -> StoredAssessment | None: ...
    def of_dossier(self, dossier_id: int) -> Sequence[StoredAssessment]:
        """All, oldest first: the score history."""
        ...

    def latest_of_dossiers(self, dossier_ids: Iterable[int]) -> dict[int, tuple[DocumentVersion, StoredAssessment]]:
        """For lists: newest assessed version per dossier, in one query."""
        ...


class Judgements(Protocol):
    """Append-only; `current` gives the newest per question, kind and person."""

    def add(self, judgement: Judgement) -> Judgement: ...
    def current(self, version_id: int) -> Sequence[Judgement]: ...


class Releases(Protocol):
    def add(self, release: Release) -> Release: ...
    def of_dossier(self, dossier_id: int) -> Sequence[Release]:
        """Newest first."""
        ...


class Events(Protocol):
    """Append-only; `seq` is given by the store and has no gaps within a dossier."""

    def append(self, record: TransitionRecord) -> TransitionRecord: ...
    def of_dossier(self, dossier_id: int) -> Sequence[TransitionRecord]:
        """Oldest first."""
        ...

    def since(self, moment: datetime, dossier_ids: Iterable[int]) -> Sequence[TransitionRecord]: ...


class Outbox(Protocol):
    """What must be told to others after commit, written in the same transaction as its cause."""

    def put(self, topic: str, dossier_id: int, payload: dict[str, str]) -> None: ...
    def pending(self) -> Sequence[tuple[int, str, int, dict[str, str]]]: ...
    def done(self, row_id: int) -> None: ...


class People(Protocol):
    def all(self) -> Sequence[Person]: ...
    def get(self, person_id: int) -> Person: ...
    def by_login(self, login: str) -> Person | None: ...
    def add(self, person: Person, password_hash: str) -> Person: ...
    def save(self, person: Person) -> Person: ...
    def password_hash(self, person_id: int) -> str: ...
    def set_password(self, person_id: int, password_hash: str) -> None: ...
    def failures(self, login: str, since: datetime) -> int:
        """Failed sign-ins for this login since a moment."""
        ...

    def record_sign_in(self, login: str, at: datetime, *, succeeded: bool) -> None: ...


class CouncilQuestions(Protocol):
    """Private to one person."""

    def of(self, dossier_id: int, person_id: int) -> Sequence[CouncilQuestion]: ...
    def save(self, question: CouncilQuestion) -> CouncilQuestion:
        """Insert (id 0) or update a question of that person."""
        ...


class UnitOfWork(Protocol):
    """One transaction. Leaving the block without `commit` rolls back."""

    dossiers: Dossiers
    documents: Documents
    assessments: Assessments
    judgements: Judgements
    releases: Releases
    events: Events
    outbox: Outbox
    people: People
    council_questions: CouncilQuestions

    def __enter__(self) -> Self: ...
    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None: ...
    def commit(self) -> None: ...


class OpenUnitOfWork(Protocol):
    def __call__(self, *, write: bool = False) -> UnitOfWork: ...


class Hasher(Protocol):
    """Passwords; argon2id behind it."""

    def hash(self, password: str) -> str: ...
    def verify(self, password_hash: str, password: str) -> bool: ...


@dataclass(frozen=True)
class World:
    """All that the edges (web, cli, demo) need; made by `bootstrap.build(settings)`."""

    uow: OpenUnitOfWork
    clock: Clock
    library: Library
    reader: Reader
    hasher: Hasher
    municipality: str
    demo: bool = False
    extra: dict[str, str] = field(default_factory=dict)
