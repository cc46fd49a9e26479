"""Which running dossiers a beheerder may know to stand on a proceskader."""

from __future__ import annotations

from datetime import date

from sdprocess.domain.dossier import Dossier, Side
from sdprocess.domain.errors import NotFound
from sdprocess.domain.people import COUNCIL_SIDE, Actor
from sdprocess.services.ports import DossierFilter, DossierScope, UnitOfWork
from sdprocess.services.visibility import may_see

EVERY = 1_000_000


def running_on(uow: UnitOfWork, actor: Actor, kader_id: str = "") -> tuple[Dossier, ...]:
    """The dossiers on any version of a kader (or of all) that are not closed, by number."""
    scope = DossierScope(frozenset(Side), 0, date.min)
    found = uow.dossiers.find(scope, DossierFilter(kader=kader_id, per_page=EVERY, sort="nummer"))
    return tuple(d for d in found if not d.closed and may_administer(actor, d))


def administered(uow: UnitOfWork, actor: Actor, number: str) -> Dossier:
    """A dossier that this beheerder may bring on another kader. Raises NotFound."""
    dossier = uow.dossiers.get(number)
    if not may_administer(actor, dossier):
        raise NotFound(kind="dossier", id=number)
    return dossier


def may_administer(actor: Actor, dossier: Dossier) -> bool:
    """Whether the actor, as a beheerder, may know that a dossier runs on a kader and where it stands; not its title.

    A beheerder may of all dossiers; one who also works for the council only of those that the council side sees: a role
    of the other side opens no draft of the college (docs/adr/0004-twee-zijden.md).
    """
    return may_see(actor, dossier) or (actor.has("beheerder") and not actor.has(*COUNCIL_SIDE))
