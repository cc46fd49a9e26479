"""Goals and indicators: the six parts where they are said, gaps where they are not, and what is no indicator."""

from __future__ import annotations

import pytest

from sdprocess.checking.insights.indicators import indicators
from sdprocess.domain.insights import Nature
from tests.checking.insights.texts import scope, table

FULL = (
    "Het aandeel eenzame inwoners daalt van 45% naar 40% in 2031. "
    "Wij meten dit om de vier jaar met de gezondheidsmonitor."
)


def test_the_six_parts_of_a_full_indicator():
    (row,) = indicators(scope(FULL))
    assert row.name.text == "Het aandeel eenzame inwoners"
    assert (row.unit.text, row.baseline.text, row.target.text, row.term.text) == ("%", "45%", "40%", "in 2031")
    assert "gezondheidsmonitor" in row.source.text
    assert row.nature is Nature.OUTCOME


def test_what_is_not_said_stays_empty():
    (row,) = indicators(scope("Ons doel is dat het aantal laadpalen groeit naar 300 laadpalen."))
    assert row.target.text == "300 laadpalen"
    assert not row.baseline.found
    assert not row.term.found
    assert not row.source.found
    assert row.nature is Nature.OUTPUT


@pytest.mark.parametrize(
    "sentence",
    [
        "De tegenprestatie gaat van 10 naar 20 uur per week voor iedereen.",
        "Het plan ligt van 3 april 2031 tot 15 mei 2031 ter inzage voor inwoners.",
        "De tarieven stijgen met minimaal 3% in 2031 door de inflatie.",
        "Wij willen een krediet van € 40.000 voor het zwembad.",
        "De Woonagenda 2031 is het kader voor dit voorstel.",
        "Wij streven naar een zo hoog mogelijk percentage tevreden inwoners.",
        "Aan het onderzoek deden veel mensen mee (n = 120).",
        "In de wijk wonen 120 huishoudens en er zijn 3 scholen.",
    ],
    ids=["beleidsknop", "periode", "tarief", "geld", "jaar in naam", "geen getal", "steekproef", "beschrijving"],
)
def test_what_is_no_indicator(sentence):
    assert indicators(scope(sentence)) == ()


def test_a_goal_in_words_is_a_row_of_gaps():
    (row,) = indicators(scope("Inwoners voelen zich veiliger in hun eigen straat.", names=("beoogd-effect",)))
    assert row.name.text == "Inwoners voelen zich veiliger in hun eigen straat"
    assert not any(cell.found for cell in row.parts[1:])


def test_a_table_gives_a_row_for_each_indicator_and_admitted_gaps_stay_empty():
    rows = indicators(
        table(
            ("Indicator", "Nulmeting", "Streefwaarde 2031", "Bron"),
            ("Percentage tevreden bezoekers", "70%", "80%", "stadspanel"),
            ("Aantal trainingen", "n.n.b.", "12", "-"),
        )
    )
    first, second = rows
    assert (first.baseline.text, first.target.text, first.term.text, first.source.text) == (
        "70%",
        "80%",
        "2031",
        "stadspanel",
    )
    assert first.nature is Nature.OUTCOME
    assert second.nature is Nature.OUTPUT
    assert not second.baseline.found
    assert not second.source.found
    assert "Aantal trainingen" in second.quote.text


def test_a_table_of_money_is_no_table_of_goals():
    assert indicators(table(("Post", "Bedrag"), ("Grond", "10"), ("Bouw", "20"))) == ()
