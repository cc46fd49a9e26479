"""The town in which the scenarios play."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytest_bdd import given

from sdprocess.services.ports import World
from tests.bdd.town import Town


@pytest.fixture
def town(tmp_path: Path, sqlite_template: Path) -> Town:
    database = tmp_path / "dorp.sqlite3"
    shutil.copy(sqlite_template, database)
    return Town.build(tmp_path, f"sqlite:///{database}")


@given("de demogemeente met haar dossiers")
def demo_town(town: Town, demo_world: World) -> None:
    town.use(demo_world)
