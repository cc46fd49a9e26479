"""Steps about the kind of proposal: recognised, corrected, and what it changes."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pytest_bdd import parsers, then, when

from sdprocess.checking.assess import assess
from sdprocess.content.library import load_library
from sdprocess.domain.findings import Assessment, KindChoice
from sdprocess.publish.kind_words import kind_sentence
from sdprocess.reading import read_text
from sdprocess.services import queries
from sdprocess.services.proposal_kind import choose_kind
from sdprocess.texts.nl import say
from tests.bdd.town import Town

BODY = """Raadsvoorstel

Onderwerp
{subject}

Beslispunten
1. Een bedrag van 300.000 euro beschikbaar te stellen voor de bouw.

Aanleiding
De gymzaal is te klein voor de school en voor de verenigingen. Daarom vragen wij de raad om dit besluit te nemen. Het
college voert het besluit uit en houdt de kosten in de gaten. De buurt heeft op een avond meegedacht over het plan.
"""
ENGLISH = "The council is asked to adopt the policy on sports and culture and to inform all residents. " * 9


@dataclass
class Judged:
    """The text of a scenario, and its toets before and after somebody said what kind it is."""

    text: str = ""
    before: Assessment | None = None
    now: Assessment | None = None

    def judge(self, choice: KindChoice | None = None) -> None:
        library = load_library()
        made = assess(
            read_text(self.text), library.checklist("raadsvoorstel"), library.proposal_kinds("raadsvoorstel"), choice
        )
        self.before, self.now = self.now, made


@pytest.fixture
def judged() -> Judged:
    return Judged()


@when(parsers.parse('iemand een voorstel met het onderwerp "{subject}" laat toetsen'))
def judges(judged: Judged, subject: str) -> None:
    judged.text = BODY.format(subject=subject)
    judged.judge()


@when(parsers.parse('iemand zegt dat het een "{kind}" is'))
def corrects(judged: Judged, kind: str) -> None:
    judged.judge(KindChoice(kind))


@when(parsers.parse('iemand een Engelse tekst laat toetsen als "{kind}"'))
def judges_english(judged: Judged, kind: str) -> None:
    judged.text = ENGLISH
    judged.judge(KindChoice(kind))


@then(parsers.parse('is de soort "{title}"'))
def kind_is(judged: Judged, title: str) -> None:
    assert judged.now
    assert judged.now.kind_profile
    assert judged.now.kind_profile.title == title


@then(parsers.parse('staat erbij dat dit rust op "{words}"'))
def rests_on(judged: Judged, words: str) -> None:
    assert judged.now
    assert judged.now.kind_profile
    assert f"«{words}»" in kind_sentence(judged.now.kind_profile)


@then(parsers.parse('telt vraag "{light}" licht en vraag "{strict}" streng'))
def counts(judged: Judged, light: str, strict: str) -> None:
    assert judged.now
    assert (judged.now.weight(light), judged.now.weight(strict)) == ("licht", "streng")


@then(parsers.parse('is vraag "{question}" nu streng'))
def counts_strict(judged: Judged, question: str) -> None:
    assert judged.now
    assert judged.now.weight(question) == "streng"


@then("zijn alle oordelen hetzelfde gebleven")
def same_verdicts(judged: Judged) -> None:
    assert judged.before
    assert judged.now
    assert [f.verdict for f in judged.before.findings] == [f.verdict for f in judged.now.findings]


@then(parsers.parse('is er niets beoordeeld, met de reden "{reason}"'))
def nothing_judged(judged: Judged, reason: str) -> None:
    assert judged.now
    assert not judged.now.recognition.judged
    assert say(f"soort-{judged.now.recognition.reason}") == reason


@when(parsers.parse('Noor zegt dat het een "{kind}" is, omdat "{reason}"'))
def says_kind(town: Town, kind: str, reason: str) -> None:
    choose_kind(town.world, town.people["Noor"], town.number, kind=kind, reason=reason, revision=town.revision("Noor"))


@then(parsers.parse('staat in de geschiedenis dat Noor de soort koos, met de reden "{reason}"'))
def on_record(town: Town, reason: str) -> None:
    events = queries.dossier_page(town.world, town.people["Noor"], town.number).events
    assert [(e.actor, e.reason) for e in events if e.kind == "soort"] == [("Noor", reason)]


@then(parsers.parse('is een nieuwe versie weer een "{kind}"'))
def next_version(town: Town, kind: str) -> None:
    town.upload("Noor", "zwak")
    profile = queries.proposal_page(town.world, town.people["Noor"], town.number).assessment.kind_profile
    assert profile
    assert profile.kind == kind
