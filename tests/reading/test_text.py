"""Headings, lists and paragraphs in texts of which only the lines are known."""

# ruff: noqa: E501  the documents of the tests are clearer unbroken
from __future__ import annotations

import time

import pytest

from sdprocess.domain.errors import UnreadableDocument
from sdprocess.domain.text import SourceText
from sdprocess.reading import read_text

LONG = "De buurt vraagt al drie jaar om een veilige plek waar kinderen buiten kunnen spelen."


def headings(source: SourceText) -> list[str]:
    return [s.heading for s in source.sections]


def names(source: SourceText) -> list[tuple[str, ...]]:
    return [s.names for s in source.sections]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Inleiding", ("inleiding",)),
        ("1. Inleiding", ("inleiding",)),
        ("2.1 Financiën", ("financien",)),
        ("I. Inleiding", ("inleiding",)),
        ("INLEIDING", ("inleiding",)),
        ("Inleiding:", ("inleiding",)),
        ("Kanttekeningen en risico's", ("kanttekeningen", "risicos")),
        ("Communicatie / participatie", ("communicatie", "participatie")),
        ("Beoogd (maatschappelijk) effect", ("beoogd-effect",)),
        ("Kantekeningen", ("kanttekeningen",)),
        ("Wat willen we bereiken?", ("beoogd-effect", "doel")),
        ("Financien", ("financien",)),
    ],
)
def test_a_known_heading_on_its_own_line_opens_its_section(line, expected):
    source = read_text(f"Aan de gemeenteraad,\n\n{line}\n{LONG}")
    assert names(source) == [("aanhef",), expected]
    assert source.sections[1].paragraphs[0].text == LONG


@pytest.mark.parametrize(
    "line",
    [
        "Zaaknummer 12345",
        "Portefeuillehouder: B. Jansma",
        "Datum 3 mei 2026",
        "Afdeling Financiën",
        "de inleiding is kort",
        "Dit is een zin over financiën.",
    ],
)
def test_fields_and_sentences_open_no_section(line):
    assert names(read_text(f"{line}\n\n{LONG}")) == [("aanhef",)]


def test_a_short_line_alone_above_a_text_is_a_heading_under_the_known_one():
    source = read_text(
        f"Argumenten\n\nKinderen spelen graag buiten\n{LONG}\n\nOuders letten op\n{LONG} Echt.\n\nFinanciën\n{LONG} Ja."
    )
    assert [(s.heading, s.level, s.within) for s in source.sections] == [
        ("Argumenten", 1, ()),
        ("Kinderen spelen graag buiten", 2, ("argumenten",)),
        ("Ouders letten op", 2, ("argumenten",)),
        ("Financiën", 1, ()),
    ]


def test_a_label_before_a_text_on_one_line_is_a_heading():
    source = read_text(f"Financiën: de kosten zijn 40 euro.\n\nPlanning: in mei beginnen wij.\n\n{LONG}")
    assert [(s.heading, s.paragraphs[0].text) for s in source.sections] == [
        ("Financiën", "de kosten zijn 40 euro."),
        ("Planning", "in mei beginnen wij."),
    ]


def test_wrapped_lines_become_paragraphs_and_broken_words_become_whole():
    text = (
        "Inleiding\nDe gemeente onderhoudt elk jaar alle speelplekken in de wijk en vraagt de be-\n"
        "woners daarbij om hulp. Dat gaat om sociaal-\neconomische redenen. Het sociaal-economische\nplan van 2026-\n2027 en de dag- en\nnachtopvang horen daarbij.\n\nDaarna volgt de uitvoering."
    )
    (section,) = read_text(text).sections
    assert [p.text for p in section.paragraphs] == [
        "De gemeente onderhoudt elk jaar alle speelplekken in de wijk en vraagt de bewoners daarbij om hulp. Dat gaat om sociaal-economische redenen. Het sociaal-economische plan van 2026-2027 en de dag- en nachtopvang horen daarbij.",
        "Daarna volgt de uitvoering.",
    ]


