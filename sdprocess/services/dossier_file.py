"""What is known of a dossier, loaded for one actor: the stuff that guards, pages and lists are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sdprocess.content.checklist import Checklist
from sdprocess.content.workflow import State, Workflow
from sdprocess.domain.councils import Council
from sdprocess.domain.dossier import DocumentVersion, Dossier, Judgement, Release, Side
from sdprocess.domain.errors import NotFound, StaleDossier
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import Actor
from sdprocess.engine.advice import AdviceRules, AdviceStand, stand_of
from sdprocess.engine.context import GuardContext
from sdprocess.engine.move import wider
from sdprocess.planning.terms import term_rule
from sdprocess.planning.working_days import local_day
from sdprocess.services.ports import StoredAssessment, UnitOfWork, World
from sdprocess.services.visibility import GIVEN_BACK, require_visible

DEFAULT_CHECKLIST = "raadsvoorstel"
"""For a proceskader that names no checklist: the toets itself says whether A-E applies to the document."""


@dataclass(frozen=True, slots=True)
class DossierFile:
    """Everything of one dossier, unfiltered: what an actor may see of it is decided by `visibility`.

    versions and releases: newest first. stored: the newest toets of the newest version that has one. judgements: newest
    per question, kind and person, on the newest version. checklist: the one in force. advice: how those who are asked
    in the current state stand now. councils: those that each decide on it.
    """

    dossier: Dossier
    workflow: Workflow
    checklist: Checklist
    versions: tuple[DocumentVersion, ...]
    releases: tuple[Release, ...]
    stored: StoredAssessment | None
    judgements: tuple[Judgement, ...]
    councils: tuple[Council, ...] = ()
    advice: tuple[AdviceStand, ...] = ()

    @property
    def state(self) -> State:
        return self.workflow.state(self.dossier.state)

    @property
    def current(self) -> DocumentVersion | None:
        """The newest version."""
        return self.versions[0] if self.versions else None

    @property
    def assessment_is_current(self) -> bool:
        """Whether the toets was made of the newest version with the checklist in force."""
        if self.stored is None or self.current is None:
            return False
        return self.stored.version_id == self.current.id and self.stored.assessment.checklist == self.checklist.ref

    @property
    def councils_due(self) -> date | None:
        """The last day for all councils, in a state that waits for them."""
        return self.dossier.term if self.workflow.waits_for_councils(self.dossier.state) else None

    def version(self, number: int) -> DocumentVersion:
        """The version with this number. Raises NotFound."""
        return one_version(self.versions, number)


def one_version(versions: Iterable[DocumentVersion], number: int) -> DocumentVersion:
    """The version with this number among those given. Raises NotFound."""
    for version in versions:
        if version.number == number:
            return version
    raise NotFound(kind="versie", id=str(number))


def checklist_of(world: World, workflow: Workflow, state: str) -> Checklist:
    """The checklist in force for a dossier in a state: that of the state, or else of its proceskader."""
    return world.library.checklist(workflow.state(state).checklist or workflow.checklist or DEFAULT_CHECKLIST)


def load_files(uow: UnitOfWork, world: World, dossiers: Iterable[Dossier]) -> Mapping[int, DossierFile]:
    """The files of dossiers by id, in a few queries whatever their number. Visibility is the caller's."""
    wanted = {d.id: d for d in dossiers}
    versions = uow.documents.versions_of(wanted)
    releases = uow.releases.of_dossiers(wanted)
    stored = uow.assessments.latest_of([v.id for vs in versions.values() for v in vs[:1]])
    judgements = uow.judgements.current_of([vs[0].id for vs in versions.values()])
    shared = [key for key, d in wanted.items() if world.library.pinned_workflow(d.kader).asks_councils]
    councils = uow.councils.of_dossiers(shared) if shared else {}
    asked = uow.advices.live(wanted)
    answers = uow.advices.answers([r.id for rs in asked.values() for r in rs]) if asked else ()
    files: dict[int, DossierFile] = {}
    for key, dossier in wanted.items():
        workflow = world.library.pinned_workflow(dossier.kader)
        own = tuple(versions.get(key, ()))
        known = advised_on(workflow.state(dossier.state), own, releases.get(key, ()))
        files[key] = DossierFile(
            dossier,
            workflow,
            checklist_of(world, workflow, dossier.state),
            own,
            tuple(releases.get(key, ())),
            stored.get(own[0].id) if own else None,
            tuple(judgements.get(own[0].id, ())) if own else (),
            tuple(councils.get(key, ())),
            advice=stand_of(asked.get(key, ()), answers, known, world.clock.now(), advice_rules(world)),
        )
    return files


def advised_on(
    state: State, versions: Iterable[DocumentVersion], releases: Iterable[Release]
) -> tuple[DocumentVersion, ...]:
    """The versions that advice in a state can be about, newest first: outside the college only those released."""
    if state.side is Side.COLLEGE:
        return tuple(versions)
    released = {r.version_id for r in releases}
    return tuple(v for v in versions if v.id in released)


def advice_rules(world: World) -> AdviceRules:
    """What the clock of advice needs of this world."""
    return AdviceRules(term_rule(world.calendar), local_day)


def load_file(uow: UnitOfWork, world: World, actor: Actor, number: str) -> DossierFile:
    """The file of one dossier. Raises NotFound, also when the actor may not know of it."""
    dossier = uow.dossiers.get(number)
    require_visible(actor, dossier)
    return load_files(uow, world, [dossier])[dossier.id]


def require_revision(dossier: Dossier, seen: int) -> None:
    """Raises StaleDossier when the page that asks was made of an older revision."""
    if dossier.revision != seen:
        raise StaleDossier(seen=seen, current=dossier.revision)


def guard_context(world: World, actor: Actor, file: DossierFile, reason: str = "") -> GuardContext:
    """What the guards look at for this actor, now."""
    return GuardContext(
        actor=actor,
        dossier=file.dossier,
        now=world.clock.now(),
        reason=reason,
        version=file.current,
        assessment=file.stored.assessment if file.stored else None,
        assessment_is_current=file.assessment_is_current,
        judgements=file.judgements,
        release=file.releases[0] if file.releases else None,
        questions=tuple(q.id for q in file.checklist.questions),
        criteria=MappingProxyType({q.id: q.criterion for q in file.checklist.questions}),
        due=term_rule(world.calendar),
        councils=file.councils,
        advice=file.advice,
    )


def side_of_move(before: State, after: State) -> str:
    """The side of a move's event: who may read that it happened, and why."""
    if before.side is not Side.COLLEGE and after.side is Side.COLLEGE:
        return GIVEN_BACK
    return wider(before.side, after.side).value


def new_record(
    world: World,
    actor: Actor,
    file: DossierFile,
    kind: str,
    *,
    transition: str = "",
    reason: str = "",
    document_hash: str = "",
    scores: Mapping[str, str] = MappingProxyType({}),
) -> TransitionRecord:
    """An event that is no move, in the dossier's current state."""
    return TransitionRecord(
        seq=0,
        dossier_id=file.dossier.id,
        at=world.clock.now(),
        actor_id=actor.id,
        actor=actor.name,
        kind=kind,
        kader=file.dossier.kader,
        transition=transition,
        reason=reason,
        document_hash=document_hash,
        scores=scores,
        side=file.state.side.value,
    )
