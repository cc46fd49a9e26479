"""The insights as plain data for the json report: Dutch fields, codes for machines, every cell with its passage."""

from __future__ import annotations

from typing import Any

from sdprocess.domain.frames import Frame, HeldAgainst
from sdprocess.domain.insights import Cell, Insights
from sdprocess.domain.text import Quote


def register_data(held: HeldAgainst) -> dict[str, Any]:
    """The block `register`: the cited decisions in the order of `inzichten.besluiten`, and what may matter too."""
    return {
        "kaders": held.size,
        "genoemd": [_entry(row.frame) if row.frame else None for row in held.cited],
        "mogelijk_ook_van_belang": [
            {**_entry(row.frame), "woorden": dict(row.words), "zelfde_thema": row.same_theme} for row in held.related
        ],
    }


def _entry(frame: Frame) -> dict[str, Any]:
    return {
        "titel": frame.title,
        "soort": frame.kind,
        "datum": frame.adopted_on.isoformat() if frame.adopted_on else None,
        "nummer": frame.number or None,
        "vervalt": frame.expires_on.isoformat() if frame.expires_on else None,
        "vindplaats": frame.place or None,
    }


def as_data(found: Insights) -> dict[str, Any]:
    """The block `inzichten`. A cell is null where the text says nothing."""
    return {
        "doelen": [
            {
                "aard": row.nature.value,
                "naam": _cell(row.name),
                "eenheid": _cell(row.unit),
                "nulwaarde": _cell(row.baseline),
                "streefwaarde": _cell(row.target),
                "termijn": _cell(row.term),
                "bron": _cell(row.source),
                "passage": _passage(row.quote),
            }
            for row in found.indicators
        ],
        "besluiten": [
            {
                "soort": row.kind,
                "naam": _cell(row.name),
                "orgaan": _cell(row.body),
                "datum": _cell(row.date),
                "nummer": _cell(row.number),
                "verhouding": row.relation or None,
                "passage": _passage(row.quote),
            }
            for row in found.decisions
        ],
        "verschillen": [
            {"soort": row.kind, "hier": _cell(row.first), "daar": _cell(row.second)} for row in found.mismatches
        ],
        "keuzes": [
            {
                "keuze": _cell(row.choice),
                "wie": _cell(row.who),
                "wanneer": _cell(row.when),
                "terug_naar_raad": _cell(row.back),
                "passage": _passage(row.quote),
            }
            for row in found.choices
        ],
        "alternatieven": [
            {
                "naam": _cell(row.name),
                "effect": _cell(row.effect),
                "kosten": _cell(row.cost),
                "voor": _cell(row.pro),
                "tegen": _cell(row.con),
                "passage": _passage(row.quote),
            }
            for row in found.alternatives
        ],
        "niets_doen": _passage(found.do_nothing) if found.do_nothing else None,
        **_language(found),
    }


def _language(found: Insights) -> dict[str, Any]:
    return {
        "afkortingen": [
            {"afkorting": row.letters, "keer": row.count, "passage": _passage(row.quote)} for row in found.abbreviations
        ],
        "schrijftips": [
            {
                "soort": row.pattern,
                "woorden": row.words,
                "liever": row.instead or None,
                "passage": _passage(row.quote),
            }
            for row in found.suggestions
        ],
        "vergeleken": {
            "documenten": found.compared_with,
            "maten": [
                {"maat": m.measure, "waarde": m.value, "midden": m.median, "makkelijker_dan": m.easier_than}
                for m in found.compared
            ],
        },
    }


def _cell(cell: Cell) -> dict[str, Any] | None:
    if not cell.found:
        return None
    return {"tekst": cell.text, "passage": _passage(cell.quote) if cell.quote else None}


def _passage(quote: Quote) -> dict[str, Any]:
    return {
        "citaat": quote.text,
        "sectie": quote.section,
        "alinea": quote.paragraph_number,
        "bladzijde": quote.page,
    }
