"""An Assessment as JSON and back, without loss. The form carries its own version; older forms stay readable.

Field names and types are read from the dataclasses themselves, so that a field that the domain gets later is kept too,
and an assessment that was written before it gets the field's default.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from sdprocess.domain.findings import Assessment, Profile

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
    made: Assessment = _build(Assessment, data)
    return made


def profile_to(value: Profile) -> dict[str, Any]:
    return asdict(value)


def profile_from(data: Json) -> Profile:
    made: Profile = _build(Profile, data)
    return made


@cache
def _types(cls: type) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass with their types."""
    hints = get_type_hints(cls)
    return tuple((field.name, hints[field.name]) for field in fields(cls))


def _build(cls: type, data: Json) -> Any:
    return cls(**{name: _value(kind, data[name]) for name, kind in _types(cls) if name in data})


def _value(kind: Any, value: Any) -> Any:
    """A JSON value as the annotated type: dataclass, tuple of one type, enum, optional, or itself."""
    if value is None:
        return None
    if get_origin(kind) is tuple:
        return tuple(_value(get_args(kind)[0], item) for item in value)
    if get_args(kind):
        return _value(next(k for k in get_args(kind) if k is not NoneType), value)
    if is_dataclass(kind) and isinstance(kind, type):
        return _build(kind, value)
    return kind(value) if isinstance(kind, type) and issubclass(kind, Enum) else value
