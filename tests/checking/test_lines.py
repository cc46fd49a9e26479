"""A pattern over all lines at once finds the lines in which it is found when each is searched by itself."""

from __future__ import annotations

import re
from itertools import accumulate, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdprocess.checking import index, readability
from sdprocess.checking.lines import LinePattern, within_line
from sdprocess.demo.files import demo_files
from sdprocess.reading import read_bytes

WRITTEN = {
    "negated class": r"\bzie\b[^.]{0,20}\bbijlage\b",
    "not a word": r"kenmerk\W+\d",
    "not followed by": r"schrijf (?!over\b|van\b)\w+",
    "not preceded by": r"(?<!\w)raad\b",
    "begin and end": r"^[-*\s]*(?:nihil|n\.?v\.?t\.?)[\s.!]*$",
    "a question": r"\?[\"')]*\s*$",
    "a class with brackets": r"[-*\[(<{> ]*invullen\b",
}
IN_USE = {
    **{name: value for name, value in vars(index).items() if isinstance(value, LinePattern)},
    **{name: value for name, value in vars(readability).items() if isinstance(value, LinePattern)},
}
# fmt: off
WORDS = (
    "zie", "bijlage", "kenmerk", "12", "schrijf", "over", "hier", "raad", "de", "gemeenteraad", "nihil", "n.v.t.", "-",
    "*", "?", ")", "[invullen]", ".", "wordt", "gedaan", "volgens", "fractie", "vindt", "pagina", "x",
    "het bestuur van",
)
# fmt: on
LINES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join), max_size=6)


def found(pattern: LinePattern, lines: list[str]) -> list[int]:
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))[: len(lines)]
    return pattern.numbers(lines, "\n".join(lines).encode("ascii"), starts)


@given(LINES)
@pytest.mark.parametrize("source", WRITTEN.values(), ids=WRITTEN.keys())
def test_all_lines_at_once_give_what_each_line_gives(source: str, lines: list[str]) -> None:
    pattern = LinePattern(source)
    assert pattern.at_once
    assert found(pattern, lines) == [n for n, line in enumerate(lines) if re.search(source, line)]


@given(LINES)
@pytest.mark.parametrize("name", IN_USE)
def test_the_patterns_of_the_toets_too(name: str, lines: list[str]) -> None:
    pattern = IN_USE[name]
    assert found(pattern, lines) == [n for n, line in enumerate(lines) if pattern.search(line)]


@pytest.mark.parametrize("name", IN_USE)
def test_no_pattern_of_the_toets_has_to_go_line_by_line(name: str) -> None:
    assert IN_USE[name].at_once


@pytest.mark.parametrize("source", [r"\Ade raad", r"de\nraad", r"[^]a]b", r"(de) \1", r"[\Wa]b"])
def test_a_source_that_cannot_be_made_wide_is_searched_line_by_line(source: str) -> None:
    pattern = LinePattern(source)
    lines = ["de raad", "de de", "-b", "ab"]
    assert not pattern.at_once
    assert found(pattern, lines) == [n for n, line in enumerate(lines) if re.search(source, line)]


def test_conditions_on_what_stands_around_are_left_out_and_lines_are_kept_apart() -> None:
    assert within_line(r"(?<!a(b))c(?!d[)]|e)[^.]\W") == r"c[^\n.][^\w\n]"


def test_a_line_is_told_once_however_often_the_pattern_is_found_in_it() -> None:
    assert found(LinePattern("raad"), ["raad en raad", "x", "raad"]) == [0, 2]


def test_lines_of_whole_texts() -> None:
    for file in islice(demo_files(), 0, None, 6):
        whole = index.TextIndex(read_bytes(file.data, file.name, isolate=False))
        for pattern in IN_USE.values():
            assert whole.holding(pattern) == {n for n, line in enumerate(whole.lines) if pattern.search(line)}
