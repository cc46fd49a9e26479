"""The referee of checklists is tested: for every error code a file that has that error, at the line it says."""

# ruff: noqa: E501  a table of cases, one a line

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdprocess.checking.proof import prove
from sdprocess.content.checklist import load_checklist, read_checklist
from sdprocess.content.cues import BadCue, compile_source, cue_source, fold
from sdprocess.content.problems import Problem
from sdprocess.content.strict_yaml import load_yaml
from sdprocess.domain.errors import InvalidContent
from sdprocess.texts.checking import TEXTS

HERE = Path(__file__).parent
GOOD = HERE / "good_checklist.yaml"
FILES = sorted((HERE / "bad_checklists").glob("*.yaml"))
EXPECTED = re.compile(r"([a-z-]+) regel (\d+)")
ELSEWHERE = {"patroon-ongeldig"}
"""Only RE2 itself can refuse a cue that was read; no cue is known that it refuses."""


def problems_of(path: Path) -> list[Problem]:
    with pytest.raises(InvalidContent) as caught:
        read_checklist(path, path.name)
    return [p for p in caught.value.problems if isinstance(p, Problem)]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_broken_checklist_gets_the_problem_it_announces_at_its_line(path: Path) -> None:
    expected = EXPECTED.findall(path.read_text(encoding="utf-8").split("\n", 1)[0])
    found = [(p.code, str(p.line)) for p in problems_of(path)]
    assert path.stem == expected[0][0]
    assert expected[0] in found


def test_every_error_code_of_a_checklist_has_a_broken_file() -> None:
    codes = {c for c in TEXTS if c.startswith(("cue-", "begrip-", "patroon-"))}
    codes |= {c for c in TEXTS if re.match(r"toets-(sectie|element|voorstel|criterium|vraag|regel|rij|tabel)-", c)}
    assert codes - ELSEWHERE == {path.stem for path in FILES}


def test_the_good_checklist_has_no_problem() -> None:
    assert read_checklist(GOOD).question("D2").addressee == "politiek"


def test_a_message_names_file_line_question_key_and_value() -> None:
    path = HERE / "bad_checklists" / "toets-sectie-onbekend.yaml"
    with pytest.raises(InvalidContent) as caught:
        read_checklist(path, "checklists/proef/1.0.0.yaml")
    line = next(n for n, text in enumerate(path.read_text().split("\n"), 1) if "binnen:" in text)
    assert str(caught.value.problems[0]) == (
        f"checklists/proef/1.0.0.yaml:{line}: vraag D2: 'binnen' noemt sectie 'opties', die bestaat niet"
    )


def test_id_and_version_must_be_those_of_the_place(tmp_path: Path) -> None:
    folder = tmp_path / "andere"
    folder.mkdir()
    path = folder / "2.0.0.yaml"
    path.write_bytes(GOOD.read_bytes())
    with pytest.raises(InvalidContent) as caught:
        load_checklist(path)
    assert [p.code for p in caught.value.problems if isinstance(p, Problem)] == ["bestand-id", "bestand-versie"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param(
            "omdat het voor inwoners te duur is", "want het is te duur", "regel-raakt-niet", id="raak-is-missed"
        ),
        pytest.param(
            "Dit is het beste voor ons", "Omdat inwoners dit willen is dit voor ons", "regel-raakt-wel", id="mis-is-hit"
        ),
    ],
)
def test_a_rule_that_treats_its_example_the_other_way_is_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    path = tmp_path / "proef.yaml"
    path.write_text(GOOD.read_text(encoding="utf-8").replace(f'"Dit viel af {old}' if code == "regel-raakt-niet" else old,
                    f'"Dit viel af {new}' if code == "regel-raakt-niet" else new, 1), encoding="utf-8")  # fmt: skip
    (problem,) = prove(read_checklist(path), load_yaml(path))
    key = "raak" if code == "regel-raakt-niet" else "mis"
    assert problem.code == code
    assert key in path.read_text(encoding="utf-8").split("\n")[problem.line - 1]


@pytest.mark.parametrize("missing", ["raak", "mis"])
def test_a_rule_without_examples_fails(tmp_path: Path, missing: str) -> None:
    path = tmp_path / "proef.yaml"
    lines = GOOD.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join(line for line in lines if not line.strip().startswith(f"{missing}:")), encoding="utf-8")
    assert [p.code for p in problems_of(path)] == ["sleutel-ontbreekt"]


def test_an_unknown_kind_of_rule_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "proef.yaml"
    path.write_text(GOOD.read_text(encoding="utf-8").replace("signaalwoorden", "gevoel"), encoding="utf-8")
    assert [p.code for p in problems_of(path)] == ["waarde-keuze"]


@pytest.mark.parametrize(
    ("cue", "text", "expected"),
    [
        pytest.param("risico*", "risico's", True, id="free-ending"),
        pytest.param("*visie", "woonvisie", True, id="free-beginning"),
        pytest.param("risico", "risicovol", False, id="whole-words"),
        pytest.param("alternatie(f|ven)", "alternatieven", True, id="group-inside-a-word"),
        pytest.param("in (het)? najaar", "in najaar", True, id="optional-word"),
        pytest.param("past … beleid", "past heel erg goed binnen ons beleid", True, id="gap"),
        pytest.param("past …2 beleid", "past heel erg goed binnen ons beleid", False, id="narrow-gap"),
        pytest.param("# procent", "12,5 procent", True, id="number"),
        pytest.param("(in~werking|start) #", "in werking 2025", True, id="phrase-in-a-group"),
        pytest.param("{groep}", "ouders", True, id="notion"),
        pytest.param("geëvalueerd", "geevalueerd", True, id="accents-do-not-matter"),
    ],
)
def test_the_cue_notation(cue: str, text: str, expected: bool) -> None:
    pattern = compile_source(rf"\b(?:{cue_source(cue, {'groep': ('inwoners', 'ouders')})})(?:\b|$)")
    assert bool(pattern.search(text)) is expected


@pytest.mark.parametrize("cue", ["", "(a|b", "a) b", "…0 a", "…x a"])
def test_an_unreadable_cue_is_refused(cue: str) -> None:
    with pytest.raises(BadCue):
        cue_source(cue, {})


@pytest.mark.parametrize("text", ["Één € 5, “café”", "İstanbul – naïef", "ﬁets ½ ℃ 中"])
def test_folded_text_has_the_same_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(text).isascii()


@given(st.text())
def test_a_text_is_folded_sign_by_sign(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))


def test_what_is_folded_stays_as_it_is() -> None:
    signs = "".join(map(chr, (*range(0x3000), *range(0xD7FB, 0xE001), *range(0xFB00, 0x10000), 0x1D400)))
    folded = fold(signs)
    assert fold(folded) == folded
    assert folded == folded.lower()
    assert fold("€ 5 ™ É\u00a0ß—\u00ad") == "$ 5 t e s-_"
