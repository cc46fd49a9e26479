"""Adding a version of the proposal: read, stored, and judged at once."""

from __future__ import annotations

import hashlib

from sdprocess.domain.dossier import DocumentVersion, Side
from sdprocess.domain.errors import InvalidInput, NotAllowed
from sdprocess.domain.people import Actor
from sdprocess.engine.move import scores_of
from sdprocess.services.ask_advice import tell_reopened
from sdprocess.services.dossier_file import DossierFile, load_file, new_record, require_revision
from sdprocess.services.ports import World
from sdprocess.services.proposal_kind import assess_for
from sdprocess.services.visibility import is_steller

MAX_NAME = 200


def may_upload(actor: Actor, file: DossierFile) -> bool:
    """Whether this actor may add a version: who opened the dossier, while it is open, where its kader has documents."""
    return is_steller(actor, file.dossier) and file.workflow.takes_documents and not file.dossier.closed


def add_version(
    world: World, actor: Actor, number: str, *, filename: str, data: bytes, revision: int
) -> DocumentVersion:
    """Read a file, store it as the next version and judge it with the checklist in force.

    Reading and judging happen before the transaction; what was changed meanwhile shows as StaleDossier. A file that
    cannot be read leaves nothing. Raises NotFound, NotAllowed, StaleDossier, InvalidInput, UnreadableDocument.
    """
    name = plain_name(filename)
    sha256 = hashlib.sha256(data).hexdigest()
    with world.uow() as uow:
        before = load_file(uow, world, actor, number)
    _check(actor, before, sha256, revision)
    text = world.reader(data, name)
    assessment = assess_for(world, before, text)
    with world.uow(write=True) as uow:
        file = load_file(uow, world, actor, number)
        _check(actor, file, sha256, revision)
        now = world.clock.now()
        made = DocumentVersion(
            0, file.dossier.id, 0, name, text.format, sha256, text.text_hash, len(data), now, actor.name
        )
        uow.dossiers.save(file.dossier, revision)
        version = uow.documents.add(made, data, text)
        uow.assessments.add(version.id, now, assessment)
        uow.events.append(new_record(world, actor, file, "versie", reason=name, document_hash=sha256))
        uow.events.append(new_record(world, actor, file, "toets", document_hash=sha256, scores=scores_of(assessment)))
        if file.state.side is Side.COLLEGE:
            tell_reopened(uow, world, actor, file, text.text_hash)
        uow.outbox.put("versie", file.dossier.id, {"nummer": number, "versie": str(version.number)})
        uow.commit()
    return version


def _check(actor: Actor, file: DossierFile, sha256: str, revision: int) -> None:
    if not is_steller(actor, file.dossier):
        raise NotAllowed(reason="rol-andere-steller")
    if not may_upload(actor, file):
        raise NotAllowed(reason="dossier-gesloten" if file.dossier.closed else "dossier-zonder-stukken")
    require_revision(file.dossier, revision)
    if file.current is not None and file.current.sha256 == sha256:
        raise InvalidInput(file="document-zelfde")


def plain_name(filename: str) -> str:
    """The last part of a path, without control characters, at most MAX_NAME long with its extension kept."""
    last = filename.replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join(c for c in last if c.isprintable()).strip() or "voorstel"
    stem, dot, extension = clean.rpartition(".")
    return clean if len(clean) <= MAX_NAME else stem[: MAX_NAME - len(extension) - 1] + dot + extension
