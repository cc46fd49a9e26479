"""Rows to domain values and back: the only place where rows are built."""

from __future__ import annotations

from typing import Any

from sdprocess.domain.dossier import (
    CouncilQuestion,
    DocumentVersion,
    Dossier,
    JudgeKind,
    Judgement,
    Person,
    Release,
    Side,
)
from sdprocess.domain.findings import Assessment, ContentRef, Profile, Verdict
from sdprocess.domain.history import TransitionRecord
from sdprocess.services.ports import NewDossier, ScoreLine, StoredAssessment
from sdprocess.store import tables as t
from sdprocess.store.assessment_json import assessment_from_json, assessment_to_json, profile_from, profile_to


def stored_id(row: Any) -> int:
    """The id of a row that has been written."""
    if row.id is None:
        raise ValueError(f"{type(row).__name__} was not written yet")
    return int(row.id)


def person(row: t.PersonRow) -> Person:
    return Person(stored_id(row), row.name, row.login, frozenset(row.roles), row.job, row.active, row.revision)


def person_row(value: Person, password_hash: str) -> t.PersonRow:
    return t.PersonRow(**person_values(value), password_hash=password_hash, revision=1)


def person_values(value: Person) -> dict[str, Any]:
    """The columns a change of a person may touch."""
    return {
        "name": value.name,
        "login": value.login.strip().lower(),
        "roles": sorted(value.roles),
        "job": value.job,
        "active": value.active,
    }


def dossier(row: t.DossierRow) -> Dossier:
    return Dossier(
        id=stored_id(row),
        number=row.number,
        title=row.title,
        about=row.about,
        theme=row.theme,
        portfolio=row.portfolio,
        kader=_kader(row),
        state=row.state,
        side=Side(row.side),
        steller_id=row.steller_id,
        opened_at=row.opened_at,
        state_since=row.state_since,
        term=row.term,
        council_date=row.council_date,
        revision=row.revision,
        closed=row.closed,
        decided=row.decided,
        previous_id=row.previous_id,
        suspended=row.suspended,
        opener=row.opener,
    )


def dossier_row(new: NewDossier, number: str) -> t.DossierRow:
    return t.DossierRow(
        number=number,
        title=new.title,
        about=new.about,
        theme=new.theme,
        portfolio=new.portfolio,
        **_kader_values(new.kader),
        state=new.state,
        side=new.side.value,
        steller_id=new.steller_id,
        opened_at=new.opened_at,
        state_since=new.opened_at,
        term=new.term,
        council_date=new.council_date,
        closed=False,
        decided="",
        previous_id=new.previous_id,
        opener=new.opener,
        revision=1,
        last_seq=0,
    )


def dossier_values(value: Dossier) -> dict[str, Any]:
    """The columns a change of a dossier may touch; number, steller, opening and predecessor stay."""
    return {
        "title": value.title,
        "about": value.about,
        "theme": value.theme,
        "portfolio": value.portfolio,
        **_kader_values(value.kader),
        "state": value.state,
        "side": value.side.value,
        "state_since": value.state_since,
        "term": value.term,
        "council_date": value.council_date,
        "closed": value.closed,
        "suspended": value.suspended,
        "decided": value.decided,
    }


def version(row: t.VersionRow) -> DocumentVersion:
    return DocumentVersion(
        stored_id(row),
        row.dossier_id,
        row.number,
        row.filename,
        row.format,
        row.sha256,
        row.text_hash,
        row.size,
        row.uploaded_at,
        row.uploaded_by,
    )


def version_row(value: DocumentVersion, number: int) -> t.VersionRow:
    return t.VersionRow(
        dossier_id=value.dossier_id,
        number=number,
        filename=value.filename,
        format=value.format,
        sha256=value.sha256,
        text_hash=value.text_hash,
        size=value.size,
        uploaded_at=value.uploaded_at,
        uploaded_by=value.uploaded_by,
    )


def data_row(version_id: int, data: bytes, text: str) -> t.DataRow:
    return t.DataRow(version_id=version_id, data=data, text=text)


def assessment(row: t.AssessmentRow) -> StoredAssessment:
    return StoredAssessment(stored_id(row), row.version_id, row.at, assessment_from_json(row.body))


