"""The built wheel, installed in an empty environment outside the checkout, does the main job on its own.

No network: the dependencies come from the environment that runs the tests, through a .pth file that names its
site-packages. Such a path is searched for imports, but .pth files inside it are not read, so the editable installation
of the checkout stays out of reach. An audit hook writes down every file of the checkout that is opened all the same.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEPENDENCIES = Path(sysconfig.get_path("purelib"))
WATCH = """
import os, sys
def watch(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)):
        path = os.path.realpath(os.fsdecode(args[0]))
        if path.startswith({root!r} + os.sep) and not path.startswith({dependencies!r} + os.sep):
            with_fd = os.open({log!r}, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            os.write(with_fd, (path + "\\n").encode())
            os.close(with_fd)
sys.addaudithook(watch)
"""
DRAFT = """\
# Raadsvoorstel Buurthuis De Linde

## Beslispunten

De raad besluit:

1. Het buurthuis De Linde twee jaar langer open te houden.
2. Hiervoor 80.000 euro per jaar beschikbaar te stellen uit de reserve sociaal domein.

## Aanleiding

De subsidie voor het buurthuis loopt af op 31 december 2027. In het coalitieakkoord van 14 juni 2026 staat dat elke wijk
een plek houdt waar bewoners elkaar ontmoeten. De wijkraad heeft de gemeente gevraagd om het buurthuis open te houden.

## Kanttekeningen

De kosten kunnen hoger worden als het dak moet worden vervangen. De beheerders vinden het plan haalbaar, maar vragen om
een vaste contactpersoon. De wijkraad had liever een besluit voor vijf jaar gezien.
"""

pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True)
class Installed:
    """A wheel in its own environment. opened: where the audit hook writes."""

    wheel: Path
    bin: Path
    home: Path
    opened: Path

    def run(self, *arguments: str, code: int = 0) -> str:
        """Run `sdprocess` far from the checkout."""
        return self.do(str(self.bin / "sdprocess"), *arguments, code=code)

    def do(self, *command: str, code: int = 0) -> str:
        env = {"PATH": str(self.bin), "LC_ALL": "C.UTF-8", "HOME": str(self.home)}
        done = subprocess.run(command, cwd=self.home, env=env, capture_output=True, text=True, check=False, timeout=300)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Builds and installs once. Without npm on the path, so that building needs no network either."""
    folder = tmp_path_factory.mktemp("wiel")
    quiet = {**os.environ, "PATH": str(Path(sys.executable).parent)}
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
    subprocess.run(build, cwd=ROOT, env=quiet, check=True, capture_output=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    venv.create(folder / "omgeving", with_pip=False, symlinks=True)
    python = folder / "omgeving/bin/python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", "-q", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True, cwd=folder)
    (packages,) = (folder / "omgeving/lib").glob("python*/site-packages")
    (packages / "dependencies.pth").write_text(f"{DEPENDENCIES}\n", "utf-8")
    opened = folder / "geopend.txt"
    watch = WATCH.format(root=str(ROOT), dependencies=str(DEPENDENCIES), log=str(opened))
    (packages / "sitecustomize.py").write_text(watch, "utf-8")
    home = folder / "elders"
    home.mkdir()
    (home / "buurthuis.md").write_text(DRAFT, "utf-8")
    return Installed(wheel, folder / "omgeving/bin", home, opened)


def nothing_opened(installed: Installed) -> bool:
    return not installed.opened.exists() or installed.opened.read_text("utf-8") == ""


def test_the_wheel_carries_content_templates_assets_and_licence(installed: Installed) -> None:
    names = zipfile.ZipFile(installed.wheel).namelist()
    for folder, suffix in (
        ("sdprocess/_inhoud/workflows/licht/", ".yaml"),
        ("sdprocess/_inhoud/kalenders/gemeente/", ".yaml"),
        ("sdprocess/_inhoud/checklists/raadsvoorstel/", ".yaml"),
        ("sdprocess/_inhoud/templates/web/", ".html"),
        ("sdprocess/_inhoud/templates/documenten/", ".html"),
        ("sdprocess/web/static/", ".css"),
        ("sdprocess/demo/stukken/", ".md"),
        ("sdprocess/store/migrations/versions/", ".py"),
    ):
        assert [n for n in names if n.startswith(folder) and n.endswith(suffix)], folder
    assert [n for n in names if n.endswith("licenses/LICENSE")]
    assert not [n for n in names if n.startswith(("tests/", "docs/"))]


def test_it_runs_from_its_own_folder_and_opens_no_file_of_the_checkout(installed: Installed) -> None:
    ask = "import sdprocess, sdprocess.content.library as l; print(sdprocess.__file__); print(l.content_root())"
    places = [Path(line) for line in installed.do(str(installed.bin / "python"), "-c", ask).splitlines()]
    assert [p.is_relative_to(installed.bin.parent) for p in places] == [True, True]
    assert places[1].name == "_inhoud"
    assert nothing_opened(installed)


def test_the_watch_on_the_checkout_works(installed: Installed) -> None:
    look = f"open({str(ROOT / 'README.md')!r}).close()"
    installed.do(str(installed.bin / "python"), "-c", look)
    assert installed.opened.read_text("utf-8").splitlines() == [str(ROOT / "README.md")]
    installed.opened.unlink()


def test_it_judges_a_draft(installed: Installed) -> None:
    report = json.loads(installed.run("toets", "buurthuis.md", "--formaat", "json"))
    assert report["status"] == "beoordeeld"
    assert len(report["vragen"]) >= 26
    assert any(q["bewijs"] for q in report["vragen"])
    installed.run("toets", "buurthuis.md", "--formaat", "html", "--uit", "rapport")
    assert (installed.home / "rapport/buurthuis.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert nothing_opened(installed)


def test_its_own_content_is_in_order(installed: Installed) -> None:
    assert "in orde" in installed.run("kaders", "toets")
    assert nothing_opened(installed)


def test_it_runs_the_demo_once(installed: Installed) -> None:
    shown = installed.run("demo", "--eenmalig")
    assert len([line for line in shown.splitlines() if line[:4].isdigit()]) >= 12
    assert list((installed.home / "demo-data").rglob("*.sqlite3"))
    assert nothing_opened(installed)
