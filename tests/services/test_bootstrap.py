from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sdprocess import bootstrap
from sdprocess.content.library import content_root
from sdprocess.domain.errors import InvalidContent
from sdprocess.domain.people import Actor
from sdprocess.services.demo_mark import mark_demo
from sdprocess.services.manage_people import first_admin, set_roles
from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.queries import public_list
from sdprocess.services.sign_in import sign_in
from sdprocess.settings import Environment, InvalidSettings, Settings, load_settings


def _settings(tmp_path: Path, **changes: str) -> Settings:
    return load_settings({"SDPROCESS_GEGEVENS": str(tmp_path / "gegevens"), **changes})


def test_a_fresh_folder_becomes_a_working_installation(tmp_path: Path) -> None:
    world = bootstrap.build(_settings(tmp_path, SDPROCESS_GEMEENTE="Proefdam"))
    assert (world.municipality, world.demo) == ("Proefdam", False)
    made = first_admin(world, name="Noor", login="noor@proefdam.nl", password="een heel lang woord")
    assert sign_in(world, "noor@proefdam.nl", "een heel lang woord") == made
    assert public_list(world) == ()
    assert bootstrap.check(world) == ()
    again = bootstrap.build(_settings(tmp_path))
    assert sign_in(again, "noor@proefdam.nl", "een heel lang woord") == made


def test_production_refuses_a_database_with_demo_people(tmp_path: Path) -> None:
    demo = _settings(tmp_path, SDPROCESS_OMGEVING="demo")
    mark_demo(bootstrap.build(demo))
    with pytest.raises(InvalidSettings, match="demogegevens"):
        bootstrap.build(replace(demo, environment=Environment.PRODUCTION))


def test_broken_content_stops_the_start(tmp_path: Path) -> None:
    content = tmp_path / "inhoud"
    shutil.copytree(content_root() / "checklists", content / "checklists")
    (content / "workflows" / "x").mkdir(parents=True)
    (content / "workflows" / "x" / "1.0.0.yaml").write_text("schema: onzin\n")
    with pytest.raises(InvalidContent):
        bootstrap.build(_settings(tmp_path, SDPROCESS_INHOUD=str(content)))


def test_the_check_names_a_kader_that_changed_or_went_while_dossiers_lean_on_it(tmp_path: Path) -> None:
    content = tmp_path / "inhoud"
    for folder in ("checklists", "templates", "workflows", "kalenders"):
        shutil.copytree(content_root() / folder, content / folder)
    settings = _settings(tmp_path, SDPROCESS_INHOUD=str(content))
    world = bootstrap.build(settings)
    admin = first_admin(world, name="Noor", login="noor@proefdam.nl", password="een heel lang woord")
    set_roles(world, Actor(admin.id, "", admin.roles), admin.id, roles=["beheerder", "steller"], revision=1)
    steller = Actor(admin.id, "Noor", frozenset({"steller"}))
    open_dossier(world, steller, title="x", about="x", theme="", portfolio="")
    path = content / "workflows" / "licht" / "1.0.0.yaml"
    path.write_text(path.read_text() + "# later bijgeschreven\n")
    (changed,) = bootstrap.check(bootstrap.build(settings))
    assert "licht 1.0.0" in changed
    shutil.rmtree(path.parent)
    (gone,) = bootstrap.check(bootstrap.build(settings))
    assert "licht" in gone
    assert gone != changed
