"""What everyone may read of released, public proposals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sdprocess.content.workflow import Workflow
from sdprocess.domain.dossier import DocumentVersion, Dossier, Side
from sdprocess.domain.errors import NotFound
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import PUBLIC
from sdprocess.engine.move import strip
from sdprocess.planning.working_days import local_day
from sdprocess.services.cards import workflow_of
from sdprocess.services.ports import DossierFilter, UnitOfWork, World
from sdprocess.services.queries_proposal import section_texts
from sdprocess.services.views import PublicProposal
from sdprocess.services.visibility import scope_of, seen_events, seen_versions

MOST = 200
"""The newest so many proposals are listed."""


def public_list(world: World) -> tuple[PublicProposal, ...]:
    """The public dossiers with a released proposal, newest number first."""
    with world.uow() as uow:
        scope = scope_of(PUBLIC, local_day(world.clock.now()))
        return _proposals(uow, world, uow.dossiers.find(scope, DossierFilter(sort="-nummer", per_page=MOST)))


def public_proposal(world: World, number: str) -> PublicProposal:
    """One of them. Raises NotFound, also for a dossier that is not public or has no released version."""
    with world.uow() as uow:
        dossier = uow.dossiers.get(number)
        found = _proposals(uow, world, [dossier] if dossier.side is Side.PUBLIC else [])
        councils = tuple(uow.councils.of_dossiers([dossier.id]).get(dossier.id, ())) if found else ()
    if not found:
        raise NotFound(kind="dossier", id=number)
    workflow = workflow_of(world, dossier)
    waits = workflow is not None and workflow.waits_for_councils(dossier.state)
    return replace(found[0], councils=councils, councils_due=dossier.term if waits else None)


def _proposals(uow: UnitOfWork, world: World, dossiers: Sequence[Dossier]) -> tuple[PublicProposal, ...]:
    """Of these dossiers those with a released version, whose proceskader is still there."""
    ids = [d.id for d in dossiers]
    versions, releases = uow.documents.versions_of(ids), uow.releases.of_dossiers(ids)
    events = uow.events.of_dossiers(ids)
    made: list[PublicProposal] = []
    for dossier in dossiers:
        seen = seen_versions(PUBLIC, dossier, versions.get(dossier.id, ()), releases.get(dossier.id, ()))
        workflow = workflow_of(world, dossier)
        if seen and workflow:
            made.append(_proposal(uow, dossier, workflow, seen, events.get(dossier.id, ())))
    return tuple(made)


def _proposal(
    uow: UnitOfWork,
    dossier: Dossier,
    workflow: Workflow,
    seen: Sequence[DocumentVersion],
    events: Sequence[TransitionRecord],
) -> PublicProposal:
    text = uow.documents.text(seen[0].id)
    return PublicProposal(
        dossier=dossier,
        kader_title=workflow.title,
        state_title=workflow.state(dossier.state).title,
        strip=strip(workflow, dossier.state, events),
        summary="\n\n".join(section_texts(text, "publiekssamenvatting")),
        decision_points=section_texts(text, "beslispunten"),
        decided=dossier.decided,
        moves=tuple(
            (local_day(e.at), workflow.state(e.to_state).title) for e in seen_events(PUBLIC, dossier, events, seen)
        ),
    )
