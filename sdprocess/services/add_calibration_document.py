"""Adding a document to calibrate on: an uploaded file, or a released proposal of the municipality itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from sdprocess.domain.calibration import Audience, CalibrationDocument
from sdprocess.domain.errors import InvalidInput, NotFound
from sdprocess.domain.people import COLLEGE_SIDE, Actor
from sdprocess.services.add_version import plain_name
from sdprocess.services.calibration_file import AUDIENCE_ROLES, CALIBRATORS, calibration_files
from sdprocess.services.dossier_file import load_file
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.visibility import require_role, seen_versions


def add_upload(world: World, actor: Actor, *, filename: str, data: bytes, audience: Audience) -> CalibrationDocument:
    """Read a file and keep its text for those who may read it.

    Raises NotAllowed, InvalidInput (a name that is there already, an audience without the actor), UnreadableDocument.
    """
    require_role(actor, *CALIBRATORS)
    if not actor.has(*AUDIENCE_ROLES[audience]):
        raise InvalidInput(audience="ijken-publiek")
    name = plain_name(filename)
    text = world.reader(data, name)
    new = replace(_new(world, actor, name), format=text.format, text_hash=text.text_hash, audience=audience)
    with world.uow(write=True) as uow:
        _refuse_known(uow, actor, new, "file")
        made = uow.calibration.add_document(new, text)
        uow.commit()
    return made


def add_release(world: World, actor: Actor, number: str) -> CalibrationDocument:
    """The newest released version of a dossier that the actor may see. Raises NotAllowed, NotFound, InvalidInput."""
    require_role(actor, *CALIBRATORS)
    with world.uow(write=True) as uow:
        file = load_file(uow, world, actor, number)
        released = {release.version_id for release in file.releases}
        seen = seen_versions(actor, file.dossier, file.versions, file.releases)
        version = next((v for v in seen if v.id in released), None)
        if version is None:
            raise NotFound(kind="vrijgave", id=number)
        new = replace(
            _new(world, actor, version.filename),
            name=f"{number}-versie-{version.number}",
            format=version.format,
            text_hash=version.text_hash,
            dossier_id=file.dossier.id,
            version_id=version.id,
        )
        _refuse_known(uow, actor, new, "number")
        made = uow.calibration.add_document(new, None)
        uow.commit()
    return made


def _new(world: World, actor: Actor, filename: str) -> CalibrationDocument:
    """A document of which the text must still be filled in; for the actor's own side unless told otherwise."""
    own = Audience.COLLEGE if actor.has(*COLLEGE_SIDE) else Audience.COUNCIL
    name = PurePath(filename).stem.strip() or filename
    return CalibrationDocument(0, name, filename, "", "", own, world.clock.now(), actor.id, actor.name)


def _refuse_known(uow: UnitOfWork, actor: Actor, new: CalibrationDocument, field: str) -> None:
    """Raises InvalidInput for a name or a text that the actor already sees in the list."""
    known = [file.document for file in calibration_files(uow, actor)]
    if any(document.name == new.name for document in known):
        raise InvalidInput(**{field: "ijken-naam-bestaat"})
    if any(document.text_hash == new.text_hash for document in known):
        raise InvalidInput(**{field: "ijken-stuk-bestaat"})
