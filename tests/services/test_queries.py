from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from sdprocess.content.workflow import POLICY_STEPS
from sdprocess.domain.errors import InvalidInput, NotFound
from sdprocess.domain.findings import Verdict, Weight
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.move import MoveOption
from sdprocess.services.judge_question import NewJudgement, judge_questions
from sdprocess.services.ports import DossierFilter
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
from sdprocess.services.queries_lists import _work
from sdprocess.services.take_questions import question_list, save_questions
from tests.services.conftest import DRAFT, Town


def test_board_and_table_hold_the_same_cards_in_six_columns(town: Town) -> None:
    for place in ("concept", "griffie", "raad", "klaar"):
        town.at(place)
    shown = board(town.world, town.who("toetser"), DossierFilter())
    assert [c.step for c in shown.columns] == list(POLICY_STEPS)
    assert {c.step: len(c.cards) for c in shown.columns if c.cards} == {
        "voorbereiden": 1,
        "vaststellen": 2,
        "uitvoeren": 1,
    }
    assert sorted(c.dossier.number for col in shown.columns for c in col.cards) == sorted(
        c.dossier.number for c in shown.cards
    )
    assert (shown.total, shown.kaders) == (4, (("proef", "Proefkader"),))
    assert (shown.portfolios, shown.themes) == (("wethouder Smit",), ("integratie",))


FILTERS = [
    pytest.param(DossierFilter(step="vaststellen"), {"griffie", "raad"}, id="step"),
    pytest.param(DossierFilter(step="agenderen"), set(), id="a step without dossiers"),
    pytest.param(DossierFilter(step="onzin"), set(), id="a step that is none"),
    pytest.param(DossierFilter(mine=True), {"griffie"}, id="where it is my turn"),
    pytest.param(DossierFilter(late=True), set(), id="late: not yet"),
]


@pytest.mark.parametrize(("filters", "states"), FILTERS)
def test_filters_of_the_board(town: Town, filters: DossierFilter, states: set[str]) -> None:
    for place in ("griffie", "raad"):
        town.at(place)
    assert {c.dossier.state for c in board(town.world, town.who("griffie"), filters).cards} == states


def test_a_card_says_whose_turn_how_long_and_what_the_actor_can_do(town: Town) -> None:
    dossier = town.at("concept")
    town.clock.later(days=21)
    (card,) = board(town.world, town.who("steller"), DossierFilter(late=True)).cards
    assert (card.kader_title, card.state_title, card.step_title) == ("Proefkader", "Concept", "Voorbereiden")
    assert (card.turn, card.steller) == (("steller",), "Steller")
    assert (card.term.day, card.term.working_days, card.term.late) == (date(2026, 3, 16), -5, True)
    assert [(m.transition, m.possible) for m in card.moves] == [("vraag-toets", True)]
    assert card.profiles
    assert card.open_questions == sum(p.open for p in card.profiles)
    (other,) = board(town.world, town.who("toetser"), DossierFilter()).cards
    assert other.moves == ()
    own_page = dossier_page(town.world, town.who("toetser"), dossier.number)
    assert [(m.transition, m.is_mine) for m in own_page.card.moves] == [("vraag-toets", False)]


def test_a_dossier_without_a_document_has_no_scores(town: Town) -> None:
    town.opened()
    (card,) = board(town.world, town.who("steller"), DossierFilter()).cards
    assert (card.profiles, card.open_questions) == ((), None)
    assert [r.guard for m in card.moves for r in m.refusals] == ["document-aanwezig"]


def test_a_document_that_is_not_judged_counts_nothing(town: Town) -> None:
    dossier = town.opened()
    town.uploaded(dossier, "# Motie vreemd aan de orde\n\nDe raad, in vergadering bijeen, spreekt uit dat het fijn is.")
    page = dossier_page(town.world, town.who("steller"), dossier.number)
    assert page.assessment is not None
    assert not page.assessment.recognition.judged
    assert (page.card.profiles, page.card.open_questions) == ((), None)
    assert page.scores[0].profiles == ()


