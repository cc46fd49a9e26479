"""Who a dossier waits for, what was advised, and what this actor is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sdprocess.domain.advice import Advice, AdviceKind, AdviceRequest, AdviceVerdict
from sdprocess.domain.dossier import DocumentVersion, Dossier, Person
from sdprocess.domain.errors import NotFound
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import Actor
from sdprocess.engine.advice import AdviceStand, AdviceStatus, awaited
from sdprocess.planning.working_days import local_day
from sdprocess.services.ask_advice import HIMSELF, SUBSTITUTE, answers_as, may_read_advice, names_of, substitutes_of
from sdprocess.services.cards import cards_of, workflow_of
from sdprocess.services.dossier_file import DossierFile, advised_on, load_files
from sdprocess.services.give_advice import answer_problem, candidates, load_case, may_replace, may_withdraw
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.views import DossierCard, TermView, WorkItem
from sdprocess.services.views_advice import NO_ADVICE, AdviceBoard, AdvicePage, AdviceView, EarlierAdvice
from sdprocess.services.visibility import last_given_back, may_see, seen_versions
from sdprocess.texts.nl import say


def advice_board(
    uow: UnitOfWork, world: World, actor: Actor, file: DossierFile, events: Sequence[TransitionRecord]
) -> AdviceBoard:
    """What this actor may read of the advice about a dossier. events: all of the dossier."""
    requests = uow.advices.of_dossiers([file.dossier.id]).get(file.dossier.id, ())
    if not requests or actor.id <= 0:
        return NO_ADVICE
    people = tuple(uow.people.all())
    me = next((p for p in people if p.id == actor.id), None)
    given_back = last_given_back(events)
    readable = {
        r.id
        for r in requests
        if may_read_advice(actor, file.dossier, r, given_back, asked=me is not None and bool(answers_as(me, r)))
    }
    waits = {s.request.id for s in awaited(file.advice)}
    now = tuple(
        make_view(world, file, stand, people, me, awaited=stand.request.id in waits)
        for stand in file.advice
        if stand.request.id in readable
    )
    seen = seen_versions(actor, file.dossier, file.versions, file.releases)
    earlier = _earlier(uow, file, [r for r in requests if r.id in readable], seen)
    return AdviceBoard(now, tuple(earlier))


def make_view(
    world: World,
    file: DossierFile,
    stand: AdviceStand,
    people: Sequence[Person],
    me: Person | None,
    *,
    awaited: bool,
) -> AdviceView:
    """One request in words."""
    request, answer = stand.request, stand.answer
    today = local_day(world.clock.now())
    left = world.calendar.working_days_between(today, stand.due.day) if stand.due.day else None
    mine = me is not None and bool(answers_as(me, request)) and me.id != file.dossier.steller_id
    return AdviceView(
        id=request.id,
        revision=request.revision,
        title=request.ask.title,
        kind=request.ask.kind.value,
        who=names_of(request, people),
        substitutes=substitutes_of(request, people),
        status=stand.status.value,
        awaited=awaited,
        late=stand.late,
        since=stand.since,
        day=stand.due.day,
        why=stand.due.explanation,
        working_days=left,
        silence=say(f"advies-stilte-{request.ask.silence.value}"),
        mine=mine and stand.status is not AdviceStatus.WAITS,
        verdict=say(f"advies-{answer.verdict.value}-woord") if answer else "",
        refused=answer is not None and answer.verdict is AdviceVerdict.REFUSE,
        person=answer.person if answer else "",
        substitute=answer is not None and answer.substitute,
        at=answer.at if answer else None,
        text=answer.text if answer else "",
        old=_old_words(file, answer) if answer and stand.marked else "",
    )


def _old_words(file: DossierFile, answer: Advice) -> str:
    """About which version it is, and which counts now."""
    known = advised_on(file.state, file.versions, file.releases)
    new = known[0].number if known else 0
    old = next((v.number for v in file.versions if v.id == answer.version_id), None)
    return say("advies-over-niets", new=new) if old is None else say("advies-over-oud", old=old, new=new)


def _earlier(
    uow: UnitOfWork, file: DossierFile, requests: Sequence[AdviceRequest], seen: Sequence[DocumentVersion]
) -> Iterator[EarlierAdvice]:
    """Answers that no longer stand, newest first; of a version that the actor may not see the number is left out."""
    standing = {s.answer.id for s in file.advice if s.answer is not None}
    by_id = {r.id: r for r in requests}
    numbers = {v.id: v.number for v in seen}
    titles = {s.id: s.title for s in file.workflow.states}
    for answer in reversed(uow.advices.answers(by_id)):
        if answer.id in standing or answer.verdict is AdviceVerdict.WITHDRAWN:
            continue
        request = by_id[answer.request_id]
        yield EarlierAdvice(
            request.ask.title,
            say(f"advies-{answer.verdict.value}-woord"),
            answer.person,
            answer.at,
            answer.text,
            numbers.get(answer.version_id or 0),
            request.round,
            titles.get(request.state, request.state),
        )


def advice_page(world: World, actor: Actor, number: str, request_id: int) -> AdvicePage:
    """The page of one request of the round that the dossier is in. Raises NotFound."""
    with world.uow() as uow:
        case = load_case(uow, world, actor, number, request_id)
        people = tuple(uow.people.all())
        waits = {s.request.id for s in awaited(case.file.advice)}
        problem = answer_problem(actor, case)
        chosen = candidates(uow, case) if may_replace(actor, case) else ()
        return AdvicePage(
            number=case.file.dossier.number,
            title=case.file.dossier.title,
            state_title=case.file.state.title,
            view=make_view(world, case.file, case.stand, people, case.person, awaited=request_id in waits),
            version=case.version.number if case.version else None,
            problem=say(problem) if problem else "",
            may_withdraw=may_withdraw(actor, case),
            candidates=tuple((p.id, p.name, p.job) for p in chosen),
        )


def asked_of(uow: UnitOfWork, world: World, actor: Actor) -> tuple[WorkItem, ...]:
    """The requests that wait for this actor, the first term first."""
    try:
        me = uow.people.get(actor.id)
    except NotFound:
        return ()
    live = uow.advices.live()
    wanted = [key for key, requests in live.items() if any(answers_as(me, r) for r in requests)]
    dossiers = {d.id: d for d in (uow.dossiers.by_id(key) for key in wanted)}
    seen = [d for d in dossiers.values() if may_see(actor, d) and d.steller_id != me.id and workflow_of(world, d)]
    people = uow.people.all() if seen else ()
    stands = [
        stand
        for file in load_files(uow, world, seen).values()
        for stand in awaited(file.advice)
        if _is_asked(me, stand, people)
    ]
    stands.sort(key=lambda s: (s.due.day is None, s.due.day, s.request.id))
    cards = {c.dossier.id: c for c in cards_of(uow, world, actor, seen)}
    return tuple(_item(world, stand, cards[stand.request.dossier_id]) for stand in stands)


def _is_asked(me: Person, stand: AdviceStand, people: Sequence[Person]) -> bool:
    """Whether it is on this person's list: a substitute hears of it when there is nobody else, or when it is late."""
    role = answers_as(me, stand.request)
    return role == HIMSELF or (role == SUBSTITUTE and (stand.late or not names_of(stand.request, people)))


