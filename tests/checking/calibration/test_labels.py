from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdprocess.checking.calibration.labels import Label, read_labels, write_labels
from sdprocess.domain.errors import InvalidContent

QUESTIONS = frozenset({"A1", "A2"})
GOOD = '{"doc": "linde-1", "q": "A1", "label": "ja", "quotes": ["de raad besloot in 2024"], "a": "ja", "b": "deels"}'
texts = st.text(min_size=1).filter(str.strip)


def problems(text: str) -> list[str]:
    with pytest.raises(InvalidContent) as caught:
        read_labels(text, "labels.jsonl", QUESTIONS)
    return [str(problem) for problem in caught.value.problems]


def test_a_line_is_a_label() -> None:
    assert read_labels(f"\ufeff{GOOD}\n\n", "labels.jsonl", QUESTIONS) == (
        Label("linde-1", "A1", "ja", ("de raad besloot in 2024",), "ja", "deels"),
    )


def test_what_only_one_reader_found_needs_no_more_than_three_fields() -> None:
    assert read_labels('{"doc": "x", "q": "A1", "label": "nvt", "opmerking": "eigen veld"}', "l", QUESTIONS) == (
        Label("x", "A1", "nvt"),
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("{doc: x}", "2: dit is geen json-object", id="no json"),
        pytest.param("[1, 2]", "2: dit is geen json-object", id="no object"),
        pytest.param('{"q": "A1", "label": "ja"}', "2: het veld 'doc' ontbreekt", id="no document"),
        pytest.param('{"doc": " ", "q": "A1", "label": "ja"}', "2: het veld 'doc' moet een tekst", id="empty name"),
        pytest.param('{"doc": "x", "q": 1, "label": "ja"}', "2: het veld 'q' moet een tekst", id="no text"),
        pytest.param('{"doc": "x", "q": "Z9", "label": "ja"}', "2: vraag 'Z9' staat niet", id="unknown question"),
        pytest.param('{"doc": "x", "q": "A1", "label": "misschien"}', "'misschien' kan niet in het veld", id="label"),
        pytest.param('{"doc": "x", "q": "A1", "label": "ja", "a": "wel"}', "'wel' kan niet in het veld 'a'", id="a"),
        pytest.param('{"doc": "x", "q": "A1", "label": "ja", "quotes": "los"}', "moet een lijst", id="quotes"),
        pytest.param(GOOD.replace("ja", "nee"), "linde-1, vraag A1: dit stuk heeft bij deze vraag", id="twice"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(line: str, expected: str) -> None:
    (found,) = problems(f"{GOOD}\n{line}\n")
    assert found.startswith("labels.jsonl:2: ")
    assert expected in found


def test_all_problems_are_told_at_once_and_an_empty_file_is_one() -> None:
    assert len(problems("x\ny\n{}\n")) == 2 + 3
    assert "geen enkel label" in problems("\n \n")[0]


@given(
    st.lists(
        st.builds(
            Label,
            texts,
            st.sampled_from(sorted(QUESTIONS)),
            st.sampled_from(["ja", "deels", "nee", "nvt"]),
            st.lists(st.text()).map(tuple),
        ),
        min_size=1,
        unique_by=lambda label: (label.document, label.question),
    )
)
def test_what_is_written_is_read_back(labels: list[Label]) -> None:
    assert read_labels(write_labels(labels), "labels.jsonl", QUESTIONS) == tuple(labels)
