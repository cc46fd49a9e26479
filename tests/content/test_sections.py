"""The synonym table is right, and says what is wrong with a table that is not."""

# ruff: noqa: E501  the documents of the tests are clearer unbroken
from __future__ import annotations

import pytest

from sdprocess.content.sections import heading_key, load_section_table, section_table
from sdprocess.domain.errors import InvalidContent

GOOD = """schema: secties/1
id: secties
versie: "1.0.0"
titel: Koppen
bron: eigen
secties:
  - naam: inleiding
    titel: Inleiding
    koppen: [inleiding]
    in_zin: {na_punt: [Inleiding]}
"""


@pytest.mark.parametrize(
    ("heading", "names", "how"),
    [
        ("Financiën", ("financien",), "heel"),
        ("3.1. Financiën", ("financien",), "heel"),
        ("**Financiële gevolgen**", ("financien",), "heel"),
        ("Risico’s", ("risicos",), "heel"),
        ("Kader / eerdere besluiten / voorgeschiedenis", ("kader", "voorgeschiedenis"), "delen"),
        ("Participatie en communicatie", ("participatie", "communicatie"), "delen"),
        ("Kantekeningen", ("kanttekeningen",), "typefout"),
        ("Financiële gevolgen voor de jaren 2026 en 2027", ("financien",), "begin"),
    ],
)
def test_a_heading_names_its_sections(heading, names, how):
    found = section_table().match(heading)
    assert found is not None
    assert (found.names, found.how) == (names, how)


@pytest.mark.parametrize(
    "heading", ["", "12", "Voorstel van het college inzake spelen", "Kinderen en ouders", "Doelgroep", "x" * 200]
)
def test_other_headings_name_nothing(heading):
    assert section_table().names_of(heading) == ()


def test_the_sections_the_questions_ask_for_are_there():
    asked = {
        "beslispunten", "samenvatting", "publiekssamenvatting", "aanleiding", "voorgeschiedenis", "beoogd-effect", "argumenten", "kanttekeningen",
        "risicos", "alternatieven", "financien", "uitvoering", "planning", "participatie", "communicatie", "duurzaamheid", "juridisch", "evaluatie",
        "vervolg", "bijlagen", "ontwerpbesluit", "inleiding", "kader", "doel", "toelichting", "voorstel", "onderwerp", "inclusie", "personeel",
        "overleg", "advies", "geheimhouding", "meta", "ondertekening", "gevolgen", "indicatoren", "vervolgkeuzes",
    }  # fmt: skip
    assert asked <= set(section_table().names)


def test_every_heading_in_the_table_leads_to_its_own_section():
    table = section_table()
    for entry in table.entries.values():
        for heading in (*entry.headings, *entry.whole, *entry.in_sentence.sure, *entry.in_sentence.after_stop):
            assert entry.name in table.names_of(heading), (entry.name, heading)


def test_numbering_marks_and_accents_do_not_count():
    assert {
        heading_key(h) for h in ("Financiën", "2. FINANCIËN:", "II. financiën", "§ 3.2 Financien", "*Financiën*")
    } == {"financien"}


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("naam: inleiding", "naam: inleiding\n    kop: [x]"), 8),
        (("in_zin: {na_punt: [Inleiding]}", "in_zin: {}\n    regels: ['(']"), 11),
        (("in_zin: {na_punt: [Inleiding]}", "in_zin: {}\n  - {naam: inleiding, titel: Nog een, in_zin: {}}"), 11),
        (("schema: secties/1", "schema: secties/9"), 1),
    ],
    ids=["onbekende sleutel", "kapot patroon", "dubbel", "ander schema"],
)
def test_a_table_with_a_problem_is_refused_with_its_line(tmp_path, change, line):
    path = tmp_path / "1.0.0.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert load_section_table(path).names == ("inleiding",)
    path.write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(InvalidContent) as caught:
        load_section_table(path)
    assert f":{line}:" in str(caught.value.problems[0])