def assessment_row(version_id: int, at: Any, value: Assessment) -> t.AssessmentRow:
    return t.AssessmentRow(
        version_id=version_id,
        at=at,
        checklist_id=value.checklist.id,
        checklist_version=value.checklist.version,
        checklist_sha256=value.checklist.sha256,
        judged=value.recognition.judged,
        profiles=[profile_to(p) for p in value.profiles],
        body=assessment_to_json(value),
    )


def score_line(of: DocumentVersion, at: Any, checklist: ContentRef, judged: bool, profiles: list[Any]) -> ScoreLine:
    made: tuple[Profile, ...] = tuple(profile_from(p) for p in profiles)
    return ScoreLine(of, at, checklist, judged, made)


def judgement(row: t.JudgementRow) -> Judgement:
    return Judgement(
        stored_id(row),
        row.version_id,
        row.question,
        JudgeKind(row.kind),
        row.person_id,
        row.person,
        Verdict(row.verdict),
        row.agrees,
        row.reason,
        row.quote,
        row.at,
    )


def judgement_row(value: Judgement) -> t.JudgementRow:
    return t.JudgementRow(
        version_id=value.version_id,
        question=value.question,
        kind=value.kind.value,
        person_id=value.person_id,
        person=value.person,
        verdict=value.verdict.value,
        agrees=value.agrees,
        reason=value.reason,
        quote=value.quote,
        at=value.at,
    )


def release(row: t.ReleaseRow) -> Release:
    return Release(stored_id(row), row.dossier_id, row.version_id, row.person, row.at, row.deviation, tuple(row.unmet))


def release_row(value: Release) -> t.ReleaseRow:
    return t.ReleaseRow(
        dossier_id=value.dossier_id,
        version_id=value.version_id,
        person=value.person,
        at=value.at,
        deviation=value.deviation,
        unmet=list(value.unmet),
    )


def event(row: t.EventRow) -> TransitionRecord:
    return TransitionRecord(
        seq=row.seq,
        dossier_id=row.dossier_id,
        at=row.at,
        actor_id=row.actor_id,
        actor=row.actor,
        kind=row.kind,
        kader=_kader(row),
        from_state=row.from_state,
        to_state=row.to_state,
        transition=row.transition,
        reason=row.reason,
        document_hash=row.document_hash,
        scores=row.scores,
        side=row.side,
    )


def event_row(value: TransitionRecord, seq: int) -> t.EventRow:
    return t.EventRow(
        dossier_id=value.dossier_id,
        seq=seq,
        at=value.at,
        actor_id=value.actor_id,
        actor=value.actor,
        kind=value.kind,
        side=value.side,
        **_kader_values(value.kader),
        from_state=value.from_state,
        to_state=value.to_state,
        transition=value.transition,
        reason=value.reason,
        document_hash=value.document_hash,
        scores=dict(value.scores),
    )


def outbox_row(topic: str, dossier_id: int, payload: dict[str, str]) -> t.OutboxRow:
    return t.OutboxRow(topic=topic, dossier_id=dossier_id, payload=payload, done=False)


def marker_row(name: str, value: str) -> t.MarkerRow:
    return t.MarkerRow(name=name, value=value)


def sign_in_row(login: str, at: Any) -> t.SignInRow:
    return t.SignInRow(login=login, at=at, succeeded=False)


def council_question(row: t.CouncilQuestionRow) -> CouncilQuestion:
    return CouncilQuestion(
        stored_id(row), row.dossier_id, row.person_id, row.question, row.text, row.kind, row.taken, row.note
    )


def council_question_row(value: CouncilQuestion) -> t.CouncilQuestionRow:
    return t.CouncilQuestionRow(
        dossier_id=value.dossier_id,
        person_id=value.person_id,
        question=value.question,
        **council_question_values(value),
    )


def council_question_values(value: CouncilQuestion) -> dict[str, Any]:
    """The columns a councillor may change."""
    return {"text": value.text, "kind": value.kind, "taken": value.taken, "note": value.note}


def _kader(row: t.DossierRow | t.EventRow) -> ContentRef:
    return ContentRef(row.kader_id, row.kader_version, row.kader_sha256)


def _kader_values(ref: ContentRef) -> dict[str, Any]:
    return {"kader_id": ref.id, "kader_version": ref.version, "kader_sha256": ref.sha256}
