"""A running dossier to another proceskader: where it will stand, and every reason why that may not be.

An upgrade is no move: it decides nothing, hands nothing over and ends nothing. Those need a transition.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from sdprocess.content.workflow import State, Workflow
from sdprocess.domain.dossier import Dossier, Side
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.context import TermRule
from sdprocess.engine.move import wider

UPGRADED = "bijgewerkt"
UNDONE = "teruggezet"
GUARD = "bijwerken"


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a dossier stands after an upgrade. side: who may read that it happened."""

    state: State
    term: date | None
    side: Side


def land(
    old: Workflow, new: Workflow, dossier: Dossier, state_map: Mapping[str, str], due: TermRule
) -> Landing | tuple[Refusal, ...]:
    """The state of `new` where the dossier goes on, or every reason why not. Nothing is written.

    state_map: state of the old kader -> state of the new one; a state that is not in it keeps its id, and is refused
    when the new kader has no such state. The term stays when the state and its termijn stay, or the clock stands still;
    otherwise it is counted anew from the day the dossier came in its state, so that nothing starts over unseen.
    """
    if dossier.closed:
        return (_no("bijwerken-gesloten"),)
    if old.ref == new.ref:
        return (_no("bijwerken-zelfde"),)
    before = old.state(dossier.state)
    name = state_map.get(before.id, before.id)
    after = next((s for s in new.states if s.id == name), None)
    if after is None:
        code = "bijwerken-doel-onbekend" if before.id in state_map else "bijwerken-toestand-vervalt"
        return (_no(code, state=before.title, name=name),)
    refusals = tuple(_against(before, after, dossier))
    return refusals or Landing(after, _term(before, after, dossier, due), wider(before.side, after.side))


def _against(before: State, after: State, dossier: Dossier) -> Iterable[Refusal]:
    facts = {"state": before.title, "name": after.title}
    if after.end:
        yield _no("bijwerken-einde", **facts)
    if wider(dossier.side, after.side) is not dossier.side:
        yield _no("bijwerken-zijde", **facts)


def _term(before: State, after: State, dossier: Dossier, due: TermRule) -> date | None:
    if dossier.suspended or (before.id, before.term) == (after.id, after.term):
        return dossier.term
    return due(after.term.value, dossier.state_since).day


def landed(dossier: Dossier, new: Workflow, landing: Landing) -> Dossier:
    """The dossier on its new kader, same revision. Since when it is in its state does not change."""
    return replace(dossier, kader=new.ref, state=landing.state.id, term=landing.term)


def latest_upgrade(events: Iterable[TransitionRecord]) -> TransitionRecord | None:
    """The upgrade that can still be undone: the last event that says where the dossier is; None after any move."""
    last: TransitionRecord | None = None
    for event in events:
        if event.to_state:
            last = event
    return last if last is not None and last.kind == UPGRADED else None


def _no(code: str, **facts: str) -> Refusal:
    return Refusal(code, GUARD, MappingProxyType(facts))
