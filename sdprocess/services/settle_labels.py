"""Settling what two readers answered differently: by a third person, or by the two together."""

from __future__ import annotations

from collections.abc import Sequence

from sdprocess.domain.calibration import Reading, ReadingKind
from sdprocess.domain.errors import InvalidInput, NotAllowed
from sdprocess.domain.people import Actor
from sdprocess.services.calibration_file import CalibrationFile, calibration_file, text_of
from sdprocess.services.ports import World
from sdprocess.services.save_readings import NewReading, looked_up


def settle_refusal(file: CalibrationFile) -> str:
    """The code of why nothing can be settled, empty when it can."""
    if not file.both_done:
        return "ijken-nog-niet-beide"
    return "" if file.differing else "ijken-geen-verschil"


def settle_labels(
    world: World, actor: Actor, document_id: int, answers: Sequence[NewReading], *, together: bool
) -> Sequence[Reading]:
    """Keep the answers that count, each with the reason that is owed.

    together: the two readers agreed on them; owed by a reader, for one of the two alone cannot settle. The newest
    answer counts. All or nothing: InvalidInput maps each question that is wrong to its code. Raises NotFound,
    NotAllowed with the reason.
    """
    with world.uow(write=True) as uow:
        file = calibration_file(uow, actor, document_id)
        refusal = settle_refusal(file)
        if refusal:
            raise NotAllowed(reason=refusal)
        is_reader = file.seat_of(actor) is not None
        if is_reader and not together:
            raise InvalidInput(together="ijken-samen")
        found = looked_up(answers, text_of(uow, file.document), set(file.differing))
        bare = [new.question for new in found if not new.reason]
        if bare:
            raise InvalidInput(**dict.fromkeys(bare, "ijken-reden"))
        before = {(r.question, r.label, r.quotes, r.reason) for r in file.settled.values()}
        now = world.clock.now()
        kept = [
            uow.calibration.add_reading(
                Reading(
                    0,
                    document_id,
                    new.question,
                    ReadingKind.SETTLED,
                    actor.id,
                    actor.name,
                    new.label,
                    new.quotes,
                    new.reason,
                    now,
                    together=together and is_reader,
                )
            )
            for new in found
            if (new.question, new.label, new.quotes, new.reason) not in before
        ]
        uow.commit()
    return kept
