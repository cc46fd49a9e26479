from __future__ import annotations

from typing import Any

import pytest

from sdprocess.checking.decide import Found, decide
from sdprocess.checking.index import TextIndex
from sdprocess.checking.kinds import Hit
from sdprocess.content.checklist import Question
from sdprocess.domain.findings import Verdict
from tests.checking.texts import one_section

TEXT = "Eerste zin met vier woorden. Tweede zin met vier woorden. Derde zin met vier woorden. Vierde zin gaat door."


def question(*table: dict[str, Any], not_for: tuple[str, ...] = ()) -> Question:
    return Question.model_validate(
        {
            "id": "X1",
            "criterium": "X",
            "bron": "eigen",
            "vraag_steller": "?",
            "vraag_raadslid": "?",
            "gericht_aan": "technisch",
            "tip": {"tekst": "t", "goed": "g", "zwak": "z"},
            "elementen": {"a": "een a", "b": "een b"},
            "regels": [
                {"id": "X1-a", "soort": "mens", "element": "a"},
                {"id": "X1-b", "soort": "mens", "element": "b"},
            ],
            "oordeel": list(table),
            "nvt_bij": list(not_for),
        }
    )


def found(a: tuple[int, ...] = (), b: tuple[int, ...] = (), *, weak: bool = False) -> Found:
    index = TextIndex(one_section(TEXT))

    def hits(rule: str, numbers: tuple[int, ...]) -> tuple[tuple[str, Hit], ...]:
        return tuple((rule, Hit(n, index.sentences[n].at, index.sentences[n].at + 5, weak)) for n in numbers)

    return Found({"a": hits("X1-a", a), "b": hits("X1-b", b)})


TOGETHER = {"dan": "ja", "als": {"samen": ["a", "b"]}}
NEIGHBOURS = {"dan": "ja", "als": {"samen": ["a", "b"], "in": "buurzin"}}
TWICE = {"dan": "ja", "als": {"een_van": ["a", "b"], "keer": 2}}
BOTH_KINDS = {"dan": "ja", "als": {"een_van": ["a", "b"], "keer": 2, "soorten_bewijs": 2}}
WITHOUT = {"dan": "ja", "als": {"een_van": ["a"], "zonder": ["b"]}}
FOR_CREDIT = {"dan": "ja", "als": {"een_van": ["a"], "voorstel": ["krediet"]}}
NOT_FOR_CREDIT = {"dan": "ja", "als": {"een_van": ["a"], "behalve_voorstel": ["krediet"]}}
AT_HOME = {"dan": "ja", "als": {"een_van": ["a"], "waar": "thuis"}}
PARTLY = {"dan": "deels", "als": {"een_van": ["a", "b"]}}


@pytest.mark.parametrize(
    ("row", "a", "b", "expected"),
    [
        pytest.param(TOGETHER, (0,), (0,), Verdict.JA, id="together-in-one-sentence"),
        pytest.param(TOGETHER, (0,), (1,), Verdict.DEELS, id="apart-is-partly"),
        pytest.param(NEIGHBOURS, (0,), (1,), Verdict.JA, id="neighbouring-sentences"),
        pytest.param(NEIGHBOURS, (0,), (2,), Verdict.DEELS, id="not-neighbouring"),
        pytest.param(TWICE, (0,), (1,), Verdict.JA, id="two-sentences"),
        pytest.param(TWICE, (0,), (0,), Verdict.DEELS, id="one-sentence-counts-once"),
        pytest.param(BOTH_KINDS, (0, 1), (), Verdict.DEELS, id="two-of-one-kind"),
        pytest.param(BOTH_KINDS, (0,), (1,), Verdict.JA, id="two-kinds"),
        pytest.param(WITHOUT, (0,), (), Verdict.JA, id="without-the-other"),
        pytest.param(WITHOUT, (0,), (3,), Verdict.DEELS, id="the-other-is-there"),
        pytest.param(FOR_CREDIT, (0,), (), Verdict.DEELS, id="other-kind-of-proposal"),
        pytest.param(TOGETHER, (), (), Verdict.NEE, id="nothing"),
    ],
)
def test_the_first_row_that_holds_gives_the_verdict(row: dict[str, Any], a: Any, b: Any, expected: Verdict):
    index = TextIndex(one_section(TEXT))
    assert decide(question(row, PARTLY), found(a, b), index, frozenset()).verdict is expected


