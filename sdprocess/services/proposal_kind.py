"""The kind of proposal: what the toets makes of it, and a person's correction of that, on record."""

from __future__ import annotations

from sdprocess.checking.assess import assess
from sdprocess.content.checklist import Checklist
from sdprocess.content.proposal_kinds import ProposalKinds
from sdprocess.domain.dossier import JudgeKind
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound
from sdprocess.domain.findings import Assessment, KindChoice
from sdprocess.domain.people import Actor
from sdprocess.domain.text import SourceText
from sdprocess.engine.move import scores_of
from sdprocess.services.dossier_file import DossierFile, load_file, new_record, require_revision
from sdprocess.services.judge_question import judge_kind
from sdprocess.services.ports import StoredAssessment, World

MAX_REASON = 2000


def kinds_for(world: World, checklist: Checklist) -> ProposalKinds | None:
    """The kinds of proposal a checklist knows, in the order they are looked for."""
    return world.library.proposal_kinds(checklist.id)


def assess_for(world: World, file: DossierFile, text: SourceText) -> Assessment:
    """The toets of a dossier's text with the content in force. A correction holds for later versions too."""
    kinds = kinds_for(world, file.checklist)
    return assess(text, file.checklist, kinds, _still_known(kinds, chosen(file)))


def chosen(file: DossierFile) -> KindChoice | None:
    """The correction that is in force."""
    profile = file.stored.assessment.kind_profile if file.stored else None
    return profile.choice if profile else None


def may_choose_kind(actor: Actor, file: DossierFile) -> bool:
    """The steller and who checks beside the steller, as long as the dossier is open."""
    return judge_kind(actor, file) in (JudgeKind.SELF, JudgeKind.COLLEAGUE)


def choose_kind(world: World, actor: Actor, number: str, *, kind: str, reason: str, revision: int) -> StoredAssessment:
    """Say what kind of proposal this is: the newest version is judged again as such, with who, when and why.

    Raises NotFound, NotAllowed, StaleDossier, and InvalidInput
    (kind, reason).
    """
    with world.uow(write=True) as uow:
        file = load_file(uow, world, actor, number)
        if not may_choose_kind(actor, file):
            raise NotAllowed(reason="dossier-gesloten" if file.dossier.closed else "oordeel-niet-uw-rol")
        require_revision(file.dossier, revision)
        if file.current is None or file.stored is None:
            raise NotFound(kind="versie", id=number)
        kinds = kinds_for(world, file.checklist)
        _check(kinds, file, kind, reason)
        now = world.clock.now()
        choice = KindChoice(kind, actor.name, now.isoformat(), reason.strip())
        assessment = assess(uow.documents.text(file.current.id), file.checklist, kinds, choice)
        if assessment.kind_profile is None:
            raise InvalidInput(kind="voorstelsoort-niets")
        uow.dossiers.save(file.dossier, revision)
        stored = uow.assessments.add(file.current.id, now, assessment)
        sha256, scores = file.current.sha256, scores_of(assessment)
        uow.events.append(
            new_record(world, actor, file, "soort", transition=kind, reason=choice.reason, document_hash=sha256)
        )
        uow.events.append(new_record(world, actor, file, "toets", document_hash=sha256, scores=scores))
        uow.commit()
    return stored


def _check(kinds: ProposalKinds | None, file: DossierFile, kind: str, reason: str) -> None:
    if kinds is None:
        raise InvalidInput(kind="voorstelsoort-geen")
    if kind not in {k.id for k in kinds.kinds}:
        raise InvalidInput(kind="voorstelsoort-kies")
    profile = file.stored.assessment.kind_profile if file.stored else None
    if profile is not None and profile.kind == kind and file.assessment_is_current:
        raise InvalidInput(kind="voorstelsoort-zelfde")
    if not reason.strip():
        raise InvalidInput(reason="voorstelsoort-reden")
    if len(reason) > MAX_REASON:
        raise InvalidInput(reason="veld-lang")


def _still_known(kinds: ProposalKinds | None, choice: KindChoice | None) -> KindChoice | None:
    """A correction to a kind that the content no longer has is no correction any more."""
    known = {k.id for k in kinds.kinds} if kinds else set()
    return choice if choice and choice.kind in known else None
