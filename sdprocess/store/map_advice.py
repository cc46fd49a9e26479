"""Rows of advice to domain values and back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sdprocess.domain.advice import (
    Addressee,
    Advice,
    AdviceAsk,
    AdviceKind,
    AdviceRequest,
    AdviceVerdict,
    NewText,
    Order,
    Silence,
)
from sdprocess.domain.dossier import Side
from sdprocess.store import tables_advice as t
from sdprocess.store.mapping import stored_id


def ask_from(body: dict[str, Any]) -> AdviceAsk:
    return AdviceAsk(
        **{
            **body,
            "kind": AdviceKind(body["kind"]),
            "order": Order(body["order"]),
            "new_text": NewText(body["new_text"]),
            "silence": Silence(body["silence"]),
            "by": Addressee(**body["by"]),
            "substitute": Addressee(**body["substitute"]) if body["substitute"] else None,
        }
    )


def request(row: t.AdviceRequestRow) -> AdviceRequest:
    return AdviceRequest(
        stored_id(row),
        row.dossier_id,
        row.state,
        row.round,
        ask_from(row.ask),
        Side(row.side),
        row.opened_at,
        row.person_id,
        row.live,
        row.revision,
    )


def request_row(value: AdviceRequest) -> t.AdviceRequestRow:
    return t.AdviceRequestRow(
        dossier_id=value.dossier_id,
        state=value.state,
        round=value.round,
        key=value.ask.id,
        ask={name: getattr(v, "value", v) for name, v in asdict(value.ask).items()},
        side=value.side.value,
        opened_at=value.opened_at,
        person_id=value.person_id,
        live=value.live,
        revision=1,
    )


def advice(row: t.AdviceRow) -> Advice:
    return Advice(
        stored_id(row),
        row.request_id,
        row.version_id,
        row.person_id,
        row.person,
        AdviceVerdict(row.verdict),
        row.text,
        row.at,
        row.substitute,
    )


def advice_row(value: Advice) -> t.AdviceRow:
    return t.AdviceRow(
        request_id=value.request_id,
        version_id=value.version_id,
        person_id=value.person_id,
        person=value.person,
        verdict=value.verdict.value,
        text=value.text,
        at=value.at,
        substitute=value.substitute,
    )
