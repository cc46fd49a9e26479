"""Two proposals of Merenveld on which the toets is calibrated: one read by two people, one still being read."""

from __future__ import annotations

from collections.abc import Mapping

from sdprocess.checking.assess import assess
from sdprocess.domain.calibration import Audience
from sdprocess.domain.findings import Verdict
from sdprocess.domain.people import Actor
from sdprocess.services.add_calibration_document import add_upload
from sdprocess.services.ports import World
from sdprocess.services.save_readings import NewReading, hand_in, save_readings
from sdprocess.services.take_calibration_seat import take_seat

READ, BUSY = "raadsvoorstel-sportakkoord.md", "raadsvoorstel-inburgering.odt"
FIRST = {"A3": "nee", "C1": "deels", "E4": "nee"}
SECOND = {"A3": "deels", "D2": "nee", "E4": "nee"}
"""Where a reader of Merenveld sees it otherwise than the toets."""


def calibrate(world: World, first: Actor, second: Actor, uploads: Mapping[str, bytes]) -> None:
    """Both read the first document; of the second only one reader has begun."""
    read = add_upload(world, first, filename=READ, data=uploads[READ], audience=Audience.BOTH)
    for reader, otherwise in ((first, FIRST), (second, SECOND)):
        take_seat(world, reader, read.id)
        save_readings(world, reader, read.id, _answers(world, uploads[READ], READ, otherwise))
        hand_in(world, reader, read.id)
    busy = add_upload(world, first, filename=BUSY, data=uploads[BUSY], audience=Audience.BOTH)
    take_seat(world, second, busy.id)
    save_readings(world, second, busy.id, _answers(world, uploads[BUSY], BUSY, SECOND)[:5])


def _answers(world: World, data: bytes, name: str, otherwise: Mapping[str, str]) -> list[NewReading]:
    """What the toets finds, except where the reader sees it otherwise."""
    checklist = world.library.checklist("raadsvoorstel")
    found = assess(world.reader(data, name), checklist).findings
    return [NewReading(f.question, otherwise.get(f.question, _label(f.verdict))) for f in found]


def _label(verdict: Verdict) -> str:
    return Verdict.NVT.value if verdict is Verdict.NIET_BEOORDEELD else verdict.value
