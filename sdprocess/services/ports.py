"""What the use cases need from the world. `store` and `reading` fulfil these, `bootstrap` marries them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self

from sdprocess.content.library import Library
from sdprocess.domain.dossier import CouncilQuestion, DocumentVersion, Dossier, Judgement, Person, Release, Side
from sdprocess.domain.findings import Assessment, ContentRef, Profile
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.text import SourceText
from sdprocess.planning.working_days import WorkCalendar
from sdprocess.services.kader_shelf import with_stored
from sdprocess.services.ports_advice import Advices
from sdprocess.services.ports_calibration import CalibrationStore
from sdprocess.services.ports_councils import Councils
from sdprocess.services.ports_design import Designs
from sdprocess.services.ports_kaders import Kaders
from sdprocess.services.ports_planning import Planning
from sdprocess.services.ports_register import Choices, Frames


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
    """URL-addressable filters of the board and the table; empty means all.

    sort: a column, `-` before it descends. running: without the closed ones. turn: `nu` = only where it is the actor's
    turn, `wacht` = only where it is not.
    """

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
    running: bool = False
    turn: str = ""


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
    opener: str = "steller"


@dataclass(frozen=True, slots=True)
class DossierScope:
    """Which dossiers a list may hold: those on one of `sides`, and those the actor wrote.

    today: the newest working day; what had to be done before it is late. step_states: (kader sha256, state) pairs of
    the step that is filtered on, None = every step. turn_states: those where it is the actor's turn; with the dossiers
    that the actor wrote they make up "mijn". openers: as what the actor may have written them. own_turn_states: those
    where it is the turn of who holds the dossier.
    """

    sides: frozenset[Side]
    actor_id: int
    today: date
    step_states: frozenset[tuple[str, str]] | None = None
    turn_states: frozenset[tuple[str, str]] = frozenset()
    own_turn_states: frozenset[tuple[str, str]] = frozenset()
    openers: frozenset[str] = frozenset({"steller"})


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """The values that occur among the dossiers of a scope, sorted."""

    kaders: tuple[str, ...]
    portfolios: tuple[str, ...]
    themes: tuple[str, ...]


class Dossiers(Protocol):
    """Dossiers with optimistic revision."""

    def add(self, new: NewDossier) -> Dossier:
        """Give it an id and, when it has none, the next number of its year. Raises InvalidInput for a taken number."""
        ...

    def get(self, number: str) -> Dossier:
        """Raises NotFound."""
        ...

    def by_id(self, dossier_id: int) -> Dossier: ...
    def save(self, dossier: Dossier, seen_revision: int) -> Dossier:
        """Write with revision + 1. Raises StaleDossier when someone else was first."""
        ...

    def find(self, scope: DossierScope, filters: DossierFilter) -> Sequence[Dossier]:
        """One query for board and table: the page of dossiers that the scope and the filters leave."""
        ...

    def count(self, scope: DossierScope, filters: DossierFilter) -> int:
        """How many there are over all pages."""
        ...

    def places(self, scope: DossierScope, filters: DossierFilter) -> Sequence[tuple[int, str, str]]:
        """(id, kader sha256, state) of all of them, in the order of `find` over all pages."""
        ...

    def by_ids(self, dossier_ids: Iterable[int]) -> Sequence[Dossier]:
        """In one query, in the order given; unknown ids are left out."""
        ...

    def choices(self, scope: DossierScope) -> FilterChoices: ...
    def followers(self, dossier_id: int) -> Sequence[Dossier]:
        """Dossiers that continue this one."""
        ...


class Documents(Protocol):
    """Versions, their bytes and their read texts. Never deleted."""

    def add(self, version: DocumentVersion, data: bytes, text: SourceText) -> DocumentVersion:
        """Store the version (its id is ignored, number is set to the next one)."""
        ...

    def versions(self, dossier_id: int) -> Sequence[DocumentVersion]:
        """Newest first."""
        ...

    def versions_of(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[DocumentVersion]]:
        """Newest first, in one query."""
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


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A toets as lists need it, without its findings. judged: whether A-E applied to that document."""

    version: DocumentVersion
    at: datetime
    checklist: ContentRef
    judged: bool
    profiles: tuple[Profile, ...]

    @property
    def open_questions(self) -> int | None:
        """Questions without an answer; None when the document was not judged."""
        return sum(p.open for p in self.profiles) if self.judged else None


