from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdprocess.publish.report_json import SCHEMA, as_data, as_json, as_text
from sdprocess.publish.report_view import unjudged
from tests.publish.report_samples import CITED, assessment, checklist, report


def test_a_judged_report_has_every_field_in_dutch() -> None:
    data = as_data(report())
    assert list(data) == [
        "schema", "document", "titel", "formaat", "soort", "soort_voorstel", "status", "reden", "checklist",
        "tekst_hash", "profiel", "vragen", "leesbaarheid", "inzichten", "register", "gelezen", "niet_gelezen",
        "opmerkingen",
    ]  # fmt: skip
    assert (data["schema"], data["document"], data["status"], data["reden"]) == (SCHEMA, "groen.pdf", "beoordeeld", "")
    assert data["checklist"] == {"id": "proef", "versie": "1.0.0", "sha256": ""}
    assert data["niet_gelezen"] == ["Begroting"]
    assert data["opmerkingen"] == ["Er staan nog 3 aanwijzingen uit het format in de tekst. Die tellen niet mee."]


def test_each_question_says_the_verdict_and_where_its_evidence_stands() -> None:
    first = as_data(report())["vragen"][0]
    assert (first["id"], first["criterium"], first["oordeel"]) == ("C1", "C", "ja")
    assert first["bewijs"] == [
        {"citaat": CITED, "sectie": "2. Uitvoering", "alinea": 1, "bladzijde": 3, "element": "partij", "regel": "r1"}
    ]
    assert (first["vraag_raadslid"], first["gericht_aan"]) == ("Waarom staat C1 niet in het voorstel?", "technisch")


def test_a_near_miss_carries_its_place_and_a_missing_one_is_null() -> None:
    questions = as_data(report())["vragen"]
    assert questions[2]["dichtbij"]["alinea"] == 2
    assert questions[0]["dichtbij"] is None


def test_what_does_not_apply_stays_visible_and_does_not_count() -> None:
    profile = {p["criterium"]: p for p in as_data(report())["profiel"]}
    assert (profile["E"]["nvt"], profile["E"]["telt_mee"]) == (1, 1)
    assert (profile["C"]["beantwoord"], profile["C"]["deels"], profile["C"]["telt_mee"]) == (1, 1, 2)


def test_the_counts_per_criterion_are_those_of_the_assessment() -> None:
    made = {c.id: (c.answered, c.partly, c.open, c.not_applicable, c.not_judged) for c in report().criteria}
    given = {p.criterion: (p.answered, p.partly, p.open, p.not_applicable, p.not_judged) for p in assessment().profiles}
    assert made == given


def test_another_kind_of_document_has_a_reason_and_no_verdicts() -> None:
    data = as_data(report(judged=False))
    assert (data["status"], data["soort"]) == ("niet-beoordeeld", "motie")
    assert data["reden"] == "Dit lijkt een motie. De toets is voor raadsvoorstellen."
    assert {q["oordeel"] for q in data["vragen"]} == {"niet-beoordeeld"}
    assert data["leesbaarheid"]["woorden"] == 1500


def test_a_file_that_cannot_be_read_has_every_question_and_the_reason() -> None:
    data = as_data(unjudged("stuk.pdf", "Op dit bestand zit een wachtwoord.", checklist()))
    assert (data["status"], data["reden"]) == ("niet-beoordeeld", "Op dit bestand zit een wachtwoord.")
    assert [q["id"] for q in data["vragen"]] == ["C1", "C2", "E1", "E2"]
    assert {q["oordeel"] for q in data["vragen"]} == {"niet-beoordeeld"}
    assert data["leesbaarheid"] is None


@pytest.mark.parametrize("judged", [True, False])
def test_the_same_report_gives_the_same_bytes(judged: bool) -> None:
    assert as_json(report(judged=judged)) == as_json(report(judged=judged))
    assert json.loads(as_json(report(judged=judged))) == as_data(report(judged=judged))


ROUNDED = st.integers(-99_999, 99_999).map(lambda number: round(number / 1000, 3))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text() | ROUNDED,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=5), inside, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(st.text(max_size=5), PLAIN, max_size=5))
def test_the_fast_way_writes_what_python_writes(data: dict[str, object]) -> None:
    assert as_text(data) == json.dumps(data, ensure_ascii=False, indent=2)


def test_half_a_letter_is_written_as_it_stands() -> None:
    assert as_text({"titel": "a\ud800", "leeg": []}) == '{\n  "titel": "a\ud800",\n  "leeg": []\n}'
