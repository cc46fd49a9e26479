"""The floors of the house, and what each package promises."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from sdprocess.content.guard_names import GUARDS as VOCABULARY
from sdprocess.engine.guards import GUARDS as REGISTRY
from tests.architecture.source import PACKAGE, ROOT, called, modules, name, tree

PACKAGES = sorted(p.parent for p in PACKAGE.rglob("__init__.py"))
WORLDS = frozenset(
    {
        "Flask",
        "create_engine",
        "open_engine",
        "create_app",
        "build",
        "load_settings",
        "load_library",
        "Session",
        "World",
    }
)
ENVIRONMENT = {"sdprocess/cli/world.py"}
"""The command line hands the environment to `load_settings`; nothing else looks at it."""


def test_imports_only_go_down() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_folder_without_a_floor_fails() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = [c for c in contracts if c["type"] == "layers"]
    assert [c["exhaustive"] for c in layers] == [True]
    floors = {part.strip() for line in layers[0]["layers"] for part in line.split("|")}
    standing = {p.stem for p in PACKAGE.glob("*.py")} | {
        p.name for p in PACKAGE.iterdir() if (p / "__init__.py").is_file()
    }
    assert floors == standing - {"__init__"}


@pytest.mark.parametrize("folder", PACKAGES, ids=name)
def test_each_package_says_what_may_live_there(folder: Path) -> None:
    promise = ast.get_docstring(tree(folder / "__init__.py")) or ""
    assert len(promise.split()) >= 4
    assert promise.rstrip().endswith((".", ")"))


def test_each_folder_with_code_is_a_package() -> None:
    folders = {p.parent for p in modules() if "migrations" not in p.parts}
    assert [name(f) for f in sorted(folders) if not (f / "__init__.py").is_file()] == []


def test_every_guard_of_the_vocabulary_is_enforced_and_every_guard_is_in_the_vocabulary() -> None:
    assert set(VOCABULARY) == set(REGISTRY)


def test_no_module_holds_a_piece_of_the_world() -> None:
    found = [
        f"{name(path)}:{node.lineno}"
        for path in modules()
        for statement in tree(path).body
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.Expr)
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and called(node) in WORLDS
    ]
    assert found == []


def test_the_environment_is_read_in_one_place() -> None:
    found = {
        name(path)
        for path in modules()
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv", "environb"})
        or (
            isinstance(node, ast.ImportFrom)
            and node.module == "os"
            and {a.name for a in node.names} & {"environ", "getenv"}
        )
    }
    assert found == ENVIRONMENT
