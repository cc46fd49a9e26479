"""The dossier and what hangs on it. All times are aware UTC datetimes; all values are frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sdprocess.domain.findings import ContentRef, Verdict
from sdprocess.domain.people import Actor


class Side(StrEnum):
    """Two confidentiality domains. A college draft is invisible to the council side until the hand-over move."""

    COLLEGE = "college"
    COUNCIL = "raad"
    PUBLIC = "openbaar"


class JudgeKind(StrEnum):
    """Whose judgement stands beside the machine's."""

    SELF = "zelf"
    COLLEAGUE = "collega"
    GRIFFIE = "griffie"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account. `login` is the e-mail address; the password hash lives only in the store.

    revision: grows by one at each change.
    """

    id: int
    name: str
    login: str
    roles: frozenset[str]
    job: str = ""
    active: bool = True
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Dossier:
    """One matter on its way through a proceskader.

    number: as people say it, "2026-014". kader: the pinned workflow. state: its current toestand. side: who may see it.
    term: when the current state should be left, None = onbekend. revision: grows by one at each change.
    decided: text of what the council decided, empty until then. public: visible to everyone. suspended: since when its
    clock stands still (term is then None), None when it runs. steller_id: who opened it; opener: with which role.
    """

    id: int
    number: str
    title: str
    about: str
    theme: str
    portfolio: str
    kader: ContentRef
    state: str
    side: Side
    steller_id: int
    opened_at: datetime
    state_since: datetime
    term: date | None
    council_date: date | None
    revision: int
    closed: bool = False
    decided: str = ""
    previous_id: int | None = None
    suspended: date | None = None
    opener: str = "steller"


STELLER, INDIENER = "steller", "indiener"
"""The two roles that belong to a dossier: the first is held by whoever opened it as steller, the second by whoever
opened it. No account has the role indiener."""


def is_own(actor: Actor, dossier: Dossier) -> bool:
    """Whether the actor opened this dossier, and still has the role with which that was done."""
    return actor.id == dossier.steller_id and actor.has(dossier.opener)


def roles_in(actor: Actor, dossier: Dossier) -> frozenset[str]:
    """The roles that the actor has in this dossier."""
    own = frozenset({INDIENER}) if is_own(actor, dossier) else frozenset[str]()
    mine = own and dossier.opener == STELLER
    return (actor.roles if mine else actor.roles - {STELLER}) | own


@dataclass(frozen=True, slots=True)
class DocumentVersion:
    """One uploaded version of the dossier's proposal. number: 1, 2, 3. text_hash: of its SourceText."""

    id: int
    dossier_id: int
    number: int
    filename: str
    format: str
    sha256: str
    text_hash: str
    size: int
    uploaded_at: datetime
    uploaded_by: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one person says of one question of one document version, beside the machine. Superseded, never edited.

    verdict: theirs. agrees: whether it confirms the machine's. reason: owed when it differs or is nvt.
    quote: words of the text they point at, if any.
    """

    id: int
    version_id: int
    question: str
    kind: JudgeKind
    person_id: int
    person: str
    verdict: Verdict
    agrees: bool
    reason: str
    quote: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Release:
    """Vrijgave: a named person lets the council side see a version. deviation: why, when the gate did not hold."""

    id: int
    dossier_id: int
    version_id: int
    person: str
    at: datetime
    deviation: str = ""
    unmet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CouncilQuestion:
    """A question a councillor takes along. Private to that person. `kind`: technisch | politiek."""

    id: int
    dossier_id: int
    person_id: int
    question: str
    text: str
    kind: str
    taken: bool
    note: str = ""
