"""The lock file covers what pyproject.toml asks, with hashes and without addresses."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[^\]]*\])?==([^\s;]+)", re.MULTILINE | re.IGNORECASE)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def asked() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = (
        project["project"]["dependencies"] + project["dependency-groups"]["dev"] + project["build-system"]["requires"]
    )
    return {normal(re.match(r"[A-Za-z0-9._-]+", line)[0]) for line in wanted}


def test_the_lock_pins_everything_the_project_asks_for() -> None:
    pinned = {normal(name) for name, _ in PINNED.findall(LOCK)}
    assert asked() - pinned == set()


def test_every_pinned_package_has_a_hash() -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", LOCK, flags=re.IGNORECASE)
    bare = [PINNED.match(b)[0] for b in blocks if PINNED.match(b) and "--hash=sha256:" not in b]
    assert bare == []


def test_the_lock_names_no_address() -> None:
    assert "://" not in LOCK
    assert "--index-url" not in LOCK
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text("utf-8")