def test_my_work_says_what_to_do_what_to_wait_for_and_what_happened(town: Town) -> None:
    first = town.opened(title="Zonder stuk")
    second = town.at("griffie")
    steller = my_work(town.world, town.who("steller"))
    assert [(i.card.dossier.number, i.url_kind) for i in steller.now] == [(first.number, "dossier")]
    assert steller.now[0].first == "Kan nog niet: Er is nog geen voorstel toegevoegd."
    assert [(w.card.dossier.number, w.on, w.since) for w in steller.waiting] == [
        (second.number, ("griffie",), second.state_since)
    ]
    assert {e.number for e in steller.recent} == {first.number, second.number}
    griffie = my_work(town.world, town.who("griffie"))
    assert [(i.card.dossier.number, i.action, i.url_kind) for i in griffie.now] == [
        (second.number, "Agendeer", "dossier")
    ]
    assert {e.record.kind for e in griffie.recent} == {"vrijgegeven", "verplaatst"}
    town.moved(second, "griffie", "agendeer")
    council = my_work(town.world, town.who("raadslid"))
    assert [(i.url_kind, i.action) for i in council.now] == [("raadslid", "Bereid de vergadering voor")]
    town.clock.later(days=2)
    assert my_work(town.world, town.who("steller")).recent == ()


def test_a_colleague_who_must_check_is_sent_to_the_proposal(town: Town) -> None:
    dossier = town.opened()
    town.uploaded(dossier)
    town.moved(dossier, "steller", "vraag-toets")
    (item,) = my_work(town.world, town.who("toetser")).now
    assert (item.card.dossier.number, item.url_kind) == (dossier.number, "voorstel")
    assert item.action == "Geef bij elke vraag uw oordeel"


@pytest.mark.parametrize(
    ("judged_by", "left_out", "new_version", "asked"),
    [
        pytest.param(None, 0, False, True, id="nobody judged"),
        pytest.param("toetser", 1, False, True, id="all but one"),
        pytest.param("toetser", 0, False, False, id="everything"),
        pytest.param("toetser", 0, True, True, id="everything, of an older version"),
        pytest.param("toetser2", 0, False, True, id="everything, by another colleague"),
        pytest.param("steller", 0, False, True, id="everything, by the steller"),
    ],
)
def test_who_judged_everything_is_not_asked_again(
    town: Town, judged_by: str | None, left_out: int, new_version: bool, asked: bool
) -> None:
    dossier = town.opened()
    town.uploaded(dossier)
    if judged_by == "steller":
        town.judged(dossier, judged_by, leave_out=left_out)
    town.moved(dossier, "steller", "vraag-toets")
    if judged_by not in {None, "steller"}:
        town.judged(dossier, str(judged_by), leave_out=left_out)
    if new_version:
        town.uploaded(dossier, DRAFT.replace("2024", "2025") + "\nNog een zin over de uitvoering.\n")
    work = my_work(town.world, town.who("toetser"))
    assert [i.action for i in work.now] == (["Geef bij elke vraag uw oordeel"] if asked else [])
    assert [w.card.dossier.number for w in work.waiting] == ([] if asked else [dossier.number])


def option(title: str, **changes: Any) -> MoveOption:
    base = MoveOption(title, title, "raad", "In de raad", needs_reason=False, is_mine=True, refusals=())
    return replace(base, **changes)


STOP = option("Trek het voorstel in", needs_reason=True, aside=True)
AGREED = option("Leg de afspraken vast", needs_reason=True)
BACK = option("Geef terug", back=True, needs_reason=True)
ON = option("Agendeer")
YES, NO = option("Neem aan", decision="Aangenomen"), option("Verwerp", decision="Verworpen")
CHANGED = option("Neem gewijzigd aan", decision="Aangenomen met wijzigingen", needs_reason=True)
NOT_YET = option("Bied aan", refusals=(Refusal("document-ontbreekt"),))


