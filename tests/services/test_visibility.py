from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sdprocess.domain.dossier import Side
from sdprocess.domain.errors import NotAllowed, NotFound
from sdprocess.domain.people import PUBLIC, SYSTEM, Actor
from sdprocess.services.add_version import add_version
from sdprocess.services.assess_draft import assess_draft
from sdprocess.services.judge_question import judge_questions
from sdprocess.services.move_dossier import move_dossier
from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.ports import DossierFilter, World
from sdprocess.services.queries import (
    board,
    compare_versions,
    councillor_page,
    document_data,
    dossier_page,
    my_work,
    proposal_page,
    public_list,
    public_proposal,
)
from sdprocess.services.record_decision import record_decision
from sdprocess.services.release_proposal import release_proposal
from sdprocess.services.take_questions import question_list, save_questions
from sdprocess.services.visibility import may_see
from tests.services.conftest import DRAFT, START, Town

STELLER = 7
WHO = {
    "own steller": Actor(STELLER, "S", frozenset({"steller"})),
    "other steller": Actor(8, "A", frozenset({"steller"})),
    "own steller without the role": Actor(STELLER, "S", frozenset({"beheerder"})),
    "toetser": Actor(9, "T", frozenset({"toetser"})),
    "college": Actor(10, "C", frozenset({"college"})),
    "griffie": Actor(11, "G", frozenset({"griffie"})),
    "agendacommissie": Actor(12, "Ag", frozenset({"agendacommissie"})),
    "raadslid": Actor(13, "R", frozenset({"raadslid"})),
    "beheerder": Actor(14, "B", frozenset({"beheerder"})),
    "public": PUBLIC,
    "system": SYSTEM,
}
SEEN = {
    "own steller": "college raad openbaar",
    "other steller": "openbaar",
    "own steller without the role": "openbaar",
    "toetser": "college raad openbaar",
    "college": "college raad openbaar",
    "griffie": "raad openbaar",
    "agendacommissie": "raad openbaar",
    "raadslid": "raad openbaar",
    "beheerder": "openbaar",
    "public": "openbaar",
    "system": "openbaar",
}


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("who", list(WHO))
def test_who_may_know_of_a_dossier(side: Side, who: str, plain_dossier: Callable[..., object]) -> None:
    dossier = plain_dossier(side=side, steller_id=STELLER)
    assert may_see(WHO[who], dossier) == (side.value in SEEN[who].split())  # type: ignore[arg-type]


READS: dict[str, Callable[[World, Actor, str], object]] = {
    "dossier_page": dossier_page,
    "proposal_page": proposal_page,
    "document_data": lambda w, a, n: document_data(w, a, n, 1),
    "compare_versions": lambda w, a, n: compare_versions(w, a, n, 1, 1),
    "move": lambda w, a, n: move_dossier(w, a, n, transition="vraag-toets", revision=2),
    "release": lambda w, a, n: release_proposal(w, a, n, revision=2, deviation="x"),
    "add_version": lambda w, a, n: add_version(w, a, n, filename="x.md", data=b"# x", revision=2),
    "assess_draft": assess_draft,
    "judge": lambda w, a, n: judge_questions(w, a, n, version_id=1, judgements=[]),
    "decide": lambda w, a, n: record_decision(w, a, n, decided="x", revision=2),
}
COUNCIL_READS: dict[str, Callable[[World, Actor, str], object]] = {
    "councillor_page": councillor_page,
    "question_list": question_list,
    "save_questions": lambda w, a, n: save_questions(w, a, n, []),
}


def test_a_college_draft_does_not_exist_for_the_council_side_the_beheerder_or_another_steller(town: Town) -> None:
    dossier = town.at("concept")
    for name in ("griffie", "agendacommissie", "raadslid", "beheerder", "steller2"):
        actor = town.who(name)
        for read in READS.values():
            with pytest.raises(NotFound) as refused:
                read(town.world, actor, dossier.number)
            with pytest.raises(NotFound) as absent:
                read(town.world, actor, "2026-999")
            assert {**refused.value.facts, "id": ""} == {**absent.value.facts, "id": ""}
        shown = board(town.world, actor, DossierFilter())
        assert (shown.total, shown.cards, shown.kaders, shown.portfolios, shown.themes) == (0, (), (), (), ())
        assert board(town.world, actor, DossierFilter(text="Leskaart")).total == 0
        work = my_work(town.world, actor)
        assert (work.now, work.waiting, work.recent) == ((), (), ())
    for read in COUNCIL_READS.values():
        with pytest.raises(NotFound):
            read(town.world, town.who("raadslid"), dossier.number)
    assert public_list(town.world) == ()
    with pytest.raises(NotFound):
        public_proposal(town.world, dossier.number)
    with pytest.raises(NotFound):
        town.opened("steller2", previous=dossier.number)


