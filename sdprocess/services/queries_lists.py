"""Lists of dossiers: the board with its table, Mijn werk, and what everyone may read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from sdprocess.content.workflow import POLICY_STEPS
from sdprocess.domain.dossier import STELLER, Person, roles_in
from sdprocess.domain.history import TransitionRecord, together
from sdprocess.domain.people import Actor
from sdprocess.domain.refusal import single
from sdprocess.engine.advice import AdviceStand
from sdprocess.engine.move import MoveOption, words
from sdprocess.services.cards import cards_of, newest_working_day, step_title
from sdprocess.services.ports import DossierFilter, DossierScope, UnitOfWork, World
from sdprocess.services.queries_advice import asked_of, waited_for, waiting_words
from sdprocess.services.views import Board, BoardColumn, DossierCard, MyWork, RecentEvent, WaitItem, WorkItem
from sdprocess.services.visibility import scope_of, seen_events, seen_versions
from sdprocess.texts.nl import say

RECENT = timedelta(days=1)
MOST_RECENT = 30
ALL = 10_000
PREPARE = frozenset({"raadslid"})
"""Roles whose turn means reading, not moving."""

JUDGE = frozenset({"toetser"})
"""Roles whose turn means judging the questions."""


WAITS_FOR_ADVICE = "adviezen-binnen"
"""The guard of a move that can only be waited for."""


def board(world: World, actor: Actor, filters: DossierFilter) -> Board:
    """The dossiers that the actor may see and the filters leave, in six columns and as one list."""
    with world.uow() as uow:
        scope = _scope(world, actor, filters)
        cards = cards_of(uow, world, actor, uow.dossiers.find(scope, filters))
        choices = uow.dossiers.choices(scope)
        total = uow.dossiers.count(scope, filters)
    return Board(
        columns=tuple(
            BoardColumn(step, step_title(step), tuple(c for c in cards if c.step == step)) for step in POLICY_STEPS
        ),
        cards=cards,
        kaders=tuple((name, _kader_title(world, name)) for name in choices.kaders),
        portfolios=choices.portfolios,
        themes=choices.themes,
        total=total,
    )


def my_work(world: World, actor: Actor) -> MyWork:
    """What the actor must do now, what the actor waits for, and what happened since yesterday."""
    mine = DossierFilter(mine=True, per_page=ALL)
    with world.uow() as uow:
        found = [d for d in uow.dossiers.find(_scope(world, actor, mine), mine) if not d.closed]
        cards = cards_of(uow, world, actor, found)
        recent = _recent(uow, world, actor)
        asked = asked_of(uow, world, actor)
        advice = waited_for(uow, world, actor, found)
        people = uow.people.all() if advice else ()
    items = (*asked, *(item for card in cards if (item := _work(actor, card)) is not None))
    busy = {item.card.dossier.id for item in items}
    waiting = tuple(
        _wait(card, advice.get(card.dossier.id, ()), people)
        for card in cards
        if card.dossier.id not in busy and card.turn
    )
    return MyWork(now=items, waiting=waiting, recent=recent)


def _wait(card: DossierCard, advice: Sequence[AdviceStand], people: Sequence[Person]) -> WaitItem:
    """Whom the actor waits for: those who must still give advice, or else whoever's turn it is."""
    if not advice:
        return WaitItem(card, card.turn, card.dossier.state_since)
    since = min(s.since or s.request.opened_at for s in advice)
    return WaitItem(card, tuple(waiting_words(s, people) for s in advice), since)


def _scope(world: World, actor: Actor, filters: DossierFilter) -> DossierScope:
    base = scope_of(actor, newest_working_day(world))
    workflows = world.library.workflows.items()
    turn = {(ref.sha256, s.id) for ref, w in workflows for s in w.states if actor.has(*(set(s.turn) - {STELLER}))}
    step: frozenset[tuple[str, str]] | None = None
    if filters.step:
        step = frozenset((ref.sha256, s.id) for ref, w in workflows for s in w.states if s.step == filters.step)
    return replace(base, step_states=step, turn_states=frozenset(turn))


def _work(actor: Actor, card: DossierCard) -> WorkItem | None:
    """The one thing to do with a dossier: the actor's move forward, or else reading or judging it.

    Where the actor has to choose, or records what the council chose, no outcome is put forward.
    """
    ahead = sorted((m for m in card.moves if m.is_mine and m.leads_on), key=lambda m: not m.possible)
    if not _is_turn(actor, card) or _only_waits(ahead[:1]):
        return None
    if ahead and ahead[0].possible:
        return WorkItem(card, _choice([m for m in ahead if m.possible]), "dossier")
    if actor.has(*JUDGE) and card.profiles and set(card.turn) & JUDGE:
        return WorkItem(card, say("werk-oordeel"), "voorstel")
    if ahead:
        reason = say("werk-eerst", reason=words(ahead[0].refusals[0]))
        judging = bool(card.profiles) and any(r.code.endswith("toets-onvolledig") for r in single(ahead[0].refusals))
        return WorkItem(card, ahead[0].title, "voorstel" if judging else "dossier", reason)
    if actor.has(*PREPARE) and set(card.turn) & PREPARE:
        return WorkItem(card, say("werk-bereid-voor"), "raadslid" if card.profiles else "dossier")
    judges = actor.has(*JUDGE) and bool(set(card.turn) & JUDGE)
    return WorkItem(
        card, say("werk-oordeel" if judges else "werk-kijk-mee"), "voorstel" if card.profiles else "dossier"
    )


def _only_waits(moves: Sequence[MoveOption]) -> bool:
    """Whether nothing but the advice of others stands in the way of the best move."""
    reasons = [r.guard for m in moves for r in single(m.refusals)]
    return bool(reasons) and set(reasons) == {WAITS_FOR_ADVICE}


def _choice(moves: Sequence[MoveOption]) -> str:
    """What to do, when all these moves are possible."""
    if any(m.decision for m in moves):
        return say("werk-besluit")
    return moves[0].title if len(moves) == 1 else say("werk-kies")


def _is_turn(actor: Actor, card: DossierCard) -> bool:
    return not roles_in(actor, card.dossier).isdisjoint(card.turn)


def _recent(uow: UnitOfWork, world: World, actor: Actor) -> tuple[RecentEvent, ...]:
    """Events of the last day in dossiers the actor sees, newest first, of what the actor may read of them.

    What hides or opens an event (a release, a giving back) comes after it, so the last day tells enough.
    """
    everything = DossierFilter(per_page=ALL)
    dossiers = {d.id: d for d in uow.dossiers.find(_scope(world, actor, everything), everything)}
    events = uow.events.since(world.clock.now() - RECENT, dossiers)
    by_dossier: dict[int, list[TransitionRecord]] = {}
    for event in events:
        by_dossier.setdefault(event.dossier_id, []).append(event)
    versions, releases = uow.documents.versions_of(by_dossier), uow.releases.of_dossiers(by_dossier)
    found: list[RecentEvent] = []
    for key, own in by_dossier.items():
        dossier = dossiers[key]
        seen = seen_versions(actor, dossier, versions.get(key, ()), releases.get(key, ()))
        read = seen_events(actor, dossier, own, seen)
        found.extend(RecentEvent(dossier.number, dossier.title, e) for e in together(read))
    found.sort(key=lambda e: (e.record.at, e.number, e.record.seq), reverse=True)
    return tuple(found[:MOST_RECENT])


def _kader_title(world: World, name: str) -> str:
    return world.library.workflow_title(name)
