"""Earlier decisions, later choices, options, letters and writing tips."""

from __future__ import annotations

import pytest

from sdprocess.checking.insights.alternatives import alternatives, do_nothing
from sdprocess.checking.insights.choices import choices
from sdprocess.checking.insights.decisions import decisions
from sdprocess.checking.insights.language import abbreviations, compared, suggestions
from sdprocess.domain.findings import Readability
from tests.checking.insights.texts import scope


@pytest.mark.parametrize(
    ("sentence", "kind", "name", "relation"),
    [
        ("Dit past binnen de Woonvisie Waterdam 2030 van de raad.", "visie", "Woonvisie Waterdam 2030", "binnen"),
        ("Met dit plan geven wij uitvoering aan de motie ‘Meer bomen’.", "motie", "motie ‘Meer bomen’", "voert-uit"),
        ("Deze regels vervangen de Subsidieverordening Waterdam 2019.", "verordening", "", "vervangt"),
        ("De bouw is in strijd met het bestemmingsplan Havenkwartier.", "plan", "", "wijkt-af"),
        ("De bouw is niet in strijd met het bestemmingsplan Havenkwartier.", "plan", "", "binnen"),
        ("De raad nam op 3 mei 2029 het coalitieakkoord Samen Verder aan.", "akkoord", "", ""),
    ],
    ids=["past binnen", "voert uit", "vervangt", "wijkt af", "niet in strijd", "geen verhouding"],
)
def test_an_earlier_decision_with_its_relation(sentence, kind, name, relation):
    (row,) = decisions(scope(sentence))
    assert (row.kind, row.relation) == (kind, relation)
    assert name in row.name.text


def test_body_date_and_number_of_a_decision():
    (row,) = decisions(scope("De gemeenteraad heeft op 3 mei 2029 het Actieplan Schone Lucht (RIS123456) vastgesteld."))
    assert (row.body.text, row.date.text, row.number.text) == ("De gemeenteraad", "3 mei 2029", "RIS123456")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Het voorstel past binnen de Woonvisie Kaapstad 2021-2028.", ""),
        ("Dit is een uitwerking van het Beleidsplan Schuldhulp 2027.", ""),
        ("Er is ook het Beleidsplan Schuldhulp 2027.", ""),
        ("Het voorstel past binnen de Woonvisie Kaapstad 2021-2028, vastgesteld op 4 juni 2021.", "4 juni 2021"),
    ],
    ids=["jaren in de naam", "een jaar in de naam", "alleen het jaar", "jaren in de naam en een dag"],
)
def test_a_year_in_a_name_is_no_day_of_a_decision(sentence, day):
    (row,) = decisions(scope(sentence))
    assert row.date.text == day


@pytest.mark.parametrize(
    "sentence",
    [
        "Wij willen een visie op de toekomst van het dorp maken.",
        "Deze verordening gaat in op de dag na bekendmaking.",
        "Het wachten is op een positief raadsbesluit in de zomer.",
    ],
    ids=["zonder naam", "dit stuk zelf", "nog niet genomen"],
)
def test_what_is_no_earlier_decision(sentence):
    assert decisions(scope(sentence)) == ()


def test_two_names_in_one_sentence_are_two_rows_and_a_date_is_no_number():
    rows = decisions(
        scope(
            "Dit past binnen de Kadernota Zorg 2023-2026 en de Omgevingsvisie Waterdam 2040 (raadsbesluit 30 mei 2023)."
        )
    )
    named = [(r.name.text, r.number.text) for r in rows if r.kind != "raadsbesluit"]
    assert named == [("Kadernota Zorg 2023-2026", ""), ("Omgevingsvisie Waterdam 2040", "")]


def test_a_later_choice_that_does_not_come_back_says_so():
    (row,) = choices(scope("Er zijn drie plekken. Dit wordt nader bepaald en komt niet terug in de raad."))
    assert row.back.text == "niet terug in de raad"
    assert row.choice.text.startswith("Er zijn drie plekken.")


def test_what_this_proposal_makes_itself_is_not_earlier():
    text = "Met de Woonvisie Waterdam 2030 kiezen wij richting."
    assert decisions(scope(text, title="Vaststellen Woonvisie Waterdam 2030")) == ()


