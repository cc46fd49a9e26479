"""The seeded municipality: every situation that the pages must be able to show is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sdprocess.bootstrap import build
from sdprocess.content.workflow import POLICY_STEPS
from sdprocess.demo.plan import dossier_plans, population
from sdprocess.demo.seed import seed
from sdprocess.domain.dossier import Side
from sdprocess.domain.errors import NotAllowed, NotFound
from sdprocess.domain.people import ALL_ROLES, COLLEGE_SIDE, COUNCIL_SIDE
from sdprocess.services.ports import DossierFilter
from sdprocess.services.queries import board
from sdprocess.services.queries_design import design_page
from sdprocess.services.queries_dossier import dossier_page
from sdprocess.services.queries_proposal import compare_versions
from sdprocess.services.queries_public import public_list
from sdprocess.services.sign_in import sign_in
from sdprocess.services.take_questions import question_list
from sdprocess.settings import load_settings
from tests.demo.conftest import TODAY, Seeded

INSIDER = "ozlem.kuijpers"
PLANS = {plan.number: plan for plan in dossier_plans()}


def test_the_people_hold_every_role_and_nobody_sits_on_two_sides() -> None:
    people = population().people
    assert {role for person in people for role in person.roles} == set(ALL_ROLES)
    assert not [p.name for p in people if p.roles & COLLEGE_SIDE and p.roles & COUNCIL_SIDE]
    assert sum("raadslid" in p.roles for p in people) >= 3
    assert all(p.login.endswith(".example") for p in people)


def test_each_dossier_stands_where_the_plan_says(seeded: Seeded) -> None:
    cards = board(seeded.world, seeded.actor(INSIDER), DossierFilter()).cards
    assert {c.dossier.number: c.dossier.state for c in cards} == {n: plan.state for n, plan in PLANS.items()}


def test_every_column_of_the_board_has_a_dossier(seeded: Seeded) -> None:
    columns = board(seeded.world, seeded.actor(INSIDER), DossierFilter()).columns
    assert [c.step for c in columns if c.cards] == list(POLICY_STEPS)


def test_every_shipped_proceskader_has_a_dossier(seeded: Seeded) -> None:
    kaders = {plan.kader for plan in PLANS.values()}
    assert len(seeded.report.numbers) == len(PLANS)
    refs = seeded.world.library.workflow_refs()
    assert kaders == {ref.id for ref in refs if not ref.id.startswith("ontwerp-")}


def test_one_dossier_runs_on_an_adopted_procesontwerp_and_one_has_a_concept(seeded: Seeded) -> None:
    adopted = design_page(seeded.world, seeded.actor("soraya"), "2026-032")
    assert adopted.dossier.kader.id == "ontwerp-2026-032"
    assert adopted.decided.startswith("Procesontwerp ter kennisgeving aangenomen door de agendacommissie")
    assert [a.kader.version for a in adopted.adoptions] == ["2.0.0", "1.0.0"]
    concept = design_page(seeded.world, seeded.actor("soraya"), "2026-016").stored
    assert concept is not None
    assert concept.is_concept


def test_seeding_twice_does_nothing_and_says_so(seeded: Seeded) -> None:
    assert seeded.again.already
    assert seeded.again.passphrase == ""
    assert {p.login for p in seeded.again.people} == {p.login for p in seeded.report.people}


def test_everyone_signs_in_with_the_one_passphrase_of_this_seeding(seeded: Seeded) -> None:
    assert len(seeded.report.passphrase) >= 20
    for person in seeded.report.people:
        signed_in = sign_in(seeded.world, person.login, seeded.report.passphrase)
        assert signed_in is not None
        assert signed_in.id == person.id


def test_outside_a_demo_nothing_is_made(tmp_path: Path) -> None:
    world = build(load_settings({"SDPROCESS_GEGEVENS": str(tmp_path)}))
    with pytest.raises(NotAllowed):
        seed(world, TODAY)
    with world.uow() as uow:
        assert not uow.people.all()


def test_no_event_lies_in_the_future_and_events_keep_their_order(seeded: Seeded) -> None:
    for number in PLANS:
        events = dossier_page(seeded.world, seeded.actor(INSIDER), number).events
        moments = [e.at for e in sorted(events, key=lambda e: e.seq)]
        assert moments == sorted(moments), number
        assert moments[-1].date() < TODAY, number


def test_one_proposal_was_released_with_a_deviation_that_the_council_reads(seeded: Seeded) -> None:
    page = dossier_page(seeded.world, seeded.actor("soraya"), "2026-002")
    assert page.releases[0].deviation.startswith("De partners tekenen")
    assert page.releases[0].unmet


@pytest.mark.parametrize("number", ["2026-001", "2026-007", "2026-009", "2026-012"])
def test_the_good_proposals_pass_the_gate_without_a_deviation(seeded: Seeded, number: str) -> None:
    assert [r.deviation for r in dossier_page(seeded.world, seeded.actor(INSIDER), number).releases] == [""]


def test_a_text_that_changed_after_the_toets_closes_the_gate(seeded: Seeded) -> None:
    page = dossier_page(seeded.world, seeded.actor("anouk"), "2026-010")
    assert page.current is not None
    assert page.releases[0].version_id != page.current.id
    guards = {r.guard for r in page.release_refusals}
    assert {"checklist-beantwoord", "collegiale-toets-gedaan"} <= guards
    onward = next(m for m in page.card.moves if m.transition == "naar-college")
    assert [r.code for r in onward.refusals] == ["vrijgave-oudere-versie"]


@pytest.mark.parametrize(
    ("number", "transition"),
    [("2026-005", "houd-aan"), ("2026-011", "griffie-stuurt-terug"), ("2026-008", "toetser-stuurt-terug")],
    ids=["aangehouden", "teruggestuurd door de griffie", "teruggestuurd door de collega"],
)
def test_what_went_back_or_was_held_says_why(seeded: Seeded, number: str, transition: str) -> None:
    events = dossier_page(seeded.world, seeded.actor("delano"), number).events
    reasons = [e.reason for e in events if e.transition == transition]
    assert len(reasons) == 1
    assert len(reasons[0]) > 40


def test_one_dossier_on_each_side_is_late(seeded: Seeded) -> None:
    then = board(seeded.world, seeded.actor(INSIDER), DossierFilter()).cards
    late = {c.dossier.number for c in then if c.dossier.term and c.dossier.term < TODAY}
    assert late == {"2026-002", "2026-013"}


def test_one_was_a_hamerstuk(seeded: Seeded) -> None:
    events = dossier_page(seeded.world, seeded.actor("willemijn"), "2026-006").events
    assert "agendeer-hamerstuk" in [e.transition for e in events]


def test_one_says_in_words_what_the_council_decided(seeded: Seeded) -> None:
    decided = {p.dossier.number: p.decided for p in public_list(seeded.world)}
    assert "amendement 1" in decided["2026-001"]


def test_one_continues_an_earlier_dossier(seeded: Seeded) -> None:
    page = dossier_page(seeded.world, seeded.actor("anouk"), "2026-012")
    assert page.previous is not None
    assert page.previous.number == "2023-019"


def test_a_second_version_answers_more_than_the_first(seeded: Seeded) -> None:
    page = dossier_page(seeded.world, seeded.actor("delano"), "2026-008")
    first, second = sorted(page.scores, key=lambda s: s.version.number)
    answered = [sum(p.answered for p in score.profiles) for score in (first, second)]
    assert answered[1] >= answered[0] + 4
    changes = compare_versions(seeded.world, seeded.actor("delano"), "2026-008", 1, 2).changes
    assert {"weg", "nieuw"} <= {change.kind for change in changes}


def college_numbers(seeded: Seeded) -> Iterator[str]:
    for card in board(seeded.world, seeded.actor(INSIDER), DossierFilter()).cards:
        if card.dossier.side is Side.COLLEGE:
            yield card.dossier.number


def test_the_council_does_not_know_of_drafts_of_the_college(seeded: Seeded) -> None:
    hidden = list(college_numbers(seeded))
    assert len(hidden) >= 4
    for number in hidden:
        with pytest.raises(NotFound):
            dossier_page(seeded.world, seeded.actor("soraya"), number)


def test_councillors_took_questions_along(seeded: Seeded) -> None:
    taken = [q for q in question_list(seeded.world, seeded.actor("soraya"), "2026-002") if q.taken]
    assert taken
    assert {q.kind for q in taken} <= {"technisch", "politiek"}
