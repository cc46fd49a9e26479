"""What is known of a document to calibrate on, for one person: who may read it, who reads it, what may be shown.

A reader's answers are the reader's own until both readers are done; the verdicts of the toets are shown after that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sdprocess.content.checklist import Checklist
from sdprocess.domain.calibration import SEATS, Audience, CalibrationDocument, Reading, ReadingKind, Seat
from sdprocess.domain.errors import NotFound
from sdprocess.domain.people import Actor
from sdprocess.domain.text import SourceText
from sdprocess.services.dossier_file import DEFAULT_CHECKLIST
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.visibility import is_steller, may_see, require_role, seen_versions

CALIBRATORS = ("steller", "toetser", "griffie")
"""Who judges questions elsewhere may read to calibrate."""

AUDIENCE_ROLES: Mapping[Audience, tuple[str, ...]] = {
    Audience.COLLEGE: ("steller", "toetser"),
    Audience.COUNCIL: ("griffie",),
    Audience.BOTH: CALIBRATORS,
}


@dataclass(frozen=True, slots=True)
class CalibrationFile:
    """One document with its readers and all that was answered. own: whether the actor wrote the proposal."""

    document: CalibrationDocument
    seats: tuple[Seat, ...]
    readings: tuple[Reading, ...]
    own: bool = False

    @property
    def both_done(self) -> bool:
        """Whether the two readers may see each other's answers, and the toets."""
        return len(self.seats) == len(SEATS) and all(seat.done_at for seat in self.seats)

    @property
    def free_seat(self) -> str:
        """The letter of the next reader, empty when there are two."""
        return next((letter for letter in SEATS if letter not in {s.letter for s in self.seats}), "")

    def seat_of(self, actor: Actor) -> Seat | None:
        """The actor's own seat."""
        return next((seat for seat in self.seats if seat.person_id == actor.id), None)

    def read_by(self, person_id: int) -> dict[str, Reading]:
        """Question -> what this person answered as a reader."""
        return {r.question: r for r in self.readings if r.kind is ReadingKind.OWN and r.person_id == person_id}

    @property
    def by_seat(self) -> tuple[dict[str, Reading], ...]:
        """The answers of the first and of the second reader."""
        return tuple(self.read_by(seat.person_id) for seat in self.seats)

    @property
    def settled(self) -> dict[str, Reading]:
        """Question -> the newest answer that settles a difference."""
        return {r.question: r for r in self.readings if r.kind is ReadingKind.SETTLED}

    @property
    def differing(self) -> tuple[str, ...]:
        """Questions to which the two readers gave different answers; empty as long as not both are done."""
        if not self.both_done:
            return ()
        a, b = self.by_seat
        return tuple(question for question, reading in a.items() if reading.label != b[question].label)


def checklist_in_use(world: World) -> Checklist:
    """The checklist whose questions are read."""
    return world.library.checklist(DEFAULT_CHECKLIST)


def calibration_files(uow: UnitOfWork, actor: Actor) -> Sequence[CalibrationFile]:
    """Every document this actor may read, oldest first. Raises NotAllowed."""
    require_role(actor, *CALIBRATORS)
    return _files(uow, actor, uow.calibration.documents())


def calibration_file(uow: UnitOfWork, actor: Actor, document_id: int) -> CalibrationFile:
    """One document. Raises NotAllowed, and NotFound also when this actor may not know of it."""
    require_role(actor, *CALIBRATORS)
    found = _files(uow, actor, [uow.calibration.document(document_id)])
    if not found:
        raise NotFound(kind="ijkstuk", id=str(document_id))
    return found[0]


def text_of(uow: UnitOfWork, document: CalibrationDocument) -> SourceText:
    """The text to read."""
    if document.version_id is not None:
        return uow.documents.text(document.version_id)
    return uow.calibration.text(document.id)


def _files(uow: UnitOfWork, actor: Actor, documents: Iterable[CalibrationDocument]) -> Sequence[CalibrationFile]:
    given = list(documents)
    dossiers = {d.dossier_id: uow.dossiers.by_id(d.dossier_id) for d in given if d.dossier_id is not None}
    versions, releases = uow.documents.versions_of(dossiers), uow.releases.of_dossiers(dossiers)
    visible = []
    for document in given:
        if document.dossier_id is None:
            if actor.has(*AUDIENCE_ROLES[document.audience]):
                visible.append(document)
            continue
        dossier = dossiers[document.dossier_id]
        seen = seen_versions(actor, dossier, versions.get(dossier.id, ()), releases.get(dossier.id, ()))
        if may_see(actor, dossier) and document.version_id in {v.id for v in seen}:
            visible.append(document)
    ids = [document.id for document in visible]
    seats, readings = uow.calibration.seats(ids), uow.calibration.readings(ids)
    return [
        CalibrationFile(
            d,
            tuple(seats.get(d.id, ())),
            tuple(readings.get(d.id, ())),
            own=d.dossier_id is not None and is_steller(actor, dossiers[d.dossier_id]),
        )
        for d in visible
    ]
