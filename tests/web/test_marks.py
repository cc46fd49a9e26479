from __future__ import annotations

import pytest

from sdprocess.domain.findings import Evidence, Finding, Verdict
from sdprocess.domain.text import BlockKind, Paragraph, Quote, Section, SourceText
from sdprocess.web.marks import marked

SENTENCE = "De Kredietbank voert het uit en staat achter de aanpak."
TABLE = Paragraph(
    "t", "jaar | kosten\n2027 | 40.000 euro", 2, BlockKind.TABLE, rows=(("jaar", "kosten"), ("2027", "40.000 euro"))
)
TEXT = SourceText("Voorstel", "md", (Section("s1", "Uitvoering", 1, paragraphs=(Paragraph("p", SENTENCE, 1), TABLE)),))


def found(question: str, paragraph: str, words: str) -> Finding:
    body = TEXT.places[paragraph][1].text
    quote = Quote.cut(TEXT, paragraph, body.index(words), body.index(words) + len(words))
    return Finding(question, Verdict.JA, "Gevonden.", evidence=(Evidence(quote, "partij", "r1"),))


def test_no_word_of_the_text_is_lost_or_doubled_by_overlapping_evidence() -> None:
    findings = [found("C1", "p", "Kredietbank voert het uit"), found("A1", "p", "voert het uit en staat")]
    paragraph = marked(TEXT, findings)[0].paragraphs[0]
    assert "".join(piece.text for piece in paragraph.pieces) == SENTENCE
    assert [[p.question for p in piece.under] for piece in paragraph.pieces] == [[], ["C1"], ["C1", "A1"], ["A1"], []]
    assert paragraph.criteria == ("C", "A")


def test_each_passage_starts_once_and_ends_once_so_that_its_anchor_is_unique() -> None:
    findings = [found("C1", "p", "Kredietbank voert het uit"), found("A1", "p", "voert het uit en staat")]
    pieces = marked(TEXT, findings)[0].paragraphs[0].pieces
    assert [p.anchor for piece in pieces for p in piece.starts] == ["tekst-C1-1", "tekst-A1-1"]
    assert [p.question for piece in pieces for p in piece.ends] == ["C1", "A1"]


def test_evidence_in_a_table_is_marked_in_its_cell() -> None:
    table = marked(TEXT, [found("B1", "t", "40.000 euro")])[0].paragraphs[1]
    assert [["".join(p.text for p in cell) for cell in row] for row in table.rows] == [
        ["jaar", "kosten"],
        ["2027", "40.000 euro"],
    ]
    assert [p.question for p in table.rows[1][1][0].under] == ["B1"]


@pytest.mark.parametrize(
    "words", ["| kosten\n2027 |", "jaar |", "| 40.000", "kosten\n"], ids=["beide", "eind", "begin", "regeleinde"]
)
def test_evidence_that_begins_or_ends_between_cells_keeps_its_anchor_and_its_way_back(words: str) -> None:
    table = marked(TEXT, [found("B1", "t", words)])[0].paragraphs[1]
    shown = [piece for row in table.rows for cell in row for piece in cell]
    assert [p.anchor for piece in shown for p in piece.starts] == ["tekst-B1-1"]
    assert [p.anchor for piece in shown for p in piece.ends] == ["tekst-B1-1"]


def test_evidence_of_another_text_is_not_marked() -> None:
    other = SourceText("Ander", "md", (Section("s1", "Kop", 1, paragraphs=(Paragraph("p", SENTENCE, 1),)),))
    assert marked(other, [found("C1", "p", "Kredietbank")])[0].paragraphs[0].criteria == ()
