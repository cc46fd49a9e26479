"""Every way of writing a termijn: what it means, and what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sdprocess.content.workflow import read_workflow
from sdprocess.domain.errors import InvalidContent
from sdprocess.domain.terms import Anchor, AnchorKind, Duration, Quarter, Relative, Term, Unit

GOOD = (Path(__file__).parent / "good.yaml").read_text("utf-8")
MEETING = Anchor(AnchorKind.MEETING)


def term(tmp_path: Path, written: str) -> Term:
    path = tmp_path / "proef.yaml"
    path.write_text(
        GOOD.replace("    stap: vaststellen\n", f"    stap: vaststellen\n    termijn: {written}\n"), "utf-8"
    )
    return read_workflow(path, path.name)[0].state("raad").term.value


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("onbekend", Term()),
        ("1 werkdag", Term(Duration(1, Unit.WORKING_DAYS))),
        ("15 werkdagen", Term(Duration(15, Unit.WORKING_DAYS))),
        ("14 dagen", Term(Duration(14, Unit.DAYS))),
        ("6 weken", Term(Duration(6, Unit.WEEKS))),
        ("3 raadsweken", Term(Duration(3, Unit.COUNCIL_WEEKS))),
        ('"2027-03-01"', Term(latest=date(2027, 3, 1))),
        ("2027-03-01", Term(latest=date(2027, 3, 1))),
        ("kwartaal 2 2027", Term(latest=Quarter(2027, 2))),
        ("op raadsvergadering", Term(latest=Relative(MEETING))),
        ("4 weken voor raadsvergadering", Term(latest=Relative(MEETING, Duration(4, Unit.WEEKS)))),
        ("1 week na raadsvergadering", Term(latest=Relative(MEETING, Duration(1, Unit.WEEKS), after=True))),
        (
            "10 werkdagen na toestand concept",
            Term(latest=Relative(Anchor(AnchorKind.STATE, "concept"), Duration(10, Unit.WORKING_DAYS), after=True)),
        ),
        (
            "2 raadsweken na overgang bied-aan",
            Term(latest=Relative(Anchor(AnchorKind.MOVE, "bied-aan"), Duration(2, Unit.COUNCIL_WEEKS), after=True)),
        ),
        (
            "90 dagen na begin",
            Term(latest=Relative(Anchor(AnchorKind.OPENING), Duration(90, Unit.DAYS), after=True)),
        ),
        ("op moment begroting", Term(latest=Relative(Anchor(AnchorKind.MOMENT, "begroting")))),
        (
            "{duur: 5 werkdagen, uiterlijk: 4 weken voor raadsvergadering}",
            Term(Duration(5, Unit.WORKING_DAYS), Relative(MEETING, Duration(4, Unit.WEEKS))),
        ),
        (
            "{duur: 12 weken, wet: Wet gemeenschappelijke regelingen art. 35}",
            Term(Duration(12, Unit.WEEKS), law="Wet gemeenschappelijke regelingen art. 35"),
        ),
    ],
)
def test_a_term_means_what_it_says(tmp_path: Path, written: str, meant: Term) -> None:
    found = term(tmp_path, written)
    assert found == meant
    assert found.hard == bool(meant.law)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("3 maanden", "proces-uiterlijk-vorm"),
        ("0 weken", "proces-uiterlijk-vorm"),
        ("-2 weken", "proces-uiterlijk-vorm"),
        ("snel", "proces-uiterlijk-vorm"),
        ("kwartaal 5 2027", "proces-uiterlijk-vorm"),
        ("4 weken voor de raad", "proces-uiterlijk-vorm"),
        ("4 weken voor toestand", "proces-uiterlijk-vorm"),
        ("2027-13-01", "proces-datum-onbestaand"),
        ("2 weken na toestand nergens", "proces-toestand-onbekend"),
        ("2 weken na overgang nergens", "proces-overgang-onbekend"),
        ("{duur: lang}", "proces-duur-vorm"),
        ("{uiterlijk: straks}", "proces-uiterlijk-vorm"),
        ("{wet: Gemeentewet}", "proces-termijn-leeg"),
        ("{uiterlijk: onbekend, wet: Gemeentewet}", "proces-termijn-wet"),
        ("{duur: 5 dagen, reden: haast}", "sleutel-onbekend"),
        ("[5 dagen]", "soort-blok"),
        ("5", "soort-blok"),
    ],
)
def test_anything_else_is_refused_at_its_line(tmp_path: Path, written: str, code: str) -> None:
    with pytest.raises(InvalidContent) as caught:
        term(tmp_path, written)
    assert [(p.code, p.line) for p in caught.value.problems] == [(code, 21)]  # type: ignore[attr-defined]
