"""Steps about a step that has a checklist of its own."""

from __future__ import annotations

from pytest_bdd import given, parsers, then, when

from sdprocess.domain.findings import Verdict
from sdprocess.engine.move import Moved
from sdprocess.services.move_dossier import move_dossier
from tests.bdd.town import Town

NOTE = """# Discussienotitie hulp in de dorpen

## Wat gelijk blijft

Wat gelijk blijft, is dat elke inwoner binnen een week wordt gebeld. Dat blijft zo in alle routes.

## Was en wordt

Nu krijgen 340 inwoners hulp en wachten zij zeven weken. Straks krijgt elk gezin een vaste begeleider in het eigen dorp.

## Routes

Route 1: een loket in elk dorp. Het voordeel is dat het dichtbij is, het nadeel is dat het maar twee dagen open is.
Dit kost 90.000 euro per jaar.

Route 2: een bus die langs de dorpen rijdt. Het voordeel is dat ook kleine dorpen meedoen, het nadeel is
dat mensen wachten. Dit kost 60.000 euro per jaar.
"""
TO_NOTE = (
    ("Tamar", "leg-procesontwerp-voor"),
    ("Tamar", "stel-procesontwerp-vast"),
    ("Tamar", "begin-terugkijken"),
    ("Tamar", "begin-notitie"),
)


def walks(town: Town, *way: tuple[str, str]) -> None:
    for who, transition in way:
        seen = town.revision(who)
        done = move_dossier(
            town.world, town.people[who], town.number, transition=transition, revision=seen, reason="Klaar."
        )
        assert isinstance(done, Moved), (transition, done)


@given("het dossier staat bij het schrijven van de discussienotitie")
def at_the_note(town: Town) -> None:
    walks(town, *TO_NOTE)


@given("Noor een discussienotitie uploadt met twee routes, maar zonder risico's")
@when("Noor een discussienotitie uploadt met twee routes, maar zonder risico's")
def uploads_note(town: Town) -> None:
    town.upload_text("Noor", "notitie.md", NOTE)


@when("de raad de notitie heeft besproken en om een voorstel vraagt")
def discussed(town: Town) -> None:
    town.release("Noor")
    walks(town, ("Noor", "leg-notitie-voor"), ("Tamar", "naar-raad"), ("Tamar", "geef-richting"))


@then(parsers.parse('is de notitie getoetst met de checklist "{name}"'))
@then(parsers.parse('is het stuk getoetst met de checklist "{name}"'))
def judged_with(town: Town, name: str) -> None:
    page = town.proposal("Noor")
    assert page.assessment.recognition.judged
    assert page.assessment.checklist.id == name
    assert {p.criterion for p in page.assessment.profiles} == {c.id for c in page.checklist.criteria}


@then(parsers.parse('is bij "{question}" gevonden dat er routes zijn'))
def routes_found(town: Town, question: str) -> None:
    finding = town.proposal("Noor").assessment.finding(question)
    assert finding.verdict is Verdict.JA
    assert any("Route 1" in e.quote.text for e in finding.evidence)


@then(parsers.parse('is bij "{question}" niets gevonden over risico\'s'))
def no_risks(town: Town, question: str) -> None:
    assert town.proposal("Noor").assessment.finding(question).verdict is Verdict.NEE


EVALUATION = """# Evaluatie gezonde start

## Doel

Het doel van 200 gezinnen is niet gehaald: uit de monitor van 2026 blijkt dat 150 gezinnen hulp kregen.

## Wat leren wij

Wij leren hiervan dat huisbezoek beter werkt dan een folder, omdat ouders dan vragen stellen.
De folder lag op veel plekken in het dorp, ook bij de huisarts en op school, maar hij werd weinig gelezen.
Weinig ouders namen de folder mee. Bij een huisbezoek was er tijd voor een gesprek, en kwam de hulp eerder op gang.
"""


@given("de koers is vastgesteld en het evalueren is begonnen")
def evaluating(town: Town) -> None:
    walks(
        town, ("Joost", "vraag-informatie"), ("Tamar", "genoeg-informatie"), ("Tamar", "kies-koers"),
    )  # fmt: skip
    town.upload("Noor", "sterk")
    town.agree("Noor")
    town.release("Noor")
    walks(town, ("Noor", "bied-aan"), ("Tamar", "stel-vast"), ("Noor", "evalueer"))


@when("Noor een evaluatie uploadt die niets van de raad vraagt")
def uploads_evaluation(town: Town) -> None:
    town.upload_text("Noor", "evaluatie.md", EVALUATION)


@then(parsers.parse('is vraag "{question}" beantwoord'))
def is_answered(town: Town, question: str) -> None:
    assert town.proposal("Noor").assessment.finding(question).verdict is Verdict.JA


@then(parsers.parse('is vraag "{question}" niet beantwoord'))
def is_not_answered(town: Town, question: str) -> None:
    assert town.proposal("Noor").assessment.finding(question).verdict is Verdict.NEE
