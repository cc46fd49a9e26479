"""Rows of planning to domain values and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sdprocess.domain.findings import ContentRef
from sdprocess.domain.plan import PlannedStep
from sdprocess.domain.plan_record import (
    Consent,
    PlanKind,
    PlanVersion,
    ProcessEvaluation,
    Proposal,
    ShiftRequest,
    Suspension,
)
from sdprocess.store import tables_planning as t
from sdprocess.store.mapping import stored_id

STEP_DATES = ("start", "end", "earliest", "limit")


def step_to(step: PlannedStep) -> dict[str, Any]:
    made = asdict(step)
    return {**made, **{name: _iso(made[name]) for name in STEP_DATES}, "why": list(step.why)}


def step_from(body: dict[str, Any]) -> PlannedStep:
    dates = {name: _day(body[name]) for name in STEP_DATES}
    return PlannedStep(**{**body, **dates, "why": tuple(body["why"])})


def proposal_to(made: Proposal) -> dict[str, Any]:
    return {
        "kind": made.kind.value,
        "steps": [step_to(s) for s in made.steps],
        "council_date": _iso(made.council_date),
        "reason": made.reason,
        "sums": list(made.sums),
        "state": made.state,
        "participants": list(made.participants),
        "calendar": asdict(made.calendar) if made.calendar else None,
        "side": made.side,
    }


def proposal_from(body: dict[str, Any]) -> Proposal:
    return Proposal(
        kind=PlanKind(body["kind"]),
        steps=tuple(step_from(s) for s in body["steps"]),
        council_date=_day(body["council_date"]),
        reason=body["reason"],
        sums=tuple(body["sums"]),
        state=body["state"],
        participants=tuple(body["participants"]),
        calendar=ContentRef(**body["calendar"]) if body["calendar"] else None,
        side=body["side"],
    )


def version_row(version: PlanVersion, number: int) -> t.PlanVersionRow:
    return t.PlanVersionRow(
        dossier_id=version.dossier_id,
        number=number,
        at=version.at,
        person_id=version.person_id,
        person=version.person,
        council_date=version.proposal.council_date,
        proposal=proposal_to(version.proposal),
        request_id=version.request_id,
    )


def version(row: t.PlanVersionRow) -> PlanVersion:
    return PlanVersion(
        stored_id(row),
        row.dossier_id,
        row.number,
        row.at,
        row.person_id,
        row.person,
        proposal_from(row.proposal),
        row.request_id,
    )


def request_row(request: ShiftRequest) -> t.ShiftRequestRow:
    return t.ShiftRequestRow(
        dossier_id=request.dossier_id,
        base=request.base,
        at=request.at,
        person_id=request.person_id,
        person=request.person,
        participants=list(request.participants),
        proposal=proposal_to(request.proposal),
    )


def request(row: t.ShiftRequestRow, consents: Sequence[t.ConsentRow]) -> ShiftRequest:
    return ShiftRequest(
        stored_id(row),
        row.dossier_id,
        row.base,
        row.at,
        row.person_id,
        row.person,
        tuple(row.participants),
        proposal_from(row.proposal),
        tuple(consent(c) for c in consents),
    )


def consent_row(given: Consent) -> t.ConsentRow:
    return t.ConsentRow(
        request_id=given.request_id,
        participant=given.participant,
        agrees=given.agrees,
        note=given.note,
        at=given.at,
        person_id=given.person_id,
        person=given.person,
    )


def consent(row: t.ConsentRow) -> Consent:
    return Consent(
        stored_id(row), row.request_id, row.participant, row.agrees, row.note, row.at, row.person_id, row.person
    )


def suspension_row(made: Suspension) -> t.SuspensionRow:
    return t.SuspensionRow(
        dossier_id=made.dossier_id,
        since=made.since,
        at=made.at,
        person_id=made.person_id,
        person=made.person,
        reason=made.reason,
        term=made.term,
        side=made.side,
    )


def suspension(row: t.SuspensionRow, end: t.SuspensionEndRow | None) -> Suspension:
    return Suspension(
        stored_id(row),
        row.dossier_id,
        row.since,
        row.at,
        row.person_id,
        row.person,
        row.reason,
        row.term,
        row.side,
        ended=end.ended if end else None,
        working_days=end.working_days if end else 0,
        ended_by=end.person if end else "",
    )


def suspension_end_row(made: Suspension) -> t.SuspensionEndRow:
    if made.ended is None:
        raise ValueError("this suspension has not ended")
    return t.SuspensionEndRow(
        suspension_id=made.id, ended=made.ended, working_days=made.working_days, person=made.ended_by
    )


def evaluation_row(made: ProcessEvaluation) -> t.EvaluationRow:
    return t.EvaluationRow(
        dossier_id=made.dossier_id,
        state=made.state,
        at=made.at,
        person_id=made.person_id,
        person=made.person,
        questions=list(made.questions),
        answers=list(made.answers),
        side=made.side,
    )


def evaluation(row: t.EvaluationRow) -> ProcessEvaluation:
    return ProcessEvaluation(
        stored_id(row),
        row.dossier_id,
        row.state,
        row.at,
        row.person_id,
        row.person,
        tuple(row.questions),
        tuple(row.answers),
        row.side,
    )


def form_row(dossier_id: int, key: str) -> t.PlanningFormRow:
    return t.PlanningFormRow(dossier_id=dossier_id, key=key)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
