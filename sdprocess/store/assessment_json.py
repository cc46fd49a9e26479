"""An Assessment as JSON and back, without loss. The form carries its own version; older forms stay readable.

Field names and types are read from the dataclasses themselves, so that a field that the domain gets later is kept too,
and an assessment that was written before it gets the field's default.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
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


Maker = Callable[[Any], Any]
"""From a JSON value to the annotated type."""


def _build(cls: type, data: Json) -> Any:
    maker = _maker(cls)
    return maker(data) if maker else data


@cache
def _maker(kind: Any) -> Maker | None:
    """How values of a type are made from JSON, None when they are what they are. Worked out once per type."""
    if get_origin(kind) is tuple:
        item = _maker(get_args(kind)[0])
        return (lambda value: tuple(map(item, value))) if item else tuple
    if get_args(kind):
        inner = _maker(next(k for k in get_args(kind) if k is not NoneType))
        return (lambda value: None if value is None else inner(value)) if inner else None
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_maker(kind)
    return kind if isinstance(kind, type) and issubclass(kind, Enum) else None


def _dataclass_maker(cls: type) -> Maker:
    hints = get_type_hints(cls)
    makers = tuple((field.name, _maker(hints[field.name])) for field in fields(cls))
    names = frozenset(name for name, _ in makers)
    made = tuple((name, maker) for name, maker in makers if maker)

    def make(data: Json) -> Any:
        values = {name: value for name, value in data.items() if name in names}
        for name, maker in made:
            if name in values:
                values[name] = maker(values[name])
        return cls(**values)

    return make
