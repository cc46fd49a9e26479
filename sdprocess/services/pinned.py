"""Which content files the dossiers in the database lean on."""

from __future__ import annotations

from sdprocess.domain.dossier import Side
from sdprocess.domain.findings import ContentRef
from sdprocess.planning.working_days import local_day
from sdprocess.services.ports import DossierFilter, DossierScope, World

EVERY = 1_000_000


def pinned_kaders(world: World) -> tuple[ContentRef, ...]:
    """Every proceskader that a dossier pinned, sorted. For the check of an installation: tells nothing of dossiers."""
    scope = DossierScope(frozenset(Side), 0, local_day(world.clock.now()))
    with world.uow() as uow:
        found = uow.dossiers.find(scope, DossierFilter(per_page=EVERY))
    return tuple(sorted({d.kader for d in found}, key=lambda ref: (ref.id, ref.version, ref.sha256)))
