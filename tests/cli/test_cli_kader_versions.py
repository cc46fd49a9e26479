"""`sdprocess kaders` on an installation: from a changed file to upgraded dossiers and back."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from sdprocess.bootstrap import build
from sdprocess.cli import main
from sdprocess.content.refs import content_root
from sdprocess.domain.people import Actor
from sdprocess.services.manage_people import add_person, first_admin
from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.ports import World
from sdprocess.settings import load_settings

BOSS = "b.eheer@example.org"
LICHT = (content_root() / "workflows" / "licht" / "1.0.0.yaml").read_text("utf-8")
RENAMED = (("opstellen:", "schrijven:"), (": opstellen", ": schrijven"), ("[opstellen", "[schrijven"))


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """An installation with a beheerder and one dossier on `licht`."""
    for name in [n for n in os.environ if n.startswith("SDPROCESS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SDPROCESS_GEGEVENS", str(tmp_path / "gegevens"))
    monkeypatch.chdir(tmp_path)
    made = build(load_settings(dict(os.environ)))
    boss = first_admin(made, name="Bea Beheer", login=BOSS, password="vier losse woorden hier")
    add_person(
        made,
        Actor(boss.id, boss.name, boss.roles),
        name="Sam Steller",
        login="s@example.org",
        roles=["steller"],
        password="vier losse woorden daar",
    )
    with made.uow() as uow:
        steller = uow.people.by_login("s@example.org")
    assert steller is not None
    open_dossier(
        made,
        Actor(steller.id, steller.name, steller.roles),
        title="Leskaart",
        about="Taal",
        theme="taal",
        portfolio="wethouder Smit",
        number="2026-001",
    )
    return made


def version(path: Path, number: str = "9.0.0") -> Path:
    """`licht` with another version, and its first state under another id."""
    text = LICHT.replace('versie: "1.0.0"', f'versie: "{number}"')
    for old, new in RENAMED:
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return path


def test_a_changed_kader_from_file_to_dossier_and_back(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = version(tmp_path / "nieuw.yaml")

    def said(*argv: str, code: int = 0) -> str:
        assert main(["kaders", *argv]) == code, capsys.readouterr()
        return capsys.readouterr().out

    told = said("wat-als", str(file))
    assert "2026-001  kan niet: De toestand 'Opstellen' bestaat niet meer" in told
    assert "Er is niets bewaard. Lopende dossiers: 1. Merken iets: 0. Kunnen niet mee: 1." in told
    assert "Kies waar Opstellen (1) verdergaat: --toestand opstellen=..." in told
    mapped = said("wat-als", str(file), "--toestand", "opstellen=schrijven")
    assert "Kunnen niet mee: 0." in mapped
    assert "Kies waar" not in mapped
    said("wat-als", str(file), "--toestand", "opstellen=nergens", code=2)
    assert state(world) == ("1.0.0", "opstellen")
    assert "- toestanden.opstellen" in said("vergelijk", "workflows", str(file), "x", code=2) + said(
        "vergelijk", str(content_root() / "workflows" / "licht" / "1.0.0.yaml"), str(file), code=1
    )
    assert "licht 9.0.0 is bewaard" in said("invoer", str(file), "--door", BOSS)
    assert "Dossier 2026-001 staat in een toestand die vervalt" in said("vergelijk", "licht", "1.0.0", "9.0.0", code=1)
    mapped = ("bijwerken", "licht", "9.0.0", "--toestand", "opstellen=schrijven")
    assert "Er is niets veranderd. Dossiers die mee kunnen: 1." in said(*mapped)
    assert state(world) == ("1.0.0", "opstellen")
    assert "Bijgewerkt: 1. Niet bijgewerkt: 0." in said(*mapped, "--ja", "--door", BOSS, "--reden", "Nieuwe afspraken")
    assert state(world) == ("9.0.0", "schrijven")
    assert "staat weer op licht 1.0.0" in said("terugzetten", "2026-001", "--door", BOSS)
    assert state(world) == ("1.0.0", "opstellen")
    assert "is niets terug te draaien" not in said("terugzetten", "2026-001", "--door", BOSS, code=1)


def state(world: World) -> tuple[str, str]:
    with world.uow() as uow:
        dossier = uow.dossiers.get("2026-001")
    return dossier.kader.version, dossier.state


def test_what_new_dossiers_get_is_chosen(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kaders", "invoer", str(version(tmp_path / "nieuw.yaml")), "--door", BOSS]) == 0
    assert main(["kaders", "gebruik", "licht", "9.0.0", "--door", BOSS]) == 0
    assert main(["kaders", "versies", "licht"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if line.startswith("licht ")]
    used = {row[1]: "gebruik" in row for row in rows if row[1] in ("1.0.0", "9.0.0")}
    assert used == {"1.0.0": False, "9.0.0": True}
    assert world.library.workflow_ref("licht").version == "9.0.0"


def test_a_kader_goes_out_with_its_hash_and_comes_in_with_it(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kaders", "uitvoer", "licht", "1.0.0", "--uit", "uit"]) == 0
    path = tmp_path / "uit" / "licht-1.0.0.yaml"
    assert path.read_bytes() == LICHT.encode()
    hash_ = hashlib.sha256(path.read_bytes()).hexdigest()
    assert path.with_name("licht-1.0.0.yaml.sha256").read_text() == f"{hash_}  licht-1.0.0.yaml\n"
    assert main(["kaders", "invoer", str(path), "--door", BOSS]) == 0
    path.write_text(LICHT.replace("Licht proces", "Licht procesje"), "utf-8")
    capsys.readouterr()
    assert main(["kaders", "invoer", str(path), "--door", BOSS]) == 2
    assert "Het controlegetal hoort niet bij dit bestand" in capsys.readouterr().err


def test_all_versions_go_out_in_one_file_and_come_in_elsewhere_byte_for_byte(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kaders", "invoer", str(version(tmp_path / "nieuw.yaml")), "--door", BOSS]) == 0
    assert main(["kaders", "uitvoer", "licht", "--uit", "uit"]) == 0
    path = tmp_path / "uit" / "licht.json"
    body = json.loads(path.read_text("utf-8"))
    assert [one["versie"] for one in body["versies"]] == ["1.0.0", "9.0.0"]
    assert body["versies"][0]["tekst"].encode() == LICHT.encode()
    assert main(["kaders", "invoer", str(path), "--door", BOSS]) == 0
    path.write_text(path.read_text("utf-8").replace("9.0.0", "9.0.1"), "utf-8")
    capsys.readouterr()
    assert main(["kaders", "invoer", str(path), "--door", BOSS]) == 2
    assert "Het controlegetal hoort niet bij dit bestand" in capsys.readouterr().err


@pytest.mark.parametrize("login", ["s@example.org", "niemand@example.org"])
def test_what_changes_something_is_done_by_a_named_beheerder(
    world: World, login: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kaders", "gebruik", "licht", "geen", "--door", login]) == 2
    assert "Noem met --door" in capsys.readouterr().err
    assert world.library.workflow_ref("licht").id == "licht"
