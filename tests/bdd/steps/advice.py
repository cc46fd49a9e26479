"""Steps about advice and parafen: whom a dossier waits for, answering, and what an older text does."""

from __future__ import annotations

from datetime import timedelta

from pytest_bdd import given, parsers, then, when

from sdprocess.domain.errors import InvalidInput, StaleDossier
from sdprocess.services import queries
from sdprocess.services.give_advice import give_advice
from sdprocess.services.views_advice import AdviceView
from tests.bdd.town import StandingClock, Town


def asked(town: Town, who: str, title: str) -> AdviceView:
    page = queries.dossier_page(town.world, town.people[who], town.number)
    return next(view for view in page.advice.now if view.title == title)


def answer(town: Town, who: str, title: str, verdict: str, text: str = "") -> None:
    """Answer about what stands now, as a person who just opened the page would."""
    view = asked(town, who, title)
    about = queries.advice_page(town.world, town.people[who], town.number, view.id).version
    send(town, who, view, about=about, verdict=verdict, text=text)


def send(town: Town, who: str, view: AdviceView, *, about: int | None, verdict: str, text: str = "") -> None:
    town.error = None
    common = {"revision": view.revision, "version": about}
    try:
        give_advice(town.world, town.people[who], town.number, view.id, verdict=verdict, text=text, **common)
    except (InvalidInput, StaleDossier) as error:
        town.error = error


@given(parsers.parse('{who} bij "{title}" antwoordt "{verdict}"'))
@when(parsers.parse('{who} bij "{title}" antwoordt "{verdict}"'))
def answers(town: Town, who: str, title: str, verdict: str) -> None:
    answer(town, who, title, verdict)
    assert town.error is None


@when(parsers.parse('{who} bij "{title}" antwoordt "{verdict}" met "{text}"'))
def answers_with(town: Town, who: str, title: str, verdict: str, text: str) -> None:
    answer(town, who, title, verdict, text)
    assert town.error is None


@when(parsers.parse('{who} bij "{title}" antwoordt "{verdict}" zonder toelichting'))
def answers_bare(town: Town, who: str, title: str, verdict: str) -> None:
    answer(town, who, title, verdict)


@given(parsers.parse('Noor geeft vrij met de reden "{reason}"'))
def has_released_with_reason(town: Town, reason: str) -> None:
    town.release("Noor", reason)
    assert town.released, town.reasons()


@given(parsers.parse('{who} kiest voor "{title}"'))
def has_chosen(town: Town, who: str, title: str) -> None:
    town.choose(who, title)
    assert not town.refusals, town.reasons()


@given(parsers.parse('{who} heeft "{title}" open bij versie {number:d}'))
def has_open(town: Town, who: str, title: str, number: int) -> None:
    town.notes["oud scherm"] = (asked(town, who, title), number)


@when(parsers.parse('{who} met zijn oude scherm "{verdict}" antwoordt'))
def with_old_screen(town: Town, who: str, verdict: str) -> None:
    view, number = town.notes["oud scherm"]  # type: ignore[misc]
    send(town, who, view, about=number, verdict=verdict)


@when(parsers.parse("er {days:d} dagen voorbij gaan"))
def time_passes(town: Town, days: int) -> None:
    clock = town.world.clock
    assert isinstance(clock, StandingClock)
    clock.moment += timedelta(days=days)


@then(parsers.parse('staat bij "{title}" dat het gaat "{words}"'))
def is_marked(town: Town, title: str, words: str) -> None:
    assert asked(town, "Noor", title).old == words


@then(parsers.parse('is "{title}" nog steeds binnen'))
def is_in(town: Town, title: str) -> None:
    assert asked(town, "Noor", title).status == "gegeven"


@then(parsers.parse('wacht het dossier weer op "{title}"'))
def waits_again(town: Town, title: str) -> None:
    view = asked(town, "Noor", title)
    assert (view.status, view.awaited) == ("open", True)


@then(parsers.parse('wacht het dossier op "{first}" en "{second}"'))
def waits_for(town: Town, first: str, second: str) -> None:
    board = queries.dossier_page(town.world, town.people["Noor"], town.number).advice
    assert [view.title for view in board.awaited] == [first, second]


@then(parsers.parse('is de laatste dag "{day}"'))
def last_day(town: Town, day: str) -> None:
    board = queries.dossier_page(town.world, town.people["Noor"], town.number).advice
    assert {view.day.isoformat() for view in board.awaited if view.day} == {day}


@then(parsers.parse('staat erbij "{words}"'))
def is_said(town: Town, words: str) -> None:
    board = queries.dossier_page(town.world, town.people["Noor"], town.number).advice
    assert {view.silence for view in board.awaited} == {words}


@then(parsers.parse("mag {who} als vervanger antwoorden"))
def may_substitute(town: Town, who: str) -> None:
    board = queries.dossier_page(town.world, town.people[who], town.number).advice
    assert all(view.mine and who in view.substitutes for view in board.awaited)


@then("staat in de geschiedenis dat er opnieuw advies nodig is")
def history_tells_reopened(town: Town) -> None:
    page = queries.dossier_page(town.world, town.people["Noor"], town.number)
    assert "Opnieuw advies nodig, want de tekst is veranderd" in page.event_titles


@then(parsers.parse("krijgt {who} te horen dat nu versie {number:d} geldt"))
def told_of_version(town: Town, who: str, number: int) -> None:
    assert isinstance(town.error, StaleDossier)
    assert town.error.facts["current"] == number


@then("is er geen antwoord bewaard")
def nothing_kept(town: Town) -> None:
    assert isinstance(town.error, InvalidInput)
    assert asked(town, "Noor", "Advies van de jurist").status == "open"


@then(parsers.parse('leest {who} bij "{title}" de toelichting "{text}"'))
def reads(town: Town, who: str, title: str, text: str) -> None:
    view = asked(town, who, title)
    assert (view.text, view.refused) == (text, True)
