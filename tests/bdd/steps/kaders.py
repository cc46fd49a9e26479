"""Steps about proceskaders that begin at the council, that return each year, or that several councils decide on."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime, time

import pytest
from pytest_bdd import given, parsers, then, when

from sdprocess.domain.councils import Council, Outcome
from sdprocess.domain.errors import InvalidInput
from sdprocess.services import queries
from sdprocess.services.keep_councils import CouncilDecision, add_council, councils_page, keep_council
from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.ports import DossierFilter
from sdprocess.services.views import DossierPage
from sdprocess.web import create_app
from tests.bdd.town import StandingClock, Town

MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"]
MONTHS += ["oktober", "november", "december"]
TAMAR = "Tamar"


def day(text: str) -> date:
    """`26 november 2026`."""
    number, month, year = text.split()
    return date(int(year), MONTHS.index(month) + 1, int(number))


def clock_at(town: Town, moment: date) -> None:
    clock = town.world.clock
    assert isinstance(clock, StandingClock)
    clock.moment = datetime.combine(moment, time(19, 0), UTC)


def page_of(town: Town, who: str = TAMAR) -> DossierPage:
    return queries.dossier_page(town.world, town.people[who], town.number)


def councils(town: Town) -> dict[str, Council]:
    return {c.name: c for c in councils_page(town.world, town.people[TAMAR], town.number).councils}


def decides(town: Town, name: str, when_: date, outcome: Outcome, words: str = "") -> None:
    council = councils(town)[name]
    decision = CouncilDecision(council.meets, outcome, when_, words)
    keep_council(town.world, town.people[TAMAR], town.number, council.id, decision=decision, revision=council.revision)


@given(parsers.re(r'(?:griffier|raadslid) (?P<who>\w+) opent het dossier "(?P<title>[^"]+)"'))
def opens_at_the_council(town: Town, who: str, title: str) -> None:
    words = {"title": title, "about": "Waar dit over gaat.", "theme": "zorg", "portfolio": "Ilse"}
    town.number = open_dossier(town.world, town.people[who], **words, kader_id=town.kader).number


@given("Bram als controller adviseert")
def controller_advises(town: Town) -> None:
    town.advise("Bram")


@given(parsers.parse("Noor legde op {moment} de begroting voor aan de raden"))
def laid_before_the_councils(town: Town, moment: str) -> None:
    clock_at(town, day(moment))
    town.choose("Noor", "Leg de begroting van de regeling voor aan de raden")
    assert not town.refusals, town.reasons()


@given("deze raden doen mee:")
def these_councils(town: Town, datatable: list[list[str]]) -> None:
    for name, meets in datatable[1:]:
        add_council(town.world, town.people[TAMAR], town.number, name=name, meets=day(meets))


@when(parsers.parse('op {moment} "{name}" een zienswijze indient: "{words}"'))
def council_files_a_view(town: Town, moment: str, name: str, words: str) -> None:
    clock_at(town, day(moment))
    decides(town, name, day(moment), Outcome.VIEW, words)


@when(parsers.parse('op {moment} "{name}" instemt'))
def council_agrees(town: Town, moment: str, name: str) -> None:
    clock_at(town, day(moment))
    decides(town, name, day(moment), Outcome.AGREES)


@when(parsers.parse('op {moment} staat dat "{name}" op {decided} besloot'))
def decided_in_the_future(town: Town, moment: str, name: str, decided: str) -> None:
    clock_at(town, day(moment))
    with pytest.raises(InvalidInput) as caught:
        decides(town, name, day(decided), Outcome.AGREES)
    town.error = caught.value


@then("is dat geweigerd, want die dag moet nog komen")
def refused_because_it_is_to_come(town: Town) -> None:
    assert isinstance(town.error, InvalidInput)
    assert town.error.fields == {"decided": "raad-datum-later"}


@then(parsers.parse("is de laatste dag voor alle raden {last}"))
def last_day_for_all(town: Town, last: str) -> None:
    assert page_of(town).card.term.day == day(last)


@then(parsers.parse('vergadert alleen "{name}" na de laatste dag'))
def only_one_meets_too_late(town: Town, name: str) -> None:
    last = page_of(town).councils_due
    assert [c.name for c in councils(town).values() if c.after(last)] == [name]


@then(parsers.parse('staat bij de redenen "{reason}"'))
def among_the_reasons(town: Town, reason: str) -> None:
    assert reason in town.reasons()


@then(parsers.parse('ziet Tamar het dossier bij "{state}"'))
def tamar_sees_it_at(town: Town, state: str) -> None:
    assert not town.refusals or page_of(town).card.state_title == state, town.reasons()
    assert page_of(town).card.state_title == state


@then(parsers.parse('leest iedereen bij "{name}" het besluit "{words}"'))
def everyone_reads_what_was_decided(town: Town, name: str, words: str) -> None:
    for who in ("Samira", "Ilse", TAMAR):
        page = page_of(town, who)
        assert {c.name: c.words for c in page.councils}[name] == words


@then(parsers.parse('leest een inwoner op de openbare bladzijde bij "{name}" het besluit "{words}"'))
def resident_reads_what_was_decided(town: Town, name: str, words: str) -> None:
    answer = create_app(town.world).test_client().get(f"/voorstellen/{town.number}")
    assert answer.status_code == 200
    rows = [row for row in re.findall(r"<tr.*?</tr>", answer.text, re.DOTALL) if name in row]
    assert len(rows) == 1
    assert words in html.unescape(rows[0])
    assert "dient een zienswijze in" in rows[0]


@then("gaat de agenda eerst over de cijfers en daarna over de monitor")
def fixed_agenda(town: Town) -> None:
    first, second = page_of(town).guiding_questions
    assert first.startswith("Agendapunt 1, cijfers")
    assert second.startswith("Agendapunt 2, monitor")


@then(parsers.parse("is de laatste dag {number:d} {month}"))
def last_day(town: Town, number: int, month: str) -> None:
    due = page_of(town).card.term.day
    assert due is not None
    assert (due.day, MONTHS[due.month - 1]) == (number, month)


@given("het jaar van de klankbordgroep is bijna rond")
def year_nearly_done(town: Town) -> None:
    for who, title in (
        ("Ilse", "Stuur de nieuwsbrief met de jaarcijfers rond"),
        (TAMAR, "Leg de afspraken van maart vast en plan september"),
        ("Ilse", "Stuur de nieuwsbrief met de halfjaarcijfers rond"),
        (TAMAR, "Leg de afspraken van september vast"),
    ):
        town.choose(who, title, "Zoals afgesproken.")
        assert not town.refusals, town.reasons()


@then(parsers.parse('begint het dossier "{title}" bij "{state}"'))
def next_dossier_begins(town: Town, title: str, state: str) -> None:
    cards = queries.board(town.world, town.people[TAMAR], DossierFilter()).cards
    (found,) = [c for c in cards if c.dossier.title == title]
    assert found.state_title == state
    town.notes["next"] = found.dossier.number


@then("is dat het vervolg op dit dossier")
def it_follows(town: Town) -> None:
    assert [d.number for d in page_of(town).next] == [town.notes["next"]]


@when("Samira de tekst van de motie uploadt en vrijgeeft")
def uploads_the_motion(town: Town) -> None:
    text = "# Motie buurtkamers\n\nDe raad verzoekt het college te onderzoeken wat een buurtkamer kost.\n"
    town.upload_text("Samira", "motie.md", text)
    town.release("Samira")
    assert town.released, town.reasons()


@then("staan beide datums nog in de geschiedenis")
def both_dates_stay(town: Town) -> None:
    told = " ".join(event.reason for event in page_of(town).events)
    assert "1 juni" in told
    assert "1 juli" in told