def test_a_handed_over_dossier_is_seen_by_the_council_side_and_not_by_residents(town: Town) -> None:
    dossier = town.at("griffie")
    for name in ("griffie", "agendacommissie", "raadslid", "steller", "toetser", "college"):
        assert board(town.world, town.who(name), DossierFilter()).total == 1
        assert dossier_page(town.world, town.who(name), dossier.number).current is not None
    for actor in (PUBLIC, town.who("beheerder"), town.who("steller2")):
        assert board(town.world, actor, DossierFilter()).total == 0
        with pytest.raises(NotFound):
            dossier_page(town.world, actor, dossier.number)
    assert public_list(town.world) == ()


def test_others_than_insiders_see_released_versions_and_their_scores_only(town: Town) -> None:
    dossier = town.at("raad")
    town.uploaded(dossier, DRAFT.replace("€ 40.000", "€ 55.000"))
    inside = dossier_page(town.world, town.who("toetser"), dossier.number)
    assert [v.number for v in inside.versions] == [2, 1]
    assert [s.version.number for s in inside.scores] == [1, 2]
    for actor in (town.who("griffie"), town.who("raadslid"), town.who("steller2"), PUBLIC):
        page = dossier_page(town.world, actor, dossier.number)
        assert [v.number for v in page.versions] == [1]
        assert page.current is not None
        assert page.current.number == 1
        assert [s.version.number for s in page.scores] == [1]
        assert not page.stale
        assert page.card.profiles == page.scores[0].profiles
        assert proposal_page(town.world, actor, dossier.number).version.number == 1
        for read in (
            lambda a: document_data(town.world, a, dossier.number, 2),
            lambda a: proposal_page(town.world, a, dossier.number, 2),
            lambda a: compare_versions(town.world, a, dossier.number, 1, 2),
        ):
            with pytest.raises(NotFound):
                read(actor)
        assert {e.document_hash for e in page.events} <= {page.current.sha256, ""}
    assert "€ 40.000" in public_proposal(town.world, dossier.number).decision_points[0]


def test_without_a_released_version_the_council_side_sees_no_document_and_no_score(town: Town) -> None:
    dossier = town.at("concept")
    with town.world.uow(write=True) as uow:
        uow.dossiers.save(replace(town.dossier(dossier.number), side=Side.PUBLIC), 2)
        uow.commit()
    for actor in (town.who("griffie"), PUBLIC):
        page = dossier_page(town.world, actor, dossier.number)
        assert (page.current, page.assessment, page.versions, page.scores) == (None, None, (), ())
        assert (page.card.profiles, page.card.open_questions) == ((), None)
        with pytest.raises(NotFound):
            proposal_page(town.world, actor, dossier.number)
    with pytest.raises(NotFound):
        councillor_page(town.world, town.who("raadslid"), dossier.number)
    with pytest.raises(NotFound):
        public_proposal(town.world, dossier.number)
    assert public_list(town.world) == ()


def test_the_history_of_the_college_side_stays_there(town: Town) -> None:
    dossier = town.at("raad")
    inside = [e.kind for e in dossier_page(town.world, town.who("college"), dossier.number).events]
    council = dossier_page(town.world, town.who("raadslid"), dossier.number).events
    everyone = dossier_page(town.world, PUBLIC, dossier.number).events
    assert inside == ["geopend", "versie", "toets", "verplaatst", "vrijgegeven", "verplaatst", "verplaatst"]
    assert [(e.kind, e.to_state) for e in council] == [
        ("vrijgegeven", ""),
        ("verplaatst", "griffie"),
        ("verplaatst", "raad"),
    ]
    assert [(e.kind, e.to_state) for e in everyone] == [("verplaatst", "raad")]


