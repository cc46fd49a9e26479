"""The startnotitie as page, docx and pdf: the same words, headings and tables, and nothing that a person typed runs."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pypdfium2
import pytest
from docx import Document

from sdprocess.content.library import load_library
from sdprocess.domain.design import Adoption, Ask, Design, Reach, StepPlan, Writer
from sdprocess.engine.design_begin import begin_design
from sdprocess.publish.blocks import Block, Run, as_source, blocks_of
from sdprocess.publish.document_docx import as_docx
from sdprocess.publish.document_pdf import as_pdf
from sdprocess.publish.safe_html import inert, safe_html
from sdprocess.publish.startnotitie import Cover, startnotitie, when
from sdprocess.reading import read_bytes

LIBRARY = load_library()
COVER = Cover("2026-014", "Armoede & schulden", "Wie weinig geld heeft kan meedoen.", "concept", "Groot, versie 1.0.0")
MADE = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
HOSTILE = '<script>alert("x")</script> *vet* [hier](javascript:x) | kop\n# Nieuw'


def full() -> Design:
    design = begin_design(LIBRARY.workflow("procesontwerp-groot"))
    step = replace(
        design.step("terugkijken"),
        ask=Ask.CONSULT,
        asked="Vertel wat goed gaat.",
        organiser="de griffie",
        plan=StepPlan("2027-01-11", "kwartaal 1 2027", "8 weken"),
        info=("ervaring",),
        note=("gelijk", "kosten"),
    )
    return replace(
        design.with_step(step),
        writer=Writer.TOGETHER,
        writers="Pia en Joost",
        adoption=Adoption.ADOPTED,
        body="de raad",
        reach=Reach.SUBSTANCE,
        frames=("Niemand raakt zijn huis kwijt door schulden.",),
        society="Wij horen eerst wie het betreft.",
        council_date=date(2027, 6, 17),
        director="de griffier",
        coordination="Elke twee weken overleg.",
        decides="de agendacommissie",
    )


def document(design: Design) -> tuple[str, tuple[Block, ...]]:
    html = safe_html(startnotitie(design, COVER, LIBRARY.template("startnotitie")))
    return html, blocks_of(html)


def test_every_choice_that_was_made_stands_in_the_document() -> None:
    _, blocks = document(full())
    text = as_source(blocks)
    for words in (
        "een medewerker en een raadsadviseur samen: Pia en Joost",
        "ter vaststelling aangeboden aan de raad",
        "- Niemand raakt zijn huis kwijt door schulden.",
        "Wij horen eerst wie het betreft.",
        "17 juni 2027",
        "| Terugkijken met partners | maandag 11 januari 2027 | kwartaal 1 van 2027 | 8 weken |",
        "De regie over het proces ligt bij de griffier.",
        "Terugkijken met partners: de griffie organiseert deze stap.",
        "dan beslist de agendacommissie",
        "raadplegen: zij geven hun mening. Vertel wat goed gaat.",
        "- Wat zijn de ervaringen met dit beleid, ook van partners en van inwoners die het betreft?",
        "- de kosten van elke route",
    ):
        assert words in text
    assert "[Nog te" not in text


def test_a_choice_that_was_not_made_is_asked_for() -> None:
    _, blocks = document(begin_design(LIBRARY.workflow("procesontwerp-groot")))
    assert as_source(blocks).count("[Nog te") == 7


def test_frames_are_left_out_when_the_reach_is_the_process_only() -> None:
    _, blocks = document(replace(full(), reach=Reach.PROCESS))
    assert "huis kwijt" not in as_source(blocks)


def test_what_a_person_typed_is_shown_and_means_nothing() -> None:
    design = replace(full(), society=HOSTILE, director=HOSTILE)
    design = design.with_step(replace(design.steps[1], title=HOSTILE, questions=(HOSTILE,)))
    html, blocks = document(design)
    plain, _ = document(full())
    assert "<script" not in html
    assert "<a" not in html
    assert html.count("<h3") == plain.count("<h3")
    assert [len(b.rows[0]) for b in blocks if b.kind == "tabel"] == [2, 3, 4]
    assert '<script>alert("x")</script> *vet* [hier](javascript:x) | kop # Nieuw' in as_source(blocks)


@pytest.mark.parametrize("text", ["a | b", "1. een", "# kop", "- punt", "*x*", "\\", "<b>", "&amp;", "a_b_c", "~~x~~"])
def test_inert_words_come_out_as_they_went_in(text) -> None:
    assert [b.text for b in blocks_of(safe_html(inert(text)))] == [text]


def test_lists_numbers_and_bold_words_become_blocks() -> None:
    blocks = blocks_of(safe_html("# T\n\nEen **twee**\n\n- a\n- b\n\nDan:\n\n1. c\n2. d\n"))
    assert blocks[0] == Block("kop", (Run("T"),), 1)
    assert blocks[1].runs == (Run("Een "), Run("twee", bold=True))
    assert [(b.kind, b.text, b.number) for b in blocks[2:]] == [
        ("punt", "a", 1), ("punt", "b", 2), ("alinea", "Dan:", 0), ("nummer", "c", 1), ("nummer", "d", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("point", "words"),
    [("onbekend", "nog niet bekend"), ("kwartaal 2 2027", "kwartaal 2 van 2027"), ("2027-03-01", "1 maart 2027")],
)
def test_a_point_in_words(point, words) -> None:
    assert when(point).endswith(words)


def test_the_docx_reads_back_with_its_headings_tables_and_language() -> None:
    _, blocks = document(full())
    data = as_docx("Procesontwerp Armoede", "Gemeente Proefdam", blocks)
    read = read_bytes(data, "startnotitie.docx", isolate=False)
    headings = [s.heading for s in read.sections if s.heading]
    assert set(headings) >= {b.text for b in blocks if b.kind == "kop" and b.level > 1}
    assert "Niemand raakt zijn huis kwijt door schulden." in read.plain
    made = Document(io.BytesIO(data))
    assert made.core_properties.title == "Procesontwerp Armoede"
    assert made.core_properties.language == "nl-NL"
    assert 'w:lang w:val="nl-NL"' in made.styles["Normal"].element.xml
    assert [len(t.columns) for t in made.tables] == [2, 3, 4]
    assert all("w:tblHeader" in t.rows[0]._tr.xml for t in made.tables)
    assert made.paragraphs[0].style.name == "Heading 1"


def test_the_pdf_is_pdf_ua_in_dutch_and_reads_back() -> None:
    _, blocks = document(full())
    data = as_pdf("Procesontwerp Armoede", "Gemeente Proefdam", MADE, blocks)
    assert b"pdfuaid" in data
    assert b"/Lang (nl)" in data or b"/Lang(nl)" in data
    assert b"/MarkInfo" in data
    pdf = pypdfium2.PdfDocument(data)
    assert pdf.get_metadata_value("Title") == "Procesontwerp Armoede"
    assert pdf.is_tagged()
    read = read_bytes(data, "startnotitie.pdf", isolate=False)
    assert "Niemand raakt zijn huis kwijt door schulden." in " ".join(read.plain.split())
    assert as_pdf("Procesontwerp Armoede", "Gemeente Proefdam", MADE, blocks) == data


def test_any_words_survive_the_way_to_docx_and_pdf() -> None:
    design = replace(full(), society=HOSTILE)
    _, blocks = document(design)
    assert 'alert("x")' in read_bytes(as_docx("T", "G", blocks), "a.docx", isolate=False).plain
    assert as_pdf("T", "G", MADE, blocks).startswith(b"%PDF")
