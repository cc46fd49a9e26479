"""The report as json: Dutch fields, the same bytes for the same report."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from sdprocess.domain.findings import KindProfile, Readability
from sdprocess.publish.insight_data import as_data as insight_data
from sdprocess.publish.insight_data import register_data
from sdprocess.publish.report_view import CriterionReport, Passage, QuestionReport, Report

_PLAIN: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
SCHEMA = "1"
"""Grows when a field gets another meaning or goes; a new field does not change it."""


def as_json(report: Report) -> str:
    """One json object, indented, with a newline at the end."""
    return as_text(as_data(report)) + "\n"


def as_text(data: dict[str, Any]) -> str:
    """Plain data as indented json. What Python itself would write, in a tenth of the time; half a letter (a lone
    surrogate) is not for the fast way.
    """
    try:
        return _PLAIN.dump_json(data, indent=2).decode()
    except PydanticSerializationError:
        return json.dumps(data, ensure_ascii=False, indent=2)


def as_data(report: Report) -> dict[str, Any]:
    """The same as plain data, for whoever puts it into something larger."""
    return {
        "schema": SCHEMA,
        "document": report.document,
        "titel": report.title,
        "formaat": report.format,
        "soort": report.kind,
        "soort_voorstel": _kind(report.kind_profile) if report.kind_profile else None,
        "status": report.status,
        "reden": report.reason,
        "checklist": {
            "id": report.checklist.id,
            "versie": report.checklist.version,
            "sha256": report.checklist.sha256,
        },
        "tekst_hash": report.text_hash,
        "profiel": [_profile(criterion) for criterion in report.criteria],
        "vragen": [_question(question) for question in report.questions],
        "leesbaarheid": _readability(report.readability) if report.readability else None,
        "inzichten": insight_data(report.insights) if report.insights else None,
        "register": register_data(report.register) if report.register else None,
        "gelezen": list(report.read),
        "niet_gelezen": list(report.unread),
        "opmerkingen": list(report.notes),
    }


def _kind(profile: KindProfile) -> dict[str, Any]:
    choice = profile.choice
    return {
        "id": profile.kind,
        "titel": profile.title,
        "reden": profile.reason,
        "herkend_als": profile.recognised,
        "woorden": profile.words,
        "streng": list(profile.strict),
        "licht": list(profile.light),
        "nvt_voorstel": list(profile.suggested),
        "gekozen": ({"door": choice.by, "op": choice.at, "reden": choice.reason} if choice else None),
        "inhoud": {
            "id": profile.content.id,
            "versie": profile.content.version,
            "sha256": profile.content.sha256,
        },
    }


def _profile(criterion: CriterionReport) -> dict[str, Any]:
    return {
        "criterium": criterion.id,
        "titel": criterion.title,
        "beantwoord": criterion.answered,
        "deels": criterion.partly,
        "open": criterion.open,
        "nvt": criterion.not_applicable,
        "niet_beoordeeld": criterion.not_judged,
        "telt_mee": criterion.total,
    }


def _question(question: QuestionReport) -> dict[str, Any]:
    return {
        "id": question.id,
        "criterium": question.criterion,
        "vraag_steller": question.ask_writer,
        "oordeel": question.verdict.value,
        "waarom": question.why,
        "waarom_niet_hoger": question.why_not_higher,
        "bewijs": [_passage(p) for p in question.evidence],
        "elementen": [{"naam": e.name, "regel": e.rule, "gevonden": e.found} for e in question.elements],
        "gezocht_in": list(question.looked_in),
        "dichtbij": _passage(question.nearest) if question.nearest else None,
        "tip": {"tekst": question.tip, "goed": question.good, "zwak": question.weak},
        "vraag_raadslid": question.ask_councillor,
        "gericht_aan": question.addressee,
        "telt": question.weight.value,
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "citaat": passage.text,
        "sectie": passage.section,
        "alinea": passage.paragraph,
        "bladzijde": passage.page,
        "element": passage.element,
        "regel": passage.rule,
    }


def _readability(readability: Readability) -> dict[str, Any]:
    return {
        "woorden": readability.words,
        "zinnen": readability.sentences,
        "woorden_per_zin": readability.words_per_sentence,
        "lange_zinnen": readability.long_sentences,
        "lange_woorden": readability.long_words,
        "lijdende_vorm": readability.passive,
        "naamwoordstijl": readability.noun_style,
        "flesch_douma": readability.flesch_douma,
        "niveau": readability.band,
        "zwaarste_zinnen": [
            {
                "zin": heavy.quote.text,
                "sectie": heavy.quote.section,
                "alinea": heavy.quote.paragraph_number,
                "bladzijde": heavy.quote.page,
                "woorden": heavy.words,
                "kenmerken": list(heavy.traits),
            }
            for heavy in readability.heaviest
        ],
    }
