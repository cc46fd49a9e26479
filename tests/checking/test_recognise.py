# ruff: noqa: E501  a table of cases, one a line

from __future__ import annotations

import pytest

from sdprocess.checking.assess import assess
from sdprocess.content.checklist import Checklist
from sdprocess.domain.findings import Verdict
from tests.checking import samples as s

BODY = s.FILLER[2][0]


def opened(*lines: str) -> tuple[tuple[str, str, list[str]], ...]:
    return (("", "aanhef", [*lines, BODY]),)


@pytest.mark.parametrize(
    ("lines", "kind", "judged"),
    [
        pytest.param(("Raadsvoorstel", "De nota vast te stellen."), "raadsvoorstel", True, id="proposal"),
        pytest.param(("Motie Groen", "De raad, in vergadering bijeen, verzoekt het college."), "motie", False, id="motie"),
        pytest.param(("Raadsvoorstel", "Op 3 mei nam u een motie aan.", "De nota vast te stellen."), "raadsvoorstel", True,
                     id="proposal-about-a-motie"),
        pytest.param(("Amendement A2", "In het besluit punt 2 te wijzigen."), "amendement", False, id="amendement"),
        pytest.param(("Geamendeerd raadsvoorstel", "De nota vast te stellen."), "raadsvoorstel", True, id="amended-proposal"),
        pytest.param(("Raadsinformatiebrief", "Geachte leden van de raad,"), "brief", False, id="letter"),
        pytest.param(("Agenda raadsvergadering 3 mei", "1. Opening", "2. Rondvraag en sluiting"), "agenda", False, id="agenda"),
        pytest.param(("Besluitenlijst van het college", "Conform besloten."), "besluitenlijst", False, id="besluitenlijst"),
        pytest.param(("Raadsbesluit 2025-12", "De raad besluit de nota vast te stellen."), "besluit", False, id="bare-decision"),
        pytest.param(("Verordening sport", "Artikel 1 Begrippen"), "verordening", False, id="bare-ordinance"),
        pytest.param(("Ter kennisname", "De stand van het project."), "ter-kennisname", False, id="for-information"),
        pytest.param(("Verhaal over een plein",), "onbekend", False, id="no-decision-asked"),
    ],
)  # fmt: skip
def test_a_document_is_recognised_by_how_it_opens(checklist: Checklist, lines, kind: str, judged: bool):
    recognition = assess(s.text_of(*opened(*lines), title=""), checklist).recognition
    assert (recognition.kind, recognition.judged) == (kind, judged)
    assert recognition.evidence


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            ("Raadsvoorstel", "Onderwerp: benoeming leden commissie", "Mevrouw A. te benoemen."), id="benoeming"
        ),
        pytest.param(
            ("Raadsvoorstel", "Bekrachtiging geheimhouding", "De geheimhouding te bekrachtigen."), id="geheimhouding"
        ),
        pytest.param(("Raadsvoorstel", "Vaststellen notulen", "De notulen vast te stellen."), id="notulen"),
    ],
)
def test_what_a_procedural_decision_does_not_say_is_no_gap(checklist: Checklist, lines):
    result = assess(s.text_of(*opened(*lines), title=""), checklist)
    assert result.recognition.kind == "procedureel"
    assert "procedureel" in result.recognition.proposals
    unsuited = [f for f in result.findings if f.question[0] in "ABCDENP"]
    assert {f.verdict for f in unsuited} == {Verdict.NVT}
    assert all("procedureel besluit" in f.why for f in unsuited)
    assert {p.criterion for p in result.profiles if p.total} == {"K"}


def test_a_land_use_plan_with_views_on_it_is_no_zienswijze_of_the_council(checklist: Checklist):
    lines = (
        "Raadsvoorstel",
        "Onderwerp: Vaststelling bestemmingsplan Lindestraat 12",
        "Twee zienswijzen van bewoners leidden niet tot een ander plan.",
        "Het bestemmingsplan Lindestraat 12 vast te stellen.",
    )
    proposals = assess(s.text_of(*opened(*lines), title=""), checklist).recognition.proposals
    assert "omgeving" in proposals
    assert "zienswijze" not in proposals


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        pytest.param("Krediet gymzaal", "krediet", id="krediet"),
        pytest.param("Wijziging Verordening sport", "verordening", id="verordening"),
        pytest.param("Zienswijze begroting GGD", "zienswijze", id="zienswijze"),
        pytest.param("Bestemmingsplan Dorpsrand", "omgeving", id="omgeving"),
        pytest.param("Woonvisie 2030", "visie", id="visie"),
        pytest.param("Jaarstukken 2024", "planning-en-control", id="p-en-c"),
    ],
)
def test_the_kind_of_proposal_is_seen_in_its_subject(checklist: Checklist, title: str, kind: str):
    text = s.text_of(*opened("Raadsvoorstel", title, "Hiermee in te stemmen."), title=title)
    assert kind in assess(text, checklist).recognition.proposals
