from __future__ import annotations

from pathlib import Path

import pytest

from sdprocess.content.problems import Problem
from sdprocess.content.strict_yaml import MAX_BYTES, load_yaml
from sdprocess.domain.errors import InvalidContent


def problems_of(source: Path | str) -> tuple[Problem, ...]:
    with pytest.raises(InvalidContent) as caught:
        load_yaml(source, "proef.yaml")
    return tuple(p for p in caught.value.problems if isinstance(p, Problem))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("ja", "ja"),
        ("nee", "nee"),
        ("on", "on"),
        ("off", "off"),
        ("yes", "yes"),
        ("no", "no"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("0.8", 0.8),
        ("1e3", 1000.0),
        ("1.0.0", "1.0.0"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("2026-03-18", "2026-03-18"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        (".", "."),
        ("9" * 30, "9" * 30),
    ],
)
def test_only_the_core_words_and_numbers_are_resolved(written: str, value: object) -> None:
    plain = load_yaml(f"sleutel: {written}\n").plain()
    assert plain == {"sleutel": value}
    assert type(plain["sleutel"]) is type(value)


def test_every_node_knows_its_line() -> None:
    tree = load_yaml("a: 1\nb:\n  - x: een\n  - x: twee\n    y: [1,\n      2]\n")
    assert tree.walk(("b", 1, "y", 1)).node.line == 6
    assert tree.line_of("b", 1, "y") == 5
    assert tree.line_of("b", 1, "bestaat-niet") == 4


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "yaml-dubbele-sleutel", 3),
        ("a:\n  b: 1\n\tc: 2\n", "yaml-tab", 3),
        ("a: [1, 2\nb: 3\n", "yaml-onleesbaar", 2),
        ("", "yaml-leeg", 1),
        ("# alleen commentaar\n", "yaml-leeg", 1),
        ("a: 1\n---\nb: 2\n", "yaml-meer-documenten", 2),
        ("a: 1\n? [x, y]\n: 2\n", "yaml-sleutel", 2),
        ("a: 1\n'': 2\n", "yaml-sleutel", 2),
        ("a: !!python/object/apply:os.system ['ls']\n", "yaml-label", 1),
        ("a: 1\nb: !eigen x\n", "yaml-label", 2),
        ("a:\n" + "".join("  " * n + "- \n" for n in range(1, 40)), "yaml-te-diep", 25),
        ("a: " + "[" * 5000, "yaml-te-diep", 1),
        ("a: *weg\n", "yaml-verwijzing-onbekend", 1),
        ("a: &zelf [1, *zelf]\n", "yaml-verwijzing-onbekend", 1),
        ("a: \x01\n", "yaml-onleesbaar", 1),
    ],
)
def test_what_yaml_would_quietly_accept_is_refused_with_its_line(text: str, code: str, line: int) -> None:
    assert [(p.code, p.line) for p in problems_of(text)] == [(code, line)]


def test_all_duplicate_keys_are_reported_at_once() -> None:
    found = problems_of("a: 1\na: 2\nb: {c: 1, c: 2}\n")
    assert [(p.code, p.line) for p in found] == [("yaml-dubbele-sleutel", 2), ("yaml-dubbele-sleutel", 3)]


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert [p.code for p in problems_of("\n".join(lines))] == ["yaml-verwijzingen"]


def test_a_small_alias_is_just_a_repeat() -> None:
    assert load_yaml("a: &a {b: 1}\nc: *a\n").plain() == {"a": {"b": 1}, "c": {"b": 1}}


def test_a_file_over_a_megabyte_is_not_parsed() -> None:
    assert [p.code for p in problems_of("a: " + "x" * MAX_BYTES)] == ["yaml-te-groot"]


def test_bad_encoding_is_reported_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "oud.yaml"
    path.write_bytes(b"a: 1\nb: financi\xebn\n")
    assert [(p.code, p.line) for p in problems_of(path)] == [("yaml-codering", 2)]


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert load_yaml(path).plain() == {"a": 1}


def test_a_missing_file_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    assert [p.code for p in problems_of(tmp_path / "weg.yaml")] == ["bestand-onleesbaar"]