def test_a_later_choice_says_who_when_and_whether_it_comes_back():
    (row,) = choices(scope("Het ontwerp zal in 2031 ter vaststelling aan de raad worden voorgelegd."))
    assert (row.who.text, row.when.text, row.back.text) == ("raad", "in 2031", "ter vaststelling")


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("De inrichting van het plein wordt later nader uitgewerkt.", 1),
        ("De plek moet nog worden bepaald door het college.", 1),
        ("De inrichting is in 2029 aan de raad voorgelegd.", 0),
        ("Hieronder wordt dit nader uitgewerkt.", 0),
        ("Het plan wordt niet verder uitgewerkt.", 0),
        ("Daarom wordt dit voorstel aan de raad voorgelegd.", 0),
    ],
    ids=["uitwerken", "bepalen", "al gebeurd", "hieronder", "niet verder", "dit voorstel zelf"],
)
def test_what_is_a_later_choice(sentence, count):
    assert len(choices(scope(sentence))) == count


def test_an_option_with_what_is_said_of_it():
    (row,) = alternatives(
        scope(
            "Een alternatief is het huren van een zaal. Dat kost € 20.000 per jaar. "
            "Het voordeel is dat wij snel kunnen beginnen. Het nadeel is de afstand."
        )
    )
    assert row.cost.text == "Dat kost € 20.000 per jaar."
    assert "voordeel" in row.pro.text
    assert "nadeel" in row.con.text
    assert not row.effect.found


def test_numbered_scenarios_are_rows_of_their_own():
    rows = alternatives(
        scope("Er zijn er drie: Scenario 1: niets bouwen, Scenario 2: klein bouwen, Scenario 3: groot.")
    )
    assert [row.name.text[:10] for row in rows] == ["Scenario 1", "Scenario 2", "Scenario 3"]


@pytest.mark.parametrize(
    ("sentence", "nothing"),
    [
        ("Niets doen is geen optie, want de brug zakt verder.", True),
        ("Als de raad niet instemt met dit voorstel, stopt de subsidie.", True),
        ("De tram is een goed alternatief voor de auto.", False),
    ],
    ids=["niets doen", "niet instemmen", "vervoer"],
)
def test_whether_the_text_says_what_happens_without_it(sentence, nothing):
    assert (do_nothing(scope(sentence)) is not None) is nothing


@pytest.mark.parametrize(
    ("sentence", "letters"),
    [
        ("De XGR betaalt de helft van de kosten van dit plan.", ["XGR"]),
        ("De Regeling Grote Rivieren (RGR) betaalt de helft. De RGR doet meer.", []),
        ("De RGR (regeling grote rivieren) betaalt de helft van de kosten.", []),
        ("De btw (BTW) en de GGD staan in deel XIV van het stuk.", []),
        ("Het gebouw staat op de Kade 4, 9999 XA Waterdam, naast de sluis.", []),
    ],
    ids=["zonder uitleg", "voluit ervoor", "voluit erachter", "bekend en Romeins", "een postcode"],
)
def test_letters_that_are_not_written_out(sentence, letters):
    assert [a.letters for a in abbreviations(scope(sentence))] == letters


@pytest.mark.parametrize(
    ("sentence", "pattern", "instead"),
    [
        ("Wij doen dit in het kader van de veiligheid op straat.", "omslachtig", "voor, bij"),
        ("Wij kiezen voor het opstellen van een plan voor de wijk.", "naamwoordstijl", "opstellen"),
        ("Wij werken aan een integrale aanpak van de buurt met elkaar.", "vaag-woord", ""),
        ("De aanvraag wordt binnen acht weken behandeld en beantwoord.", "lijdend", ""),
    ],
)
def test_a_tip_for_each_pattern(sentence, pattern, instead):
    assert [(s.pattern, s.instead) for s in suggestions(scope(sentence))] == [(pattern, instead)]


def test_a_passive_sentence_that_names_the_doer_gets_no_tip():
    assert suggestions(scope("De aanvraag wordt door het college binnen acht weken behandeld.")) == ()


@pytest.mark.parametrize(("flesch", "low", "high"), [(20.0, 0.0, 0.0), (38.5, 0.5, 0.5), (90.0, 1.0, 1.0)])
def test_a_text_stands_beside_other_proposals(flesch, low, high):
    figures, count = compared(Readability(500, 30, 18.0, 0.2, 0.06, 0.1, 0.2, flesch, "moeilijk"))
    assert count > 100
    assert low <= figures[0].easier_than <= high


def test_a_text_without_sentences_is_not_compared():
    assert compared(Readability(0, 0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, "onbekend")) == ((), 0)
