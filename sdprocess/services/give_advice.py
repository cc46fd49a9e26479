"""Giving advice or a paraaf, taking it back, and putting somebody else in an adviser's place."""

from __future__ import annotations

from dataclasses import dataclass

from sdprocess.domain.advice import OWES_WORDS, Advice, AdviceRequest, AdviceVerdict
from sdprocess.domain.dossier import DocumentVersion, Person, is_own
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, StaleDossier
from sdprocess.domain.people import Actor
from sdprocess.engine.advice import AdviceStand, AdviceStatus
from sdprocess.services.ask_advice import (
    SUBSTITUTE,
    advice_event,
    answers_as,
    may_read_advice,
    whose_advice,
)
from sdprocess.services.dossier_file import DossierFile, advised_on, load_file
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.visibility import last_given_back, may_see
from sdprocess.texts.nl import say

MAX_TEXT = 4000
CHOICES = (AdviceVerdict.AGREE, AdviceVerdict.REMARK, AdviceVerdict.REFUSE)


@dataclass(frozen=True, slots=True)
class Case:
    """A live request as its reader finds it. version: the newest that advice can be about."""

    file: DossierFile
    stand: AdviceStand
    person: Person

    @property
    def request(self) -> AdviceRequest:
        return self.stand.request

    @property
    def version(self) -> DocumentVersion | None:
        known = advised_on(self.file.state, self.file.versions, self.file.releases)
        return known[0] if known else None


def give_advice(
    world: World,
    actor: Actor,
    number: str,
    request_id: int,
    *,
    verdict: str,
    text: str,
    revision: int,
    version: int | None = None,
) -> Advice:
    """Answer a request, about the newest version.

    revision: of the request, as the page showed it; version: the number of the document that was read, None without
    one. Raises NotFound, NotAllowed, InvalidInput, and StaleDossier when the request or the document changed meanwhile.
    """
    words = text.strip()
    with world.uow(write=True) as uow:
        case = load_case(uow, world, actor, number, request_id)
        problem = answer_problem(actor, case)
        if problem:
            raise NotAllowed(reason=problem)
        _check(verdict, words)
        newest = case.version
        if version != (newest.number if newest else None):
            raise StaleDossier(seen=version or 0, current=newest.number if newest else 0)
        made = Advice(
            0,
            case.request.id,
            newest.id if newest else None,
            actor.id,
            actor.name,
            AdviceVerdict(verdict),
            words,
            world.clock.now(),
            answers_as(case.person, case.request) == SUBSTITUTE,
        )
        kept = uow.advices.add(made, case.request, revision)
        said = say("advies-gebeurtenis", title=case.request.ask.title, verdict=say(f"advies-{verdict}-woord"))
        _record(uow, world, actor, case, kind="advies-gegeven", said=said)
        uow.commit()
    return kept


def withdraw_advice(world: World, actor: Actor, number: str, request_id: int, *, reason: str, revision: int) -> Advice:
    """Take back the own answer; the request is open again, and both stay on record.

    Raises NotFound, NotAllowed, InvalidInput, StaleDossier.
    """
    with world.uow(write=True) as uow:
        case = load_case(uow, world, actor, number, request_id)
        if not may_withdraw(actor, case):
            raise NotAllowed(reason="advies-niet-van-u")
        why = _owed(reason)
        given = case.stand.answer
        made = Advice(
            0,
            case.request.id,
            given.version_id if given else None,
            actor.id,
            actor.name,
            AdviceVerdict.WITHDRAWN,
            why,
            world.clock.now(),
        )
        kept = uow.advices.add(made, case.request, revision)
        said = say("advies-gebeurtenis-reden", title=case.request.ask.title, reason=why)
        _record(uow, world, actor, case, kind="advies-ingetrokken", said=said)
        uow.commit()
    return kept


