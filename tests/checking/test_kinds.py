"""A decision table for each rule kind."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from sdprocess.checking.index import TextIndex
from sdprocess.checking.kinds import prepare
from sdprocess.checking.vocabulary import Vocabulary
from sdprocess.content.checklist import Rule
from tests.checking.texts import one_section

NOTIONS = {"groep": ("inwoners", "ouders"), "kader": ("*nota", "*visie")}
BASE = {"id": "r", "element": "e", "raak": ["x"], "mis": ["y"]}
RULE: TypeAdapter[Any] = TypeAdapter(Rule)


def found(rule: dict[str, object], text: str, section: str = "") -> bool:
    made = RULE.validate_python({**BASE, **rule})
    return bool(prepare(made, Vocabulary(NOTIONS))(TextIndex(one_section(text, section))))


CUE = {"soort": "signaalwoorden", "woorden": ["risico*", "kans … {groep}"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Het risico is dat de wachtlijst groeit.", True, id="word"),
        pytest.param("De risico's zijn bekend bij ons.", True, id="free-ending"),
        pytest.param("Er is een kans voor veel inwoners.", True, id="gap-and-notion"),
        pytest.param("Er is een kans. Voor inwoners is dat fijn.", False, id="gap-stops-at-the-sentence"),
        pytest.param("Er is geen risico voor de gemeente.", False, id="negated-before"),
        pytest.param("Er is niet alleen een risico maar ook een kans.", True, id="niet-alleen-is-no-negation"),
        pytest.param("Volgens de fractie is het risico te groot.", False, id="someone-else-speaks"),
        pytest.param('Zij schreef: "Het risico is veel te groot voor ons allemaal".', False, id="inside-a-quotation"),
        pytest.param("Risico's", False, id="bare-heading"),
        pytest.param(
            "Beschrijf hier de risico's van het voorstel voor inwoners.", False, id="instruction-of-the-format"
        ),
    ],
)
def test_cue_words_count_only_where_the_text_itself_says_them(text: str, expected: bool):
    assert found(CUE, text) is expected


NEAR = {"soort": "nabij", "woorden": ["onderzoek"], "met": ["blijkt", "bleek"]}


@pytest.mark.parametrize(
    ("text", "distance", "expected"),
    [
        pytest.param("Uit onderzoek blijkt dat het werkt.", "zin", True, id="same-sentence"),
        pytest.param(
            "Er is onderzoek gedaan. Daaruit bleek dat het werkt.", "zin", False, id="next-sentence-is-too-far"
        ),
        pytest.param("Er is onderzoek gedaan. Daaruit bleek dat het werkt.", "buurzin", True, id="next-sentence"),
        pytest.param("Er is onderzoek gedaan. Dat was goed. Het bleek te werken.", "buurzin", False, id="two-further"),
        pytest.param("Er is onderzoek gedaan. Dat was goed. Het bleek te werken.", "alinea", True, id="same-paragraph"),
        pytest.param("Het onderzoek loopt nog tot de zomer.", "alinea", False, id="one-of-the-two"),
    ],
)
def test_near_needs_both_cues_within_the_distance(text: str, distance: str, expected: bool):
    assert found({**NEAR, "afstand": distance}, text) is expected


@pytest.mark.parametrize(
    ("text", "section", "expected"),
    [
        pytest.param("De kamer is open en dat helpt veel mensen in de wijk.", "duurzaamheid", True, id="filled"),
        pytest.param("De kamer is open en dat helpt veel mensen in de wijk.", "financien", False, id="other-section"),
        pytest.param("Niet van toepassing.", "duurzaamheid", False, id="empty-formula"),
        pytest.param("Te kort voor iets.", "duurzaamheid", False, id="too-few-words"),
        pytest.param(
            "Geef hier kort aan wat het voorstel doet voor het klimaat.", "duurzaamheid", False, id="instruction"
        ),
    ],
)
def test_a_section_is_filled_when_it_says_something(text: str, section: str, expected: bool):
    assert (
        found({"soort": "sectie-gevuld", "binnen": ["duurzaamheid"], "minstens_woorden": 8}, text, section) is expected
    )


@pytest.mark.parametrize(
    ("text", "least", "expected"),
    [
        pytest.param("De Woonvisie is in 2022 vastgesteld.", 1, True, id="name-and-year"),
        pytest.param("De raad stelde de Woonvisie in maart 2022 vast.", 2, True, id="name-year-and-body"),
        pytest.param("De Woonvisie (RIS301234) geldt nog.", 1, True, id="name-and-number"),
        pytest.param("De Woonvisie geldt nog steeds in de stad.", 1, False, id="name-only"),
        pytest.param("In 2022 is veel gebouwd in de gemeente.", 1, False, id="year-only"),
    ],
)
def test_a_reference_needs_a_name_and_enough_to_find_it(text: str, least: int, expected: bool):
    assert found({"soort": "verwijzing-besluit", "namen": ["{kader}"], "minstens": least}, text) is expected


INDICATOR = {"soort": "indicator", "eenheden": ["procent", "%", "inwoners"]}


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        pytest.param("Het aandeel daalt naar 40 procent in de wijk.", "mag", True, id="number-and-unit"),
        pytest.param("Het aandeel daalt naar 40% in de wijk.", "mag", True, id="percent-sign"),
        pytest.param("Eind 2027 doen 300 inwoners mee in de wijk.", "nodig", True, id="with-term"),
        pytest.param("Er doen 300 inwoners mee in de wijk.", "nodig", False, id="term-asked-but-absent"),
        pytest.param("Dit kost € 300.000 in de eerste twee jaar.", "mag", False, id="money-is-no-indicator"),
        pytest.param("De helft van 31 betrokken inwoners doet mee.", "mag", True, id="a-word-before-what-is-counted"),
        pytest.param("Van 31 mensen in de straat zijn 8 of 9 van de inwoners blij.", "mag", False, id="too-far-apart"),
    ],
)
def test_an_indicator_is_a_number_with_a_unit(text: str, term: str, expected: bool):
    assert found({**INDICATOR, "termijn": term}, text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("N.v.t.", True, id="nvt"),
        pytest.param("Er zijn geen kanttekeningen.", True, id="no-remarks"),
        pytest.param("Er zijn geen kanttekeningen omdat de wet dit verplicht.", False, id="with-a-reason"),
    ],
)
def test_an_empty_formula_is_all_the_section_says(text: str, expected: bool):
    assert found({"soort": "lege-formule", "binnen": ["kanttekeningen"]}, text, "kanttekeningen") is expected


VAGUE = {"soort": "vaagheid", "woorden": ["integraal", "versterken", "inzetten op", "waar mogelijk"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Wij willen waar mogelijk inzetten op een integrale aanpak.", True, id="two-vague-words"),
        pytest.param("Wij willen waar mogelijk inzetten op 300 plekken.", False, id="with-a-number"),
        pytest.param("Wij openen de kamer waar mogelijk in de wijk.", False, id="one-vague-word"),
    ],
)
def test_vague_sentences_lean_on_vague_words_without_a_number(text: str, expected: bool):
    assert found(VAGUE, text) is expected


@pytest.mark.parametrize(
    ("unit", "least", "most", "expected"),
    [
        pytest.param("zinnen", 2, 100, True, id="enough-sentences"),
        pytest.param("zinnen", 3, 100, False, id="too-few-sentences"),
        pytest.param("alineas", 1, 1, True, id="one-paragraph"),
        pytest.param("woorden-per-zin", 1, 8, True, id="short-sentences"),
        pytest.param("woorden-per-zin", 1, 5, False, id="sentences-too-long"),
    ],
)
def test_form_counts_between_bounds(unit: str, least: int, most: int, expected: bool):
    rule = {"soort": "vormeis", "tel": unit, "minstens": least, "hoogstens": most}
    assert found(rule, "De kamer is elke dag open. Iedereen kan er gratis koffie drinken.") is expected


def test_what_only_a_person_can_say_is_never_found():
    rule = RULE.validate_python({"id": "r", "element": "e", "soort": "mens"})
    assert prepare(rule, Vocabulary(NOTIONS))(TextIndex(one_section("Dat is zo bedoeld door de raad."))) == []


def test_a_referral_to_an_annex_is_a_weak_hit():
    rule = RULE.validate_python({**BASE, **CUE})
    hits = prepare(rule, Vocabulary(NOTIONS))(
        TextIndex(one_section("Zie bijlage 2 voor de risico's van het voorstel."))
    )
    assert [h.weak for h in hits] == [True]
