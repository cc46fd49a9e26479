"""The procesontwerp of a dossier as its pages need it, of what this actor may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sdprocess.content.workflow import Workflow
from sdprocess.domain.design import AdoptedDesign, DesignComment, DesignStep, DesignVersion, StoredDesign
from sdprocess.domain.dossier import Dossier
from sdprocess.domain.errors import NotFound
from sdprocess.domain.people import Actor
from sdprocess.domain.plan import Plan
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.design_begin import fixed_steps
from sdprocess.engine.move import wider
from sdprocess.planning.working_days import local_day
from sdprocess.services.adopt_design import decision_sentence
from sdprocess.services.amend_design import amendment_to_undo
from sdprocess.services.design_plan import design_plan
from sdprocess.services.make_design import may_direct, may_read, may_write
from sdprocess.services.planning_file import load_planning
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.visibility import require_visible


@dataclass(frozen=True, slots=True)
class DesignPage:
    """stored: None when there is none, or none that this actor may read. base: title and version of its base. places:
    (key, title) of the steps where the dossier may stand once adopted; here: the best guess among them. decided: the
    decision in a sentence, or empty. adoptions: newest first. in_force: the design that holds while `stored` is an
    amendment of it, None otherwise. may_amend
    and may_undo: whether this actor may begin an amendment, or take the last one back.
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
    adoptions: tuple[AdoptedDesign, ...] = ()
    in_force: StoredDesign | None = None
    may_amend: bool = False
    may_undo: bool = False

    @property
    def decides(self) -> str:
        """Who decides when it goes differently, by the design that holds now."""
        force = self.in_force or (self.stored if self.stored and not self.stored.is_concept else None)
        return force.design.decides if force else ""


def design_page(world: World, actor: Actor, number: str) -> DesignPage:
    """Raises NotFound for a dossier that this actor may not see."""
    with world.uow() as uow:
        dossier = uow.dossiers.get(number)
        require_visible(actor, dossier)
        stored = uow.designs.of_dossier(dossier.id)
        if stored is not None and not may_read(actor, dossier, stored):
            stored = uow.designs.in_force(dossier.id)  # who reads no concepts reads what holds
        if stored is not None:
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


def adopted_page(page: DesignPage, number: int) -> DesignPage:
    """The page as it is of a design that was adopted, to read. Raises NotFound."""
    for adopted in page.adoptions:
        if page.stored is not None and adopted.number == number:
            stored = page.stored.as_adopted(adopted)
            said = decision_sentence(stored)
            page = replace(page, may_write=False, may_adopt=False, may_amend=False, may_undo=False)
            return replace(page, stored=stored, decided=said, in_force=None, plan=None)
    raise NotFound(kind="procesontwerp", id=str(number))


def adopted_design(world: World, dossier: Dossier) -> StoredDesign | None:
    """The adopted design of a dossier that the caller may see, None without one."""
    with world.uow() as uow:
        return uow.designs.in_force(dossier.id)


def _page(uow: UnitOfWork, world: World, actor: Actor, dossier: Dossier, stored: StoredDesign) -> DesignPage:
    concept, force = stored.is_concept, uow.designs.in_force(dossier.id)
    written = uow.designs.of_dossier(dossier.id)
    amending = written is not None and written.is_concept and not concept
    base = world.library.pinned_workflow(stored.design.base)
    versions: Sequence[DesignVersion] = () if amending else uow.designs.versions(stored.id)
    comments: Sequence[DesignComment] = () if amending else uow.designs.comments(stored.id)
    adoptions = tuple(uow.designs.adoptions(stored.id))
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
        places=(*((s.key, s.title) for s in places), *_aside(world, dossier, base)),
        here=_here(world, dossier, stored, places),
        decided=decision_sentence(stored),
        adoptions=adoptions,
        in_force=force if concept else None,
        may_amend=not concept and not amending and may_direct(actor, dossier) and not dossier.closed,
        may_undo=len(adoptions) > 1 and may_direct(actor, dossier) and _undoable(uow, world, actor, dossier),
    )


def _undoable(uow: UnitOfWork, world: World, actor: Actor, dossier: Dossier) -> bool:
    return not isinstance(amendment_to_undo(uow, load_planning(uow, world, actor, dossier.number)), Refusal)


def _aside(world: World, dossier: Dossier, base: Workflow) -> tuple[tuple[str, str], ...]:
    """The side path where the dossier stands, which it need not leave when the design has it too."""
    state = world.library.pinned_workflow(dossier.kader).state(dossier.state)
    there = state.aside and not state.end and state.id in {s.id for s in base.states}
    return ((state.id, state.title),) if there else ()


def _here(world: World, dossier: Dossier, stored: StoredDesign, kept: tuple[DesignStep, ...]) -> str:
    """The step with the dossier's own state, else the first of the same step of the policy process, else the first."""
    step = world.library.pinned_workflow(dossier.kader).state(dossier.state).step
    of_base = dossier.kader.id == stored.design.base.id
    same = [s.key for s in kept if dossier.state == (s.base if of_base else s.key)]
    alike = [s.key for s in kept if s.step == step]
    return next(iter([*same, *alike, *(s.key for s in kept)]), "")
