from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

import pytest

from sdprocess.store.assessment_json import assessment_from_json, assessment_to_json
from tests.store.conftest import a_text
from tests.store.samples import an_assessment


def test_an_assessment_comes_back_without_loss() -> None:
    made = an_assessment(a_text())
    assert assessment_from_json(assessment_to_json(made)) == made


def _values(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        for item in value:
            yield from _values(item)
    elif is_dataclass(value) and not isinstance(value, type):
        yield value
        for field in fields(value):
            yield from _values(getattr(value, field.name))


def test_the_sample_fills_every_field_so_that_a_lost_one_would_show() -> None:
    filled: dict[type, set[str]] = {}
    for value in _values(an_assessment(a_text())):
        shown = filled.setdefault(type(value), set())
        shown |= {f.name for f in fields(value) if getattr(value, f.name) not in (f.default, (), "", None)}
    for cls, names in filled.items():
        optional = {f.name for f in fields(cls) if f.default is not MISSING}
        assert optional - {"reason"} <= names, cls


def test_an_assessment_from_before_a_field_existed_gets_its_default() -> None:
    data = json.loads(assessment_to_json(an_assessment(a_text())))
    del data["recognition"]["proposals"]
    del data["notes"]
    read = assessment_from_json(json.dumps(data))
    assert (read.recognition.proposals, read.notes) == ((), ())


def test_equal_assessments_give_equal_bytes() -> None:
    assert assessment_to_json(an_assessment(a_text())) == assessment_to_json(an_assessment(a_text()))


def test_a_form_of_another_version_is_refused() -> None:
    data = json.loads(assessment_to_json(an_assessment(a_text())))
    with pytest.raises(ValueError, match="unknown form 2"):
        assessment_from_json(json.dumps({**data, "vorm": 2}))
