"""Lists of dossiers: the board with its table, Mijn werk, and what everyone may read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from sdprocess.content.workflow import POLICY_STEPS
from sdprocess.domain.dossier import INDIENER, STELLER, JudgeKind, Person, roles_in
from sdprocess.domain.history import TransitionRecord, together
from sdprocess.domain.people import Actor
from sdprocess.domain.refusal import single
from sdprocess.engine.advice import AdviceStand
from sdprocess.engine.move import MoveOption, words
from sdprocess.services.cards import cards_of, newest_working_day, step_title, workflow_of
from sdprocess.services.event_words import event_title, kader_of
from sdprocess.services.ports import DossierFilter, DossierScope, UnitOfWork, World
from sdprocess.services.queries_advice import asked_of, waited_for, waiting_words
from sdprocess.services.views import Board, BoardColumn, DossierCard, MyWork, RecentEvent, WaitItem, WorkItem
from sdprocess.services.visibility import may_see, scope_of, seen_events, seen_versions
from sdprocess.texts.nl import say

RECENT = timedelta(days=1)
MOST_RECENT = 30
MOST_WORK = 60
PREPARE = frozenset({"raadslid"})
"""Roles whose turn means reading, not moving."""

JUDGE = frozenset({"toetser"})
"""Roles whose turn means judging the questions."""


WAITS_FOR_ADVICE = "adviezen-binnen"
"""The guard of a move that can only be waited for."""


def board(world: World, actor: Actor, filters: DossierFilter, *, per_column: int = 0) -> Board:
    """The dossiers that the actor may see and the filters leave, as one list and in six columns.

    per_column: at most so many dossiers in each column, the same page of every column; 0 = a page of the whole list.
    """
    with world.uow() as uow:
        scope = _scope(world, actor, filters)
        places = uow.dossiers.places(scope, filters)
        by_step = _by_step(world, places)
        first = (max(filters.page, 1) - 1) * filters.per_page
        listed = [key for key, _, _ in places[first : first + filters.per_page]]
        found = uow.dossiers.by_ids(_page(by_step, filters.page, per_column) if per_column else listed)
        cards = cards_of(uow, world, actor, found)
        choices = uow.dossiers.choices(scope)
    titles = world.library.workflow_titles()
    return Board(
        columns=tuple(
            BoardColumn(step, step_title(step), tuple(c for c in cards if c.step == step), len(by_step[step]))
            for step in POLICY_STEPS
        ),
        cards=cards,
        kaders=tuple((name, titles.get(name, name)) for name in choices.kaders),
        portfolios=choices.portfolios,
        themes=choices.themes,
        total=len(places),
    )


def _by_step(world: World, places: Sequence[tuple[int, str, str]]) -> dict[str, list[int]]:
    """Ids of dossiers per policy step, in the order given; "" holds those whose kader is gone."""
    steps = _step_of(world)
    found: dict[str, list[int]] = {step: [] for step in (*POLICY_STEPS, "")}
    for key, kader, state in places:
        found[steps.get((kader, state), "")].append(key)
    return found


def _page(by_step: Mapping[str, Sequence[int]], page: int, per_column: int) -> list[int]:
    """The ids on this page of each column."""
    first = (max(page, 1) - 1) * per_column
    return [key for step in POLICY_STEPS for key in by_step[step][first : first + per_column]]


def _step_of(world: World) -> dict[tuple[str, str], str]:
    """The policy step of every state of every kader."""
    return {(ref.sha256, s.id): s.step for ref, w in world.library.workflows.items() for s in w.states}


def _states_of(world: World, step: str) -> frozenset[tuple[str, str]]:
    return frozenset(place for place, own in _step_of(world).items() if own == step)


def my_work(world: World, actor: Actor) -> MyWork:
    """What the actor must do now, what the actor waits for, and what happened since yesterday.

    Of very many dossiers the most urgent; `more` says how many are not shown.
    """
    mine = DossierFilter(mine=True, running=True, per_page=MOST_WORK)
    with world.uow() as uow:
        scope = _scope(world, actor, mine)
        turns = (replace(mine, turn=turn) for turn in ("nu", "wacht"))
        found = [d for turn in turns for d in uow.dossiers.find(scope, turn)]
        more = uow.dossiers.count(scope, mine) - len(found)
        cards = cards_of(uow, world, actor, found)
        recent = _recent(uow, world, actor)
        asked = asked_of(uow, world, actor)
        advice = waited_for(uow, world, actor, found)
        people = uow.people.all() if advice else ()
        judged = _judged_by(uow, actor, cards)
    works = (_work(actor, card, judged=card.dossier.id in judged) for card in cards)
    items = (*asked, *(item for item in works if item is not None))
    busy = {item.card.dossier.id for item in items}
    waiting = tuple(
        _wait(card, advice.get(card.dossier.id, ()), people, judged=card.dossier.id in judged)
        for card in cards
        if card.dossier.id not in busy and card.turn
    )
    return MyWork(now=items, waiting=waiting, recent=recent, more=more)


def _judged_by(uow: UnitOfWork, actor: Actor, cards: Sequence[DossierCard]) -> frozenset[int]:
    """The dossiers in which the actor, as a colleague, judged every question of the newest version."""
    asked = [c for c in cards if actor.has(*JUDGE) and c.profiles and set(c.turn) & JUDGE]
    newest = {
        key: found[0].id for key, found in uow.documents.versions_of(c.dossier.id for c in asked).items() if found
    }
    made = uow.judgements.current_of(newest.values()) if newest else {}

    def all_judged(card: DossierCard) -> bool:
        said = made.get(newest.get(card.dossier.id, 0), ())
        own = {j.question for j in said if j.person_id == actor.id and j.kind is JudgeKind.COLLEAGUE}
        return len(own) >= sum(p.total + p.not_applicable for p in card.profiles)

    return frozenset(card.dossier.id for card in asked if all_judged(card))


def _wait(
    card: DossierCard, advice: Sequence[AdviceStand], people: Sequence[Person], *, judged: bool = False
) -> WaitItem:
    """Whom the actor waits for: those who must still give advice, or else whoever's turn it is.

    judged: the actor gave every judgement that was asked, so that the turn is of the others.
    """
    if not advice:
        others = tuple(role for role in card.turn if not (judged and role in JUDGE))
        return WaitItem(card, others or card.turn, card.dossier.state_since)
    since = min(s.since or s.request.opened_at for s in advice)
    return WaitItem(card, tuple(waiting_words(s, people) for s in advice), since)


def _scope(world: World, actor: Actor, filters: DossierFilter) -> DossierScope:
    base = scope_of(actor, newest_working_day(world))
    workflows = world.library.workflows.items()
    turn = {(ref.sha256, s.id) for ref, w in workflows for s in w.states if actor.has(*(set(s.turn) - {STELLER}))}
    own = {(ref.sha256, s.id) for ref, w in workflows for s in w.states if {STELLER, INDIENER} & set(s.turn)}
    step = _states_of(world, filters.step) if filters.step else None
    return replace(base, step_states=step, turn_states=frozenset(turn), own_turn_states=frozenset(own))


def _work(actor: Actor, card: DossierCard, *, judged: bool = False) -> WorkItem | None:
    """The one thing to do with a dossier: the actor's move forward, or else reading or judging it.

    Where the actor has to choose, or records what the council chose, no outcome is put forward. judged: the actor
    judged every question, so that there is nothing to do but a move that is possible.
    """
    ahead = sorted((m for m in card.moves if m.is_mine and m.leads_on), key=lambda m: not m.possible)
    done = judged and not any(m.possible for m in ahead)
    if not _is_turn(actor, card) or _only_waits(ahead[:1]) or done:
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
    happened: dict[int, list[TransitionRecord]] = {}
    for event in uow.events.since(world.clock.now() - RECENT):
        happened.setdefault(event.dossier_id, []).append(event)
    dossiers = {d.id: d for d in uow.dossiers.by_ids(happened) if may_see(actor, d)}
    by_dossier = {key: events for key, events in happened.items() if key in dossiers}
    versions, releases = uow.documents.versions_of(by_dossier), uow.releases.of_dossiers(by_dossier)
    found: list[RecentEvent] = []
    for key, own in by_dossier.items():
        dossier = dossiers[key]
        seen = seen_versions(actor, dossier, versions.get(key, ()), releases.get(key, ()))
        read = seen_events(actor, dossier, own, seen)
        now = workflow_of(world, dossier)
        what = (event_title(kader_of(world, now, e.kader), e) if now else "" for e in together(read))
        events = zip(together(read), what, strict=True)
        found.extend(RecentEvent(dossier.number, dossier.title, e, words_) for e, words_ in events)
    found.sort(key=lambda e: (e.record.at, e.number, e.record.seq), reverse=True)
    return tuple(found[:MOST_RECENT])
