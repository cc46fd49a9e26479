"""The shipped checklist, loaded and proved once."""

from __future__ import annotations

import pytest

from sdprocess.checking.proof import load_proved
from sdprocess.content.checklist import Checklist
from sdprocess.content.refs import content_root

CHECKLIST = content_root() / "checklists" / "raadsvoorstel" / "1.0.0.yaml"


@pytest.fixture(scope="session")
def checklist() -> Checklist:
    return load_proved(CHECKLIST, "checklists/raadsvoorstel/1.0.0.yaml")
