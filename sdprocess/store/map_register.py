"""Rows of the register and of the tracked choices, to and from domain values."""

from __future__ import annotations

from typing import Any

from sdprocess.domain.frames import ChoiceStatus, Frame, Returns, TrackedChoice
from sdprocess.store.mapping import stored_id
from sdprocess.store.tables_register import ChoiceRow, FrameRow


def frame(row: FrameRow) -> Frame:
    return Frame(
        id=stored_id(row),
        title=row.title,
        kind=row.kind,
        body=row.body,
        adopted_on=row.adopted_on,
        number=row.number,
        theme=row.theme,
        place=row.place,
        expires_on=row.expires_on,
        source=row.source,
        changed_at=row.changed_at,
        changed_by=row.changed_by,
    )


def frame_row(value: Frame, key: str, *, removed: bool) -> FrameRow:
    if value.changed_at is None:
        raise ValueError("a frame is stored with the moment of its change")
    return FrameRow(
        key=key,
        removed=removed,
        title=value.title,
        kind=value.kind,
        body=value.body,
        adopted_on=value.adopted_on,
        number=value.number,
        theme=value.theme,
        place=value.place,
        expires_on=value.expires_on,
        source=value.source,
        changed_at=value.changed_at,
        changed_by=value.changed_by,
    )


def choice(row: ChoiceRow) -> TrackedChoice:
    return TrackedChoice(
        id=stored_id(row),
        dossier_id=row.dossier_id,
        choice=row.choice,
        who=row.who,
        when=row.when,
        due=row.due,
        returns=Returns(row.returns),
        why_not=row.why_not,
        status=ChoiceStatus(row.status),
        outcome=row.outcome,
        quote=row.quote,
        changed_at=row.changed_at,
        changed_by=row.changed_by,
        revision=row.revision,
    )


def choice_row(value: TrackedChoice) -> ChoiceRow:
    return ChoiceRow(dossier_id=value.dossier_id, quote=value.quote, revision=1, **choice_values(value))


def choice_values(value: TrackedChoice) -> dict[str, Any]:
    """The columns that change."""
    if value.changed_at is None:
        raise ValueError("a choice is stored with the moment of its change")
    return {
        "choice": value.choice,
        "who": value.who,
        "when": value.when,
        "due": value.due,
        "returns": value.returns.value,
        "why_not": value.why_not,
        "status": value.status.value,
        "outcome": value.outcome,
        "changed_at": value.changed_at,
        "changed_by": value.changed_by,
    }
