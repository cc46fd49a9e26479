"""Everything of one dossier's page, of what this actor may see."""

from __future__ import annotations

from dataclasses import dataclass

from sdprocess.domain.dossier import DocumentVersion, Release
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import Actor
from sdprocess.engine.move import release_role, strip
from sdprocess.planning.reality import visits
from sdprocess.services.add_version import may_upload
from sdprocess.services.cards import card_of
from sdprocess.services.dossier_file import DossierFile, guard_context, load_file, one_version
from sdprocess.services.event_words import event_move, event_title, kader_of
from sdprocess.services.ports import StoredAssessment, UnitOfWork, World
from sdprocess.services.queries_advice import advice_board
from sdprocess.services.release_proposal import release_refusals
from sdprocess.services.views import DossierPage, VersionScore
from sdprocess.services.visibility import is_insider, may_see, seen_events, seen_releases, seen_versions


@dataclass(frozen=True, slots=True)
class Seen:
    """What one actor may see of a dossier file."""

    file: DossierFile
    versions: tuple[DocumentVersion, ...]
    releases: tuple[Release, ...]
    all_events: tuple[TransitionRecord, ...]
    events: tuple[TransitionRecord, ...]
    stored: StoredAssessment | None

    @property
    def current(self) -> DocumentVersion | None:
        """The newest version that may be seen."""
        return self.versions[0] if self.versions else None


def seen_file(uow: UnitOfWork, world: World, actor: Actor, number: str) -> Seen:
    """Load a dossier and leave out what the actor may not see. Raises NotFound."""
    file = load_file(uow, world, actor, number)
    versions = seen_versions(actor, file.dossier, file.versions, file.releases)
    events = tuple(uow.events.of_dossier(file.dossier.id))
    return Seen(
        file,
        versions,
        seen_releases(actor, file.releases),
        events,
        seen_events(actor, file.dossier, events, versions),
        uow.assessments.latest(versions[0].id) if versions else None,
    )


def dossier_page(world: World, actor: Actor, number: str) -> DossierPage:
    """The dossier page. Raises NotFound."""
    with world.uow() as uow:
        return page_of(uow, world, actor, seen_file(uow, world, actor, number))


def page_of(uow: UnitOfWork, world: World, actor: Actor, seen: Seen) -> DossierPage:
    """The page of a loaded dossier."""
    file, dossier, state = seen.file, seen.file.dossier, seen.file.state
    may_release = release_role(file.workflow, guard_context(world, actor, file))
    previous = uow.dossiers.by_id(dossier.previous_id) if dossier.previous_id else None
    followers = [d for d in uow.dossiers.followers(dossier.id) if may_see(actor, d)]
    happened = [(kader_of(world, file.workflow, e.kader), e) for e in seen.events]
    return DossierPage(
        card=card_of(uow, world, actor, file),
        strip=strip(file.workflow, dossier.state, seen.all_events),
        products=state.products,
        guiding_questions=state.questions,
        involved=tuple(state.involved.items()),
        events=seen.events,
        event_titles=tuple(event_title(kader, e) for kader, e in happened),
        event_moves=tuple(event_move(kader, e) for kader, e in happened),
        versions=seen.versions,
        current=seen.current,
        assessment=seen.stored.assessment if seen.stored else None,
        stale=is_stale(uow, actor, seen),
        scores=_scores(uow, seen),
        releases=seen.releases,
        release_refusals=release_refusals(world, actor, file) if may_release else (),
        may_release=may_release,
        may_upload=may_upload(actor, file),
        previous=previous if previous and may_see(actor, previous) else None,
        next=tuple(followers),
        advice=advice_board(uow, world, actor, file, seen.all_events),
        round=max((v.round for v in visits(seen.events) if v.left is None), default=1),
        takes_documents=file.workflow.takes_documents or bool(file.versions),
        councils=file.councils,
        asks_councils=file.workflow.asks_councils,
        councils_due=file.councils_due,
        step_checklist=file.checklist.title if file.state.checklist else "",
    )


def is_stale(uow: UnitOfWork, actor: Actor, seen: Seen) -> bool:
    """Whether what was checked, by the machine or by people, was another text or checklist than the newest.

    Only insiders hear it: to others there is no newer version than the released one.
    """
    file = seen.file
    if not is_insider(actor, file.dossier) or file.current is None:
        return False
    if file.stored is not None and not file.assessment_is_current:
        return True
    earlier = [v.id for v in file.versions[1:]]
    return not file.judgements and bool(uow.judgements.current_of(earlier))


def document_data(world: World, actor: Actor, number: str, version_number: int) -> tuple[str, bytes]:
    """The file name and bytes of a version the actor may see. Raises NotFound."""
    with world.uow() as uow:
        version = one_version(seen_file(uow, world, actor, number).versions, version_number)
        return version.filename, uow.documents.data(version.id)


def _scores(uow: UnitOfWork, seen: Seen) -> tuple[VersionScore, ...]:
    key = seen.file.dossier.id
    allowed = {v.id for v in seen.versions}
    return tuple(
        VersionScore(line.version, line.at, line.profiles if line.judged else (), line.open_questions or 0)
        for line in uow.assessments.score_lines([key]).get(key, ())
        if line.version.id in allowed
    )