def test_list_items_keep_their_marker_and_wrapped_lines():
    (section,) = read_text(
        "Beslispunten\n1. Het plan Samen spelen vast te\nstellen;\n2. Een krediet te geven.\n•\nDe raad te informeren.\n- Of niet."
    ).sections
    assert [(p.marker, p.text) for p in section.paragraphs] == [
        ("1.", "Het plan Samen spelen vast te stellen;"),
        ("2.", "Een krediet te geven."),
        ("•", "De raad te informeren."),
        ("-", "Of niet."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "12 december 2023 heeft de raad besloten over het plan.",
        "B. Jansma is de wethouder die hierover gaat.",
        "U kunt kiezen uit drie plannen.",
    ],
)
def test_a_date_or_a_name_is_no_list_item(line):
    assert [p.marker for _, p in read_text(line).paragraphs()] == [""]


FLAT = (
    "Aan de gemeenteraad, Beslispunten 1. In te stemmen met het plan Samen spelen. 2. Een krediet van € 40.000 te geven. "
    "Inleiding De buurt vraagt al drie jaar om een plek. Beoogd effect Kinderen spelen meer buiten Argumenten 1.1 Het plan is af. "
    "Ouders hielpen mee. 1.2 Er is geld. De reserve is groot genoeg. Kanttekeningen Er zijn geen kanttekeningen. Financiën De kosten "
    "zijn € 40.000. Communicatie en planning Na het besluit krijgt de buurt een brief. Burgemeester en wethouders van Waterrijk burgemeester "
    "secretaris A. de Boer Bijlagen 1. Plankaart 2. Advies van de dorpsraad De raad van de gemeente Waterrijk; gezien het voorstel; besluit: "
    "1. Het plan vast te stellen. Aldus besloten in de openbare vergadering van 3 mei 2026."
)


def test_headings_in_a_text_that_lost_its_line_ends_are_found():
    source = read_text(FLAT)
    assert names(source) == [
        ("aanhef",),
        ("beslispunten",),
        ("inleiding",),
        ("beoogd-effect",),
        ("argumenten",),
        ("kanttekeningen",),
        ("financien",),
        ("communicatie", "planning"),
        ("ondertekening",),
        ("bijlagen",),
        ("ontwerpbesluit",),
        ("ondertekening",),
    ]
    by_name = {s.names[0]: s for s in source.sections}
    assert [p.marker for p in by_name["beslispunten"].paragraphs] == ["1.", "2."]
    assert [(p.marker, p.text) for p in by_name["argumenten"].paragraphs] == [
        ("1.1", "Het plan is af. Ouders hielpen mee."),
        ("1.2", "Er is geld. De reserve is groot genoeg."),
    ]
    assert source.attachments == ("Plankaart", "Advies van de dorpsraad")
    assert [n.code for n in source.notes] == ["kop-in-zin"]


@pytest.mark.parametrize(
    "text",
    [
        "De afdeling Financiën De Bilt helpt ons. Dat is al jaren zo en het blijft zo.",
        "De kosten komen uit de reserve Duurzaamheid en energie. Er is genoeg geld.",
        "Zie Bijlagen A en B voor de kaart van de buurt en de omgeving.",
        "Programma: Duurzaamheid Portefeuillehouder: B. Jansma. Het gaat om de buurt.",
        "De wethouder Financiën Jansma legt het uit aan de raad en de buurt.",
        "Wij noemen de argumenten. Kanttekening 1.1 is de zwaarste van alle.",
        "Het college stuurt de nota Inleiding Jeugdhulp aan de raad.",
    ],
)
def test_words_in_a_sentence_that_only_look_like_headings_stay(text):
    assert names(read_text(text)) == [("aanhef",)]


def test_a_proposal_without_usual_headings_has_its_decision():
    text = (
        "Gemeente Waterrijk\n\nVoorstel van het college inzake een speelplek aan de Lindelaan\n\n" + f"{LONG}\n\n"
        "Wij stellen u voor om te besluiten:\n\nde raad van de gemeente Waterrijk,\n\n"
        "gezien het voorstel van het college van 3 mei 2026,\n\nbesluit:\n\nhet plan Samen spelen vast te stellen.\n\n"
        "Aldus besloten in de openbare raadsvergadering van 1 juni 2026.\n\nDe griffier, De voorzitter,"
    )
    source = read_text(text)
    assert source.title == "Voorstel van het college inzake een speelplek aan de Lindelaan"
    assert names(source) == [("aanhef",), ("beslispunten", "ontwerpbesluit"), ("ondertekening",)]
    assert "het plan Samen spelen vast te stellen." in [p.text for p in source.sections[1].paragraphs]


