"""Makes the advice that an example in a workflow file describes by one word."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sdprocess.content.workflow import State
from sdprocess.domain.advice import Advice, AdviceRequest, AdviceVerdict
from sdprocess.domain.dossier import DocumentVersion, Dossier
from sdprocess.domain.planning import Dated
from sdprocess.domain.terms import Term
from sdprocess.engine.advice import AdviceRules, AdviceStand, asks_of, stand_of

LONG_AGO = timedelta(days=3650)
ADVISER_ID = 3


def staged_advice(
    state: State, dossier: Dossier, fact: str, versions: tuple[DocumentVersion, ...]
) -> tuple[AdviceStand, ...]:
    """How those who are asked in a state stand.

    `binnen`, `deel` (all but the last), `geen`, `niet-akkoord` (the first is against), `ouder` (all about the version
    before) or `stil` (nobody answered, and every term is over).
    """
    now = dossier.state_since
    opened = now - LONG_AGO if fact == "stil" else now - timedelta(hours=1)
    requests = [
        AdviceRequest(n, dossier.id, state.id, 1, ask, state.side, opened)
        for n, ask in enumerate(asks_of(state, dossier.portfolio), start=1)
    ]
    how_many = {"geen": 0, "stil": 0, "deel": len(requests) - 1}.get(fact, len(requests))
    version = versions[-1] if fact == "ouder" else versions[0]
    answers = [
        Advice(r.id, r.id, version.id, ADVISER_ID, "adviseur", _verdict(fact, r.id), "", now)
        for r in requests[:how_many]
    ]
    if fact == "stil":
        versions = ()
    return stand_of(requests, answers, versions, now, AdviceRules(_due, _day))


def _verdict(fact: str, number: int) -> AdviceVerdict:
    return AdviceVerdict.REFUSE if fact == "niet-akkoord" and number == 1 else AdviceVerdict.AGREE


def _due(term: Term, at: datetime) -> Dated:
    """A month after it began, whatever was written: an example says which terms are over, not how long they are."""
    return Dated(_day(at) + timedelta(days=31) if term.known else None, "")


def _day(moment: datetime) -> date:
    return moment.astimezone(UTC).date()
