"""A calibration as json: Dutch fields, numbers unrounded, null for what cannot be said."""

from __future__ import annotations

import json
from typing import Any

from sdprocess.checking.calibration.figures import Figures, QuestionFigures, Row
from sdprocess.checking.calibration.measure import Calibration, Part
from sdprocess.domain.findings import ContentRef

SCHEMA = "1"
FIELDS = {
    "kappa": "kappa",
    "exact": "gelijk",
    "missed": "gemist",
    "invented": "verzonnen",
    "evidence": "bewijs",
    "nvt": "nvt_f1",
}
"""Our word for each measure, and the field that holds it."""


def as_json(made: Calibration, checklist: ContentRef) -> str:
    """One json object, indented, with a newline at the end."""
    return json.dumps(as_data(made, checklist), ensure_ascii=False, indent=2) + "\n"


def as_data(made: Calibration, checklist: ContentRef) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "schema": SCHEMA,
        "checklist": {"id": checklist.id, "versie": checklist.version, "sha256": checklist.sha256},
        "stukken": made.documents,
        "toets": _figures(made.whole),
        "marges": {FIELDS[name]: list(bounds) for name, bounds in made.margins.items()},
        "vragen": [_question(question) for question in made.questions],
        "vragen_lezers_onderling": [_question(question) for question in made.readers_questions],
        "groepen": [_part(part) for part in made.groups],
        "zonder_groep": [_part(part) for part in made.without],
        "altijd": {name: _figures(figures) for name, figures in made.baselines},
        "lezers_onderling": _figures(made.readers) if made.readers else None,
        "tabel": {label: dict(verdicts) for label, verdicts in made.confusion.items()},
        "verschillen": [_row(row) for row in made.rows if row.label != row.verdict],
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return {"labels": figures.pairs} | {field: getattr(figures, name) for name, field in FIELDS.items()}


def _question(question: QuestionFigures) -> dict[str, Any]:
    measured = {field: getattr(question, name) for name, field in FIELDS.items() if name != "nvt"}
    return {"id": question.question, "stukken": question.documents} | measured


def _part(part: Part) -> dict[str, Any]:
    return {"naam": part.name, "stukken": part.documents} | _figures(part.figures)


def _row(row: Row) -> dict[str, Any]:
    return {"doc": row.document, "vraag": row.question, "lezers": row.label, "toets": row.verdict}
