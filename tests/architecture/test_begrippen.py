"""`docs/begrippen.md` and the code use the same words for the same things."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections import defaultdict
from pathlib import Path

import pytest
from pydantic import BaseModel

import sdprocess.content

ROOT = Path(__file__).resolve().parents[2]
NOUNS, KEYS = (ROOT / "docs" / "begrippen.md").read_text("utf-8").split("## Woorden in de bestanden")
INTERNAL = re.compile(r"[#_].*|root")
"""Aliases that nobody writes: they are put in by the loader."""
OWED = (
    "dossier", "raadsvoorstel", "proceskader", "procesontwerp", "beeldvorming", "oordeelsvorming",
    "besluitvorming", "toezegging", "motie", "amendement", "hamerstuk", "bespreekstuk", "agendacommissie",
    "griffie", "portefeuillehouder", "steller", "publiekssamenvatting", "termijnagenda", "zienswijze",
    "geheimhouding", "nulmeting", "streefwaarde", "duiding",
)  # fmt: skip
"""The nouns of the field that have no exact English word."""


def rows(part: str) -> dict[str, list[str]]:
    """Term -> the cells after it, for each row of the tables in a part."""
    found: dict[str, list[str]] = {}
    for line in part.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and cells[0] not in {"Begrip", "Sleutel"} and not set(cells[0]) <= {"-"}:
            assert cells[0] not in found, f"{cells[0]} stands twice"
            found[cells[0]] = cells[1:]
    return found


def identifiers(cell: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", cell))


def aliases() -> dict[str, set[str]]:
    """Every Dutch key of the content models with the names of the fields it fills."""
    found: dict[str, set[str]] = defaultdict(set)
    for info in pkgutil.iter_modules(sdprocess.content.__path__):
        module = importlib.import_module(f"sdprocess.content.{info.name}")
        for _, model in inspect.getmembers(module, inspect.isclass):
            if issubclass(model, BaseModel) and model.__module__ == module.__name__:
                for name, field in model.model_fields.items():
                    found[field.alias or name].add(name)
    return {alias: names for alias, names in found.items() if not INTERNAL.fullmatch(alias)}


def names_in_code() -> set[str]:
    """Names of classes, functions, fields, constants, parameters and short literal strings (roles, states)."""
    found: set[str] = set()
    for path in (ROOT / "sdprocess").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                found.add(node.name)
            elif isinstance(node, ast.Name):
                found.add(node.id)
            elif isinstance(node, ast.arg):
                found.add(node.arg)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


ALIASES = aliases()
NOUN_ROWS = rows(NOUNS)
KEY_ROWS = rows(KEYS)


def test_every_key_of_the_content_files_is_explained_with_the_names_it_has_in_code() -> None:
    assert {key: identifiers(cells[0]) for key, cells in KEY_ROWS.items()} == ALIASES


@pytest.mark.parametrize("noun", OWED)
def test_the_nouns_of_the_field_are_explained(noun: str) -> None:
    assert noun in NOUN_ROWS


def test_every_name_behind_a_noun_exists_in_the_code() -> None:
    named = {name for cells in NOUN_ROWS.values() for name in identifiers(cells[0])}
    assert len(named) > 30
    assert not named - names_in_code()


@pytest.mark.parametrize("table", [NOUN_ROWS, KEY_ROWS], ids=["nouns", "keys"])
def test_every_row_is_full_and_in_alphabetical_order(table: dict[str, list[str]]) -> None:
    assert not [term for term, cells in table.items() if len(cells) != 3 or not all(cells)]
    ordered = [re.sub(r"[^a-z]", " ", term) for term in table]
    assert ordered == sorted(ordered)
