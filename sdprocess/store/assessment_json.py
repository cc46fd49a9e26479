"""An Assessment as JSON and back, without loss. The form carries its own version; older forms stay readable."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sdprocess.domain.findings import (
    Assessment,
    ContentRef,
    Element,
    Evidence,
    Finding,
    HeavySentence,
    Profile,
    Readability,
    Recognition,
    Verdict,
)
from sdprocess.domain.text import Quote, ReadingNote, Span

FORM = 1
Json = Mapping[str, Any]


def assessment_to_json(value: Assessment) -> str:
    """One line of JSON with sorted keys: equal assessments give equal bytes."""
    return json.dumps({"vorm": FORM, **asdict(value)}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def assessment_from_json(body: str) -> Assessment:
    """The assessment that was written. Raises ValueError for a form this code does not know."""
    data: Json = json.loads(body)
    if data.get("vorm") != FORM:
        raise ValueError(f"assessment in unknown form {data.get('vorm')!r}")
    return Assessment(
        checklist=ContentRef(**data["checklist"]),
        text_hash=data["text_hash"],
        recognition=_recognition(data["recognition"]),
        findings=tuple(_finding(f) for f in data["findings"]),
        profiles=tuple(profile_from(p) for p in data["profiles"]),
        readability=_readability(data["readability"]),
        read_sections=tuple(data["read_sections"]),
        unread_attachments=tuple(data["unread_attachments"]),
        notes=tuple(ReadingNote(**n) for n in data["notes"]),
    )


def profile_to(value: Profile) -> dict[str, Any]:
    return asdict(value)


def profile_from(data: Json) -> Profile:
    return Profile(**data)


def _recognition(data: Json) -> Recognition:
    return Recognition(data["kind"], data["judged"], data["reason"], tuple(_quote(q) for q in data["evidence"]))


def _finding(data: Json) -> Finding:
    nearest = data["nearest"]
    return Finding(
        question=data["question"],
        verdict=Verdict(data["verdict"]),
        why=data["why"],
        why_not_higher=data["why_not_higher"],
        evidence=tuple(Evidence(_quote(e["quote"]), e["element"], e["rule"]) for e in data["evidence"]),
        elements=tuple(Element(**e) for e in data["elements"]),
        looked_in=tuple(data["looked_in"]),
        nearest=_quote(nearest) if nearest else None,
    )


def _readability(data: Json) -> Readability:
    heaviest = tuple(HeavySentence(_quote(h["quote"]), h["words"], tuple(h["traits"])) for h in data["heaviest"])
    return Readability(**{**data, "heaviest": heaviest})


def _quote(data: Json) -> Quote:
    return Quote(**{**data, "span": Span(**data["span"])})
