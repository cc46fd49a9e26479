"""The demo municipality, seeded once for all tests of this folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from sdprocess.bootstrap import build
from sdprocess.demo.seed import SeedReport, seed
from sdprocess.domain.people import Actor
from sdprocess.services.ports import World
from sdprocess.settings import load_settings

TODAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Seeded:
    world: World
    report: SeedReport
    again: SeedReport

    def actor(self, key: str) -> Actor:
        """The actor whose login begins with `key`."""
        person = next(p for p in self.report.people if p.login.startswith(key))
        return Actor(person.id, person.name, person.roles)


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Seeded:
    folder = tmp_path_factory.mktemp("demo")
    world = build(load_settings({"SDPROCESS_OMGEVING": "demo", "SDPROCESS_GEGEVENS": str(folder)}))
    report = seed(world, TODAY)
    return Seeded(world, report, seed(world, TODAY))
