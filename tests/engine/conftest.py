from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sdprocess.content.library import content_root
from sdprocess.content.workflow import Workflow, load_workflow
from sdprocess.content.workflow_examples import Facts, Step
from sdprocess.domain.people import Actor
from sdprocess.engine.context import GuardContext
from sdprocess.engine.staging import OTHER_ID, STELLER_ID, staged, staged_dossier

Stage = Callable[..., GuardContext]


@pytest.fixture(scope="session")
def raadsvoorstel() -> Workflow:
    return load_workflow(content_root() / "workflows/raadsvoorstel/1.0.0.yaml")


@pytest.fixture
def stage(raadsvoorstel: Workflow) -> Stage:
    """A context: state, role and reason, facts by their English names, and fields to replace."""

    def make(state: str = "zelftoets", by: str = "steller", reason: str = "", **fields: Any) -> GuardContext:
        facts = Facts(**{name: fields.pop(name) for name in list(fields) if name in Facts.model_fields})
        step = Step(overgang="vrijgave", door=by, reden=reason, komt_in=state)
        ctx = staged(raadsvoorstel, staged_dossier(raadsvoorstel, state), step, facts)
        return replace(ctx, **fields)

    return make


@pytest.fixture
def steller() -> Actor:
    return Actor(STELLER_ID, "steller", frozenset({"steller"}))


@pytest.fixture
def other() -> Actor:
    return Actor(OTHER_ID, "ander", frozenset({"steller", "toetser"}))
