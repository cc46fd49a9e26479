from __future__ import annotations

import io
from dataclasses import replace

import markdown
import pytest
from docx import Document

from sdprocess.domain.dossier import CouncilQuestion
from sdprocess.publish.question_list import EMPTY, QuestionList, as_docx, as_markdown, as_text

TECHNICAL = CouncilQuestion(1, 1, 9, "C1", "Wie voert dit uit?", "technisch", taken=True, note="bellen met Jan")
POLITICAL = CouncilQuestion(2, 1, 9, "D1", "Waarom is er geen alternatief?", "politiek", taken=True)
LEFT = CouncilQuestion(3, 1, 9, "E1", "Deze vraag blijft thuis", "politiek", taken=False)
OWN = CouncilQuestion(4, 1, 9, "", "Wie betaalt na 2028?", "politiek", taken=True)
LIST = QuestionList("2026-014", "Budgetcoaching", "Raf", "dinsdag 1 december 2026", (POLITICAL, LEFT, TECHNICAL, OWN))


def words(data: bytes) -> str:
    return "\n".join(p.text for p in Document(io.BytesIO(data)).paragraphs)


@pytest.mark.parametrize("write", [as_text, as_markdown, lambda q: words(as_docx(q))], ids=["text", "markdown", "docx"])
def test_taken_questions_stand_under_whom_they_are_for_and_others_stay_out(write) -> None:
    text = write(LIST)
    technical, political = text.index("Technische vragen"), text.index("Politieke vragen")
    assert technical < text.index("Wie voert dit uit?") < political < text.index("Waarom is er geen alternatief?")
    assert "blijft thuis" not in text
    assert "bellen met Jan" not in text


@pytest.mark.parametrize("write", [as_text, as_markdown, lambda q: words(as_docx(q))], ids=["text", "markdown", "docx"])
def test_an_empty_list_says_so(write) -> None:
    assert EMPTY.rstrip(".") in write(replace(LIST, questions=(LEFT,)))


def test_notes_come_along_only_when_asked() -> None:
    assert "bellen met Jan" in as_text(replace(LIST, with_notes=True))
    assert "bellen met Jan" in words(as_docx(replace(LIST, with_notes=True)))


def test_a_question_of_ones_own_has_no_place_in_the_checklist() -> None:
    assert "Wie betaalt na 2028?\n" in as_text(LIST)


def test_typed_words_never_become_markup_in_markdown() -> None:
    nasty = replace(TECHNICAL, text="# Kop [klik](javascript:alert(1)) <b>vet</b> *schuin*\n- punt")
    html = markdown.markdown(as_markdown(replace(LIST, questions=(nasty,))))
    assert "<b>" not in html
    assert "<em>" not in html
    assert "<a " not in html
    assert html.count("<h1>") == 1


def test_control_characters_do_not_break_the_word_document() -> None:
    odd = replace(TECHNICAL, text="Wie\x00 voert\x0b dit\nuit?")
    assert "Wie voert dit uit?" in words(as_docx(replace(LIST, questions=(odd,))))
