"""Two passages that disagree are found; two that only differ in words are not."""

from __future__ import annotations

import pytest

from sdprocess.checking.insights.consistency import mismatches
from tests.checking.insights.texts import scope, table, with_decision

POINT = "Een grondexploitatie te openen voor 12 rijwoningen aan de Molenstraat volgens de bijgevoegde begroting."


def found(given) -> list[tuple[str, str, str]]:
    return [(m.kind, m.first.text, m.second.text) for m in mismatches(given)]


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (POINT, []),
        (POINT.replace("12 rijwoningen", "15 rijwoningen"), [("aantal", "12 rijwoningen", "15 rijwoningen")]),
        (POINT.replace("12 rijwoningen", "20 studio's"), [("aantal", "12 rijwoningen", "20 studio's")]),
        (POINT.replace("Molenstraat", "Kerkstraat"), [("adres", "Molenstraat", "Kerkstraat")]),
        (POINT.replace("volgens", "overeenkomstig"), []),
        (POINT.replace(" volgens de bijgevoegde begroting", ""), []),
        ("De leegstandsverordening in te trekken met ingang van de dag na bekendmaking.", []),
    ],
    ids=["gelijk", "ander aantal", "ander aantal en ding", "andere straat", "ander woord", "korter", "ander punt"],
)
def test_a_point_is_held_beside_the_draft_decision(decided, expected):
    assert found(with_decision([POINT], [decided])) == expected


@pytest.mark.parametrize(
    ("point", "decided", "kind"),
    [
        ("een krediet van € 40.000 beschikbaar te stellen voor het zwembad", "€ 45.000", "bedrag"),
        ("een krediet van € 40.000 beschikbaar te stellen voor het zwembad", "€ 40.000,-", ""),
        ("de tarieven voor het zwembad met 3% te verhogen in het volgende seizoen", "4%", "percentage"),
        ("de regeling voor het zwembad te laten ingaan op 1 maart 2031 in alle wijken", "1 april 2031", "datum"),
        ("de begroting voor het zwembad van 2031 vast te stellen met de bijlage", "2032", "jaar"),
        ("de subsidie voor het zwembad te verlenen aan stichting Zeester voor haar werk", "Zeehond", "naam"),
    ],
    ids=["bedrag", "bedrag anders geschreven", "percentage", "datum", "jaar", "naam"],
)
def test_every_kind_of_fact_is_compared(point, decided, kind):
    old = {"€ 45.000": "€ 40.000", "€ 40.000,-": "€ 40.000", "4%": "3%", "1 april 2031": "1 maart 2031"}
    old |= {"2032": "2031", "Zeehond": "Zeester"}
    kinds = [m[0] for m in found(with_decision([point], [point.replace(old[decided], decided)]))]
    assert kinds == ([kind] if kind else [])


def test_both_passages_are_shown_with_their_place():
    given = with_decision([POINT], [POINT.replace("12", "15")])
    (mismatch,) = mismatches(given)
    assert mismatch.first.quote.section == "Beslispunten"
    assert mismatch.second.quote.section == "Raadsbesluit"
    assert "12 rijwoningen" in mismatch.first.quote.text
    assert "15 rijwoningen" in mismatch.second.quote.text
    assert mismatch.first.quote.holds_in(given.text)


