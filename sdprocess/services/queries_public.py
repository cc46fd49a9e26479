"""What everyone may read of released, public proposals."""

from __future__ import annotations

from datetime import date

from sdprocess.domain.dossier import Dossier, Side
from sdprocess.domain.errors import NotFound
from sdprocess.domain.people import PUBLIC
from sdprocess.engine.move import strip
from sdprocess.planning.working_days import local_day
from sdprocess.services.ports import DossierFilter, DossierScope, UnitOfWork, World
from sdprocess.services.queries_dossier import Seen, seen_file
from sdprocess.services.queries_proposal import section_texts
from sdprocess.services.views import PublicProposal
from sdprocess.services.visibility import scope_of

MOST = 1000


def public_list(world: World) -> tuple[PublicProposal, ...]:
    """Every public dossier with a released proposal, newest number first."""
    with world.uow() as uow:
        scope: DossierScope = scope_of(PUBLIC, local_day(world.clock.now()))
        found = uow.dossiers.find(scope, DossierFilter(sort="-nummer", per_page=MOST))
        released = uow.releases.of_dossiers([d.id for d in found])
        return tuple(_proposal(uow, seen_file(uow, world, PUBLIC, d.number)) for d in found if d.id in released)


def public_proposal(world: World, number: str) -> PublicProposal:
    """One of them. Raises NotFound, also for a dossier that is not public or has no released version."""
    with world.uow() as uow:
        seen = seen_file(uow, world, PUBLIC, number)
        if not _is_public(seen.file.dossier) or seen.current is None:
            raise NotFound(kind="dossier", id=number)
        return _proposal(uow, seen)


def _is_public(dossier: Dossier) -> bool:
    return dossier.side is Side.PUBLIC


def _proposal(uow: UnitOfWork, seen: Seen) -> PublicProposal:
    file = seen.file
    text = uow.documents.text(seen.versions[0].id)
    return PublicProposal(
        dossier=file.dossier,
        kader_title=file.workflow.title,
        state_title=file.state.title,
        strip=strip(file.workflow, file.dossier.state, seen.all_events),
        summary="\n\n".join(section_texts(text, "publiekssamenvatting")),
        decision_points=section_texts(text, "beslispunten"),
        decided=file.dossier.decided,
        moves=tuple(_move(seen, e.to_state, local_day(e.at)) for e in seen.events),
    )


def _move(seen: Seen, state: str, day: date) -> tuple[date, str]:
    return day, seen.file.workflow.state(state).title
