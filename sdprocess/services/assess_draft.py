"""Judging the newest version again, with the checklist in force now."""

from __future__ import annotations

from sdprocess.domain.errors import NotAllowed, NotFound
from sdprocess.domain.people import Actor
from sdprocess.engine.move import scores_of
from sdprocess.services.dossier_file import load_file, new_record
from sdprocess.services.ports import StoredAssessment, World
from sdprocess.services.proposal_kind import assess_for
from sdprocess.services.visibility import is_insider


def assess_draft(world: World, actor: Actor, number: str) -> StoredAssessment:
    """A new toets of the newest version; the stored one when that is of this version with this checklist already.

    Raises NotFound, NotAllowed.
    """
    with world.uow(write=True) as uow:
        file = load_file(uow, world, actor, number)
        if not is_insider(actor, file.dossier):
            raise NotAllowed(reason="geen-rol", roles="steller, toetser, college")
        if file.current is None:
            raise NotFound(kind="versie", id=number)
        if file.stored is not None and file.assessment_is_current:
            return file.stored
        assessment = assess_for(world, file, uow.documents.text(file.current.id))
        stored = uow.assessments.add(file.current.id, world.clock.now(), assessment)
        scores = scores_of(assessment)
        uow.events.append(new_record(world, actor, file, "toets", document_hash=file.current.sha256, scores=scores))
        uow.commit()
    return stored
