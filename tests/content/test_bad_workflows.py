"""The referee is tested: for every error code there is a file that has exactly that error, at the line it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sdprocess.content.problems import Problem
from sdprocess.content.workflow import Workflow, load_workflow, read_workflow
from sdprocess.domain.errors import InvalidContent
from sdprocess.texts.content import TEXTS

HERE = Path(__file__).parent
FILES = sorted((HERE / "bad").glob("*.yaml"))
EXPECTED = re.compile(r"([a-z-]+) regel (\d+)")

ELSEWHERE = {
    "yaml-te-groot": "test_strict_yaml",
    "yaml-codering": "test_strict_yaml",
    "bestand-onleesbaar": "test_strict_yaml",
    "waarde-grens": "test_problems",
    "waarde-fout": "test_problems",
    "bestand-id": "here, needs a place",
    "bestand-versie": "here, needs a place",
    "kader-gewijzigd": "test_library",
    "proces-checklist-onbekend": "test_library",
    "proces-criterium-onbekend": "test_library",
    "proces-vervolg-onbekend": "test_library",
    "proces-moment-onbekend": "test_calendar",
}
"""Codes that need more than one file to show."""

PREFIXES = ("yaml-", "sleutel-", "soort-", "waarde-", "proces-", "bestand-", "versie-", "kader-")


def problems_of(path: Path) -> list[Problem]:
    with pytest.raises(InvalidContent) as caught:
        read_workflow(path, path.name)
    return [p for p in caught.value.problems if isinstance(p, Problem)]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_broken_file_gets_exactly_the_problems_it_announces(path: Path) -> None:
    first_line = path.read_bytes().split(b"\n", 1)[0].decode()
    expected = [(code, int(line)) for code, line in EXPECTED.findall(first_line)]
    assert expected, "a bad file begins with '# verwacht: <code> regel <n>'"
    assert path.stem in {code for code, _ in expected}
    assert [(p.code, p.line) for p in problems_of(path)] == expected


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_problem_is_said_in_dutch_with_file_and_line(path: Path) -> None:
    for problem in problems_of(path):
        assert re.fullmatch(rf"{re.escape(path.name)}:\d+: \S.+", str(problem), re.DOTALL)
        assert "{" not in problem.message.replace("{}", "")


def test_every_error_code_has_its_broken_file() -> None:
    codes = {code for code in TEXTS if code.startswith(PREFIXES)}
    assert codes - {p.stem for p in FILES} - ELSEWHERE.keys() == set()


def test_no_broken_file_is_left_of_a_code_that_is_gone() -> None:
    assert {p.stem for p in FILES} - TEXTS.keys() == set()


def test_the_file_that_the_broken_ones_were_made_of_is_good() -> None:
    workflow, _ = read_workflow(HERE / "good.yaml")
    assert isinstance(workflow, Workflow)


def test_a_file_must_say_the_id_and_version_of_its_place(tmp_path: Path) -> None:
    path = tmp_path / "ander" / "2.0.0.yaml"
    path.parent.mkdir()
    path.write_bytes((HERE / "good.yaml").read_bytes())
    with pytest.raises(InvalidContent) as caught:
        load_workflow(path, "ander/2.0.0.yaml")
    assert [str(p) for p in caught.value.problems] == [
        "ander/2.0.0.yaml:2: het id is 'proef', maar de map heet 'ander'",
        "ander/2.0.0.yaml:3: de versie is '1.0.0', maar het bestand heet '2.0.0'",
    ]


def test_problems_of_shape_and_of_keys_come_together(tmp_path: Path) -> None:
    path = tmp_path / "fout.yaml"
    text = (HERE / "good.yaml").read_text().replace("      - vrijgegeven\n", "      - [vrijgegeven]\n")
    path.write_text(text.replace("titel: Proef", "tietel: Proef"))
    assert [p.code for p in problems_of(path)] == ["sleutel-ontbreekt", "sleutel-onbekend", "proces-mits-vorm"]
