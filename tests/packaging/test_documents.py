"""The documents at the top say what the code says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sdprocess import __version__
from sdprocess.cli.parser import parser
from sdprocess.settings import NAMES

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docs/README.md")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def test_the_readme_lists_every_setting_and_no_other() -> None:
    assert set(re.findall(r"^\| `(SDPROCESS_\w+)`", README, re.MULTILINE)) == NAMES


@pytest.mark.parametrize("line", re.findall(r"^\.venv/bin/sdprocess (.+?)\s*(?:#.*)?$", README, re.MULTILINE))
def test_every_command_in_the_readme_exists(line: str) -> None:
    words = [w if "*" not in w else "voorstel.pdf" for w in line.split()]
    if words[0] == "beheerder":
        words += ["--naam", "N. Naam", "--login", "n.naam@example.org"]
    assert parser().parse_args(words).function


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_leads_to_a_file(document: str) -> None:
    path = ROOT / document
    missing = [link for link in LINK.findall(path.read_text("utf-8")) if not (path.parent / link).exists()]
    assert missing == []


def test_the_changelog_knows_this_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_licence_is_complete() -> None:
    licence = (ROOT / "LICENSE").read_text("utf-8")
    assert licence.startswith("# EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert [int(n) for n in re.findall(r"^## (\d+)\. ", licence, re.MULTILINE)] == list(range(1, 16))
    assert "## Appendix" in licence
