"""Shared by all tests: databases, and the step modules of the features."""

from __future__ import annotations

from tests.postgres import postgres_server, sqlite_template

__all__ = ["postgres_server", "sqlite_template"]

pytest_plugins = [
    "tests.bdd.steps.process",
    "tests.bdd.steps.people",
    "tests.bdd.steps.files",
    "tests.bdd.steps.insights",
    "tests.bdd.steps.kaderversies",
    "tests.bdd.steps.register",
    "tests.bdd.steps.step_checklist",
    "tests.bdd.steps.kinds",
    "tests.bdd.steps.planning",
    "tests.bdd.steps.calibration",
    "tests.bdd.steps.kaders",
    "tests.bdd.steps.folds",
    "tests.bdd.steps.design",
    "tests.bdd.steps.design_amend",
    "tests.bdd.steps.difference",
    "tests.bdd.steps.advice",
]
