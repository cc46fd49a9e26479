"""publiccode.yml says what the standard (0.4) asks: keys, choices, lengths and dates."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
STATUSES = {"concept", "development", "beta", "stable", "obsolete"}
TYPES = {
    "standalone/mobile",
    "standalone/iot",
    "standalone/desktop",
    "standalone/web",
    "standalone/backend",
    "standalone/other",
    "addon",
    "library",
    "configurationFiles",
}
MAINTENANCE = {"internal", "contract", "community", "none"}
CATEGORIES = {
    "workflow-management",
    "document-management",
    "compliance-management",
    "digital-citizenship",
    "business-process-management",
    "collaboration",
    "knowledge-management",
    "data-analytics",
}
SCOPES = {"government", "local-authorities", "society", "welfare", "healthcare", "finance-and-economic-development"}
MANDATORY = (
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "categories",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def day(value: object) -> bool:
    """Whether it is text in the one date format that the standard allows, and a day that exists."""
    if not (isinstance(value, str) and DAY.fullmatch(value)):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def check_description(language: str, block: dict[str, Any]) -> list[str]:
    found = []
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", language):
        found.append(f"description: {language}")
    if not 0 < len(block.get("shortDescription", "")) <= 150 or "\n" in block["shortDescription"]:
        found.append(f"{language}: shortDescription")
    if not 150 <= len(block.get("longDescription", "")) <= 10_000:
        found.append(f"{language}: longDescription")
    features = block.get("features", [])
    if not features or not all(isinstance(f, str) for f in features):
        found.append(f"{language}: features")
    return found


def check_maintenance(block: dict[str, Any]) -> list[str]:
    found = []
    if block.get("type") not in MAINTENANCE:
        found.append("maintenance/type")
    if block.get("type") in {"internal", "community"} and not all(c.get("name") for c in block.get("contacts", [{}])):
        found.append("maintenance/contacts")
    if block.get("type") == "contract":
        contractors = block.get("contractors", [{}])
        found += ["maintenance/contractors" for c in contractors if not c.get("name") or not day(c.get("until"))]
    return found


def check_enumerations(data: dict[str, Any]) -> list[str]:
    found = []
    if data["publiccodeYmlVersion"] != "0.4":
        found.append("publiccodeYmlVersion")
    if data["developmentStatus"] not in STATUSES:
        found.append("developmentStatus")
    if data["softwareType"] not in TYPES:
        found.append("softwareType")
    found += [f"categories: {c}" for c in data["categories"] if c not in CATEGORIES]
    found += [f"scope: {s}" for s in data.get("intendedAudience", {}).get("scope", []) if s not in SCOPES]
    if not data["platforms"]:
        found.append("platforms")
    return found


def problems(data: dict[str, Any]) -> list[str]:
    """Every way in which the file departs from the standard."""
    missing = [f"ontbreekt: {key}" for key in MANDATORY if key not in data]
    if missing:
        return missing
    found = check_enumerations(data) + check_maintenance(data["maintenance"])
    if not str(data["url"]).startswith("https://"):
        found.append("url")
    if "releaseDate" in data and not day(data["releaseDate"]):
        found.append("releaseDate")
    for language, block in data["description"].items():
        found += check_description(language, block)
    if not data["legal"].get("license"):
        found.append("legal/license")
    where = data["localisation"]
    if not isinstance(where.get("localisationReady"), bool) or not where.get("availableLanguages"):
        found.append("localisation")
    for kind in data.get("dependsOn", {}).values():
        found += ["dependsOn" for d in kind if not d.get("name")]
    return found


@pytest.fixture(scope="module")
def publiccode() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))


def test_the_file_follows_the_standard(publiccode: dict[str, Any]) -> None:
    assert problems(publiccode) == []


def test_version_and_licence_are_those_of_the_package(publiccode: dict[str, Any]) -> None:
    from sdprocess import __version__  # noqa: PLC0415

    assert publiccode["softwareVersion"] == __version__
    assert f'license = "{publiccode["legal"]["license"]}"' in (ROOT / "pyproject.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(lambda d: d.pop("softwareType"), "ontbreekt: softwareType", id="missing key"),
        pytest.param(lambda d: d.update(developmentStatus="klaar"), "developmentStatus", id="unknown status"),
        pytest.param(lambda d: d.update(releaseDate="2026-02-30"), "releaseDate", id="day that does not exist"),
        pytest.param(lambda d: d.update(categories=["gemeente"]), "categories: gemeente", id="unknown category"),
        pytest.param(
            lambda d: d["description"]["nl"].update(shortDescription="x" * 151), "nl: shortDescription", id="long"
        ),
        pytest.param(lambda d: d["maintenance"].update(type="contract"), "maintenance/contractors", id="no contractor"),
    ],
)
def test_the_validator_sees_what_is_wrong(
    publiccode: dict[str, Any], change: Callable[[dict[str, Any]], object], expected: str
) -> None:
    broken = copy.deepcopy(publiccode)
    change(broken)
    assert expected in problems(broken)
