"""Steps about which questions stand open for whom."""

from __future__ import annotations

from pytest_bdd import parsers, then, when

from sdprocess.domain.findings import Verdict
from sdprocess.web.folds import WEAK, open_questions
from tests.bdd.town import Town


def standing_open(town: Town, who: str) -> set[str]:
    return set(open_questions(town.proposal(who), None, {}))


@when(parsers.re(r'(?:raadslid|steller) "(?P<who>\w+)" het voorstel leest'))
def reads(town: Town, who: str) -> None:
    town.notes["lezer"] = who


@then(parsers.parse("staan hoogstens {most:d} vragen open"))
def at_most(town: Town, most: int) -> None:
    assert 0 < len(standing_open(town, str(town.notes["lezer"]))) <= most


@then("is elke vraag die open staat niet beantwoord")
def unanswered(town: Town) -> None:
    who = str(town.notes["lezer"])
    found = town.proposal(who).assessment
    assert {found.finding(question).verdict for question in standing_open(town, who)} == {Verdict.NEE}


@then("staat elke zwakke vraag open")
def weak_open(town: Town) -> None:
    who = str(town.notes["lezer"])
    weak = {f.question for f in town.proposal(who).assessment.findings if f.verdict in WEAK}
    assert weak
    assert weak <= standing_open(town, who)


@then("staan na haar oordeel over alle vragen 0 vragen open")
def all_shut(town: Town) -> None:
    town.agree(str(town.notes["lezer"]))
    assert standing_open(town, str(town.notes["lezer"])) == set()
