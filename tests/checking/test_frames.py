"""A text beside the register: which cited decisions are known, and which others may matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sdprocess.checking.frames import held_against
from sdprocess.domain.frames import Frame, HeldAgainst
from sdprocess.domain.insights import Cell, Decision
from sdprocess.domain.text import Paragraph, Quote, Section, SourceText

TODAY = date(2026, 11, 24)
REGISTER = (
    Frame(1, "Woonvisie Waterdam 2030", "visie", adopted_on=date(2025, 3, 27), number="RV 2025-014", theme="Wonen"),
    Frame(2, "Woonvisie Waterdam 2020", "visie", adopted_on=date(2015, 3, 27), expires_on=date(2019, 12, 31)),
    Frame(3, "Nota Mantelzorg 2024-2028", "nota", theme="Zorg"),
    Frame(4, "Verordening speelautomaten Waterdam", "verordening", theme="Economie"),
    Frame(5, "Motie Respijtzorg voor mantelzorgers", "motie", theme="Zorg", number="M 2026-12"),
    Frame(6, "Beleidsplan Afval Waterdam", "plan", theme="Milieu"),
)


def text(*paragraphs: str, title: str = "Raadsvoorstel Steun voor mantelzorgers") -> SourceText:
    made = tuple(Paragraph(f"p{n}", words, n) for n, words in enumerate(paragraphs, 1))
    return SourceText(title, "txt", (Section("s1", "Argumenten", 1, ("argumenten",), (), made),))


def cited(name: str, kind: str, number: str = "", day: str = "") -> HeldAgainst:
    source = text(f"Dit past binnen {name}.")
    quote = Quote.cut(source, "p1", 0, 3)
    decision = Decision(kind, quote, Cell(name, quote), number=Cell(number), date=Cell(day))
    return held_against([decision], source, REGISTER, today=TODAY)


FOUND = [
    ("met het nummer", "het raadsbesluit", "raadsbesluit", "RV 2025-014", 1),
    ("nummer anders geschreven", "de motie", "motie", "m2026/12", 5),
    ("met de naam en het jaar", "Woonvisie 2030", "visie", "", 1),
    ("zonder jaar: de nieuwste", "Woonvisie Waterdam", "visie", "", 1),
    ("een oud jaar: de oude", "Woonvisie Waterdam 2020", "visie", "", 2),
    ("een motie is geen nota", "motie Mantelzorg", "motie", "", None),
    ("iets anders", "Nota Grondbeleid", "nota", "", None),
]


@pytest.mark.parametrize(("name", "kind", "number", "expected"), [f[1:] for f in FOUND], ids=[f[0] for f in FOUND])
def test_a_cited_decision_is_found(name: str, kind: str, number: str, expected: int | None) -> None:
    frame = cited(name, kind, number).cited[0].frame
    assert (frame.id if frame else None) == expected


@pytest.mark.parametrize(
    ("kind", "day", "expected"),
    [
        ("visie", "27 maart 2025", 1),
        ("visie", "27-03-2025", 1),
        ("plan", "27 maart 2025", None),
        ("visie", "maart 2025", None),
    ],
)
def test_a_bare_kind_with_its_day_is_found_when_only_one_was_adopted_then(
    kind: str, day: str, expected: int | None
) -> None:
    frame = cited("het stuk", kind, day=day).cited[0].frame
    assert (frame.id if frame else None) == expected


def test_frames_on_the_subject_that_are_not_named_may_matter_with_the_reason() -> None:
    held = held_against([], text("Mantelzorgers houden het vol.", "Respijtzorg helpt."), REGISTER, today=TODAY)
    assert [r.frame.id for r in held.related] == [5, 3]
    assert dict(held.related[1].words) == {"mantelzorg": 1}


def test_what_the_text_names_in_full_is_not_listed_again() -> None:
    held = held_against([], text("Zie de Nota Mantelzorg 2024-2028."), REGISTER, today=TODAY)
    assert 3 not in [r.frame.id for r in held.related]


def test_an_ended_frame_and_the_name_of_the_municipality_do_not_count() -> None:
    held = held_against([], text("In Waterdam wonen veel mensen.", title="Voorstel Waterdam"), REGISTER, today=TODAY)
    assert held.related == ()


def test_the_same_theme_makes_one_shared_word_enough() -> None:
    words = text("Wij denken ook aan het afval dat vrijkomt.", title="Raadsvoorstel Speelplaats")
    assert held_against([], words, REGISTER, today=TODAY).related == ()
    related = held_against([], words, REGISTER, today=TODAY, theme="milieu").related
    assert [(r.frame.id, r.same_theme) for r in related] == [(6, True)]


def test_an_empty_register_says_nothing() -> None:
    held = held_against([], text("Mantelzorg"), (), today=TODAY)
    assert (held.size, held.related) == (0, ())


def test_the_order_of_the_register_does_not_matter() -> None:
    source = text("Mantelzorgers houden het vol.", "Respijtzorg helpt.")
    backwards = held_against([], source, REGISTER[::-1], today=TODAY)
    assert backwards == held_against([], source, REGISTER, today=TODAY)


def test_a_long_register_shows_only_the_strongest() -> None:
    many = tuple(replace(REGISTER[2], id=100 + n, title=f"Nota Mantelzorg{n:02d}punt") for n in range(30))
    words = " ".join(f"mantelzorg{n:02d}punt" for n in range(30))
    assert len(held_against([], text(words, title=words), many, today=TODAY).related) == 8
