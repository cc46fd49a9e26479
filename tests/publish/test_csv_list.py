from __future__ import annotations

import csv
import io

import pytest

from sdprocess.publish.csv_list import csv_bytes, neutral


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "  ="])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    assert neutral(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("text", ["", "Budget = 100", "a-b", "'=1", "2026-001", "€ 5"])
def test_other_text_is_left_alone(text: str) -> None:
    assert neutral(text) == text


def test_numbers_stay_numbers_and_unknown_is_empty() -> None:
    rows = list(csv.reader(io.StringIO(csv_bytes(["a", "b"], [[-3, None]]).decode("utf-8-sig")), delimiter=";"))
    assert rows == [["a", "b"], ["-3", ""]]


def test_separators_quotes_and_line_breaks_come_back_as_they_were() -> None:
    cells = ["een;twee", 'zij zei "ja"', "regel 1\nregel 2"]
    made = csv_bytes(["x", "y", "z"], [cells])
    assert made.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"))[1] == cells