class Assessments(Protocol):
    """Append-only."""

    def add(self, version_id: int, at: datetime, assessment: Assessment) -> StoredAssessment: ...
    def latest(self, version_id: int) -> StoredAssessment | None: ...
    def latest_of(self, version_ids: Iterable[int]) -> Mapping[int, StoredAssessment]:
        """The newest toets of each version, in one query."""
        ...

    def score_lines(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[ScoreLine]]:
        """For lists and the score history: the newest toets of each version, oldest version first, in one query."""
        ...


class Judgements(Protocol):
    """Append-only; `current` gives the newest per question, kind and person."""

    def add(self, judgement: Judgement) -> Judgement: ...
    def current(self, version_id: int) -> Sequence[Judgement]: ...
    def current_of(self, version_ids: Iterable[int]) -> Mapping[int, Sequence[Judgement]]:
        """The same for many versions, in one query."""
        ...


class Releases(Protocol):
    """Append-only."""

    def add(self, release: Release) -> Release: ...
    def of_dossier(self, dossier_id: int) -> Sequence[Release]:
        """Newest first."""
        ...

    def of_dossiers(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[Release]]:
        """Newest first, in one query."""
        ...


class Events(Protocol):
    """Append-only; `seq` is given by the store and has no gaps within a dossier."""

    def append(self, record: TransitionRecord) -> TransitionRecord: ...
    def of_dossier(self, dossier_id: int) -> Sequence[TransitionRecord]:
        """Oldest first."""
        ...

    def of_dossiers(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[TransitionRecord]]:
        """Oldest first, in one query."""
        ...

    def since(self, moment: datetime) -> Sequence[TransitionRecord]:
        """Of all dossiers, newest first."""
        ...


class Marks(Protocol):
    """Facts about the database itself."""

    def get(self, name: str) -> str:
        """Empty when it was never set."""
        ...

    def put(self, name: str, value: str) -> None: ...


class Outbox(Protocol):
    """What must be told to others after commit, written in the same transaction as its cause."""

    def put(self, topic: str, dossier_id: int, payload: dict[str, str]) -> None: ...
    def pending(self) -> Sequence[tuple[int, str, int, dict[str, str]]]: ...
    def done(self, row_id: int) -> None: ...


class People(Protocol):
    """Accounts. Raises NotFound for an unknown id, InvalidInput for a taken login."""

    def all(self) -> Sequence[Person]: ...
    def get(self, person_id: int) -> Person: ...
    def by_login(self, login: str) -> Person | None: ...
    def add(self, person: Person, password_hash: str) -> Person: ...
    def save(self, person: Person, seen_revision: int) -> Person:
        """Write with revision + 1. Raises StaleDossier when someone else was first."""
        ...

    def password_hash(self, person_id: int) -> str: ...
    def set_password(self, person_id: int, password_hash: str) -> None: ...
    def begin_sign_in(self, login: str, at: datetime, since: datetime) -> tuple[int, int]:
        """Write a try down as failed, before the password is looked at, so that parallel tries count each other.

        Gives its id, and how many tries failed before it since `since` and since the last that succeeded.
        """
        ...

    def sign_in_succeeded(self, attempt: int) -> None: ...


class CouncilQuestions(Protocol):
    """Private to one person."""

    def of(self, dossier_id: int, person_id: int) -> Sequence[CouncilQuestion]: ...
    def save(self, question: CouncilQuestion) -> CouncilQuestion:
        """Insert (id 0) or update a question of that person. Raises NotFound for somebody else's."""
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
    marks: Marks
    calibration: CalibrationStore
    planning: Planning
    frames: Frames
    choices: Choices
    councils: Councils
    kaders: Kaders
    designs: Designs
    advices: Advices

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None
    ) -> None: ...
    def commit(self) -> None: ...


class OpenUnitOfWork(Protocol):
    def __call__(self, *, write: bool = False) -> UnitOfWork: ...


class Hasher(Protocol):
    """Passwords; argon2id behind it."""

    def hash(self, password: str) -> str: ...
    def verify(self, password_hash: str, password: str) -> bool: ...


@dataclass(frozen=True)
class World:
    """All that the edges (web, cli, demo) need; made by `bootstrap.build(settings)`.

    library: given with the files; it also knows the kaders in the database, see `services.kader_shelf`.
    """

    uow: OpenUnitOfWork
    clock: Clock
    library: Library
    reader: Reader
    hasher: Hasher
    municipality: str
    demo: bool = False
    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    extra: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "library", with_stored(self.library, self.uow))
