from __future__ import annotations

import json

import pytest

from sdprocess.store.assessment_json import assessment_from_json, assessment_to_json
from tests.store.conftest import a_text
from tests.store.samples import an_assessment


def test_an_assessment_comes_back_without_loss() -> None:
    made = an_assessment(a_text())
    assert assessment_from_json(assessment_to_json(made)) == made


def test_equal_assessments_give_equal_bytes() -> None:
    assert assessment_to_json(an_assessment(a_text())) == assessment_to_json(an_assessment(a_text()))


def test_a_form_of_another_version_is_refused() -> None:
    data = json.loads(assessment_to_json(an_assessment(a_text())))
    with pytest.raises(ValueError, match="unknown form 2"):
        assessment_from_json(json.dumps({**data, "vorm": 2}))
