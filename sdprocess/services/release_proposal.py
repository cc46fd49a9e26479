"""Vrijgeven: a named person lets the council side see the newest version, also against the gate when it says why."""

from __future__ import annotations

from sdprocess.domain.dossier import Release, Side
from sdprocess.domain.people import Actor
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.move import may_deviate, release_gate, scores_of, words
from sdprocess.services.ask_advice import tell_reopened
from sdprocess.services.dossier_file import DossierFile, guard_context, load_file, new_record, require_revision
from sdprocess.services.ports import World

MAX_DEVIATION = 4000


def release_refusals(world: World, actor: Actor, file: DossierFile) -> tuple[Refusal, ...]:
    """Every reason why this actor cannot release the newest version now; empty means it can be done."""
    refusals = release_gate(file.workflow, guard_context(world, actor, file))
    if file.current is None and all(r.guard != "document-aanwezig" for r in refusals):
        return (*refusals, Refusal("document-ontbreekt", "document-aanwezig"))
    if is_released(file):
        return (*refusals, Refusal("al-vrijgegeven", "rol"))
    return refusals


def is_released(file: DossierFile) -> bool:
    """Whether the newest version was released before."""
    return file.current is not None and any(r.version_id == file.current.id for r in file.releases)


def release_proposal(
    world: World, actor: Actor, number: str, *, revision: int, deviation: str = ""
) -> Release | tuple[Refusal, ...]:
    """Release the newest version, or give every reason why not.

    deviation: why the actor releases although the gate does not hold; kept with the reasons that were not met, and
    dropped when the gate holds. Raises NotFound, StaleDossier.
    """
    why = deviation.strip()[:MAX_DEVIATION]
    with world.uow(write=True) as uow:
        file = load_file(uow, world, actor, number)
        require_revision(file.dossier, revision)
        refusals = release_refusals(world, actor, file)
        if file.current is None or (refusals and not (why and may_deviate(refusals))):
            return refusals
        made = Release(
            0,
            file.dossier.id,
            file.current.id,
            actor.name,
            world.clock.now(),
            why if refusals else "",
            tuple(words(r) for r in refusals),
        )
        uow.dossiers.save(file.dossier, revision)
        release = uow.releases.add(made)
        scores = scores_of(file.stored.assessment) if file.stored and file.assessment_is_current else {}
        record = new_record(
            world, actor, file, "vrijgegeven", reason=made.deviation, document_hash=file.current.sha256, scores=scores
        )
        uow.events.append(record)
        if file.state.side is not Side.COLLEGE:
            tell_reopened(uow, world, actor, file, file.current.text_hash)
        uow.outbox.put("vrijgegeven", file.dossier.id, {"nummer": number, "versie": str(file.current.number)})
        uow.commit()
    return release
