"""How advice and parafen stand at a moment: whose turn it is, until when, what silence has meant, what is about an old
text. All of it follows from the requests, the answers, the versions and the clock; nothing here is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from sdprocess.content.advice import AskedOf
from sdprocess.content.workflow import State
from sdprocess.domain.advice import (
    Addressee,
    Advice,
    AdviceAsk,
    AdviceKind,
    AdviceRequest,
    AdviceVerdict,
    NewText,
    Order,
    Silence,
)
from sdprocess.domain.dossier import DocumentVersion
from sdprocess.domain.planning import Dated
from sdprocess.domain.terms import Term, parse_duration

BETWEEN = ";"
"""Stands between the portfolios of a dossier that has more than one."""


class AdviceStatus(StrEnum):
    """GIVEN: an answer that counts. SILENT_*: the term passed without one."""

    WAITS = "wacht"
    OPEN = "open"
    GIVEN = "gegeven"
    SILENT_AGREES = "stil-akkoord"
    SILENT_NONE = "stil-geen-advies"


@dataclass(frozen=True, slots=True)
class AdviceRules:
    """What the clock needs: how a term becomes a day with its sum, and the local day of a moment."""

    due: Callable[[Term, datetime], Dated]
    day_of: Callable[[datetime], date]


@dataclass(frozen=True, slots=True)
class AdviceStand:
    """One request at this moment.

    since: when its turn came, None while it waits for one before it. due: the last day of its term with the sum.
    answer: the newest that was not taken back, also when it no longer counts. old: the answer is about another text
    than the newest. late: open after its last day.
    """

    request: AdviceRequest
    status: AdviceStatus
    since: datetime | None
    due: Dated
    answer: Advice | None
    old: bool
    late: bool

    @property
    def marked(self) -> bool:
        """Whether a reader must see that the answer is about another text; not when the kader lets it be."""
        return self.old and self.request.ask.new_text is not NewText.STAYS

    @property
    def settled(self) -> bool:
        """Whether nobody has to wait for it any more."""
        return self.status not in (AdviceStatus.WAITS, AdviceStatus.OPEN)

    @property
    def refused(self) -> bool:
        return self.status is AdviceStatus.GIVEN and self.verdict is AdviceVerdict.REFUSE

    @property
    def verdict(self) -> AdviceVerdict | None:
        return self.answer.verdict if self.answer else None

    @property
    def agrees(self) -> bool:
        """Whether it counts as agreeing, by an answer or by silence."""
        given = self.status is AdviceStatus.GIVEN and not self.refused
        return given or self.status is AdviceStatus.SILENT_AGREES


@dataclass(frozen=True, slots=True)
class Text:
    """The text of the newest version: its hash, and since when it has been the text. None without a document."""

    hash: str
    since: datetime


def asks_of(state: State, portfolio: str) -> tuple[AdviceAsk, ...]:
    """Who is asked when a dossier about this portfolio enters a state, advice first, in the order of the file."""
    found: list[AdviceAsk] = []
    for kind, round_ in state.rounds:
        for asked in round_.asked:
            for suffix, by in _addressees(asked.by, portfolio):
                ask = AdviceAsk(
                    f"{asked.id}{suffix}",
                    kind,
                    f"{asked.title}{f' ({by.portfolio})' if suffix else ''}",
                    len(found) + 1,
                    round_.order,
                    round_.enough,
                    round_.new_text,
                    asked.term,
                    asked.silence,
                    by,
                    _addressees(asked.substitute, portfolio)[0][1] if asked.substitute else None,
                )
                found.append(ask)
    return tuple(found)


def portfolios_of(portfolio: str) -> tuple[str, ...]:
    """The portfolios that a dossier names."""
    return tuple(part.strip() for part in portfolio.split(BETWEEN) if part.strip())


def _addressees(asked: AskedOf, portfolio: str) -> tuple[tuple[str, Addressee], ...]:
    """Who an ask goes to, each with what makes its id differ; one rule may ask several."""
    if asked.person is not None:
        return (("", Addressee(person=asked.person)),)
    if asked.rule is None:
        return (("", Addressee(role=asked.role, job=asked.job or "")),)
    named = portfolios_of(portfolio) or ("",)
    if asked.rule == "portefeuillehouder" or len(named) == 1:
        return (("", Addressee(role=asked.needs_role, portfolio=named[0])),)
    return tuple((f":{n}", Addressee(role=asked.needs_role, portfolio=one)) for n, one in enumerate(named, start=1))


def stand_of(
    requests: Sequence[AdviceRequest],
    answers: Iterable[Advice],
    versions: Sequence[DocumentVersion],
    now: datetime,
    rules: AdviceRules,
) -> tuple[AdviceStand, ...]:
    """How the requests of one round of one state stand, by rank. versions: of the dossier, newest first."""
    newest: dict[int, Advice] = {}
    for answer in sorted(answers, key=lambda a: a.id):
        newest[answer.request_id] = answer
    found: list[AdviceStand] = []
    for kind in AdviceKind:
        own = sorted((r for r in requests if r.ask.kind is kind), key=lambda r: r.ask.rank)
        found.extend(_group(own, newest, versions, now, rules))
    return tuple(found)


def _group(
    requests: Sequence[AdviceRequest],
    newest: dict[int, Advice],
    versions: Sequence[DocumentVersion],
    now: datetime,
    rules: AdviceRules,
) -> Iterator[AdviceStand]:
    """Advice or parafen of one state. In a sequence the turn of one comes when all before it are settled; a paraaf that
    is refused stops the line.
    """
    text = text_of(versions)
    hashes = {v.id: v.text_hash for v in versions}
    turn: datetime | None = datetime.min.replace(tzinfo=UTC)
    for request in requests:
        answer = newest.get(request.id)
        if answer is not None and answer.verdict is AdviceVerdict.WITHDRAWN:
            answer = None
        old = answer is not None and hashes.get(answer.version_id or 0, "") != (text.hash if text else "")
        reopens = request.ask.new_text is NewText.REOPENS
        begins = max(request.opened_at, text.since) if text and reopens else request.opened_at
        since = max(begins, turn) if turn is not None else None
        due = rules.due(Term(parse_duration(request.ask.term)), since) if since is not None else Dated(None, "")
        over = due.day is not None and rules.day_of(now) > due.day
        status = _status(request, answer, counts=answer is not None and not (old and reopens), turn=since, over=over)
        stand = AdviceStand(request, status, since, due, answer, old, late=status is AdviceStatus.OPEN and over)
        yield stand
        if request.ask.order is Order.SEQUENCE:
            turn = _next_turn(stand, turn)


def _status(
    request: AdviceRequest, answer: Advice | None, *, counts: bool, turn: datetime | None, over: bool
) -> AdviceStatus:
    if answer is not None and counts:
        return AdviceStatus.GIVEN
    if turn is None:
        return AdviceStatus.WAITS
    if over and request.ask.silence is Silence.AGREES:
        return AdviceStatus.SILENT_AGREES
    if over and request.ask.silence is Silence.NO_ADVICE:
        return AdviceStatus.SILENT_NONE
    return AdviceStatus.OPEN


def _next_turn(stand: AdviceStand, turn: datetime | None) -> datetime | None:
    """When the turn of the next in a sequence came: at the answer or at the silence, whichever was first."""
    stops = stand.refused and stand.request.ask.kind is AdviceKind.INITIALS
    if turn is None or not stand.settled or stops or stand.since is None:
        return None
    moments = []
    if stand.status is AdviceStatus.GIVEN and stand.answer is not None:
        moments.append(stand.answer.at)
    if stand.due.day is not None and stand.request.ask.silence is not Silence.STAYS_OPEN:
        moments.append(datetime.combine(stand.due.day + timedelta(days=1), time(), UTC))
    return max(stand.since, min(moments))


def text_of(versions: Sequence[DocumentVersion]) -> Text | None:
    """The text in force: a version with the same words as the one before it is no new text. Newest first."""
    if not versions:
        return None
    first = versions[0]
    since = first.uploaded_at
    for version in versions:
        if version.text_hash != first.text_hash:
            break
        since = version.uploaded_at
    return Text(first.text_hash, since)


def awaited(stands: Sequence[AdviceStand]) -> tuple[AdviceStand, ...]:
    """Those that somebody still has to answer now: open, and not more than the quorum needs."""
    done = {kind for kind in AdviceKind if _enough([s for s in stands if s.request.ask.kind is kind])}
    return tuple(s for s in stands if s.status is AdviceStatus.OPEN and s.request.ask.kind not in done)


def _enough(stands: Sequence[AdviceStand]) -> bool:
    needed = stands[0].request.ask.enough if stands else None
    return needed is not None and sum(s.agrees or s.refused for s in stands) >= needed
