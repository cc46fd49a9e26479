"""The proposal's own pages: evidence beside questions, two versions compared, and what a councillor prepares with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from sdprocess.checking.difference import VerdictChange, verdict_changes
from sdprocess.content.checklist import Checklist
from sdprocess.domain.dossier import DocumentVersion, JudgeKind, Judgement
from sdprocess.domain.errors import NotFound
from sdprocess.domain.findings import Assessment, ContentRef, Finding
from sdprocess.domain.people import COUNCIL_SIDE, Actor
from sdprocess.domain.text import SourceText
from sdprocess.services.cards import card_of
from sdprocess.services.dossier_file import DEFAULT_CHECKLIST, DossierFile, one_version
from sdprocess.services.judge_question import judge_kind
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.proposal_kind import kinds_for, may_choose_kind
from sdprocess.services.queries_dossier import page_of, seen_file
from sdprocess.services.take_questions import question_list
from sdprocess.services.views import CouncillorPage, ProposalPage, QuestionView, TextChange, VersionComparison
from sdprocess.services.visibility import require_role, seen_judgements


def proposal_page(world: World, actor: Actor, number: str, version_number: int | None = None) -> ProposalPage:
    """A version's text with findings and judgements; the newest the actor may see unless told. Raises NotFound."""
    with world.uow() as uow:
        seen = seen_file(uow, world, actor, number)
        newest = seen.current
        if newest is None:
            raise NotFound(kind="versie", id=number)
        version = newest if version_number is None else one_version(seen.versions, version_number)
        stored = uow.assessments.latest(version.id)
        if stored is None:
            raise NotFound(kind="toets", id=number)
        judgements = seen_judgements(actor, seen.file.dossier, uow.judgements.current(version.id), seen.all_events)
        kind = judge_kind(actor, seen.file) if version.id == newest.id else None
        text = uow.documents.text(version.id)
        previous = next((v for v in seen.versions if v.number < version.number), None)
        return ProposalPage(
            page=page_of(uow, world, actor, seen),
            version=version,
            text=text,
            assessment=stored.assessment,
            checklist=checklist_used(world, stored.assessment.checklist),
            questions=tuple(_question(f, judgements, actor, kind) for f in stored.assessment.findings),
            judge_kind=kind.value if kind else "",
            kinds=_kinds(world, actor, seen.file) if kind else (),
            previous=previous,
            moved=_moved(uow, previous, stored.assessment, text),
        )


def checklist_used(world: World, ref: ContentRef) -> Checklist:
    """The checklist a toets was made with; the newest one when that version is no longer there."""
    try:
        return world.library.checklist(ref.id, ref.version)
    except NotFound:
        known = {r.id for r in world.library.checklist_refs()}
        return world.library.checklist(ref.id if ref.id in known else DEFAULT_CHECKLIST)


def compare_versions(world: World, actor: Actor, number: str, old: int, new: int) -> VersionComparison:
    """What changed between two versions the actor may see: paragraphs and verdicts. Raises NotFound."""
    with world.uow() as uow:
        seen = seen_file(uow, world, actor, number)
        before, after = one_version(seen.versions, old), one_version(seen.versions, new)
        stored = uow.assessments.latest_of([before.id, after.id])
        made = stored.get(after.id)
        old_text, new_text = uow.documents.text(before.id), uow.documents.text(after.id)
        return VersionComparison(
            card=card_of(uow, world, actor, seen.file),
            old=before,
            new=after,
            changes=tuple(text_changes(old_text, new_text)),
            verdicts=_verdicts(*(stored[v.id].assessment if v.id in stored else None for v in (before, after))),
            moved=_moved(uow, before, made.assessment, new_text) if made else (),
        )


def text_changes(old: SourceText, new: SourceText) -> Iterable[TextChange]:
    """Paragraph by paragraph, in the order of reading: gone before new where both changed."""
    before = [(s.heading, p.text) for s, p in old.paragraphs()]
    after = [(s.heading, p.text) for s, p in new.paragraphs()]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield from (TextChange("gelijk", heading, text) for heading, text in before[i1:i2])
            continue
        yield from (TextChange("weg", heading, text) for heading, text in before[i1:i2])
        yield from (TextChange("nieuw", heading, text) for heading, text in after[j1:j2])


def councillor_page(world: World, actor: Actor, number: str) -> CouncillorPage:
    """What a councillor prepares with, from the newest released version. Raises NotFound, NotAllowed.

    The question list is the councillor's own; griffie and agendacommissie see the page without one.
    """
    require_role(actor, *COUNCIL_SIDE)
    questions = question_list(world, actor, number) if actor.has("raadslid") else ()
    with world.uow() as uow:
        seen = seen_file(uow, world, actor, number)
        if seen.current is None or seen.stored is None:
            raise NotFound(kind="versie", id=number)
        text = uow.documents.text(seen.current.id)
        return CouncillorPage(
            page=page_of(uow, world, actor, seen),
            version=seen.current,
            assessment=seen.stored.assessment,
            checklist=checklist_used(world, seen.stored.assessment.checklist),
            questions=tuple(questions),
            release=next((r for r in seen.releases if r.version_id == seen.current.id), None),
            summary="\n\n".join(section_texts(text, "publiekssamenvatting")),
            asked_of_council=section_texts(text, "beslispunten"),
        )


def section_texts(text: SourceText, name: str) -> tuple[str, ...]:
    """The paragraphs under a canonical section, its sub headings included."""
    return tuple(p.text for s, p in text.paragraphs() if name in s.all_names)


def _moved(
    uow: UnitOfWork, previous: DocumentVersion | None, assessment: Assessment, text: SourceText
) -> tuple[VerdictChange, ...]:
    """What changed in the verdicts since an earlier version, with the passages; nothing without one that was judged."""
    earlier = uow.assessments.latest(previous.id) if previous else None
    if previous is None or earlier is None:
        return ()
    return verdict_changes(earlier.assessment, uow.documents.text(previous.id), assessment, text)


def _kinds(world: World, actor: Actor, file: DossierFile) -> tuple[tuple[str, str], ...]:
    kinds = kinds_for(world, file.checklist)
    return tuple((k.id, k.title) for k in kinds.kinds) if kinds and may_choose_kind(actor, file) else ()


def _question(finding: Finding, judgements: Sequence[Judgement], actor: Actor, kind: JudgeKind | None) -> QuestionView:
    """Newest judgement per kind beside the machine's, and the actor's own."""
    own = [j for j in judgements if j.question == finding.question]
    newest = {j.kind: j for j in sorted(own, key=lambda j: (j.at, j.id))}
    verdicts = {finding.verdict, *(j.verdict for j in newest.values())}
    return QuestionView(
        finding=finding,
        own=next((j for j in own if j.person_id == actor.id and j.kind is kind), None),
        judgements=tuple(newest[k] for k in JudgeKind if k in newest),
        differs=len(verdicts) > 1,
    )


def _verdicts(old: Assessment | None, new: Assessment | None) -> tuple[tuple[str, str, str], ...]:
    before = {f.question: f.verdict for f in old.findings} if old else {}
    return tuple(
        (f.question, before[f.question].value, f.verdict.value)
        for f in (new.findings if new else ())
        if f.question in before and before[f.question] is not f.verdict
    )