def test_the_council_side_reads_the_deviation_and_residents_do_not(town: Town) -> None:
    dossier = town.at("raad")
    council = councillor_page(town.world, town.who("raadslid"), dossier.number)
    assert council.release is not None
    assert council.release.deviation == "De raad vraagt spoed."
    assert council.release.unmet
    resident = dossier_page(town.world, PUBLIC, dossier.number).releases
    assert [(r.deviation, r.unmet) for r in resident] == [("", ())]


def test_the_griffies_judgements_reach_the_college_side_when_the_dossier_is_given_back(town: Town) -> None:
    dossier = town.at("griffie")
    town.judged(dossier, "griffie")

    def griffie_seen_by(name: str) -> tuple[bool, bool]:
        page = proposal_page(town.world, town.who(name), dossier.number)
        judged = any(j.kind.value == "griffie" for q in page.questions for j in q.judgements)
        told = any(e.kind == "beoordeeld" for e in page.page.events)
        return judged, told

    assert griffie_seen_by("griffie") == (True, True)
    assert griffie_seen_by("raadslid") == (True, True)
    assert griffie_seen_by("steller") == griffie_seen_by("college") == (False, False)
    town.moved(dossier, "griffie", "geef-terug", "De kosten ontbreken.")
    assert griffie_seen_by("steller") == griffie_seen_by("college") == (True, True)
    given_back = dossier_page(town.world, town.who("raadslid"), dossier.number).events[-1]
    assert (given_back.to_state, given_back.reason) == ("concept", "De kosten ontbreken.")
    steller = dossier_page(town.world, town.who("steller"), dossier.number)
    assert steller.events[-1].reason == "De kosten ontbreken."


def test_a_councillors_questions_are_of_that_councillor_alone(town: Town) -> None:
    dossier = town.at("raad")
    mine = question_list(town.world, town.who("raadslid"), dossier.number)
    theirs = question_list(town.world, town.who("raadslid2"), dossier.number)
    assert {q.id for q in mine}.isdisjoint(q.id for q in theirs)
    stolen = (mine[0].id, True, "gestolen", "politiek", "")
    with pytest.raises(NotFound):
        save_questions(town.world, town.who("raadslid2"), dossier.number, [stolen])
    for name in ("steller", "toetser", "college", "griffie", "agendacommissie", "beheerder"):
        with pytest.raises(NotAllowed):
            question_list(town.world, town.who(name), dossier.number)
        with pytest.raises(NotAllowed):
            save_questions(town.world, town.who(name), dossier.number, [stolen])
    for name in ("steller", "toetser", "college", "beheerder"):
        with pytest.raises(NotAllowed):
            councillor_page(town.world, town.who(name), dossier.number)
    assert councillor_page(town.world, town.who("griffie"), dossier.number).questions == ()


def test_a_number_inside_a_dossier_is_looked_up_in_that_dossier_only(town: Town) -> None:
    one, other = town.at("concept"), town.opened()
    page = proposal_page(town.world, town.who("steller"), one.number)
    with pytest.raises(NotFound):
        document_data(town.world, town.who("steller"), other.number, 1)
    with pytest.raises(NotFound):
        judge_questions(town.world, town.who("steller"), other.number, version_id=page.version.id, judgements=[])
    town.uploaded(other, DRAFT + "\nSlot.")
    with pytest.raises(NotFound):
        judge_questions(town.world, town.who("steller"), other.number, version_id=page.version.id, judgements=[])


def test_only_a_steller_opens_a_dossier_where_the_kader_names_nobody_else(town: Town) -> None:
    for name in town.people:
        if not name.startswith("steller"):
            with pytest.raises(NotAllowed):
                open_dossier(town.world, town.who(name), title="x", about="x", theme="", portfolio="", kader_id="proef")
    assert town.opened().opened_at == START


def test_earlier_and_later_dossiers_show_only_to_who_may_see_them(town: Town) -> None:
    first = town.at("raad")
    later = town.opened(previous=first.number)
    assert [d.number for d in dossier_page(town.world, town.who("steller"), first.number).next] == [later.number]
    assert dossier_page(town.world, town.who("raadslid"), first.number).next == ()
    page = dossier_page(town.world, town.who("steller"), later.number)
    assert page.previous is not None
    assert page.previous.number == first.number
