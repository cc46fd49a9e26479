"""The procesontwerp of a dossier as its pages need it, of what this actor may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdprocess.domain.design import DesignComment, DesignStep, DesignVersion, StoredDesign
from sdprocess.domain.dossier import Dossier
from sdprocess.domain.errors import NotFound
from sdprocess.domain.people import Actor
from sdprocess.domain.plan import Plan
from sdprocess.engine.design_begin import fixed_steps
from sdprocess.engine.move import wider
from sdprocess.planning.working_days import local_day
from sdprocess.services.adopt_design import decision_sentence
from sdprocess.services.design_plan import design_plan
from sdprocess.services.make_design import may_direct, may_read, may_write
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.visibility import require_visible


@dataclass(frozen=True, slots=True)
class DesignPage:
    """stored: None when there is none, or none that this actor may read. base: title and version of its base. places:
    (key, title) of the steps where the dossier may stand once adopted; here: the best guess among them. decided: the
    decision in a sentence, or empty.
    """

    dossier: Dossier
    state_title: str
    stored: StoredDesign | None
    base: str
    fixed: frozenset[str]
    plan: Plan | None
    versions: tuple[DesignVersion, ...]
    comments: tuple[DesignComment, ...]
    may_begin: bool
    may_write: bool
    may_adopt: bool
    places: tuple[tuple[str, str], ...]
    here: str
    decided: str


def design_page(world: World, actor: Actor, number: str) -> DesignPage:
    """Raises NotFound for a dossier that this actor may not see."""
    with world.uow() as uow:
        dossier = uow.dossiers.get(number)
        require_visible(actor, dossier)
        stored = uow.designs.of_dossier(dossier.id)
        if stored is not None and may_read(actor, dossier, stored):
            return _page(uow, world, actor, dossier, stored)
    begin = stored is None and may_direct(actor, dossier) and not dossier.closed
    title = world.library.pinned_workflow(dossier.kader).state(dossier.state).title
    return DesignPage(dossier, title, None, "", frozenset(), None, (), (), begin, False, False, (), "", "")


def kept_version(page: DesignPage, number: int) -> DesignVersion:
    """Raises NotFound."""
    for version in page.versions:
        if version.number == number:
            return version
    raise NotFound(kind="versie", id=str(number))


def adopted_design(world: World, dossier: Dossier) -> StoredDesign | None:
    """The adopted design of a dossier that the caller may see, None without one."""
    with world.uow() as uow:
        stored = uow.designs.of_dossier(dossier.id)
    return stored if stored is not None and not stored.is_concept else None


def _page(uow: UnitOfWork, world: World, actor: Actor, dossier: Dossier, stored: StoredDesign) -> DesignPage:
    concept = stored.is_concept
    base = world.library.pinned_workflow(stored.design.base)
    versions: Sequence[DesignVersion] = uow.designs.versions(stored.id)
    comments: Sequence[DesignComment] = uow.designs.comments(stored.id)
    places = tuple(s for s in stored.design.kept if wider(dossier.side, base.state(s.base).side) is dossier.side)
    return DesignPage(
        dossier=dossier,
        state_title=world.library.pinned_workflow(dossier.kader).state(dossier.state).title,
        stored=stored,
        base=f"{base.title}, versie {base.version}",
        fixed=fixed_steps(base),
        plan=design_plan(world, stored.design, local_day(world.clock.now())),
        versions=tuple(versions),
        comments=tuple(comments),
        may_begin=False,
        may_write=concept and may_write(actor, dossier),
        may_adopt=concept and may_direct(actor, dossier),
        places=tuple((s.key, s.title) for s in places),
        here=_here(world, dossier, stored, places),
        decided=decision_sentence(stored),
    )


def _here(world: World, dossier: Dossier, stored: StoredDesign, kept: tuple[DesignStep, ...]) -> str:
    """The step with the dossier's own state, else the first of the same step of the policy process, else the first."""
    step = world.library.pinned_workflow(dossier.kader).state(dossier.state).step
    same = [s.key for s in kept if s.base == dossier.state] if dossier.kader.id == stored.design.base.id else []
    alike = [s.key for s in kept if s.step == step]
    return next(iter([*same, *alike, *(s.key for s in kept)]), "")
