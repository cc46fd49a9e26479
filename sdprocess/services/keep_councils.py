"""Several councils in one dossier: naming them, planning their meetings, writing down what each decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from sdprocess.domain.councils import Council, Outcome
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound
from sdprocess.domain.people import Actor
from sdprocess.services.cards import card_of
from sdprocess.services.dossier_file import DossierFile, load_file, new_record
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.queries_dossier import seen_file
from sdprocess.services.views import DossierCard
from sdprocess.services.visibility import is_steller
from sdprocess.texts.nl import say

MOST_COUNCILS = 60
LONGEST_NAME = 80
LONGEST_WORDS = 4000


@dataclass(frozen=True, slots=True)
class CouncilDecision:
    """What is filled in for one council. outcome OPEN takes a decision back; decided is then left out."""

    meets: date | None
    outcome: Outcome = Outcome.OPEN
    decided: date | None = None
    words: str = ""


def may_keep_councils(actor: Actor, file: DossierFile) -> bool:
    """Whether this actor keeps the list: the griffie and who opened the dossier, where the proceskader asks for it."""
    mine = actor.has("griffie") or is_steller(actor, file.dossier)
    return mine and file.workflow.asks_councils and not file.dossier.closed


@dataclass(frozen=True, slots=True)
class CouncilsPage:
    """The councils of a dossier. due: the last day for all of them. may_write: whether this actor keeps the list."""

    card: DossierCard
    councils: tuple[Council, ...]
    due: date | None
    may_write: bool
    has_proposal: bool


def councils_page(world: World, actor: Actor, number: str) -> CouncilsPage:
    """Who decides on this dossier, when, and what. Raises NotFound, also where the proceskader asks for no councils."""
    with world.uow() as uow:
        seen = seen_file(uow, world, actor, number)
        if not seen.file.workflow.asks_councils:
            raise NotFound(kind="raden", id=number)
        card = card_of(uow, world, actor, seen.file)
        return CouncilsPage(
            card=card,
            councils=seen.file.councils,
            due=seen.file.councils_due,
            may_write=may_keep_councils(actor, seen.file),
            has_proposal=seen.current is not None,
        )


def add_council(world: World, actor: Actor, number: str, *, name: str, meets: date | None) -> Council:
    """One more council. Raises NotFound, NotAllowed, InvalidInput."""

    def act(uow: UnitOfWork, file: DossierFile) -> tuple[Council, str]:
        called = " ".join(name.split())
        problem = "veld-leeg" if not called else "veld-lang" if len(called) > LONGEST_NAME else ""
        if not problem and len(file.councils) >= MOST_COUNCILS:
            problem = "raad-te-veel"
        if problem:
            raise InvalidInput(name=problem)
        made = uow.councils.add(Council(0, file.dossier.id, called, meets))
        return made, say("raad-erbij", name=called)

    return _change(world, actor, number, act)


def keep_council(
    world: World, actor: Actor, number: str, council_id: int, *, decision: CouncilDecision, revision: int
) -> Council:
    """The meeting day or the decision of one council. Raises NotFound, NotAllowed, InvalidInput, StaleDossier."""

    def act(uow: UnitOfWork, file: DossierFile) -> tuple[Council, str]:
        before = _one(file, council_id)
        _check(decision, world.clock.now().date())
        open_again = decision.outcome is Outcome.OPEN
        after = replace(
            before,
            meets=decision.meets,
            outcome=decision.outcome,
            decided=None if open_again else decision.decided or decision.meets,
            words="" if open_again else decision.words.strip(),
        )
        return uow.councils.save(after, revision), _told(before, after)

    return _change(world, actor, number, act)


def remove_council(world: World, actor: Actor, number: str, council_id: int, *, revision: int) -> Council:
    """Takes a council off the list that has not decided. Raises NotFound, NotAllowed, StaleDossier."""

    def act(uow: UnitOfWork, file: DossierFile) -> tuple[Council, str]:
        council = _one(file, council_id)
        if not council.open:
            raise NotAllowed(reason="raad-besloot-al")
        uow.councils.remove(council, revision)
        return council, say("raad-eraf", name=council.name)

    return _change(world, actor, number, act)


def _change(
    world: World, actor: Actor, number: str, act: Callable[[UnitOfWork, DossierFile], tuple[Council, str]]
) -> Council:
    with world.uow(write=True) as uow:
        file = load_file(uow, world, actor, number)
        if not may_keep_councils(actor, file):
            raise NotAllowed(reason="raden-niet-hier")
        council, told = act(uow, file)
        uow.events.append(new_record(world, actor, file, "raad", reason=told))
        uow.outbox.put("raad", file.dossier.id, {"nummer": number, "raad": council.name})
        uow.commit()
    return council


def _one(file: DossierFile, council_id: int) -> Council:
    found = next((c for c in file.councils if c.id == council_id), None)
    if found is None:
        raise NotFound(kind="raad", id=str(council_id))
    return found


def _check(decision: CouncilDecision, today: date) -> None:
    """A view has words; what was decided has a day that is not still to come."""
    problems: dict[str, str] = {}
    day = decision.decided or decision.meets
    if decision.outcome is not Outcome.OPEN:
        if day is None:
            problems["decided"] = "raad-datum-nodig"
        elif day > today:
            problems["decided"] = "raad-datum-later"
    if decision.outcome in (Outcome.VIEW, Outcome.REFUSES) and not decision.words.strip():
        problems["words"] = "veld-leeg"
    if len(decision.words) > LONGEST_WORDS:
        problems["words"] = "veld-lang"
    if problems:
        raise InvalidInput(**problems)


def _told(before: Council, after: Council) -> str:
    if after.outcome is not before.outcome:
        return say(f"raad-{after.outcome.value}", name=after.name)
    return say("raad-gewijzigd", name=after.name)
