"""Planning a dossier: plan, shift with consent, stop the clock, and what the term does meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sdprocess.content.library import load_library
from sdprocess.domain.design import Design, DesignState, DesignStep, StoredDesign
from sdprocess.domain.dossier import Dossier
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, StaleDossier
from sdprocess.domain.plan_record import PlanKind, PlanVersion
from sdprocess.domain.refusal import Refusal
from sdprocess.planning.calendars import calendar_of
from sdprocess.services.evaluate_process import evaluate_process
from sdprocess.services.give_consent import ConsentOutcome, give_consent
from sdprocess.services.move_dossier import move_dossier
from sdprocess.services.plan_dossier import PlanOutcome, plan_dossier
from sdprocess.services.ports import DossierFilter
from sdprocess.services.queries import board
from sdprocess.services.queries_planning import planning_page
from sdprocess.services.queries_timeline import spans_of
from sdprocess.services.resume_dossier import ResumeOutcome, resume_dossier
from sdprocess.services.shift_step import ShiftOutcome, shift_step
from sdprocess.services.suspend_dossier import suspend_dossier
from tests.services.conftest import Town

AUGUST = date(2026, 8, 27)
OCTOBER = date(2026, 10, 29)


@pytest.fixture
def place(town: Town) -> Town:
    """The town with the shipped proceskaders and calendar."""
    library = load_library()
    town.world = replace(town.world, library=library, calendar=calendar_of(library.calendar))
    return town


@pytest.fixture
def dossier(place: Town) -> Dossier:
    return place.opened(kader_id="raadsvoorstel")


def planned(place: Town, dossier: Dossier, who: str = "steller", **changes: object) -> PlanOutcome:
    revision = place.dossier(dossier.number).revision
    outcome = plan_dossier(place.world, place.who(who), dossier.number, **{"revision": revision, **changes})  # type: ignore[arg-type]
    assert isinstance(outcome, PlanOutcome), outcome
    return outcome


def shifted(place: Town, dossier: Dossier, end: date, **changes: object) -> ShiftOutcome | tuple[Refusal, ...]:
    values = {
        "state": "ambtelijk-concept",
        "end": end,
        "reason": "De cijfers komen later.",
        "revision": place.dossier(dossier.number).revision,
    }
    return shift_step(place.world, place.who("steller"), dossier.number, **{**values, **changes})  # type: ignore[arg-type]


def versions(place: Town, dossier: Dossier) -> list[PlanVersion]:
    with place.world.uow() as uow:
        return list(uow.planning.versions(dossier.id))


def kinds(place: Town, dossier: Dossier) -> list[str]:
    with place.world.uow() as uow:
        return [e.kind for e in uow.events.of_dossier(dossier.id)]


def test_a_wished_date_that_can_be_met_becomes_the_plan_and_the_term_follows(place: Town, dossier: Dossier) -> None:
    outcome = planned(place, dossier, wished=OCTOBER)
    assert outcome.version is not None
    step = outcome.version.step("ambtelijk-concept")
    now = place.dossier(dossier.number)
    assert step is not None
    assert (now.term, now.council_date, now.revision) == (step.end, OCTOBER, 2)
    assert outcome.version.proposal.calendar == place.world.library.calendar.ref  # type: ignore[union-attr]
    assert kinds(place, dossier) == ["geopend", "gepland"]


def test_a_date_that_cannot_be_met_is_told_with_the_step_and_the_first_meeting_and_nothing_is_written(
    place: Town, dossier: Dossier
) -> None:
    outcome = planned(place, dossier, wished=date(2026, 6, 25))
    assert outcome.version is None
    assert outcome.plan is not None
    assert outcome.plan.obstacle is not None
    assert "25 juni 2026 is niet haalbaar. 'Ambtelijk concept'" in outcome.plan.obstacle.sentence
    assert outcome.plan.earliest_meeting is not None
    assert outcome.plan.earliest_meeting.day == AUGUST
    assert place.dossier(dossier.number) == dossier
    assert versions(place, dossier) == []


def test_without_a_wish_the_plan_goes_to_the_first_meeting_that_can_be_met(place: Town, dossier: Dossier) -> None:
    assert planned(place, dossier).version is not None
    assert place.dossier(dossier.number).council_date == AUGUST


def test_a_new_plan_owes_a_reason_and_the_old_date_stays(place: Town, dossier: Dossier) -> None:
    planned(place, dossier, wished=OCTOBER)
    with pytest.raises(InvalidInput) as owed:
        planned(place, dossier, wished=AUGUST)
    assert owed.value.fields == {"reason": "reden-ontbreekt"}
    planned(place, dossier, wished=AUGUST, reason="De wet gaat eerder in.")
    newest, first = versions(place, dossier)
    assert (newest.proposal.council_date, first.proposal.council_date) == (AUGUST, OCTOBER)
    assert newest.proposal.sums == (
        "De raadsvergadering was donderdag 29 oktober 2026 en wordt donderdag 27 augustus 2026.",
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"wished": date(2026, 3, 1)}, "wished"),
        ({"wished": OCTOBER, "participants": tuple(str(n) for n in range(31))}, "participants"),
    ],
)
def test_what_cannot_be_a_plan_is_refused_at_its_field(
    place: Town, dossier: Dossier, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        planned(place, dossier, **changes)
    assert set(refused.value.fields) == {field}


def test_a_shift_moves_the_term_shows_its_sum_and_keeps_the_old_plan(place: Town, dossier: Dossier) -> None:
    first = planned(place, dossier, wished=OCTOBER).version
    assert first is not None
    old = first.step("ambtelijk-concept").end  # type: ignore[union-attr]
    new, _ = place.world.calendar.working_day_from(old, 2)  # type: ignore[arg-type]
    outcome = shifted(place, dossier, new)
    assert isinstance(outcome, ShiftOutcome)
    assert outcome.version is not None
    assert outcome.version.proposal.kind is PlanKind.SHIFTED
    assert "2 werkdagen later" in outcome.version.proposal.sums[0]
    now = place.dossier(dossier.number)
    assert (now.term, now.council_date) == (new, date(2026, 11, 26))
    assert versions(place, dossier)[1] == first


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reason": " "}, "reason"),
        ({"state": "nergens"}, "state"),
        ({"state": "uitvoering"}, "state"),
        ({"end": date(2026, 2, 27)}, "end"),
        ({"end": date(2026, 4, 4)}, "end"),
    ],
    ids=["no reason", "unknown step", "step without a date", "in the past", "a saturday"],
)
def test_a_shift_that_cannot_be_is_refused_at_its_field(
    place: Town, dossier: Dossier, changes: dict[str, object], field: str
) -> None:
    planned(place, dossier, wished=OCTOBER)
    with pytest.raises(InvalidInput) as refused:
        shifted(place, dossier, **{"end": date(2026, 5, 20), **changes})  # type: ignore[arg-type]
    assert set(refused.value.fields) == {field}


def test_without_a_plan_there_is_nothing_to_shift(place: Town, dossier: Dossier) -> None:
    assert shifted(place, dossier, date(2026, 5, 20)) == (Refusal("plan-ontbreekt"),)


def consent(place: Town, dossier: Dossier, who: str, *, agrees: bool = True, note: str = "") -> ConsentOutcome:
    outcome = give_consent(
        place.world,
        place.who("steller"),
        dossier.number,
        participant=who,
        agrees=agrees,
        note=note,
        revision=place.dossier(dossier.number).revision,
    )
    assert isinstance(outcome, ConsentOutcome), outcome
    return outcome


def test_a_shift_waits_for_every_participant_and_the_last_yes_puts_it_in_force(place: Town, dossier: Dossier) -> None:
    planned(place, dossier, wished=OCTOBER, participants=("Cliëntenraad", " Stichting  Voedselbank ", "Cliëntenraad"))
    before = place.dossier(dossier.number)
    end = place.world.calendar.working_day_from(before.term, 3)[0]  # type: ignore[arg-type]
    asked = shifted(place, dossier, end)
    assert isinstance(asked, ShiftOutcome)
    assert asked.version is None
    assert asked.request is not None
    assert asked.request.waiting_for == ("Cliëntenraad", "Stichting Voedselbank")
    assert place.dossier(dossier.number).term == before.term
    again = shifted(place, dossier, end)
    assert isinstance(again, tuple)
    assert again[0].code == "plan-wacht-al"
    assert consent(place, dossier, "Stichting Voedselbank").version is None
    last = consent(place, dossier, "Cliëntenraad", note="per brief")
    assert last.version is not None
    assert place.dossier(dossier.number).term == end
    assert kinds(place, dossier)[1:] == ["gepland", "instemming-gevraagd", "instemming", "instemming", "verschoven"]
    with place.world.uow() as uow:
        said = uow.planning.requests(dossier.id)[0].consents
    assert [(c.participant, c.person, c.agrees) for c in said] == [
        ("Stichting Voedselbank", "Steller", True),
        ("Cliëntenraad", "Steller", True),
    ]


def test_one_no_ends_the_shift_and_needs_a_reason(place: Town, dossier: Dossier) -> None:
    planned(place, dossier, wished=OCTOBER, participants=("Anne", "Bram"))
    before = place.dossier(dossier.number)
    shifted(place, dossier, date(2026, 5, 20))
    with pytest.raises(InvalidInput):
        consent(place, dossier, "Anne", agrees=False)
    consent(place, dossier, "Anne", agrees=False, note="Dan is onze vakantie.")
    assert place.dossier(dossier.number).term == before.term
    refused = give_consent(
        place.world,
        place.who("steller"),
        dossier.number,
        participant="Bram",
        agrees=True,
        revision=place.dossier(dossier.number).revision,
    )
    assert refused == (Refusal("instemming-niet-gevraagd"),)
    assert isinstance(shifted(place, dossier, date(2026, 5, 21)), ShiftOutcome)


def test_an_adopted_procesontwerp_names_who_must_agree_and_a_concept_does_not(place: Town, dossier: Dossier) -> None:
    first = DesignStep("a", "ambtelijk-concept", "Concept", "voorbereiden", organiser="Bureau  Raad")
    design = Design(
        dossier.kader, (first, replace(first, key="b", kept=False, organiser="Niemand")), director="Griffie"
    )
    now = place.clock.now()
    stored = StoredDesign(0, dossier.id, DesignState.CONCEPT, design, 1, now, "x", now, "x")
    with place.world.uow(write=True) as uow:
        concept = uow.designs.add(stored)
        uow.commit()
    assert planned(place, dossier, wished=OCTOBER).version
    assert versions(place, dossier)[0].proposal.participants == ()
    adopted = replace(concept, state=DesignState.ADOPTED, decided_on=date(2026, 3, 2), kader=dossier.kader)
    with place.world.uow(write=True) as uow:
        uow.designs.save(adopted, concept.revision)
        uow.commit()
    outcome = shifted(place, dossier, date(2026, 5, 20))
    assert isinstance(outcome, ShiftOutcome)
    assert outcome.request is not None
    assert outcome.request.waiting_for == ("Griffie", "Bureau Raad")
    assert consent(place, dossier, "Griffie").version is None
    assert consent(place, dossier, "Bureau Raad").version is not None


def test_the_council_reads_of_the_plans_of_before_the_hand_over_only_the_last_and_no_reason(town: Town) -> None:
    made = town.opened()
    town.uploaded(made)
    revision = lambda: town.dossier(made.number).revision  # noqa: E731  read anew at each act
    for wished, reason in ((date(2026, 12, 17), "EERSTE"), (date(2026, 11, 26), "GEHEIM")):
        plan_dossier(town.world, town.who("steller"), made.number, wished=wished, reason=reason, revision=revision())
    town.moved(made, "steller", "vraag-toets")
    town.released(made)
    town.moved(made, "steller", "bied-aan")
    plan_dossier(
        town.world, town.who("griffie"), made.number, wished=date(2026, 10, 29), reason="DE RAAD", revision=revision()
    )
    seen = planning_page(town.world, town.who("raadslid"), made.number)
    assert [(v.number, v.proposal.reason, v.person) for v in seen.versions] == [(3, "DE RAAD", "Griffie"), (2, "", "")]
    assert [r.state for r in seen.rows] == ["griffie", "raad"]
    assert not seen.may_plan
    inside = planning_page(town.world, town.who("steller"), made.number)
    assert [v.proposal.reason for v in inside.versions] == ["DE RAAD", "GEHEIM", "EERSTE"]
    assert [r.state for r in inside.rows] == ["concept", "toetsing", "griffie", "raad"]


def test_who_is_not_named_cannot_consent_and_nobody_twice(place: Town, dossier: Dossier) -> None:
    planned(place, dossier, wished=OCTOBER, participants=("Anne", "Bram"))
    shifted(place, dossier, date(2026, 5, 20))
    consent(place, dossier, "Anne")
    for who in ("Anne", "Chris"):
        with pytest.raises(InvalidInput):
            consent(place, dossier, who)


def test_while_the_clock_stands_still_there_is_no_term_no_move_and_nothing_is_late(
    place: Town, dossier: Dossier
) -> None:
    place.uploaded(dossier)
    revision = place.dossier(dossier.number).revision
    made = suspend_dossier(place.world, place.who("steller"), dossier.number, reason="Wij wachten.", revision=revision)
    assert not isinstance(made, tuple)
    assert made.term == dossier.term
    now = place.dossier(dossier.number)
    assert (now.term, now.suspended) == (None, date(2026, 3, 2))
    place.clock.later(days=90)
    assert board(place.world, place.who("steller"), DossierFilter(late=True)).total == 0
    move = move_dossier(
        place.world, place.who("steller"), dossier.number, transition="begin-zelftoets", revision=now.revision
    )
    assert isinstance(move, tuple)
    assert Refusal("dossier-opgeschort") in move
    for act in (
        lambda: plan_dossier(place.world, place.who("steller"), dossier.number, revision=now.revision),
        lambda: suspend_dossier(place.world, place.who("steller"), dossier.number, reason="x", revision=now.revision),
    ):
        assert isinstance(act(), tuple)


def test_when_the_clock_runs_again_the_term_moves_by_the_working_days_it_stood_still(
    place: Town, dossier: Dossier
) -> None:
    suspend_dossier(place.world, place.who("steller"), dossier.number, reason="Wij wachten.", revision=1)
    place.clock.later(days=14)
    outcome = resume_dossier(place.world, place.who("steller"), dossier.number, revision=2)
    assert isinstance(outcome, ResumeOutcome)
    assert outcome.sums == (
        "De klok stond stil van maandag 2 maart 2026 tot maandag 16 maart 2026: 10 werkdagen.",
        "De termijn was maandag 23 maart 2026 en wordt woensdag 8 april 2026.",
    )
    now = place.dossier(dossier.number)
    assert (now.term, now.suspended) == (date(2026, 4, 8), None)
    again = resume_dossier(place.world, place.who("steller"), dossier.number, revision=3)
    assert again == (Refusal("niet-opgeschort"),)


def test_with_a_plan_everything_that_is_still_to_come_moves_along(place: Town, dossier: Dossier) -> None:
    first = planned(place, dossier, wished=OCTOBER).version
    assert first is not None
    suspend_dossier(place.world, place.who("steller"), dossier.number, reason="Wij wachten.", revision=2)
    place.clock.later(days=7)
    outcome = resume_dossier(place.world, place.who("steller"), dossier.number, revision=3)
    assert isinstance(outcome, ResumeOutcome)
    assert outcome.version is not None
    old, new = first.step("zelftoets"), outcome.version.step("zelftoets")
    assert place.world.calendar.working_days_between(old.end, new.end) == 5  # type: ignore[union-attr,arg-type]
    assert place.dossier(dossier.number).council_date == date(2026, 11, 26)
    assert outcome.version.proposal.kind is PlanKind.RESUMED


def test_a_clock_that_stood_still_for_a_moment_moves_nothing(place: Town, dossier: Dossier) -> None:
    planned(place, dossier, wished=OCTOBER)
    term = place.dossier(dossier.number).term
    suspend_dossier(place.world, place.who("steller"), dossier.number, reason="Vergissing.", revision=2)
    assert isinstance(resume_dossier(place.world, place.who("steller"), dossier.number, revision=3), ResumeOutcome)
    assert place.dossier(dossier.number).term == term


def test_a_step_gets_its_term_from_the_plan_and_a_step_back_a_new_one(place: Town, dossier: Dossier) -> None:
    version = planned(place, dossier, wished=OCTOBER).version
    assert version is not None
    place.uploaded(dossier)
    ahead = place.moved(dossier, "steller", "begin-zelftoets")
    assert ahead.term == version.step("zelftoets").end  # type: ignore[union-attr]
    back = place.moved(dossier, "steller", "herschrijf", reason="Er ontbreekt iets.")
    assert back.term == date(2026, 3, 23)


@pytest.mark.parametrize(
    ("who", "state", "allowed"),
    [
        ("steller", "concept", True),
        ("steller2", "concept", None),
        ("toetser", "concept", False),
        ("college", "concept", True),
        ("griffie", "concept", None),
        ("griffie", "raad", True),
        ("agendacommissie", "raad", True),
        ("raadslid", "raad", False),
        ("beheerder", "raad", False),
        ("steller", "raad", True),
        ("steller", "klaar", False),
    ],
)
def test_who_leads_the_process_plans_it(town: Town, who: str, state: str, allowed: bool | None) -> None:
    """None: the dossier does not even exist for them."""
    made = town.at(state)

    def act() -> object:
        return suspend_dossier(town.world, town.who(who), made.number, reason="Even wachten.", revision=made.revision)

    if allowed:
        assert not isinstance(act(), tuple)
        return
    with pytest.raises(NotFound if allowed is None else NotAllowed):
        act()


def test_a_form_that_is_sent_twice_does_one_thing(place: Town, dossier: Dossier) -> None:
    planned(place, dossier, wished=OCTOBER, key="k1", revision=1)
    again = planned(place, dossier, wished=OCTOBER, key="k1", revision=1)
    assert again.repeated
    assert len(versions(place, dossier)) == 1
    with pytest.raises(StaleDossier):
        planned(place, dossier, wished=OCTOBER, key="k2", revision=1, reason="Nog eens.")
    end = place.world.calendar.working_day_from(place.dossier(dossier.number).term, 1)[0]  # type: ignore[arg-type]
    assert isinstance(shifted(place, dossier, end, key="k3"), ShiftOutcome)
    repeated = shifted(place, dossier, end, key="k3")
    assert isinstance(repeated, ShiftOutcome)
    assert repeated.repeated
    assert len(versions(place, dossier)) == 2


def test_the_process_itself_is_evaluated_with_three_questions(place: Town, dossier: Dossier) -> None:
    made = evaluate_process(
        place.world,
        place.who("toetser"),
        dossier.number,
        answers=("De tafels werkten.", "", "Wij bellen eerder."),
        key="e",
    )
    assert made is not None
    assert made.questions[0] == "Wat ging goed in het proces tot nu toe?"
    assert evaluate_process(place.world, place.who("toetser"), dossier.number, answers=("x", "", ""), key="e") is None
    for answers in (("", " ", ""), ("x" * 2001, "", "")):
        with pytest.raises(InvalidInput):
            evaluate_process(place.world, place.who("toetser"), dossier.number, answers=answers)
    with pytest.raises(NotFound):
        evaluate_process(place.world, place.who("griffie"), dossier.number, answers=("x", "", ""))
    with place.world.uow() as uow:
        assert [e.person for e in uow.planning.evaluations(dossier.id)] == ["Toetser"]


def test_a_shift_of_months_needs_no_working_day_that_is_unknown(place: Town, dossier: Dossier) -> None:
    planned(place, dossier, wished=OCTOBER)
    day = place.world.calendar.on_or_after(date(2027, 11, 1) + timedelta(days=20))[0]
    outcome = shifted(place, dossier, day)
    assert isinstance(outcome, ShiftOutcome)
    assert outcome.version is not None
    assert outcome.version.proposal.council_date is not None


def test_the_timeline_of_all_dossiers_shows_the_plan_and_how_its_end_moved(place: Town, dossier: Dossier) -> None:
    planned(place, dossier, wished=AUGUST)
    planned(place, dossier, wished=OCTOBER, reason="De partners willen eerst meedenken.")
    (card,) = board(place.world, place.who("steller"), DossierFilter()).cards
    (span,) = spans_of(place.world, place.who("steller"), [card])
    old, new = (max(s.end for s in v.proposal.steps if s.end) for v in reversed(versions(place, dossier)))
    assert old < new
    assert (span.planned, span.first_end, span.end) == (True, old, new)
    assert [(s.old, s.new, s.number) for s in span.shifts] == [(old, new, 2)]