def replace_adviser(
    world: World, actor: Actor, number: str, request_id: int, *, person_id: int, reason: str, revision: int
) -> AdviceRequest:
    """Ask somebody else in an adviser's place: the steller of the dossier may, and whoever is asked.

    Raises NotFound, NotAllowed, InvalidInput (somebody who cannot be asked), StaleDossier.
    """
    with world.uow(write=True) as uow:
        case = load_case(uow, world, actor, number, request_id)
        if not may_replace(actor, case):
            raise NotAllowed(reason="advies-niet-aan-u")
        why = _owed(reason)
        chosen = next((p for p in candidates(uow, case) if p.id == person_id), None)
        if chosen is None:
            raise InvalidInput(person_id="advies-kies-persoon")
        kept = uow.advices.put_in_place(case.request, chosen.id, revision)
        said = say("advies-gebeurtenis-vervanger", title=case.request.ask.title, person=chosen.name, reason=why)
        _record(uow, world, actor, case, kind="advies-vervanger", said=said)
        uow.commit()
    return kept


def load_case(uow: UnitOfWork, world: World, actor: Actor, number: str, request_id: int) -> Case:
    """A request of the round that the dossier is in. Raises NotFound, also when the actor may not know of it."""
    file = load_file(uow, world, actor, number)
    stand = next((s for s in file.advice if s.request.id == request_id), None)
    if actor.id <= 0 or stand is None:
        raise NotFound(kind="advies", id=str(request_id))
    person = uow.people.get(actor.id)
    given_back = last_given_back(uow.events.of_dossier(file.dossier.id))
    asked = bool(answers_as(person, stand.request))
    if not may_read_advice(actor, file.dossier, stand.request, given_back, asked=asked):
        raise NotFound(kind="advies", id=str(request_id))
    return Case(file, stand, person)


def answer_problem(actor: Actor, case: Case) -> str:
    """The code of why this actor cannot answer now; empty when they can, also again."""
    if not answers_as(case.person, case.request):
        return "advies-niet-aan-u"
    if actor.id == case.file.dossier.steller_id:
        return "advies-eigen-stuk"
    return "advies-nog-niet-aan-beurt" if case.stand.status is AdviceStatus.WAITS else ""


def may_withdraw(actor: Actor, case: Case) -> bool:
    """Whether the answer that stands is the actor's own."""
    return case.stand.answer is not None and case.stand.answer.person_id == actor.id


def may_replace(actor: Actor, case: Case) -> bool:
    """Whether the actor may put somebody else in the place of who is asked."""
    return is_own(actor, case.file.dossier) or bool(answers_as(case.person, case.request))


def candidates(uow: UnitOfWork, case: Case) -> tuple[Person, ...]:
    """Who can be asked instead: with a role that the kader names here, who sees the dossier and did not write it."""
    ask, dossier = case.request.ask, case.file.dossier
    roles = {a.role for a in (ask.by, ask.substitute) if a is not None and a.role}
    named = {a.person for a in (ask.by, ask.substitute) if a is not None and a.person}
    return tuple(
        p
        for p in uow.people.all()
        if p.active
        and (p.roles & roles or p.login in named)
        and p.id not in (dossier.steller_id, case.request.person_id)
        and may_see(Actor(p.id, p.name, p.roles), dossier)
    )


def _check(verdict: str, words: str) -> None:
    if verdict not in {c.value for c in CHOICES}:
        raise InvalidInput(verdict="advies-kies")
    if AdviceVerdict(verdict) in OWES_WORDS and not words:
        raise InvalidInput(text="advies-tekst-nodig")
    if len(words) > MAX_TEXT:
        raise InvalidInput(text="veld-lang")


def _owed(reason: str) -> str:
    why = reason.strip()
    if not why:
        raise InvalidInput(reason="reden-ontbreekt")
    if len(why) > MAX_TEXT:
        raise InvalidInput(reason="veld-lang")
    return why


def _record(uow: UnitOfWork, world: World, actor: Actor, case: Case, *, kind: str, said: str) -> None:
    """The event and the outbox row; and the dossier's revision, so that whoever moves it looks again first."""
    dossier, request = case.file.dossier, case.request
    uow.dossiers.save(dossier, dossier.revision)
    whose, now = whose_advice(request), world.clock.now()
    uow.events.append(advice_event(dossier, actor, kind, side=request.side, whose=whose, reason=said, at=now))
    uow.outbox.put(kind, dossier.id, {"nummer": dossier.number, "advies": request.ask.id})
