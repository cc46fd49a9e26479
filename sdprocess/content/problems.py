"""What is wrong in a content file, where, in words; and the bridge from pydantic's errors to those words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from sdprocess.texts.nl import knows, say

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from sdprocess.content.strict_yaml import Node

M = TypeVar("M", bound=BaseModel)

NOTHING: Mapping[str, object] = MappingProxyType({})

SINGULAR: Mapping[str, str] = MappingProxyType(
    {
        "criteria": "criterium",
        "vragen": "vraag",
        "regels": "regel",
        "toestanden": "toestand",
        "overgangen": "overgang",
        "voorbeelden": "voorbeeld",
        "rollen": "rol",
        "patronen": "patroon",
        "secties": "sectie",
        "soorten": "soort",
        "paden": "voorbeeld",
    }
)
"""Collections whose members are named in a message: `vraag D2: ...`."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in one place. `code` names the sentence, `where` the thing it is about ("vraag D2")."""

    file: str
    line: int
    code: str
    facts: Mapping[str, object] = field(default_factory=lambda: NOTHING)
    where: str = ""

    @property
    def message(self) -> str:
        """The sentence, without the place in the file."""
        said = say(self.code, **self.facts)
        return f"{self.where}: {said}" if self.where else said

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def build(model: type[M], tree: Node, plain: object = None) -> M | tuple[Problem, ...]:
    """The frozen model made from `tree`, or every problem at once, in the order of the lines.

    Strict: no text becomes a number. Lists may become tuples, words enum members. A validator in `model` reports its
    own code by raising `PydanticCustomError(code, code, facts)` with a code that `texts` knows.
    plain: what to build from instead of the tree's own value, when shorthand was spelled out; the tree still gives the
    lines, a number in a path through a mapping being its n-th entry.
    """
    try:
        return model.model_validate_json(json.dumps(tree.plain() if plain is None else plain), strict=True)
    except ValidationError as error:
        details = error.errors(include_url=False)
        found = [_problem(tree, detail) for detail in details if not _echo(detail, details)]
    unique = {(p.line, p.code, repr(sorted(p.facts.items()))): p for p in found}
    return tuple(sorted(unique.values(), key=lambda p: p.line))


def _echo(detail: ErrorDetails, details: Sequence[ErrorDetails]) -> bool:
    """Whether a list is only called too short because its own members failed."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(d["loc"][: len(loc)] == loc and d["loc"] != loc for d in details)


def _problem(tree: Node, detail: ErrorDetails) -> Problem:
    place = tree.walk(detail["loc"])
    code, facts = _sentence(detail, place.key)
    line = place.key_line if detail["type"] == "extra_forbidden" else place.node.line
    return Problem(tree.file, line, code, MappingProxyType(facts), place.label)


def _sentence(detail: ErrorDetails, key: str) -> tuple[str, dict[str, object]]:
    """The code and facts for one pydantic error."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in ("extra_forbidden", "missing"):
        key = str(detail["loc"][-1])
    facts: dict[str, object] = {"key": key, "given": _shown(detail["input"])}
    if knows(kind):
        return kind, facts | context
    code = next((code for kinds, code in _KINDS if kind in kinds), "waarde-fout")
    if code == "waarde-keuze":
        allowed = str(context.get("expected", context.get("expected_tags", "")))
        facts["allowed"] = allowed.replace(" or ", " of ")
    if code == "waarde-grens":
        facts["detail"] = ", ".join(f"{name} {value}" for name, value in context.items())
    if code == "waarde-fout":
        facts["detail"] = detail["msg"].removeprefix("Value error, ")
    return code, facts


_KINDS: Sequence[tuple[frozenset[str], str]] = (
    (frozenset({"extra_forbidden"}), "sleutel-onbekend"),
    (frozenset({"missing"}), "sleutel-ontbreekt"),
    (frozenset({"string_too_short", "too_short"}), "waarde-leeg"),
    (frozenset({"string_type", "string_sub_type"}), "soort-tekst"),
    (frozenset({"int_type", "int_parsing", "int_from_float", "float_type", "float_parsing"}), "soort-getal"),
    (frozenset({"bool_type", "bool_parsing"}), "soort-ja-nee"),
    (frozenset({"list_type", "tuple_type", "set_type", "frozen_set_type"}), "soort-lijst"),
    (frozenset({"dict_type", "model_type", "model_attributes_type", "mapping_type"}), "soort-blok"),
    (frozenset({"literal_error", "enum", "union_tag_invalid"}), "waarde-keuze"),
    (frozenset({"greater_than", "greater_than_equal", "less_than", "less_than_equal"}), "waarde-grens"),
    (frozenset({"string_pattern_mismatch", "string_too_long", "too_long"}), "waarde-vorm"),
)
"""Which of our codes stands for which of pydantic's error types."""

_SHOWN = 60
"""Longest piece of a wrong value that is repeated in a message."""

_WORDS: Mapping[type, str] = MappingProxyType({dict: "een blok met sleutels", list: "een lijst", type(None): "leeg"})


def _shown(value: object) -> str:
    """A short rendering of what was given, for people."""
    word = _WORDS.get(type(value))
    if word:
        return word
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    short = text if len(text) <= _SHOWN else text[:_SHOWN] + "..."
    return f"'{short}'" if isinstance(value, str) else short