@pytest.mark.parametrize(
    ("moves", "action"),
    [
        pytest.param((STOP, BACK), "Bekijk het voorstel", id="stoppen is geen werk"),
        pytest.param((STOP, ON), "Agendeer", id="vooruit gaat voor"),
        pytest.param((STOP, AGREED), "Leg de afspraken vast", id="ook met een reden"),
        pytest.param((STOP, NOT_YET, ON), "Agendeer", id="wat kan gaat voor"),
        pytest.param((STOP, NOT_YET), "Bied aan", id="ook wat nog niet kan"),
        pytest.param((ON, option("Hamerstuk")), "Kies de volgende stap", id="een keuze blijft een keuze"),
        pytest.param((YES, NO), "Leg vast wat de raad besluit", id="geen uitkomst vooraf"),
        pytest.param((CHANGED,), "Leg vast wat de raad besluit", id="ook niet als het er maar een is"),
        pytest.param((replace(ON, is_mine=False),), "Bekijk het voorstel", id="werk van een ander"),
    ],
)
def test_my_work_puts_neither_stopping_nor_an_outcome_forward(
    town: Town, moves: tuple[MoveOption, ...], action: str
) -> None:
    actor = town.who("griffie")
    card = dossier_page(town.world, actor, town.at("griffie").number).card
    item = _work(actor, replace(card, moves=moves))
    assert item is not None
    assert item.action == action


def test_a_closed_dossier_is_nobodys_work(town: Town) -> None:
    town.at("klaar")
    for name in town.people:
        work = my_work(town.world, town.who(name))
        assert (work.now, work.waiting) == ((), ())


def test_the_dossier_page_shows_the_way_and_the_state(town: Town) -> None:
    dossier = town.at("concept")
    page = dossier_page(town.world, town.who("steller"), dossier.number)
    assert [(s.id, s.status) for s in page.strip] == [
        ("concept", "hier"),
        ("toetsing", "straks"),
        ("griffie", "straks"),
        ("raad", "straks"),
        ("klaar", "straks"),
    ]
    assert (page.products, page.guiding_questions) == (("concept",), ("Wat moet de raad kunnen kiezen?",))
    assert page.involved == (("organisatie", "schrijft"),)
    assert page.event_titles == ("Dossier begonnen", "Nieuwe versie van het voorstel", "Voorstel getoetst")
    assert (page.may_upload, page.may_release, page.stale) == (True, True, False)
    assert [r.guard for r in page.release_refusals] == ["collegiale-toets-gedaan"]
    town.moved(dossier, "steller", "vraag-toets")
    assert dossier_page(town.world, town.who("steller"), dossier.number).event_titles[-1] == "Van Concept naar Toetsing"
    assert dossier_page(town.world, town.who("steller"), dossier.number).event_moves[-1] == "Vraag de toets aan"


def test_two_versions_are_compared_by_paragraph_and_verdict(town: Town) -> None:
    dossier = town.at("concept")
    changed = DRAFT.replace("Eind 2027 oefenen 120 nieuwkomers elke week Nederlands. Nu zijn dat er 45.", "Meer taal.")
    town.uploaded(dossier, changed + "\n## Evaluatie\nIn 2028 leest de raad of het doel is gehaald.\n")
    found = compare_versions(town.world, town.who("steller"), dossier.number, 1, 2)
    assert [(c.kind, c.section, c.text) for c in found.changes if c.kind != "gelijk"] == [
        ("weg", "Beoogd effect", "Eind 2027 oefenen 120 nieuwkomers elke week Nederlands. Nu zijn dat er 45."),
        ("nieuw", "Beoogd effect", "Meer taal."),
        ("nieuw", "Evaluatie", "In 2028 leest de raad of het doel is gehaald."),
    ]
    old = proposal_page(town.world, town.who("steller"), dossier.number, 1).assessment
    new = proposal_page(town.world, town.who("steller"), dossier.number).assessment
    assert {q: (before, after) for q, before, after in found.verdicts} == {
        f.question: (f.verdict.value, new.finding(f.question).verdict.value)
        for f in old.findings
        if f.verdict is not new.finding(f.question).verdict
    }
    assert found.verdicts
    back = compare_versions(town.world, town.who("steller"), dossier.number, 2, 1)
    assert [c.kind for c in back.changes if c.kind != "gelijk"] == ["weg", "nieuw", "weg"]
    with pytest.raises(NotFound):
        compare_versions(town.world, town.who("steller"), dossier.number, 1, 3)


