"""A reader's answers: saved as often as wanted, handed in once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdprocess.domain.calibration import LABELS, Reading, ReadingKind
from sdprocess.domain.errors import InvalidInput, NotAllowed
from sdprocess.domain.people import Actor
from sdprocess.domain.text import SourceText
from sdprocess.services.calibration_file import CalibrationFile, calibration_file, checklist_in_use, text_of
from sdprocess.services.find_quote import find_quote
from sdprocess.services.ports import World

MOST_QUOTES = 8
MAX_TEXT = 2000


@dataclass(frozen=True, slots=True)
class NewReading:
    """An answer as somebody gives it. quotes: words of the text, as typed or pasted; they are looked up."""

    question: str
    label: str
    quotes: tuple[str, ...] = ()
    reason: str = ""


def save_readings(world: World, actor: Actor, document_id: int, answers: Sequence[NewReading]) -> Sequence[Reading]:
    """Keep the answers of a reader; what says the same as before is not kept twice.

    All or nothing: InvalidInput maps each question that is wrong to its code. Raises NotFound, NotAllowed for who is no
    reader of this document or has handed in.
    """
    with world.uow(write=True) as uow:
        file = calibration_file(uow, actor, document_id)
        _require_busy(file, actor)
        text = text_of(uow, file.document)
        found = looked_up(answers, text, {q.id for q in checklist_in_use(world).questions})
        before = {(r.question, r.label, r.quotes, r.reason) for r in file.read_by(actor.id).values()}
        now = world.clock.now()
        kept = [
            uow.calibration.add_reading(
                Reading(
                    0,
                    document_id,
                    new.question,
                    ReadingKind.OWN,
                    actor.id,
                    actor.name,
                    new.label,
                    new.quotes,
                    new.reason,
                    now,
                )
            )
            for new in found
            if (new.question, new.label, new.quotes, new.reason) not in before
        ]
        uow.commit()
    return kept


def hand_in(world: World, actor: Actor, document_id: int) -> None:
    """Say that every question is answered; after this nothing can be changed.

    Raises NotFound, NotAllowed, and InvalidInput with a code for each question without an answer.
    """
    with world.uow(write=True) as uow:
        file = calibration_file(uow, actor, document_id)
        _require_busy(file, actor)
        answered = file.read_by(actor.id)
        missing = [q.id for q in checklist_in_use(world).questions if q.id not in answered]
        if missing:
            raise InvalidInput(**dict.fromkeys(missing, "ijken-antwoord-ontbreekt"))
        uow.calibration.finish_seat(document_id, actor.id, world.clock.now())
        uow.commit()


def looked_up(answers: Sequence[NewReading], text: SourceText, questions: set[str]) -> Sequence[NewReading]:
    """The answers with the passages as they stand in the text. Raises InvalidInput with a code for each wrong one."""
    problems: dict[str, str] = {}
    made = []
    for new in answers:
        typed = [quote for quote in (q.strip() for q in new.quotes) if quote]
        quotes = [find_quote(text, quote) for quote in typed[:MOST_QUOTES]]
        if new.question not in questions:
            problems[new.question or "question"] = "vraag-onbekend"
        elif new.label not in LABELS:
            problems[new.question] = "oordeel-kies"
        elif len(typed) > MOST_QUOTES or len(new.reason) > MAX_TEXT or any(len(q) > MAX_TEXT for q in typed):
            problems[new.question] = "veld-lang"
        elif None in quotes:
            problems[new.question] = "citaat-niet-gevonden"
        found = tuple(dict.fromkeys(q.text for q in quotes if q is not None))
        made.append(NewReading(new.question, new.label, found, new.reason.strip()))
    if problems:
        raise InvalidInput(**problems)
    return made


def _require_busy(file: CalibrationFile, actor: Actor) -> None:
    """Raises NotAllowed for who is not reading this document now."""
    seat = file.seat_of(actor)
    if seat is None:
        raise NotAllowed(reason="ijken-geen-lezer")
    if seat.done_at is not None:
        raise NotAllowed(reason="ijken-ingeleverd")
