"""Steps about planning: towards a council date, shifting with consent, a step back, and a clock that stands still."""

from __future__ import annotations

from datetime import date, timedelta

from pytest_bdd import given, parsers, then, when

from sdprocess.domain.errors import InvalidInput
from sdprocess.domain.plan_record import PlanVersion, ShiftRequest
from sdprocess.planning.working_days import MONTHS
from sdprocess.services.give_consent import give_consent
from sdprocess.services.plan_dossier import PlanOutcome, plan_dossier
from sdprocess.services.queries import dossier_page
from sdprocess.services.queries_planning import PlanningPage, planning_page
from sdprocess.services.resume_dossier import ResumeOutcome, resume_dossier
from sdprocess.services.shift_step import shift_step
from sdprocess.services.suspend_dossier import suspend_dossier
from tests.bdd.town import StandingClock, Town


def page(town: Town) -> PlanningPage:
    return planning_page(town.world, town.people["Noor"], town.number)


def versions(town: Town) -> tuple[PlanVersion, ...]:
    return page(town).versions


def end_of(town: Town, title: str, version: PlanVersion) -> date:
    step = next(s for s in version.proposal.steps if s.title == title)
    assert step.end
    return step.end


def plan(town: Town, wished: date | None, **changes: object) -> PlanOutcome:
    outcome = plan_dossier(
        town.world,
        town.people["Noor"],
        town.number,
        wished=wished,
        revision=town.revision("Noor"),
        **changes,  # type: ignore[arg-type]
    )
    assert isinstance(outcome, PlanOutcome)
    town.notes["plan"] = outcome
    return outcome


def tried(town: Town) -> PlanOutcome:
    outcome = town.notes["plan"]
    assert isinstance(outcome, PlanOutcome)
    return outcome


@when(parsers.re(r"Noor plant naar de raadsvergadering van (?P<day>\d+) (?P<month>\w+) (?P<year>\d+)"))
def plans_towards(town: Town, day: str, month: str, year: str) -> None:
    plan(town, date(int(year), MONTHS.index(month) + 1, int(day)))


@given("Noor plant zonder gewenste datum")
@when("Noor plant zonder gewenste datum")
def plans_early(town: Town) -> None:
    assert plan(town, None).version


@when("Noor plant naar de vergadering die het systeem noemt")
def plans_towards_the_first(town: Town) -> None:
    offered = tried(town).plan
    assert offered
    assert offered.earliest_meeting
    plan(town, offered.earliest_meeting.day)


@given(parsers.parse('het plan noemt als deelnemers "{one}" en "{other}"'))
def plan_with_participants(town: Town, one: str, other: str) -> None:
    assert plan(town, None, participants=(one, other)).version


@then("is de datum niet haalbaar")
def not_feasible(town: Town) -> None:
    made = tried(town).plan
    assert made
    assert made.obstacle
    assert "is niet haalbaar" in made.obstacle.sentence


@then(parsers.parse('noemt het systeem de stap "{title}" die het onmogelijk maakt'))
def names_the_step(town: Town, title: str) -> None:
    made = tried(town).plan
    assert made
    assert made.obstacle
    assert made.obstacle.title == title
    assert f"'{title}' moet daarvoor uiterlijk" in made.obstacle.sentence


@then("noemt het systeem de eerste raadsvergadering die wel kan")
def names_the_first(town: Town) -> None:
    made = tried(town).plan
    assert made
    assert made.earliest_meeting
    assert made.earliest_meeting.day in set(town.world.calendar.council.meetings(date(2026, 11, 2)))


@then("heeft het dossier geen plan")
def no_plan(town: Town) -> None:
    assert versions(town) == ()


@then("heeft het dossier een plan")
def has_plan(town: Town) -> None:
    assert len(versions(town)) == 1


@then("heeft elke stap tot het besluit een laatste dag met een uitleg")
def every_day_explained(town: Town) -> None:
    steps = versions(town)[0].proposal.steps
    decision = next(n for n, s in enumerate(steps) if s.decision)
    assert decision >= 5
    assert all(s.end and s.why for s in steps[: decision + 1])


@then(parsers.parse('is de termijn van het dossier de laatste dag van "{title}"'))
def term_is_end(town: Town, title: str) -> None:
    assert page(town).card.dossier.term == end_of(town, title, versions(town)[0])


@when(
    parsers.re(r'Noor de stap "(?P<title>[^"]+)" (?P<days>\d+) werkdagen later laat eindigen omdat "(?P<reason>[^"]*)"')
)
def shifts(town: Town, title: str, days: str, reason: str) -> None:
    current = versions(town)[0]
    state = next(s.state for s in current.proposal.steps if s.title == title)
    end, _ = town.world.calendar.working_day_from(end_of(town, title, current), int(days))
    town.error = None
    try:
        outcome = shift_step(
            town.world,
            town.people["Noor"],
            town.number,
            state=state,
            end=end,
            reason=reason,
            revision=town.revision("Noor"),
        )
        assert not isinstance(outcome, tuple)
    except InvalidInput as error:
        town.error = error


def consents(town: Town, name: str, *, agrees: bool, note: str = "") -> None:
    outcome = give_consent(
        town.world,
        town.people["Noor"],
        town.number,
        participant=name,
        agrees=agrees,
        note=note,
        revision=town.revision("Noor"),
    )
    assert not isinstance(outcome, tuple)