def test_the_score_history_grows_with_each_version(town: Town) -> None:
    dossier = town.at("concept")
    town.uploaded(dossier, DRAFT + "\n## Evaluatie\nIn 2028 leest de raad of het doel is gehaald.\n")
    page = dossier_page(town.world, town.who("steller"), dossier.number)
    assert [s.version.number for s in page.scores] == [1, 2]
    assert page.scores[1].profiles == page.card.profiles
    assert document_data(town.world, town.who("steller"), dossier.number, 1) == ("voorstel.md", DRAFT.encode())


def test_a_councillor_gets_the_open_questions_as_an_own_list(town: Town) -> None:
    dossier = town.at("raad")
    page = councillor_page(town.world, town.who("raadslid"), dossier.number)
    asked = [f.question for f in page.assessment.findings if page.assessment.asks(f.question, f.verdict)]
    wanted = [q for q in asked if page.assessment.weight(q) is not Weight.NVT]
    assert [q.question for q in page.questions] == wanted
    assert all(page.checklist.question(q.question).ask_councillor == q.text for q in page.questions)
    assert {q.kind for q in page.questions} <= {"technisch", "politiek"}
    assert not any(q.taken for q in page.questions)
    assert page.summary.startswith("Wie nieuw is in onze gemeente")
    assert page.asked_of_council == ("De raad besluit € 40.000 beschikbaar te stellen voor de leskaart.",)
    again = councillor_page(town.world, town.who("raadslid"), dossier.number)
    assert again.questions == page.questions


def test_what_a_person_overruled_is_not_asked_and_what_a_person_opened_is(town: Town) -> None:
    dossier = town.opened()
    town.uploaded(dossier)
    page = proposal_page(town.world, town.who("steller"), dossier.number)
    no = next(f.question for f in page.assessment.findings if f.verdict is Verdict.NEE)
    yes = next(f.question for f in page.assessment.findings if f.verdict is Verdict.JA)
    new = [NewJudgement(no, Verdict.NVT, "Er is geen uitvoerder."), NewJudgement(yes, Verdict.NEE, "Dit is te vaag.")]
    judge_questions(town.world, town.who("steller"), dossier.number, version_id=page.version.id, judgements=new)
    town.moved(dossier, "steller", "vraag-toets")
    town.released(dossier)
    town.moved(dossier, "steller", "bied-aan")
    asked = {q.question for q in question_list(town.world, town.who("raadslid"), dossier.number)}
    assert no not in asked
    assert yes in asked


def test_a_councillor_edits_the_list_and_adds_to_it(town: Town) -> None:
    dossier = town.at("raad")
    first, *rest = question_list(town.world, town.who("raadslid"), dossier.number)
    items = [
        (first.id, True, " Wie voert dit uit? ", "politiek", " bellen "),
        (0, True, "Eigen vraag", "technisch", ""),
    ]
    saved = save_questions(town.world, town.who("raadslid"), dossier.number, items)
    assert len(saved) == len(rest) + 2
    assert (saved[0].text, saved[0].kind, saved[0].taken, saved[0].note) == (
        "Wie voert dit uit?",
        "politiek",
        True,
        "bellen",
    )
    assert (saved[-1].question, saved[-1].text) == ("", "Eigen vraag")
    assert question_list(town.world, town.who("raadslid"), dossier.number) == saved


