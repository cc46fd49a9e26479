"""The town in which the scenarios play, and the demo municipality with its dossiers."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from sdprocess.bootstrap import build
from sdprocess.demo.seed import seed
from sdprocess.services.ports import World
from sdprocess.settings import load_settings
from tests.bdd.town import Town


@pytest.fixture
def town(tmp_path: Path, sqlite_template: Path) -> Town:
    database = tmp_path / "dorp.sqlite3"
    shutil.copy(sqlite_template, database)
    return Town.build(tmp_path, f"sqlite:///{database}")


@pytest.fixture(scope="session")
def demo_world(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> World:
    """Made once; the scenarios only look at it."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copy(sqlite_template, folder / "demo.sqlite3")
    environ = {
        "SDPROCESS_GEGEVENS": str(folder),
        "SDPROCESS_DATABASE_URL": f"sqlite:///{folder / 'demo.sqlite3'}",
        "SDPROCESS_GEMEENTE": "Merenveld",
        "SDPROCESS_OMGEVING": "demo",
    }
    world = build(load_settings(environ))
    seed(world, date.today())  # noqa: DTZ011  the world keeps real time, and lateness is counted from today
    return world