@when(parsers.re(r'Noor vastlegt dat "(?P<name>[^"]+)" instemt'))
def agrees_with_shift(town: Town, name: str) -> None:
    consents(town, name, agrees=True)


@when(parsers.re(r'Noor vastlegt dat "(?P<name>[^"]+)" niet instemt omdat "(?P<note>[^"]+)"'))
def refuses_shift(town: Town, name: str, note: str) -> None:
    consents(town, name, agrees=False, note=note)


@then("geldt de oude planning nog")
def old_plan_holds(town: Town) -> None:
    (only,) = versions(town)
    assert page(town).card.dossier.term == only.proposal.steps[0].end


@then(parsers.parse('wacht de verschuiving op "{one}" en "{other}"'))
def waits_for(town: Town, one: str, other: str) -> None:
    asked = page(town).request
    assert isinstance(asked, ShiftRequest)
    assert asked.waiting_for == (one, other)


@then("wacht er geen verschuiving meer op instemming")
def waits_no_more(town: Town) -> None:
    assert page(town).request is None


@then(parsers.re(r'eindigt de stap "(?P<title>[^"]+)" (?P<days>\d+) werkdagen later'))
def ends_later(town: Town, title: str, days: str) -> None:
    newest, *_, first = versions(town)
    between = town.world.calendar.working_days_between(end_of(town, title, first), end_of(town, title, newest))
    assert between == int(days)


@then(parsers.parse('is de oude datum van "{title}" nog te zien'))
def old_day_stays(town: Town, title: str) -> None:
    row = next(r for r in page(town).rows if r.title == title)
    assert row.first
    assert row.now
    assert row.first.end == end_of(town, title, versions(town)[-1])
    assert row.first.end != row.now.end


@then("staat bij de verschuiving wie instemde en wanneer")
def who_and_when(town: Town) -> None:
    (asked,) = page(town).requests
    assert [(c.participant, c.agrees, c.person) for c in asked.consents] == [
        ("Cliëntenraad", True, "Noor"),
        ("Seniorenraad", True, "Noor"),
    ]
    assert all(c.at.date() == date(2026, 11, 2) for c in asked.consents)


@then("vraagt het systeem bij de planning om een reden")
def asks_reason(town: Town) -> None:
    assert isinstance(town.error, InvalidInput)
    assert town.error.fields == {"reason": "reden-ontbreekt"}


@then(parsers.re(r'is dit ronde (?P<number>\d+) van "(?P<title>[^"]+)"'))
def which_round(town: Town, number: str, title: str) -> None:
    view = dossier_page(town.world, town.people["Noor"], town.number)
    assert (view.card.state_title, view.round) == (title, int(number))


@then("staat het dossier op één plek tegelijk")
def one_place(town: Town) -> None:
    view = dossier_page(town.world, town.people["Noor"], town.number)
    assert [s.status for s in view.strip].count("hier") == 1
    assert [v.left for r in page(town).rows for v in r.visits].count(None) == 1


@then(parsers.parse('begint de termijn van "{title}" opnieuw'))
def term_anew(town: Town, title: str) -> None:
    dossier = page(town).card.dossier
    assert dossier.term == town.world.calendar.working_day_from(date(2026, 11, 2), 15)[0]
    assert town.state("Noor") == title


@when(parsers.parse('Noor de klok stilzet omdat "{reason}"'))
def stops_clock(town: Town, reason: str) -> None:
    town.notes["term"] = page(town).card.dossier.term
    outcome = suspend_dossier(
        town.world, town.people["Noor"], town.number, reason=reason, revision=town.revision("Noor")
    )
    assert not isinstance(outcome, tuple)


@when(parsers.parse("er {days:d} dagen voorbijgaan"))
def days_pass(town: Town, days: int) -> None:
    clock = town.world.clock
    assert isinstance(clock, StandingClock)
    clock.moment += timedelta(days=days)


@when("Noor de klok weer laat lopen")
def clock_runs(town: Town) -> None:
    outcome = resume_dossier(town.world, town.people["Noor"], town.number, revision=town.revision("Noor"))
    assert isinstance(outcome, ResumeOutcome)
    town.notes["sums"] = outcome.sums


@then("heeft het dossier geen termijn")
def no_term(town: Town) -> None:
    dossier = page(town).card.dossier
    assert (dossier.term, dossier.suspended) == (None, date(2026, 11, 2))


@then(parsers.parse('gaat het dossier niet naar "{title}"'))
def does_not_move(town: Town, title: str) -> None:
    moves = dossier_page(town.world, town.people["Noor"], town.number).card.moves
    move = next(m for m in moves if m.to_title == title)
    assert "dossier-opgeschort" in {r.code for r in move.refusals}


@then(parsers.parse("is de termijn {days:d} werkdagen later dan eerst"))
def term_later(town: Town, days: int) -> None:
    before, now = town.notes["term"], page(town).card.dossier.term
    assert isinstance(before, date)
    assert now
    assert town.world.calendar.working_days_between(before, now) == days


@then("is te lezen van wanneer tot wanneer de klok stilstond")
def reads_the_sum(town: Town) -> None:
    sums = town.notes["sums"]
    assert isinstance(sums, tuple)
    assert sums[0] == "De klok stond stil van maandag 2 november 2026 tot maandag 16 november 2026: 10 werkdagen."
