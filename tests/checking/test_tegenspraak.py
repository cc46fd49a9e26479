"""Whole files that look like an answer and are none: what each may get at most, and nothing more."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdprocess.checking.assess import assess
from sdprocess.checking.foreign import foreign_sections
from sdprocess.checking.index import TextIndex
from sdprocess.content.checklist import Checklist
from sdprocess.content.library import content_root, load_library
from sdprocess.domain.findings import Assessment, Verdict
from sdprocess.reading import read_path

HERE = Path(__file__).parent / "tegenspraak"
DECISION = "K1"
"""The decision itself is in most files: it may be answered, for it is."""
THIN = "A2 B1 B2 B3 D2 D3 D4 K1"
ANNEX = "A1 A2 B3 C2 C4 D1 D2 D3 E1 E2 E4 K1"

TABLE = [
    # file, recognised as, questions that may be answered, questions that may be partly answered
    pytest.param("alleen-koppen", "raadsvoorstel", "", "K1", id="koppen zonder inhoud zeggen niets"),
    pytest.param("format-met-aanwijzingen", "sjabloon", "", "", id="een format met de aanwijzingen er nog in"),
    pytest.param("een-alinea-herhaald", "raadsvoorstel", "", THIN, id="twintig keer dezelfde alinea is er een"),
    pytest.param("lijst-trefwoorden", "raadsvoorstel", "", "A2 B3 K1", id="een rij trefwoorden is geen zin"),
    pytest.param("wartaal-met-signaalwoorden", "andere-taal", "", "", id="wartaal is geen Nederlands"),
    pytest.param("motie", "motie", "", "", id="een motie met alles erin"),
    pytest.param("ingekomen-stukken", "ingekomen-stukken", "", "", id="een lijst van ingekomen stukken"),
    pytest.param("engels", "andere-taal", "", "", id="een goed voorstel in het Engels"),
    pytest.param(
        "ander-onderwerp-geplakt", "raadsvoorstel", DECISION, "A5 B1 C4", id="een stuk over iets anders erin geplakt"
    ),
    pytest.param("signalen-in-citaten", "raadsvoorstel", "", "K1", id="wat anderen zeggen is niet het antwoord"),
    pytest.param("alles-in-de-bijlage", "raadsvoorstel", "", ANNEX, id="een verwijzing is hoogstens deels"),
]


@pytest.fixture(scope="module")
def judge(checklist: Checklist):
    kinds = load_library().proposal_kinds("raadsvoorstel")

    def judged(name: str) -> Assessment:
        return assess(read_path(HERE / f"{name}.md"), checklist, kinds)

    return judged


@pytest.mark.parametrize(("name", "kind", "answered", "partly"), TABLE)
def test_no_file_gets_an_answer_it_does_not_deserve(judge, name: str, kind: str, answered: str, partly: str) -> None:
    found = judge(name)
    assert found.recognition.kind == kind
    got = {verdict: {f.question for f in found.findings if f.verdict is verdict} for verdict in Verdict}
    assert got[Verdict.JA] <= set(answered.split())
    assert got[Verdict.DEELS] <= set(partly.split()) | set(answered.split())


def test_every_file_is_in_the_table() -> None:
    named = {str(row.values[0]) for row in TABLE} | {"een-alinea"}
    assert named == {path.stem for path in HERE.iterdir()}


def test_repeating_a_paragraph_brings_nothing(judge) -> None:
    once, often = judge("een-alinea"), judge("een-alinea-herhaald")
    assert [f.verdict for f in once.findings] == [f.verdict for f in often.findings]


def test_what_is_only_in_the_annex_says_so(judge) -> None:
    told = {f.question for f in judge("alles-in-de-bijlage").findings if "bijlage" in f.why_not_higher}
    assert {"A1", "D1", "E1"} <= told


def test_the_part_about_something_else_is_named_on_the_report(judge) -> None:
    (note,) = judge("ander-onderwerp-geplakt").notes
    assert (note.code, note.detail) == ("ander-onderwerp", "'Overige informatie'")


@pytest.mark.parametrize("path", sorted((content_root() / "sdprocess/demo/stukken").glob("*.md")), ids=lambda p: p.stem)
def test_no_part_of_an_honest_draft_is_taken_for_another_subject(path: Path) -> None:
    assert foreign_sections(TextIndex(read_path(path))) == ()
