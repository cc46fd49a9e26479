"""A real world on SQLite in a temporary folder, one person per role, and a client for each."""

from __future__ import annotations

from pathlib import Path

import pytest
from dossier_world import START, Town, forget_what_was_read, open_town, restore, seed
from flask import Flask
from flask.testing import FlaskClient
from web_world import DRAFT, PASSWORD, SECRET_TITLE, signed_in

from sdprocess.bootstrap import build
from sdprocess.domain.people import ALL_ROLES, Actor
from sdprocess.services.add_version import add_version
from sdprocess.services.manage_people import add_person, first_admin
from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.ports import World
from sdprocess.settings import load_settings
from sdprocess.web import WebConfig, create_app


@pytest.fixture(scope="session")
def world(tmp_path_factory) -> World:
    folder = tmp_path_factory.mktemp("web")
    settings = load_settings({"SDPROCESS_GEGEVENS": str(folder), "SDPROCESS_GEMEENTE": "Gemeente Proefdorp"})
    made = build(settings)
    admin = first_admin(made, name="Bea Beheer", login="beheerder@proefdorp.example", password=PASSWORD)
    actor = Actor(admin.id, admin.name, admin.roles)
    for role in ALL_ROLES:
        if role != "beheerder":
            add_person(
                made,
                actor,
                name=f"Iemand {role.title()}",
                login=f"{role}@proefdorp.example",
                roles=[role],
                password=PASSWORD,
                job=f"functie van {role}",
            )
    return made


@pytest.fixture(scope="session")
def app(world) -> Flask:
    return create_app(world, WebConfig(secret_key="k" * 40))


@pytest.fixture(scope="session")
def clients(app) -> dict[str, FlaskClient]:
    """A signed-in client per role, and `openbaar` without an account."""
    made = {role: signed_in(app, f"{role}@proefdorp.example") for role in ALL_ROLES}
    return {**made, "openbaar": app.test_client()}


@pytest.fixture
def client(app) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def actors(world) -> dict[str, Actor]:
    with world.uow() as uow:
        people = uow.people.all()
    return {next(iter(p.roles)): Actor(p.id, p.name, p.roles) for p in people if len(p.roles) == 1}


@pytest.fixture(scope="session")
def secret_dossier(world, actors) -> str:
    """The number of a dossier that only the college side may know of, with one version."""
    dossier = open_dossier(
        world,
        actors["steller"],
        title=SECRET_TITLE,
        about="Vervoer in Wierdijk",
        theme="Wmo",
        portfolio="wethouder Proef",
        kader_id="raadsvoorstel",
    )
    add_version(world, actors["steller"], dossier.number, filename="concept.md", data=DRAFT, revision=dossier.revision)
    return dossier.number


@pytest.fixture(scope="session")
def seeded_town(tmp_path_factory) -> tuple[Path, Path, Town]:
    """The database as `dossier_world.seed` left it, one to play in, and the app over that one."""
    folder = tmp_path_factory.mktemp("gemeente")
    begin, live = folder / "begin.sqlite", folder / "gemeente.sqlite"
    seed(begin)
    restore(begin, live)
    return begin, live, open_town(live)


@pytest.fixture
def town(seeded_town) -> Town:
    """The municipality as it was seeded."""
    begin, live, town = seeded_town
    restore(begin, live)
    forget_what_was_read(town, live)
    town.clock.at = START
    return town
