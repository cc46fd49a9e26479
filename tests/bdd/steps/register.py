"""Steps about the register of frames and the choices that are still to be made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pytest_bdd import given, parsers, then, when

from sdprocess.checking.frames import held_against
from sdprocess.checking.insights import insights
from sdprocess.content.register import InvalidRegister
from sdprocess.domain.errors import InvalidInput
from sdprocess.domain.frames import ChoiceStatus, HeldAgainst, Returns, TrackedChoice
from sdprocess.planning.working_days import local_day
from sdprocess.services.keep_register import frames_of, import_frames
from sdprocess.services.track_choices import choices_page, open_choices, save_choice
from sdprocess.texts.nl import say
from tests.bdd.town import Town

HEAD = "titel;soort\n"


@given(parsers.parse('griffier Tamar leest een register in met "{first}" en "{second}"'))
def reads_register(town: Town, first: str, second: str) -> None:
    data = f"{HEAD}{first};plan\n{second};nota\n".encode()
    import_frames(town.world, town.people["Tamar"], data=data, filename="besluiten.csv")


@when("Tamar een lijst inleest waarin op regel 3 de titel ontbreekt")
def reads_broken(town: Town) -> None:
    town.error = None
    try:
        data = f"{HEAD}Groenplan;plan\n;nota\n".encode()
        import_frames(town.world, town.people["Tamar"], data=data, filename="fout.csv")
    except InvalidRegister as error:
        town.error = error


@then("noemt de melding regel 3")
def names_line(town: Town) -> None:
    assert isinstance(town.error, InvalidRegister)
    assert [s.partition(":")[0] for s in town.error.sentences] == ["Regel 3"]


@then(parsers.parse("staan er nog steeds {count:d} besluiten in het register"))
def register_has(town: Town, count: int) -> None:
    assert len(frames_of(town.world)) == count


@then(parsers.parse('staat bij "{name}" dat het in het register staat'))
def is_registered(town: Town, name: str) -> None:
    assert name in [c.frame.title for c in held(town).cited if c.frame]


@then(parsers.parse('is "{name}" mogelijk ook van belang, met de reden'))
def is_related(town: Town, name: str) -> None:
    words = {r.frame.title: r.words for r in held(town).related}
    assert words[name]


def held(town: Town) -> HeldAgainst:
    page = town.proposal("Noor")
    found = insights(page.text, page.assessment)
    today = local_day(town.world.clock.now())
    return held_against(found.decisions, page.text, frames_of(town.world), today=today)


@when(parsers.parse('Noor de keuze "{choice}" toevoegt, zonder te zeggen wie kiest'))
def adds(town: Town, choice: str) -> None:
    save_choice(town.world, town.people["Noor"], town.number, TrackedChoice(0, 0, choice, when="volgend jaar"))


@when(parsers.parse('Noor de keuze "{choice}" toevoegt die niet terugkomt bij de raad, zonder reden'))
def adds_without_reason(town: Town, choice: str) -> None:
    town.error = None
    try:
        save_choice(town.world, town.people["Noor"], town.number, TrackedChoice(0, 0, choice, returns=Returns.NO))
    except InvalidInput as error:
        town.error = error


@then("vraagt het programma waarom de keuze niet terugkomt")
def asks_why(town: Town) -> None:
    assert isinstance(town.error, InvalidInput)
    assert "niet terugkomt" in say(town.error.fields["why_not"])


@then(parsers.parse('staat bij de keuze dat nog ontbreekt: "{gap}"'))
def has_gap(town: Town, gap: str) -> None:
    assert gap in [say(code) for code in only(town).gaps]


@when(
    parsers.parse('Noor aanvult dat "{who}" kiest, uiterlijk op 1 oktober 2026, en dat de keuze terugkomt bij de raad')
)
def completes(town: Town, who: str) -> None:
    full = replace(only(town), who=who, due=date(2026, 10, 1), returns=Returns.YES)
    save_choice(town.world, town.people["Noor"], town.number, full)


@then("staat de keuze voor raadslid Samira in de lijst als te laat")
def is_late(town: Town) -> None:
    assert [line.late for line in open_choices(town.world, town.people["Samira"])] == [True]


@when(parsers.parse('Tamar vastlegt dat is gekozen: "{outcome}"'))
def is_made(town: Town, outcome: str) -> None:
    made = replace(only(town), status=ChoiceStatus.MADE, outcome=outcome)
    save_choice(town.world, town.people["Tamar"], town.number, made)


@then("staat de keuze niet meer in de lijst van nog te maken keuzes")
def is_gone(town: Town) -> None:
    assert open_choices(town.world, town.people["Samira"]) == ()
    assert only(town).outcome


def only(town: Town) -> TrackedChoice:
    return choices_page(town.world, town.people["Noor"], town.number).choices[0]