def test_a_referral_to_an_annex_is_at_most_partly():
    index = TextIndex(one_section(TEXT))
    outcome = decide(question(TWICE, PARTLY), found((0, 1), weak=True), index, frozenset())
    assert outcome.verdict is Verdict.DEELS


def test_nothing_found_is_nvt_only_where_the_question_does_not_suit_the_proposal():
    index = TextIndex(one_section(TEXT))
    asked = question(TWICE, PARTLY, not_for=("procedureel",))
    assert decide(asked, found(), index, frozenset({"krediet"})).verdict is Verdict.NEE
    assert decide(asked, found(), index, frozenset({"procedureel"})).verdict is Verdict.NVT
    assert decide(asked, found((0, 1)), index, frozenset({"procedureel"})).verdict is Verdict.JA


def test_the_outcome_names_what_the_next_level_lacks():
    index = TextIndex(one_section(TEXT))
    assert decide(question(TOGETHER, PARTLY), found((0,)), index, frozenset()).missing == ("b",)


@pytest.mark.parametrize(
    ("row", "proposals", "expected"),
    [
        pytest.param(FOR_CREDIT, {"krediet"}, Verdict.JA, id="row-for-this-kind"),
        pytest.param(FOR_CREDIT, {"visie"}, Verdict.DEELS, id="row-for-another-kind"),
        pytest.param(NOT_FOR_CREDIT, {"visie"}, Verdict.JA, id="row-that-skips-another-kind"),
        pytest.param(NOT_FOR_CREDIT, {"visie", "krediet"}, Verdict.DEELS, id="row-that-skips-this-kind"),
    ],
)
def test_a_row_may_hold_for_some_kinds_of_proposal_only(row: dict[str, Any], proposals: set[str], expected: Verdict):
    index = TextIndex(one_section(TEXT))
    assert decide(question(row, PARTLY), found((0,)), index, frozenset(proposals)).verdict is expected


def test_the_sentence_with_most_elements_comes_first_in_the_evidence():
    index = TextIndex(one_section(TEXT))
    outcome = decide(question(TWICE, PARTLY), found((0, 2), (2, 3)), index, frozenset())
    assert outcome.sentences == (2, 0, 3)


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        pytest.param("vervolg", Verdict.JA, id="where-the-answer-is-expected"),
        pytest.param("inleiding", Verdict.DEELS, id="somewhere-else"),
    ],
)
def test_a_row_may_hold_only_where_the_answer_is_expected(section: str, expected: Verdict):
    index = TextIndex(one_section(TEXT, section))
    asked = question(AT_HOME, PARTLY).model_copy(update={"home": ("vervolg",)})
    hits = Found({"a": (("X1-a", Hit(0, index.sentences[0].at, index.sentences[0].at + 5)),)})
    assert decide(asked, hits, index, frozenset()).verdict is expected


THREE = {"dan": "ja", "als": {"een_van": ["a"], "keer": 3}}
EITHER = {"dan": "ja", "als": {"een_van": ["b"]}}
ONLY_A = {"dan": "deels", "als": {"een_van": ["a"]}}


@pytest.mark.parametrize(
    ("rows", "a", "missing", "within_reach"),
    [
        pytest.param((TOGETHER,), (0,), ("b",), False, id="an-element-is-missing"),
        pytest.param((THREE,), (0, 1), (), True, id="one-sentence-too-few"),
        pytest.param((THREE, EITHER), (0, 1), (), True, id="the-shortest-way-is-one-more-sentence"),
        pytest.param((THREE, EITHER), (), ("a",), False, id="nothing-found-tells-the-next-level"),
        pytest.param((FOR_CREDIT, EITHER), (0,), ("b",), False, id="a-row-for-another-kind-is-no-way-up"),
    ],
)
def test_what_keeps_the_verdict_from_the_next_level_is_the_shortest_way_up(
    rows: tuple[dict[str, Any], ...], a: tuple[int, ...], missing: tuple[str, ...], within_reach: bool
):
    index = TextIndex(one_section(TEXT))
    outcome = decide(question(*rows, ONLY_A), found(a), index, frozenset())
    assert outcome.missing == missing
    assert (outcome.within_reach is not None) is within_reach