@pytest.mark.parametrize(
    ("elsewhere", "alarm"),
    [
        ("Voor het vernieuwen van de brug bij de haven is een krediet nodig van € 350.000.", True),
        ("Voor het vernieuwen van de brug bij de haven is een krediet nodig van € 250.000.", False),
        ("Voor het vernieuwen van de brug bij de haven is een krediet nodig van circa € 260.000.", False),
        ("Voor de speeltuin is een bijdrage nodig van € 350.000.", False),
    ],
    ids=["ander bedrag", "zelfde bedrag", "ongeveer", "ander doel"],
)
def test_an_amount_elsewhere_for_the_same_thing(elsewhere, alarm):
    point = "Voor het vernieuwen van de brug bij de haven een krediet te verlenen van € 250.000."
    given = with_decision([point], [point], ("Financiën", ("financien",), [elsewhere]))
    assert [m[0] for m in found(given)] == (["bedrag-elders"] if alarm else [])


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Het plan loopt van 2031 tot 2029 en daarna niet meer.", ["volgorde"]),
        ("Het plan loopt van 2029 tot 2031 en daarna niet meer.", []),
        ("Het gaat om de planperiode 2029-2032 van de gemeente.", []),
        ("De kosten zijn € 10.000 + € 5.000 = € 18.000 voor dit jaar.", ["optelling"]),
        ("De kosten zijn € 10.000 + € 5.000 = € 15.000 voor dit jaar.", []),
    ],
    ids=["einde voor begin", "goede volgorde", "periode", "som klopt niet", "som klopt"],
)
def test_order_and_sums_in_a_sentence(sentence, kinds):
    assert [m[0] for m in found(scope(sentence))] == kinds


@pytest.mark.parametrize(
    ("total", "alarm"), [("60", False), ("95", True), ("onbekend", False)], ids=["klopt", "klopt niet", "geen getal"]
)
def test_the_total_of_a_table(total, alarm):
    given = table(("Post", "Bedrag"), ("Grond", "10"), ("Bouw", "20"), ("Advies", "30"), ("Totaal", total))
    assert [m[0] for m in found(given)] == (["optelling"] if alarm else [])


@pytest.mark.parametrize(
    ("section", "elsewhere", "alarm"),
    [
        ("N.v.t.", "Het krediet voor de brug is € 30.000 en komt uit de reserve.", True),
        ("N.v.t.", "De rapporteringsgrens is vastgesteld op € 30.000 voor dit jaar.", False),
        ("De kosten passen binnen de begroting.", "Het krediet voor de brug is € 30.000 dit jaar.", False),
    ],
    ids=["nvt en toch een bedrag", "nvt en een ander bedrag", "niet leeg"],
)
def test_a_section_that_says_nothing_while_the_text_answers(section, elsewhere, alarm):
    given = with_decision(
        ["De brug te vernieuwen."],
        ["De brug te vernieuwen."],
        ("Inleiding", ("inleiding",), [elsewhere]),
        ("Financiën", ("financien",), [section]),
    )
    assert [m[0] for m in found(given)] == (["nvt-elders"] if alarm else [])


TITLE = "Vast te stellen de Tweede wijziging van de Legesverordening Waterdam 2031, met de tabel die daarbij hoort."
LONG = (
    "De tabel bij de Legesverordening Waterdam {year} te wijzigen zoals in de bijlage bij dit besluit staat aangegeven."
)


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        pytest.param([TITLE, LONG.format(year=2031)], [], id="hetzelfde jaar"),
        pytest.param(
            [TITLE, LONG.format(year=2034)],
            [("jaar", "de Legesverordening Waterdam 2031", "de Legesverordening Waterdam 2034")],
            id="verderop in het besluit een ander jaar",
        ),
        pytest.param([TITLE, "De Sportverordening Waterdam 2034 in te trekken per 1 mei."], [], id="een andere titel"),
    ],
)
def test_a_title_keeps_its_year_through_the_whole_decision(decided, expected):
    kinds = found(with_decision([TITLE], decided))
    assert [k[0] for k in kinds] == [e[0] for e in expected]
    assert [k[2][-4:] for k in kinds] == [e[2][-4:] for e in expected]


def test_a_year_that_the_proposal_names_too_is_no_difference():
    points = [TITLE, "De Legesverordening Waterdam 2028 in te trekken zodra de nieuwe ingaat, met alle wijzigingen."]
    assert found(with_decision(points, [*points, LONG.format(year=2028)])) == []
