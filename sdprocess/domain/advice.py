"""Advice and parafen: rows beside the state of a dossier. Who is asked, what was answered, and about which version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sdprocess.domain.dossier import Person, Side


class AdviceKind(StrEnum):
    """Advice helps whoever decides; a paraaf says that somebody answers for the piece."""

    ADVICE = "advies"
    INITIALS = "paraaf"


class AdviceVerdict(StrEnum):
    """What an adviser says. A remark or a refusal owes words."""

    AGREE = "akkoord"
    REMARK = "akkoord-met-opmerking"
    REFUSE = "niet-akkoord"
    WITHDRAWN = "ingetrokken"
    """The adviser took the advice back; the request is open again."""


OWES_WORDS = frozenset({AdviceVerdict.REMARK, AdviceVerdict.REFUSE, AdviceVerdict.WITHDRAWN})


class Order(StrEnum):
    """Whether those who are asked wait for one another."""

    SEQUENCE = "na-elkaar"
    PARALLEL = "naast-elkaar"


class Silence(StrEnum):
    """What it means when the term passes without an answer."""

    AGREES = "akkoord"
    NO_ADVICE = "geen-advies"
    STAYS_OPEN = "blijft-open"


class NewText(StrEnum):
    """What happens to what was answered when another text comes."""

    REOPENS = "heropen"
    MARKED_OLD = "markeer-oud"
    STAYS = "blijft"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who may answer: everybody with the role, of whom `job` (a word) stands in their function; or one account.

    portfolio: the member of the college in whose function this stands. person: a login.
    """

    role: str = ""
    job: str = ""
    portfolio: str = ""
    person: str = ""

    def fits(self, person: Person) -> bool:
        """Whether this person is meant."""
        if not person.active:
            return False
        if self.person:
            return person.login == self.person.lower()
        return self.role in person.roles and self._in_function(person)

    def _in_function(self, person: Person) -> bool:
        function = " ".join(person.job.casefold().split())
        words = function.replace(",", " ").split()
        if self.job and self.job.casefold() not in words:
            return False
        return not self.portfolio or " ".join(self.portfolio.casefold().split()) in function


@dataclass(frozen=True, slots=True)
class AdviceAsk:
    """What the proceskader says of one that is asked, as it was when the request was opened.

    id: in the kader, with a number behind it when one rule asks several. rank: place in the order. enough: how many are
    needed, None = all. term: as written, `5 werkdagen` or `onbekend`.
    """

    id: str
    kind: AdviceKind
    title: str
    rank: int
    order: Order
    enough: int | None
    new_text: NewText
    term: str
    silence: Silence
    by: Addressee
    substitute: Addressee | None = None


@dataclass(frozen=True, slots=True)
class AdviceRequest:
    """One that is asked, in one round of one state. round: 1, 2, 3, each time that the dossier enters the state.

    person_id: who was put in the place of `ask.by`, None = nobody. live: the dossier still is in that round of that
    state. side: of the state. revision: grows by one at each answer or change.
    """

    id: int
    dossier_id: int
    state: str
    round: int
    ask: AdviceAsk
    side: Side
    opened_at: datetime
    person_id: int | None = None
    live: bool = True
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Advice:
    """An answer. Superseded, never edited. version_id: the document it is about, None when there was none yet.

    substitute: given in the place of who was asked. person: the name at that moment.
    """

    id: int
    request_id: int
    version_id: int | None
    person_id: int
    person: str
    verdict: AdviceVerdict
    text: str
    at: datetime
    substitute: bool = False
