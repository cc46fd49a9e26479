"""Asking for advice and parafen when a dossier enters a state, in the same transaction; and who may answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sdprocess.content.workflow import State
from sdprocess.domain.advice import AdviceRequest, NewText
from sdprocess.domain.dossier import Dossier, JudgeKind, Person, Side
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import COUNCIL_SIDE, Actor
from sdprocess.engine.advice import AdviceStatus, asks_of
from sdprocess.services.dossier_file import DossierFile, advised_on
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.visibility import is_insider

COLLEGE, COUNCIL = "college", JudgeKind.GRIFFIE.value
"""Whose advice an event is about; see `visibility.ADVICE_EVENTS`."""

HIMSELF, SUBSTITUTE = "zelf", "vervanger"


def ask_in_state(
    uow: UnitOfWork, world: World, actor: Actor, dossier: Dossier, state: State
) -> tuple[AdviceRequest, ...]:
    """Close the round of the state that was left, and ask everybody whom this state asks, once per round.

    For whoever brings a dossier into a state by opening or moving it. The caller commits.
    """
    uow.advices.close_round(dossier.id)
    asks = asks_of(state, dossier.portfolio)
    if not asks:
        return ()
    now, round_ = world.clock.now(), uow.advices.last_round(dossier.id, state.id) + 1
    made = tuple(uow.advices.ask(AdviceRequest(0, dossier.id, state.id, round_, ask, state.side, now)) for ask in asks)
    for whose in (COLLEGE, COUNCIL):
        titles = [r.ask.title for r in made if whose_advice(r) == whose]
        if titles:
            said = ", ".join(titles)
            event = advice_event(dossier, actor, "advies-gevraagd", side=state.side, whose=whose, reason=said, at=now)
            uow.events.append(event)
    return made


def ask_after_upgrade(uow: UnitOfWork, world: World, actor: Actor, dossier: Dossier, state: State) -> None:
    """The dossier stands in a state of another kader: who is asked the same in the same state is not asked again."""
    live = uow.advices.live([dossier.id]).get(dossier.id, ())
    asked = {(r.state, r.ask) for r in live}
    if asked != {(state.id, ask) for ask in asks_of(state, dossier.portfolio)}:
        ask_in_state(uow, world, actor, dossier, state)


def tell_reopened(uow: UnitOfWork, world: World, actor: Actor, file: DossierFile, text_hash: str) -> None:
    """Write down which answers no longer count because another text came. `file`: as it was before that text."""
    known = advised_on(file.state, file.versions, file.releases)
    if text_hash == (known[0].text_hash if known else ""):
        return
    fallen = [
        s.request for s in file.advice if s.status is AdviceStatus.GIVEN and s.request.ask.new_text is NewText.REOPENS
    ]
    now = world.clock.now()
    for whose in (COLLEGE, COUNCIL):
        titles = [r.ask.title for r in fallen if whose_advice(r) == whose]
        if titles:
            said, side = ", ".join(titles), file.state.side
            event = advice_event(file.dossier, actor, "advies-heropend", side=side, whose=whose, reason=said, at=now)
            uow.events.append(event)


def whose_advice(request: AdviceRequest) -> str:
    """`griffie` when the council side is asked, otherwise `college`."""
    council = request.side is not Side.COLLEGE and (request.ask.by.role in COUNCIL_SIDE or bool(request.ask.by.person))
    return COUNCIL if council else COLLEGE


def advice_event(
    dossier: Dossier, actor: Actor, kind: str, *, side: Side, whose: str, reason: str, at: datetime
) -> TransitionRecord:
    """The event of something that happened to advice, in the state that asked for it."""
    return TransitionRecord(
        seq=0,
        dossier_id=dossier.id,
        at=at,
        actor_id=actor.id,
        actor=actor.name,
        kind=kind,
        kader=dossier.kader,
        transition=whose,
        reason=reason,
        side=side.value,
    )


def answers_as(person: Person, request: AdviceRequest) -> str:
    """As what this person may answer: `zelf`, `vervanger`, or empty. Whether the turn has come is not asked here."""
    if request.person_id is not None:
        meant = person.id == request.person_id and person.active
    else:
        meant = request.ask.by.fits(person)
    if meant:
        return HIMSELF
    substitute = request.ask.substitute
    return SUBSTITUTE if substitute is not None and substitute.fits(person) else ""


def may_read_advice(
    actor: Actor, dossier: Dossier, request: AdviceRequest, given_back: datetime | None, *, asked: bool = False
) -> bool:
    """Whether this actor may know of a request. The college side reads what the council side is asked only once the
    dossier was given back after it; and each reads what they are asked themselves (`asked`).
    """
    council = actor.has(*COUNCIL_SIDE)
    if request.side is Side.COLLEGE:
        return is_insider(actor, dossier)
    if council or asked:
        return True
    if not is_insider(actor, dossier):
        return False
    return whose_advice(request) == COLLEGE or (given_back is not None and request.opened_at <= given_back)


def names_of(request: AdviceRequest, people: Iterable[Person]) -> tuple[str, ...]:
    """The people who are asked, by name."""
    if request.person_id is not None:
        return tuple(p.name for p in people if p.id == request.person_id)
    return tuple(p.name for p in people if request.ask.by.fits(p))


def substitutes_of(request: AdviceRequest, people: Iterable[Person]) -> tuple[str, ...]:
    """Who may answer in their place, by name."""
    substitute = request.ask.substitute
    if substitute is None:
        return ()
    asked = set(names_of(request, people := tuple(people)))
    return tuple(p.name for p in people if substitute.fits(p) and p.name not in asked)
