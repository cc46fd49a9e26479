"""Plans, shifts, suspensions and evaluations come back as they were written, and stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from sdprocess.domain.dossier import Dossier, Person
from sdprocess.domain.plan import PlannedStep
from sdprocess.domain.plan_record import (
    Consent,
    PlanKind,
    PlanVersion,
    ProcessEvaluation,
    Proposal,
    ShiftRequest,
    Suspension,
)
from sdprocess.services.ports import OpenUnitOfWork
from sdprocess.store.tables import metadata
from sdprocess.store.tables_planning import PLANNING_APPEND_ONLY
from tests.store.conftest import KADER, NOW, new_dossier, new_event

STEP = PlannedStep(
    "college", "College", date(2026, 3, 3), date(2026, 3, 17), ("een som",), hard=True, law="Gemeentewet",
    earliest=date(2026, 3, 10), limit=date(2026, 3, 20), precision="kwartaal",
)  # fmt: skip
OPEN_STEP = PlannedStep("uitvoering", "Uitvoering", None, None, unknown=True)
PROPOSAL = Proposal(
    PlanKind.SHIFTED, (STEP, OPEN_STEP), date(2026, 6, 25), "ziekte", ("5 werkdagen later",), "college",
    ("Anne", "Bram"), KADER, "college",
)  # fmt: skip


@pytest.fixture
def dossier(uow: OpenUnitOfWork, steller: Person) -> Dossier:
    with uow(write=True) as work:
        made = work.dossiers.add(new_dossier(steller))
        work.commit()
    return made


def plan(dossier: Dossier, **changes: object) -> PlanVersion:
    return replace(PlanVersion(0, dossier.id, 0, NOW, 7, "Sanne", PROPOSAL), **changes)  # type: ignore[arg-type]


def request(dossier: Dossier) -> ShiftRequest:
    return ShiftRequest(0, dossier.id, 1, NOW, 7, "Sanne", ("Anne", "Bram"), PROPOSAL)


def consent(asked: ShiftRequest, who: str, *, agrees: bool = True) -> Consent:
    return Consent(0, asked.id, who, agrees, "per brief", NOW, 7, "Sanne")


def test_plans_are_numbered_within_their_dossier_and_keep_every_date(uow: OpenUnitOfWork, dossier: Dossier) -> None:
    with uow(write=True) as work:
        asked = work.planning.add_request(request(dossier))
        work.planning.add_version(plan(dossier))
        work.planning.add_version(plan(dossier, request_id=asked.id))
        work.commit()
    with uow() as work:
        newest, first = work.planning.versions(dossier.id)
        assert work.planning.versions_of([dossier.id, 99]) == {dossier.id: [newest, first]}
    assert (newest.number, first.number) == (2, 1)
    assert first.proposal == PROPOSAL
    assert (newest.request_id, first.request_id) == (asked.id, None)
    assert newest.step("college") == STEP


def test_a_shift_counts_who_agreed_and_who_did_not(uow: OpenUnitOfWork, dossier: Dossier) -> None:
    with uow(write=True) as work:
        asked = work.planning.add_request(request(dossier))
        assert asked.waiting_for == ("Anne", "Bram")
        work.planning.add_consent(consent(asked, "Bram"))
        work.planning.add_consent(consent(asked, "Anne", agrees=False))
        work.commit()
    with uow() as work:
        (found,) = work.planning.requests(dossier.id)
    assert (found.waiting_for, found.refused_by, found.agreed) == ((), ("Anne",), False)
    assert found.consents[0].note == "per brief"


def test_a_participant_speaks_once(uow: OpenUnitOfWork, dossier: Dossier) -> None:
    with uow(write=True) as work:
        asked = work.planning.add_request(request(dossier))
        work.planning.add_consent(consent(asked, "Bram"))
        with pytest.raises(IntegrityError):
            work.planning.add_consent(consent(asked, "Bram", agrees=False))


def test_a_suspension_has_a_begin_and_later_an_end(uow: OpenUnitOfWork, dossier: Dossier) -> None:
    made = Suspension(0, dossier.id, date(2026, 3, 2), NOW, 7, "Sanne", "wij wachten", date(2026, 3, 20), "college")
    with uow(write=True) as work:
        begun = work.planning.suspend(made)
        work.commit()
    with uow(write=True) as work:
        assert work.planning.suspensions(dossier.id) == [begun]
        ended = replace(begun, ended=date(2026, 3, 9), working_days=5, ended_by="Sanne")
        work.planning.end_suspension(ended)
        work.commit()
    with uow() as work:
        assert work.planning.suspensions(dossier.id) == [ended]
        with pytest.raises(ValueError, match="not ended"):
            work.planning.end_suspension(begun)


def test_answers_about_the_process_stay_with_their_questions(uow: OpenUnitOfWork, dossier: Dossier) -> None:
    made = ProcessEvaluation(0, dossier.id, "college", NOW, 7, "Sanne", ("a?", "b?", "c?"), ("a", "", "c"), "college")
    with uow(write=True) as work:
        kept = work.planning.add_evaluation(made)
        work.commit()
    with uow() as work:
        assert work.planning.evaluations(dossier.id) == [kept] == [replace(made, id=kept.id)]


def test_which_dossiers_have_a_plan_and_to_which_of_them_something_happened(
    uow: OpenUnitOfWork, steller: Person, dossier: Dossier
) -> None:
    with uow(write=True) as work:
        other = work.dossiers.add(new_dossier(steller))
        for made in (dossier, other):
            work.events.append(new_event(made.id))
        work.planning.add_version(plan(dossier))
        work.planning.add_version(plan(dossier, at=NOW + timedelta(days=1)))
        work.commit()
    with uow() as work:
        assert work.planning.first_planned() == {dossier.id: NOW}
        assert work.planning.stirred(NOW - timedelta(days=1), NOW + timedelta(days=1)) == {dossier.id}
        assert work.planning.stirred(NOW + timedelta(days=1), NOW + timedelta(days=9)) == frozenset()


def test_a_form_is_handled_once(uow: OpenUnitOfWork, dossier: Dossier) -> None:
    with uow(write=True) as work:
        assert work.planning.first_time(dossier.id, "a1")
        assert not work.planning.first_time(dossier.id, "a1")
        assert work.planning.first_time(dossier.id, "a2")


@pytest.mark.parametrize("table", PLANNING_APPEND_ONLY)
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE"])
def test_planning_cannot_be_changed_behind_our_back(
    engine: Engine, uow: OpenUnitOfWork, dossier: Dossier, table: str, verb: str
) -> None:
    made = Suspension(0, dossier.id, date(2026, 3, 2), NOW, 7, "Sanne", "wij wachten", None, "college")
    with uow(write=True) as work:
        work.planning.add_version(plan(dossier))
        asked = work.planning.add_request(request(dossier))
        work.planning.add_consent(consent(asked, "Bram"))
        work.planning.end_suspension(replace(work.planning.suspend(made), ended=date(2026, 3, 3)))
        work.planning.add_evaluation(
            ProcessEvaluation(0, dossier.id, "college", NOW, 7, "Sanne", ("a?",), ("a",), "college")
        )
        work.planning.first_time(dossier.id, "a1")
        work.commit()
    column = next(iter(metadata.tables[table].columns)).name
    statement = {"UPDATE": f"UPDATE {table} SET {column} = {column}", "DELETE": f"DELETE FROM {table}"}[verb]  # noqa: S608
    with engine.connect() as connection, pytest.raises(Exception, match="append-only"):
        connection.execute(text(statement))