def _item(world: World, stand: AdviceStand, card: DossierCard) -> WorkItem:
    """The work that a request is, with its own term."""
    code = "werk-paraaf" if stand.request.ask.kind is AdviceKind.INITIALS else "werk-advies"
    left = world.calendar.working_days_between(local_day(world.clock.now()), stand.due.day) if stand.due.day else None
    own = replace(card, term=TermView(stand.due.day, left))
    return WorkItem(own, say(code, title=stand.request.ask.title), "advies", advice=stand.request.id)


def waited_for(
    uow: UnitOfWork, world: World, actor: Actor, dossiers: Sequence[Dossier]
) -> Mapping[int, tuple[AdviceStand, ...]]:
    """By dossier, the requests that somebody must still answer and that the actor may know of."""
    live = uow.advices.live(d.id for d in dossiers)
    wanted = [d for d in dossiers if d.id in live and workflow_of(world, d)]
    files = load_files(uow, world, wanted)
    return {
        key: tuple(s for s in awaited(file.advice) if may_read_advice(actor, file.dossier, s.request, None))
        for key, file in files.items()
    }


def waiting_words(stand: AdviceStand, people: Sequence[Person]) -> str:
    """`Advies van de jurist (Marijke Duyvendak)`."""
    names = names_of(stand.request, people)
    return say("wacht-op-advies", title=stand.request.ask.title, who=", ".join(names) or say("advies-niemand"))
