"""Rows of the procesontwerp to domain values and back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from types import MappingProxyType
from typing import Any

from sdprocess.domain.design import (
    AdoptedDesign,
    Adoption,
    Ask,
    Design,
    DesignComment,
    DesignState,
    DesignStep,
    DesignVersion,
    Reach,
    StepPlan,
    StoredDesign,
    Writer,
)
from sdprocess.domain.findings import ContentRef
from sdprocess.store import tables_design as t
from sdprocess.store.mapping import stored_id

SCALARS = ("writers", "body", "society", "planning", "director", "organisation", "coordination", "decides")
STEP_SCALARS = ("key", "base", "title", "step", "bob", "kept", "asked", "organiser")
STEP_LISTS = ("products", "questions", "info", "note")


def design_to_json(design: Design) -> dict[str, Any]:
    """Everything of a design as plain values."""
    return {
        "base": asdict(design.base),
        "steps": [_step_to_json(step) for step in design.steps],
        "writer": design.writer,
        "adoption": design.adoption,
        "reach": design.reach,
        "frames": list(design.frames),
        "council_date": design.council_date.isoformat() if design.council_date else None,
        **{name: getattr(design, name) for name in SCALARS},
    }


def design_from_json(body: dict[str, Any]) -> Design:
    """The design that `design_to_json` wrote."""
    return Design(
        base=ContentRef(**body["base"]),
        steps=tuple(_step_from_json(step) for step in body["steps"]),
        writer=Writer(body["writer"]) if body["writer"] else None,
        adoption=Adoption(body["adoption"]) if body["adoption"] else None,
        reach=Reach(body["reach"]) if body["reach"] else None,
        frames=tuple(body["frames"]),
        council_date=date.fromisoformat(body["council_date"]) if body["council_date"] else None,
        **{name: body[name] for name in SCALARS},
    )


def _step_to_json(step: DesignStep) -> dict[str, Any]:
    return {
        **{name: getattr(step, name) for name in STEP_SCALARS},
        **{name: list(getattr(step, name)) for name in STEP_LISTS},
        "involved": dict(step.involved),
        "ask": step.ask,
        "plan": asdict(step.plan),
    }


def _step_from_json(body: dict[str, Any]) -> DesignStep:
    plain: dict[str, Any] = {name: body[name] for name in STEP_SCALARS}
    plain |= {name: tuple(body[name]) for name in STEP_LISTS}
    return DesignStep(
        **plain,
        involved=MappingProxyType(dict(body["involved"])),
        ask=Ask(body["ask"]) if body["ask"] else None,
        plan=StepPlan(**body["plan"]),
    )


def design(row: t.DesignRow) -> StoredDesign:
    kader = ContentRef(row.kader_id, row.kader_version, row.kader_sha256) if row.kader_id else None
    return StoredDesign(
        id=stored_id(row),
        dossier_id=row.dossier_id,
        state=DesignState(row.state),
        design=design_from_json(row.body),
        revision=row.revision,
        begun_at=row.begun_at,
        begun_by=row.begun_by,
        changed_at=row.changed_at,
        changed_by=row.changed_by,
        decided_on=row.decided_on,
        decided_by=row.decided_by,
        kader=kader,
    )


def design_row(value: StoredDesign) -> t.DesignRow:
    return t.DesignRow(
        dossier_id=value.dossier_id,
        begun_at=value.begun_at,
        begun_by=value.begun_by,
        revision=1,
        **design_values(value),
    )


def design_values(value: StoredDesign) -> dict[str, Any]:
    """The columns a change may touch."""
    kader = value.kader or ContentRef("", "", "")
    return {
        "state": value.state.value,
        "body": design_to_json(value.design),
        "changed_at": value.changed_at,
        "changed_by": value.changed_by,
        "decided_on": value.decided_on,
        "decided_by": value.decided_by,
        "kader_id": kader.id,
        "kader_version": kader.version,
        "kader_sha256": kader.sha256,
    }


def adopted(row: t.DesignAdoptedRow) -> AdoptedDesign:
    return AdoptedDesign(
        id=stored_id(row),
        design_id=row.design_id,
        number=row.number,
        at=row.at,
        person=row.person,
        state=DesignState(row.state),
        decided_on=row.decided_on,
        decided_by=row.decided_by,
        kader=ContentRef(row.kader_id, row.kader_version, row.kader_sha256),
        design=design_from_json(row.body),
        back=row.back,
    )


def adopted_row(value: AdoptedDesign, number: int) -> t.DesignAdoptedRow:
    return t.DesignAdoptedRow(
        design_id=value.design_id,
        number=number,
        at=value.at,
        person=value.person,
        state=value.state.value,
        body=design_to_json(value.design),
        decided_on=value.decided_on,
        decided_by=value.decided_by,
        kader_id=value.kader.id,
        kader_version=value.kader.version,
        kader_sha256=value.kader.sha256,
        back=value.back,
    )


def version(row: t.DesignVersionRow) -> DesignVersion:
    body = design_from_json(row.body)
    return DesignVersion(stored_id(row), row.design_id, row.number, row.at, row.person, row.note, body)


def version_row(value: DesignVersion, number: int) -> t.DesignVersionRow:
    return t.DesignVersionRow(
        design_id=value.design_id,
        number=number,
        at=value.at,
        person=value.person,
        note=value.note,
        body=design_to_json(value.design),
    )


def comment(row: t.DesignCommentRow) -> DesignComment:
    return DesignComment(
        stored_id(row), row.design_id, row.at, row.person_id, row.person, row.about, row.text, row.revision
    )


def comment_row(value: DesignComment) -> t.DesignCommentRow:
    return t.DesignCommentRow(
        design_id=value.design_id,
        at=value.at,
        person_id=value.person_id,
        person=value.person,
        about=value.about,
        text=value.text,
        revision=value.revision,
    )
