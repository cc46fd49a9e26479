"""Read models of advice and parafen: who is waited for, what was said, and about which version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class AdviceView:
    """One request as shown.

    who: names of those who are asked; empty when nobody holds what is asked for. since: when the turn came, None while
    it waits. day, why: the last day of the term and its sum. working_days: left until that day, negative = late.
    status: a value of `AdviceStatus`; awaited: somebody must still answer now. verdict: in words, with person, at, text
    and whether it was a substitute; empty without an answer. old: what is said when the answer is about another text.
    silence: what silence means, in words. mine: this actor can answer now.
    """

    id: int
    revision: int
    title: str
    kind: str
    who: tuple[str, ...]
    substitutes: tuple[str, ...]
    status: str
    awaited: bool
    late: bool
    since: datetime | None
    day: date | None
    why: str
    working_days: int | None
    silence: str
    mine: bool
    verdict: str = ""
    refused: bool = False
    person: str = ""
    substitute: bool = False
    at: datetime | None = None
    text: str = ""
    old: str = ""


@dataclass(frozen=True, slots=True)
class EarlierAdvice:
    """An answer that no longer stands: of an earlier round, superseded, or taken back. about: number of the version."""

    title: str
    verdict: str
    person: str
    at: datetime
    text: str
    about: int | None
    round: int
    state_title: str


@dataclass(frozen=True, slots=True)
class AdviceBoard:
    """What stands on the dossier page. now: the requests of this round of this state, in their order."""

    now: tuple[AdviceView, ...]
    earlier: tuple[EarlierAdvice, ...]

    @property
    def awaited(self) -> tuple[AdviceView, ...]:
        return tuple(view for view in self.now if view.awaited)


NO_ADVICE = AdviceBoard((), ())


@dataclass(frozen=True, slots=True)
class AdvicePage:
    """The page on which one request is answered. version: number of the document it will be about, None without one.

    problem: why the actor cannot answer now, in words; empty when they can. candidates: (id, name, function) of who
    can be asked instead, empty when the actor may not choose. may_withdraw: the answer that stands is the actor's.
    """

    number: str
    title: str
    state_title: str
    view: AdviceView
    version: int | None
    problem: str
    may_withdraw: bool
    candidates: tuple[tuple[int, str, str], ...]