def test_without_decision_points_the_draft_decision_says_what_is_asked():
    text = f"Inleiding\n{LONG}\n\nDe raad van de gemeente Waterrijk;\n\nbesluit:\n1. Het plan vast te stellen.\n\nAldus besloten in de vergadering van 1 juni."
    assert names(read_text(text)) == [("inleiding",), ("ontwerpbesluit", "beslispunten"), ("ondertekening",)]


def test_running_lines_and_page_numbers_are_left_out_and_the_sentence_goes_on():
    bodies = (
        "De buurt vraagt om een plek die\nveilig is en waar ouders",
        "kunnen zitten. Daarom koos de raad\nvoor de Lindelaan met",
        "zijn brede stoep.",
    )
    pages = [f"Gemeente Waterrijk\nOns kenmerk\nAB/{i}\n{i}/3\n{body}" for i, body in enumerate(bodies, 1)]
    source = read_text("\n".join(pages))
    assert [p.text for _, p in source.paragraphs()] == [
        "De buurt vraagt om een plek die veilig is en waar ouders kunnen zitten. Daarom koos de raad voor de Lindelaan met zijn brede stoep."
    ]
    assert [(n.code, n.count) for n in source.notes] == [("paginaregels", 12)]


def test_form_feeds_are_pages():
    source = read_text(f"Inleiding\n{LONG}\fFinanciën\nDe kosten zijn 40 euro.")
    assert (source.page_count, [p.page for _, p in source.paragraphs()]) == (2, [1, 2])


def test_odd_signs_are_cleaned_and_curly_quotes_stay():
    source = read_text(
        "De\u00a0raad\u200b be\u00adsluit e\u0301e\u0301n keer over \u2018Samen\u2019: \uf0b7 nu \uf0b7 later."
    )
    assert [p.text for _, p in source.paragraphs()] == ["De raad besluit één keer over ‘Samen’:", "nu", "later."]


def test_a_table_of_contents_is_left_out():
    source = read_text(f"Inleiding ........ 3\nFinanciën ……… 4\n\nInleiding\n{LONG}")
    assert headings(source) == ["Inleiding"]
    assert [(n.code, n.count) for n in source.notes] == [("inhoudsopgave", 2)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Raadsvoorstel 12\nOnderwerp: Speelplek Lindelaan\nDatum: 3 mei", "Speelplek Lindelaan"),
        ("Titel / onderwerp:\nSpeelplek Lindelaan\nDatum: 3 mei", "Speelplek Lindelaan"),
        ("Raadsvoorstel\nSpeelplek Lindelaan\n\nInleiding\nEr is een plan.", "Speelplek Lindelaan"),
        (
            "Gewijzigd voorstel van het college inzake Speelplek\n\nInleiding\nEr is een plan.",
            "Gewijzigd voorstel van het college inzake Speelplek",
        ),
    ],
)
def test_the_title_is_what_the_proposal_is_about(text, title):
    assert read_text(text).title == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bijlagen:\n1. Plankaart\n2. Begroting", ("Plankaart", "Begroting")),
        ("Vervolg\nWij gaan door.\n\nBijlagen: Plankaart; Begroting", ("Plankaart", "Begroting")),
        ("Bijlagen\nGeen", ()),
        ("Bijlagen\nn.v.t.", ()),
        ("Inleiding\nZie bijlage 1 voor de kaart van de buurt.", ()),
    ],
)
def test_annexes_are_named_and_an_empty_formula_is_none(text, expected):
    assert read_text(text).attachments == expected


@pytest.mark.parametrize(
    "piece",
    [
        "1. ",
        "Inleiding ",
        "• ",
        "((((",
        "A: ",
        "a-\n",
        "1.1 Aa. ",
        "Aldus besloten in de openbare ",
        "Inleiding\n",
        "Kop\n\n",
        "**a",
    ],
)
def test_the_time_to_read_a_hostile_text_grows_no_faster_than_its_length(piece):
    def seconds(times: int) -> float:
        began = time.process_time()
        read_text(piece * times + "woord")
        return time.process_time() - began

    seconds(100)
    assert seconds(8000) < 40 * max(seconds(1000), 0.02)


def test_a_text_with_too_many_lines_is_refused():
    with pytest.raises(UnreadableDocument, match="te-veel-regels"):
        read_text("a\n" * 100_001)
