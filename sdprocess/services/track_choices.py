"""Choices that a proposal leaves for later: found in the text, completed by the steller, followed until made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sdprocess.checking.insights import insights
from sdprocess.domain.dossier import Dossier, Side
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound
from sdprocess.domain.frames import ChoiceStatus, Returns, TrackedChoice
from sdprocess.domain.insights import OpenChoice
from sdprocess.domain.people import Actor
from sdprocess.planning.working_days import local_day
from sdprocess.services.cards import card_of
from sdprocess.services.dossier_file import DossierFile, load_file, load_files, new_record
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.queries_dossier import Seen, seen_file
from sdprocess.services.views import DossierCard
from sdprocess.services.visibility import is_insider, is_steller, may_see

MAX_TEXT = 1000
_BECAUSE = re.compile(r"\b(?:omdat|want|aangezien) (.{3,300}?)[.;]?$", re.DOTALL)
MAX_CHOICES = 100


@dataclass(frozen=True, slots=True)
class ChoicesPage:
    """The choices of one dossier. found: what the newest proposal leaves open and is not in the list yet."""

    card: DossierCard
    choices: tuple[TrackedChoice, ...]
    found: tuple[OpenChoice, ...]
    may_write: bool
    has_proposal: bool
    today: date


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """An open choice in the list over all dossiers."""

    dossier: Dossier
    choice: TrackedChoice
    late: bool


def choices_page(world: World, actor: Actor, number: str) -> ChoicesPage:
    """The list of a dossier as this actor may see it. Raises NotFound."""
    with world.uow() as uow:
        seen = seen_file(uow, world, actor, number)
        choices = seen_choices(actor, seen.file, uow.choices.of_dossier(seen.file.dossier.id))
        may_write = may_track(actor, seen.file)
        return ChoicesPage(
            card=card_of(uow, world, actor, seen.file),
            choices=choices,
            found=_found(uow, seen, choices) if may_write else (),
            may_write=may_write,
            has_proposal=seen.current is not None,
            today=local_day(world.clock.now()),
        )


def seen_choices(actor: Actor, file: DossierFile, choices: Sequence[TrackedChoice]) -> tuple[TrackedChoice, ...]:
    """What this actor may read. Insiders: all. Others: nothing while the college works on the dossier, because the list
    then follows drafts that they may not see yet.
    """
    if not is_insider(actor, file.dossier) and (file.state.side is Side.COLLEGE or not file.releases):
        return ()
    return tuple(choices)


def may_track(actor: Actor, file: DossierFile) -> bool:
    """The steller of the dossier always; the griffie once the dossier lies with the council."""
    return is_steller(actor, file.dossier) or (actor.has("griffie") and file.state.side is not Side.COLLEGE)


def take_over(world: World, actor: Actor, number: str, *, quotes: Iterable[str]) -> int:
    """Put choices that were found in the newest proposal on the list; gives how many. quotes: their passages.

    Raises NotFound, NotAllowed, InvalidInput.
    """
    wanted = set(quotes)
    with world.uow(write=True) as uow:
        seen = seen_file(uow, world, actor, number)
        _require_write(actor, seen.file)
        there = uow.choices.of_dossier(seen.file.dossier.id)
        taken = [c for c in _found(uow, seen, there) if c.quote.text in wanted]
        _require_room(there, len(taken))
        for found in taken:
            choice = _as_found(found, seen.file.dossier.id)
            uow.choices.add(_signed(world, actor, choice))
            uow.events.append(new_record(world, actor, seen.file, "keuze", reason=choice.choice))
        uow.commit()
    return len(taken)


def save_choice(world: World, actor: Actor, number: str, choice: TrackedChoice) -> TrackedChoice:
    """Add a choice (id 0), or complete, change or close one; `choice.revision` is the one its form was made of.

    Raises NotFound, NotAllowed, InvalidInput, StaleDossier.
    """
    with world.uow(write=True) as uow:
        file = load_file(uow, world, actor, number)
        _require_write(actor, file)
        _check(choice)
        there = uow.choices.of_dossier(file.dossier.id)
        signed = replace(_signed(world, actor, choice), dossier_id=file.dossier.id)
        if choice.id == 0:
            _require_room(there, 1)
            saved = uow.choices.add(replace(signed, quote=""))
        else:
            before = next((c for c in there if c.id == choice.id), None)
            if before is None:
                raise NotFound(kind="keuze", id=str(choice.id))
            saved = uow.choices.save(replace(signed, quote=before.quote), choice.revision)
        uow.events.append(new_record(world, actor, file, "keuze", reason=_what_changed(saved)))
        uow.commit()
    return saved


def open_choices(world: World, actor: Actor) -> tuple[ChoiceLine, ...]:
    """Every choice still to be made in the dossiers that the actor may see: late ones first, then by day."""
    today = local_day(world.clock.now())
    with world.uow() as uow:
        by_dossier: dict[int, list[TrackedChoice]] = {}
        for choice in uow.choices.still_open():
            by_dossier.setdefault(choice.dossier_id, []).append(choice)
        dossiers = [d for d in map(uow.dossiers.by_id, by_dossier) if may_see(actor, d)]
        files = load_files(uow, world, dossiers).values()
        lines = [
            ChoiceLine(file.dossier, choice, choice.late(today))
            for file in files
            for choice in seen_choices(actor, file, by_dossier[file.dossier.id])
        ]
    return tuple(sorted(lines, key=lambda line: (line.choice.due or date.max, line.dossier.number, line.choice.id)))


def _found(uow: UnitOfWork, seen: Seen, there: Sequence[TrackedChoice]) -> tuple[OpenChoice, ...]:
    """What the newest version leaves open, without what is on the list already (by its passage)."""
    if seen.current is None or seen.stored is None:
        return ()
    known = {c.quote for c in there if c.quote}
    text = uow.documents.text(seen.current.id)
    return tuple(c for c in insights(text, seen.stored.assessment).choices if c.quote.text not in known)


def _as_found(found: OpenChoice, dossier_id: int) -> TrackedChoice:
    """The choice as the text says it; what the text does not say stays open for the steller."""
    back = found.back.text.lower()
    denied = back.startswith(("niet ", "geen "))
    why = _BECAUSE.search(found.quote.text) if denied else None
    returns = Returns.NO if denied and why else Returns.YES if back and not denied else Returns.UNKNOWN
    return TrackedChoice(
        id=0,
        dossier_id=dossier_id,
        choice=found.choice.text[:MAX_TEXT],
        who=found.who.text,
        when=found.when.text,
        returns=returns,
        why_not=why[1] if why else "",
        quote=found.quote.text,
    )


def _require_write(actor: Actor, file: DossierFile) -> None:
    if not may_track(actor, file):
        raise NotAllowed(reason="geen-rol", roles="steller van dit dossier, griffie")


def _require_room(there: Sequence[TrackedChoice], more: int) -> None:
    if len(there) + more > MAX_CHOICES:
        raise InvalidInput(choice="keuze-te-veel")


def _signed(world: World, actor: Actor, choice: TrackedChoice) -> TrackedChoice:
    return replace(choice, changed_at=world.clock.now(), changed_by=actor.name)


def _what_changed(choice: TrackedChoice) -> str:
    return choice.choice + (f"\n\n{choice.outcome}" if choice.outcome else "")


def _check(choice: TrackedChoice) -> None:
    if not choice.choice:
        raise InvalidInput(choice="keuze-leeg")
    for name in ("choice", "who", "when", "why_not", "outcome"):
        if len(getattr(choice, name)) > MAX_TEXT:
            raise InvalidInput(**{name: "veld-lang"})
    if choice.returns is Returns.NO and not choice.why_not:
        raise InvalidInput(why_not="keuze-waarom-niet")
    if choice.status is not ChoiceStatus.OPEN and not choice.outcome:
        raise InvalidInput(outcome="keuze-uitkomst")