@pytest.mark.parametrize(
    ("item", "fields"),
    [
        pytest.param((True, " ", "politiek", ""), {"text": "veld-leeg"}, id="no text"),
        pytest.param((True, "x" * 1001, "politiek", ""), {"text": "veld-lang"}, id="long text"),
        pytest.param((True, "x", "politiek", "n" * 1001), {"text": "veld-lang"}, id="long note"),
        pytest.param((True, "x", "overig", ""), {"kind": "vraag-soort"}, id="unknown kind"),
    ],
)
def test_a_question_that_cannot_be_kept(town: Town, item: tuple[bool, str, str, str], fields: dict[str, str]) -> None:
    dossier = town.at("raad")
    before = question_list(town.world, town.who("raadslid"), dossier.number)
    good = (before[1].id, True, "Anders", "politiek", "")
    with pytest.raises(InvalidInput) as refused:
        save_questions(town.world, town.who("raadslid"), dossier.number, [good, (before[0].id, *item)])
    assert refused.value.fields == fields
    assert question_list(town.world, town.who("raadslid"), dossier.number) == before


def test_residents_read_the_summary_where_it_stands_and_what_was_decided(town: Town) -> None:
    dossier = town.at("klaar")
    town.at("griffie")
    (listed,) = public_list(town.world)
    assert listed == public_proposal(town.world, dossier.number)
    assert (listed.kader_title, listed.state_title, listed.decided) == ("Proefkader", "Klaar", "Aangenomen")
    assert (
        listed.summary
        == "Wie nieuw is in onze gemeente kan met een leskaart gratis Nederlands oefenen in het dorpshuis."
    )
    assert listed.decision_points == ("De raad besluit € 40.000 beschikbaar te stellen voor de leskaart.",)
    assert listed.moves == ((date(2026, 3, 2), "In de raad"), (date(2026, 3, 2), "Klaar"))


def test_a_proposal_without_a_summary_has_none(town: Town) -> None:
    dossier = town.opened()
    town.uploaded(dossier, DRAFT.replace("## Publiekssamenvatting", "## Inleiding"))
    town.moved(dossier, "steller", "vraag-toets")
    town.released(dossier)
    town.moved(dossier, "steller", "bied-aan")
    town.moved(dossier, "griffie", "agendeer")
    assert public_proposal(town.world, dossier.number).summary == ""


LATE = [
    # the day it began, its term, the moment (UTC), late
    pytest.param((2026, 3, 2), (2026, 3, 16), (2026, 3, 16, 21), False, id="the day itself"),
    pytest.param((2026, 3, 2), (2026, 3, 16), (2026, 3, 16, 23), True, id="past midnight in the Netherlands"),
    pytest.param((2026, 3, 2), (2026, 3, 16), (2026, 3, 17, 9), True, id="the next working day"),
    pytest.param((2026, 2, 27), (2026, 3, 13), (2026, 3, 13, 12), False, id="on Friday"),
    pytest.param((2026, 2, 27), (2026, 3, 13), (2026, 3, 15, 12), False, id="on Sunday"),
    pytest.param((2026, 2, 27), (2026, 3, 13), (2026, 3, 16, 12), True, id="on Monday"),
]


@pytest.mark.parametrize(("opened", "term", "moment", "late"), LATE)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_filter_and_the_card_agree_on_what_is_late(
    town: Town, opened: tuple[int, ...], term: tuple[int, ...], moment: tuple[int, ...], late: bool
) -> None:
    town.clock.at = datetime(*opened, 9, tzinfo=UTC)  # type: ignore[misc,arg-type]
    assert town.opened().term == date(*term)
    town.clock.at = datetime(*moment, tzinfo=UTC)  # type: ignore[misc,arg-type]
    (card,) = board(town.world, town.who("steller"), DossierFilter()).cards
    assert card.term.late is late
    assert (board(town.world, town.who("steller"), DossierFilter(late=True)).total == 1) is late
