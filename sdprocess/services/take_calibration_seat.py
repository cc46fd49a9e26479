"""Becoming one of the two readers of a document."""

from __future__ import annotations

from sdprocess.domain.calibration import Seat
from sdprocess.domain.errors import NotAllowed
from sdprocess.domain.people import Actor
from sdprocess.services.calibration_file import CalibrationFile, calibration_file
from sdprocess.services.ports import World


def seat_refusal(file: CalibrationFile, actor: Actor) -> str:
    """The code of why this actor cannot become a reader, empty when that can be."""
    if file.seat_of(actor) is not None:
        return "ijken-leest-al"
    if file.own:
        return "ijken-eigen-voorstel"
    return "" if file.free_seat else "ijken-vol"


def take_seat(world: World, actor: Actor, document_id: int) -> Seat:
    """Take the next free seat. Raises NotFound, NotAllowed with the reason, InvalidInput when somebody was first."""
    with world.uow(write=True) as uow:
        file = calibration_file(uow, actor, document_id)
        refusal = seat_refusal(file, actor)
        if refusal:
            raise NotAllowed(reason=refusal)
        seat = uow.calibration.take_seat(Seat(document_id, file.free_seat, actor.id, actor.name, world.clock.now()))
        uow.commit()
    return seat
