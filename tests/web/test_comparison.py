from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdprocess.services.views import TextChange
from sdprocess.web.comparison import changes_of, runs

words = st.text(alphabet="ab \n", max_size=40)


def line(kind: str, text: str, section: str = "Uitvoering") -> TextChange:
    return TextChange(kind, section, text)


@given(words, words)
def test_the_woven_text_spells_both_versions_to_the_letter(old: str, new: str) -> None:
    woven = runs(old, new)
    assert "".join(r.text for r in woven if r.kind != "nieuw") == old
    assert "".join(r.text for r in woven if r.kind != "weg") == new


LONG = "De Kredietbank voert de regeling uit voor alle inwoners met schulden."


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([line("gelijk", "a"), line("gelijk", "b")], ["gelijk"], id="equal lines are one folded row"),
        pytest.param([line("weg", LONG), line("nieuw", f"{LONG} Ook in 2028.")], ["anders"], id="reworded"),
        pytest.param([line("weg", LONG), line("nieuw", "Iets heel anders")], ["weg", "nieuw"], id="replaced"),
        pytest.param(
            [line("weg", LONG), line("nieuw", "Iets heel anders"), line("nieuw", f"{LONG} Ook in 2028.")],
            ["nieuw", "anders"],
            id="reworded, with a new line before it",
        ),
        pytest.param(
            [line("gelijk", "a"), line("weg", "xyz"), line("gelijk", "b")], ["gelijk", "weg", "gelijk"], id="taken out"
        ),
    ],
)
def test_lines_are_gathered_into_what_a_reader_wants_to_see(changes: list[TextChange], kinds: list[str]) -> None:
    assert [part.kind for part in changes_of(changes)] == kinds


@given(st.lists(st.tuples(st.sampled_from(["gelijk", "weg", "nieuw"]), st.text("abc ", min_size=1, max_size=12))))
def test_no_line_is_lost(lines: list[tuple[str, str]]) -> None:
    parts = changes_of([line(kind, text) for kind, text in lines])
    old = [t for p in parts for t in _old(p)]
    new = [t for p in parts for t in _new(p)]
    assert sorted(old) == sorted(t for k, t in lines if k != "nieuw")
    assert sorted(new) == sorted(t for k, t in lines if k != "weg")


def _old(part) -> list[str]:
    if part.kind == "anders":
        return ["".join(r.text for r in part.runs if r.kind != "nieuw")]
    return [change.text for change in part.lines if part.kind != "nieuw"]


def _new(part) -> list[str]:
    if part.kind == "anders":
        return ["".join(r.text for r in part.runs if r.kind != "weg")]
    return [change.text for change in part.lines if part.kind != "weg"]
