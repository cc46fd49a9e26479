"""What is kept of a dossier's planning. Every plan stays: a new one is a new version, so the old date stays visible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sdprocess.domain.findings import ContentRef
from sdprocess.domain.plan import PlannedStep


class PlanKind(StrEnum):
    """How a version came about: planned anew, a step shifted, or the clock ran again after it had stood still."""

    PLANNED = "gepland"
    SHIFTED = "verschoven"
    RESUMED = "hervat"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan as it should become. reason: owed when it replaces another. sums: what changes, in Dutch sentences.

    state: the step that was shifted, empty when the whole plan is new. participants: who must consent to a next shift.
    calendar: what it was counted with, None = the public holidays alone. side: of the state in which it was made.
    """

    kind: PlanKind
    steps: tuple[PlannedStep, ...]
    council_date: date | None
    reason: str = ""
    sums: tuple[str, ...] = ()
    state: str = ""
    participants: tuple[str, ...] = ()
    calendar: ContentRef | None = None
    side: str = ""


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A plan that is, or was, in force. number: 1, 2, 3 within its dossier. request_id: the shift that people consented
    to, None when nobody had to.
    """

    id: int
    dossier_id: int
    number: int
    at: datetime
    person_id: int
    person: str
    proposal: Proposal
    request_id: int | None = None

    def step(self, state: str) -> PlannedStep | None:
        """The planned step of a state."""
        return next((s for s in self.proposal.steps if s.state == state), None)


@dataclass(frozen=True, slots=True)
class Consent:
    """What one participant says of a shift, and who wrote it down. Never changed."""

    id: int
    request_id: int
    participant: str
    agrees: bool
    note: str
    at: datetime
    person_id: int
    person: str


@dataclass(frozen=True, slots=True)
class ShiftRequest:
    """A plan that waits until all participants agree. base: number of the version it would replace.

    participants: who must agree. consents: what they said, oldest first.
    """

    id: int
    dossier_id: int
    base: int
    at: datetime
    person_id: int
    person: str
    participants: tuple[str, ...]
    proposal: Proposal
    consents: tuple[Consent, ...] = ()

    @property
    def waiting_for(self) -> tuple[str, ...]:
        """Participants who have not said anything yet."""
        said = {c.participant for c in self.consents}
        return tuple(p for p in self.participants if p not in said)

    @property
    def refused_by(self) -> tuple[str, ...]:
        """Participants who do not agree."""
        return tuple(c.participant for c in self.consents if not c.agrees)

    @property
    def agreed(self) -> bool:
        """Whether everybody agrees."""
        return not self.waiting_for and not self.refused_by


@dataclass(frozen=True, slots=True)
class Suspension:
    """The clock of a dossier stands still. term: the term it had. ended: None while it lasts.

    working_days: how many the clock stood still, once it ended.
    """

    id: int
    dossier_id: int
    since: date
    at: datetime
    person_id: int
    person: str
    reason: str
    term: date | None
    side: str
    ended: date | None = None
    working_days: int = 0
    ended_by: str = ""


@dataclass(frozen=True, slots=True)
class ProcessEvaluation:
    """What one person answered to the three questions about the process itself, in a state. Never changed."""

    id: int
    dossier_id: int
    state: str
    at: datetime
    person_id: int
    person: str
    questions: tuple[str, ...]
    answers: tuple[str, ...]
    side: str
