"""Each figure by hand-made rows, so that what it means stands in the table."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sdprocess.checking.calibration.figures import Row, confusion, figures, kappa, overlap, per_question

Pairs = Sequence[tuple[str, str]]


def rows(pairs: Pairs, question: str = "A1") -> list[Row]:
    return [Row(f"stuk-{n}", question, label, verdict) for n, (label, verdict) in enumerate(pairs)]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param([], None, id="nothing to compare"),
        pytest.param([(0, 0), (1, 1), (2, 2)], 1.0, id="full agreement"),
        pytest.param([(0, 2), (2, 0)], -1.0, id="always the other end"),
        pytest.param([(2, 2), (2, 2)], 1.0, id="one answer on both sides"),
        pytest.param([(0, 1), (2, 1)], 0.0, id="a constant answer says nothing"),
        pytest.param([(0, 0), (2, 2), (2, 1)], 0.8, id="one step off"),
    ],
)
def test_kappa_weighs_a_larger_difference_more(pairs: list[tuple[int, int]], expected: float | None) -> None:
    found = kappa(pairs)
    assert found is None if expected is None else found == pytest.approx(expected)


@pytest.mark.parametrize(
    ("pairs", "exact", "missed", "invented"),
    [
        pytest.param([("ja", "ja"), ("nee", "nee")], 1.0, 0.0, 0.0, id="all the same"),
        pytest.param([("ja", "nee"), ("ja", "ja"), ("nee", "nee"), ("nee", "ja")], 0.5, 0.5, 0.5, id="half and half"),
        pytest.param([("ja", "deels"), ("nee", "deels")], 0.0, 0.0, 0.0, id="deels is neither missed nor invented"),
        pytest.param([("nvt", "nvt")], 1.0, None, None, id="nvt says nothing of missed and invented"),
    ],
)
def test_missed_and_invented_look_at_one_side_each(
    pairs: Pairs, exact: float, missed: float | None, invented: float | None
) -> None:
    (found,) = per_question(rows(pairs))
    assert (found.exact, found.missed, found.invented) == (exact, missed, invented)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param([("nvt", "nvt"), ("ja", "ja")], 1.0, id="found it"),
        pytest.param([("nvt", "ja"), ("ja", "nvt")], 0.0, id="said it at the wrong one"),
        pytest.param([("nvt", "nvt"), ("nvt", "ja")], 2 / 3, id="found one of two"),
        pytest.param([("ja", "ja")], None, id="nobody says nvt"),
    ],
)
def test_nvt_is_an_f1_over_all_pairs(pairs: Pairs, expected: float | None) -> None:
    found = figures(rows(pairs)).nvt
    assert found is None if expected is None else found == pytest.approx(expected)


@pytest.mark.parametrize(("label", "place"), [("nee", "ja"), ("ja", "nee"), ("deels", "nee")])
def test_an_unjudged_document_is_the_largest_disagreement(label: str, place: str) -> None:
    steady = [("ja", "ja"), ("nee", "nee"), ("deels", "deels")]
    unjudged = per_question(rows([*steady, (label, "niet-beoordeeld")]))[0].kappa
    wrong = per_question(rows([*steady, (label, place)]))[0].kappa
    assert unjudged == wrong


def test_pairs_with_nvt_on_a_side_leave_kappa_alone() -> None:
    steady = [("ja", "ja"), ("nee", "nee"), ("ja", "deels")]
    assert per_question(rows([*steady, ("nvt", "ja"), ("ja", "nvt")]))[0].kappa == per_question(rows(steady))[0].kappa


def test_every_question_weighs_the_same_and_needs_five_documents() -> None:
    good, bad, few = rows([("ja", "ja")] * 20, "A1"), rows([("ja", "nee")] * 5, "A2"), rows([("ja", "nee")] * 4, "A3")
    made = figures([*good, *bad, *few])
    assert (made.exact, made.missed, made.pairs) == (0.5, 0.5, 29)
    assert figures(few).exact is None


@pytest.mark.parametrize(
    ("label", "verdict", "read", "shown", "expected"),
    [
        pytest.param(
            "ja", "deels", ["de kosten zijn hoger dan"], ["omdat De Kosten, zijn hoger."], True, id="four words"
        ),
        pytest.param("ja", "ja", ["de kosten zijn hoger"], ["de kosten zijn lager"], False, id="three words"),
        pytest.param("ja", "ja", ["de kosten zijn hoger"], [], False, id="nothing shown"),
        pytest.param("ja", "ja", [], ["de kosten zijn hoger"], None, id="the reader quoted nothing"),
        pytest.param("ja", "ja", ["te kort"], ["te kort"], None, id="the reader's quote is too short"),
        pytest.param("nee", "ja", ["de kosten zijn hoger"], ["de kosten zijn hoger"], None, id="the reader said nee"),
        pytest.param("ja", "nee", ["de kosten zijn hoger"], ["de kosten zijn hoger"], None, id="the toets said nee"),
    ],
)
def test_evidence_overlaps_in_four_words_in_a_row(
    label: str, verdict: str, read: list[str], shown: list[str], expected: bool | None
) -> None:
    assert overlap(label, verdict, read, shown) is expected


def test_the_table_counts_every_pair_once_and_shows_zeros() -> None:
    table = confusion(rows([("ja", "ja"), ("ja", "nee"), ("nvt", "niet-beoordeeld"), ("ja", "ja")]))
    assert table["ja"] == {"nee": 1, "deels": 0, "ja": 2, "nvt": 0, "niet-beoordeeld": 0}
    assert table["nvt"]["niet-beoordeeld"] == 1
    assert sum(sum(line.values()) for line in table.values()) == 4
