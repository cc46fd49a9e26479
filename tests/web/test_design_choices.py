"""The checklist of the procesontwerp on the document that grows: empty choices are open, real ones are made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sdprocess.content.library import load_library
from sdprocess.domain.design import Adoption, Ask, Design, Reach, StepPlan, Writer
from sdprocess.engine.design_begin import begin_design
from sdprocess.publish.blocks import blocks_of
from sdprocess.publish.safe_html import safe_html
from sdprocess.publish.startnotitie import Cover, startnotitie
from sdprocess.web.design_choices import ChoiceLine, choices_made

LIBRARY = load_library()
COVER = Cover("2026-014", "Armoede", "Wie weinig geld heeft kan meedoen.", "concept", "Groot, versie 1.0.0")


def made(design: Design) -> dict[str, ChoiceLine]:
    blocks = blocks_of(safe_html(startnotitie(design, COVER, LIBRARY.template("startnotitie"))))
    return {c.title: c for c in choices_made(blocks, LIBRARY.checklist("procesontwerp"))}


def empty() -> Design:
    return begin_design(LIBRARY.workflow("procesontwerp-groot"))


def full() -> Design:
    step = replace(
        empty().step("terugkijken"),
        ask=Ask.CONSULT,
        organiser="de griffie",
        plan=StepPlan("2027-01-11", "kwartaal 1 2027", "8 weken"),
    )
    return replace(
        empty().with_step(step),
        writer=Writer.TOGETHER,
        adoption=Adoption.ADOPTED,
        body="de raad",
        reach=Reach.PROCESS,
        council_date=date(2027, 6, 17),
        director="de griffier",
        coordination="Raad en college overleggen elke twee weken.",
        decides="de agendacommissie",
    )


def test_in_a_new_design_no_choice_is_made() -> None:
    lines = made(empty())
    assert list(lines) == [
        "Opstellen", "Vaststellen", "Reikwijdte", "Betrekken van de samenleving",
        "Planning", "Organisatie", "Afstemming",
    ]  # fmt: skip
    assert [title for title, line in lines.items() if line.made] == []


def test_in_a_full_design_every_choice_is_made_and_shows_its_passage() -> None:
    lines = made(full())
    assert [title for title, line in lines.items() if not line.made] == []
    assert all(passage for line in lines.values() for _, _, passage, _ in line.questions)


def test_one_choice_that_is_taken_back_is_open_again() -> None:
    lines = made(replace(full(), decides="", director=""))
    assert [title for title, line in lines.items() if not line.made] == ["Organisatie", "Afstemming"]
