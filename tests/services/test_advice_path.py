"""Advice beside the state: asked on entry, answered by who is meant, about a version, once per round, never leaked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Barrier, Thread

import pytest

from sdprocess.domain.advice import AdviceRequest, AdviceVerdict
from sdprocess.domain.dossier import Dossier, Person
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, SdprocessError, StaleDossier
from sdprocess.services import queries
from sdprocess.services.give_advice import give_advice, replace_adviser, withdraw_advice
from sdprocess.services.move_dossier import move_dossier
from sdprocess.services.views_advice import AdviceView
from tests.services.conftest import DRAFT, Town

JURIST, CONTROLLER, WIJK = "Advies van de jurist", "Advies van de controller", "Advies van de wijkregisseur"
ADVISERS = {
    "iris": ("toetser", "jurist", ""),
    "cees": ("toetser", "controller", ""),
    "wim": ("toetser", "wijkregisseur oost", "wijkregisseur@proef.example"),
    "dirk": ("toetser", "directeur", ""),
    "ilse": ("college", "wethouder zorg en jeugd", ""),
    "omar": ("college", "wethouder werk", ""),
}
OTHER_DRAFT = DRAFT.replace("€ 40.000", "€ 55.000")


@dataclass
class Desk:
    """A dossier in a state that asks for advice, and short ways to act on it."""

    town: Town
    dossier: Dossier

    def board(self, who: str) -> dict[str, AdviceView]:
        page = queries.dossier_page(self.town.world, self.town.who(who), self.dossier.number)
        return {view.title: view for view in page.advice.now}

    def request(self, title: str) -> AdviceRequest:
        with self.town.world.uow() as uow:
            found = uow.advices.of_dossiers([self.dossier.id])[self.dossier.id]
        return next(r for r in reversed(found) if r.ask.title == title)

    def give(self, who: str, title: str, verdict: str = "akkoord", text: str = "", **changes: object) -> object:
        request = self.request(title)
        self.town.clock.later(minutes=1)
        with self.town.world.uow() as uow:
            versions = uow.documents.versions(self.dossier.id)
        seen = {"revision": request.revision, "version": versions[0].number if versions else None, **changes}
        return give_advice(
            self.town.world, self.town.who(who), self.dossier.number, request.id, verdict=verdict, text=text, **seen
        )  # type: ignore[arg-type]

    def moves(self, who: str, transition: str) -> object:
        revision = self.town.dossier(self.dossier.number).revision
        return move_dossier(
            self.town.world, self.town.who(who), self.dossier.number, transition=transition, revision=revision
        )

    def events(self, who: str) -> list[tuple[str, str]]:
        page = queries.dossier_page(self.town.world, self.town.who(who), self.dossier.number)
        return [(e.kind, e.reason) for e in page.events if e.kind.startswith("advies")]


@pytest.fixture
def desk(town: Town) -> Desk:
    """A dossier in `afstemming`, with one version; everybody who is asked exists."""
    with town.world.uow(write=True) as uow:
        for name, (role, job, login) in ADVISERS.items():
            person = Person(0, name.title(), login or f"{name}@proef.example", frozenset({role}), job)
            town.people[name] = uow.people.add(person, "geen")
        uow.commit()
    dossier = town.opened(kader_id="adviezen", portfolio="Zorg en jeugd; Werk")
    town.uploaded(dossier)
    town.moved(dossier, "steller", "stem-af")
    return Desk(town, town.dossier(dossier.number))


def test_entering_a_state_asks_everybody_once_in_the_same_transaction(desk: Desk) -> None:
    board = desk.board("steller")
    assert {title: view.who for title, view in board.items()} == {
        JURIST: ("Iris",),
        CONTROLLER: ("Cees",),
        WIJK: ("Wim",),
    }
    assert board[JURIST].substitutes == ("Cees", "Dirk", "Toetser", "Toetser2", "Wim")
    assert desk.events("steller") == [("advies-gevraagd", f"{JURIST}, {CONTROLLER}, {WIJK}")]
    assert {v.status for v in board.values()} == {"open"}


def test_a_step_back_and_in_again_is_a_new_round(desk: Desk) -> None:
    desk.give("iris", JURIST)
    desk.give("cees", CONTROLLER)
    desk.moves("steller", "laat-paraferen")
    desk.town.moved(desk.dossier, "college", "terug", "De dekking klopt niet.")
    with desk.town.world.uow() as uow:
        found = uow.advices.of_dossiers([desk.dossier.id])[desk.dossier.id]
    assert [(r.state, r.round, r.live) for r in found] == [
        *[("afstemming", 1, False)] * 3,
        *[("paraferen", 1, False)] * 4,
        *[("afstemming", 2, True)] * 3,
    ]
    assert {v.status for v in desk.board("steller").values()} == {"open"}
    earlier = queries.dossier_page(desk.town.world, desk.town.who("steller"), desk.dossier.number).advice.earlier
    assert [(e.title, e.round) for e in earlier] == [(CONTROLLER, 1), (JURIST, 1)]


def test_the_sum_of_the_term_is_shown(desk: Desk) -> None:
    view = desk.board("steller")[JURIST]
    assert (view.working_days, view.silence) == (
        5,
        "Hoort niemand iets voor die tijd, dan gaat het dossier door zonder dit advies.",
    )
    assert "maandag 9 maart 2026" in view.why


@pytest.mark.parametrize(
    ("who", "title", "problem"),
    [
        pytest.param("cees", CONTROLLER, "", id="wie het gevraagd is"),
        pytest.param("dirk", JURIST, "", id="een vervanger"),
        pytest.param("iris", CONTROLLER, "advies-niet-aan-u", id="een ander"),
        pytest.param("wim", WIJK, "", id="de genoemde persoon"),
        pytest.param("steller", CONTROLLER, "advies-niet-aan-u", id="de steller zelf"),
        pytest.param("steller2", CONTROLLER, "niet-gevonden", id="een andere steller"),
        pytest.param("raadslid", CONTROLLER, "niet-gevonden", id="de raadskant"),
        pytest.param("griffie", CONTROLLER, "niet-gevonden", id="de griffie"),
        pytest.param("beheerder", CONTROLLER, "niet-gevonden", id="de beheerder"),
    ],
)
def test_who_may_answer(desk: Desk, who: str, title: str, problem: str) -> None:
    if not problem:
        desk.give(who, title)
        assert desk.board("steller")[title].status == "gegeven"
        return
    with pytest.raises(SdprocessError) as caught:
        desk.give(who, title)
    assert problem in (caught.value.code, caught.value.facts.get("reason"))


def test_a_substitute_is_named_as_such(desk: Desk) -> None:
    desk.give("dirk", JURIST, "akkoord-met-opmerking", "Noem artikel 12.")
    view = desk.board("steller")[JURIST]
    assert (view.person, view.substitute, view.verdict, view.text) == (
        "Dirk",
        True,
        "akkoord met opmerking",
        "Noem artikel 12.",
    )


@pytest.mark.parametrize(
    ("verdict", "text", "fields"),
    [
        pytest.param("akkoord", "", {}, id="akkoord vraagt geen woorden"),
        pytest.param("akkoord-met-opmerking", " ", {"text": "advies-tekst-nodig"}, id="een opmerking wel"),
        pytest.param("niet-akkoord", "", {"text": "advies-tekst-nodig"}, id="niet akkoord ook"),
        pytest.param("misschien", "", {"verdict": "advies-kies"}, id="iets anders"),
        pytest.param("ingetrokken", "x", {"verdict": "advies-kies"}, id="terugnemen gaat anders"),
        pytest.param("akkoord", "x" * 4001, {"text": "veld-lang"}, id="te lang"),
    ],
)
def test_what_is_said_is_checked(desk: Desk, verdict: str, text: str, fields: dict[str, str]) -> None:
    if not fields:
        desk.give("iris", JURIST, verdict, text)
        return
    with pytest.raises(InvalidInput) as caught:
        desk.give("iris", JURIST, verdict, text)
    assert caught.value.fields == fields
    assert desk.board("steller")[JURIST].status == "open"


def test_the_gate_waits_and_opens(desk: Desk) -> None:
    refused = desk.moves("steller", "laat-paraferen")
    assert [r.guard for r in refused] == ["adviezen-binnen"]  # type: ignore[attr-defined]
    desk.give("iris", JURIST)
    desk.give("cees", CONTROLLER)
    desk.moves("steller", "laat-paraferen")
    assert desk.town.dossier(desk.dossier.number).state == "paraferen"


def test_silence_opens_the_gate_when_the_clock_says_so_and_no_job_ran(desk: Desk) -> None:
    desk.give("iris", JURIST)
    desk.town.clock.later(days=14)
    assert desk.board("steller")[CONTROLLER].status == "open"
    desk.town.clock.later(days=1)
    assert desk.board("steller")[CONTROLLER].status == "stil-akkoord"
    assert not isinstance(desk.moves("steller", "laat-paraferen"), tuple)


def test_in_a_sequence_the_second_waits_for_the_first(desk: Desk) -> None:
    desk.give("iris", JURIST)
    desk.give("cees", CONTROLLER)
    desk.moves("steller", "laat-paraferen")
    assert [(t, v.status, v.who) for t, v in desk.board("ilse").items()] == [
        ("Advies van de portefeuillehouder (Zorg en jeugd)", "open", ("Ilse",)),
        ("Advies van de portefeuillehouder (Werk)", "wacht", ("Omar",)),
        ("Paraaf van de directeur", "open", ("Dirk",)),
        ("Paraaf van de portefeuillehouder", "wacht", ("Ilse",)),
    ]
    with pytest.raises(NotAllowed) as caught:
        desk.give("omar", "Advies van de portefeuillehouder (Werk)")
    assert caught.value.facts["reason"] == "advies-nog-niet-aan-beurt"
    desk.give("ilse", "Advies van de portefeuillehouder (Zorg en jeugd)")
    desk.give("omar", "Advies van de portefeuillehouder (Werk)")
    desk.give("dirk", "Paraaf van de directeur", "niet-akkoord", "De dekking ontbreekt.")
    refused = desk.moves("ilse", "bied-aan")
    assert {r.code for r in refused} == {"advies-niet-akkoord", "advies-wacht-op-beurt"}  # type: ignore[attr-defined]


def test_a_new_text_marks_advice_as_old_or_reopens_it_and_history_tells(desk: Desk) -> None:
    desk.give("iris", JURIST)
    desk.give("cees", CONTROLLER)
    desk.town.uploaded(desk.dossier, OTHER_DRAFT, "tweede.md")
    marked = desk.board("steller")[JURIST]
    assert (marked.status, marked.old) == ("gegeven", "over versie 1; nu geldt versie 2")
    desk.moves("steller", "laat-paraferen")
    title = "Advies van de portefeuillehouder (Zorg en jeugd)"
    desk.give("ilse", title)
    desk.town.uploaded(desk.dossier, DRAFT, "derde.md")
    reopened = desk.board("steller")[title]
    assert (reopened.status, reopened.old) == ("open", "over versie 2; nu geldt versie 3")
    assert desk.events("steller")[-1] == ("advies-heropend", title)


def test_a_version_with_the_same_words_changes_nothing(desk: Desk) -> None:
    desk.give("iris", JURIST)
    desk.town.uploaded(desk.dossier, DRAFT + "\n\n", "opgemaakt.md")
    view = desk.board("steller")[JURIST]
    assert (view.status, view.old) == ("gegeven", "")


def test_advice_is_about_what_was_read(desk: Desk) -> None:
    request = desk.request(JURIST)
    desk.town.uploaded(desk.dossier, OTHER_DRAFT, "tweede.md")
    with pytest.raises(StaleDossier) as caught:
        desk.give("iris", JURIST, revision=request.revision, version=1)
    assert caught.value.facts == {"seen": 1, "current": 2}


def test_who_takes_advice_back_opens_the_request_and_both_stay_on_record(desk: Desk) -> None:
    desk.give("iris", JURIST)
    request, town = desk.request(JURIST), desk.town
    with pytest.raises(NotAllowed):
        withdraw_advice(
            town.world, town.who("cees"), desk.dossier.number, request.id, reason="x", revision=request.revision
        )
    withdraw_advice(
        town.world, town.who("iris"), desk.dossier.number, request.id, reason="Ik las iets over het hoofd.",
        revision=request.revision,
    )  # fmt: skip
    assert desk.board("steller")[JURIST].status == "open"
    assert desk.events("steller")[-1] == ("advies-ingetrokken", f"{JURIST}. Ik las iets over het hoofd.")
    page = queries.dossier_page(town.world, town.who("steller"), desk.dossier.number)
    assert [(e.title, e.verdict, e.person, e.about) for e in page.advice.earlier] == [(JURIST, "akkoord", "Iris", 1)]
    with town.world.uow() as uow:
        kept = uow.advices.answers([request.id])
    assert [a.verdict for a in kept] == [AdviceVerdict.AGREE, AdviceVerdict.WITHDRAWN]


@pytest.mark.parametrize(
    ("who", "chosen", "outcome"),
    [
        pytest.param("steller", "dirk", None, id="de steller kiest een ander"),
        pytest.param("iris", "toetser", None, id="wie gevraagd is geeft het door"),
        pytest.param("ilse", "dirk", NotAllowed, id="een ander niet"),
        pytest.param("steller", "griffie", InvalidInput, id="niet iemand die het dossier niet ziet"),
        pytest.param("steller", "steller", InvalidInput, id="niet de steller zelf"),
        pytest.param("steller", "ilse", InvalidInput, id="niet iemand met een andere rol"),
    ],
)
def test_somebody_else_in_the_place_of_an_adviser(
    desk: Desk, who: str, chosen: str, outcome: type[Exception] | None
) -> None:
    town, request = desk.town, desk.request(JURIST)

    def act() -> None:
        replace_adviser(
            town.world, town.who(who), desk.dossier.number, request.id, person_id=town.people[chosen].id,
            reason="Iris is ziek.", revision=request.revision,
        )  # fmt: skip

    if outcome is not None:
        with pytest.raises(outcome):
            act()
        assert desk.board("steller")[JURIST].who == ("Iris",)
        return
    act()
    assert desk.board("steller")[JURIST].who == (town.people[chosen].name,)
    assert desk.events("steller")[-1] == (
        "advies-vervanger",
        f"{JURIST}: gevraagd aan {town.people[chosen].name}. Iris is ziek.",
    )


def test_two_who_answer_the_same_request_at_once(desk: Desk) -> None:
    request, barrier, outcomes = desk.request(JURIST), Barrier(2), list[object]()

    def act(who: str) -> None:
        barrier.wait()
        try:
            outcomes.append(
                give_advice(
                    desk.town.world,
                    desk.town.who(who),
                    desk.dossier.number,
                    request.id,
                    verdict="akkoord",
                    text="",
                    revision=request.revision,
                    version=1,
                )
            )
        except StaleDossier as error:
            outcomes.append(error)

    threads = [Thread(target=act, args=(who,)) for who in ("iris", "dirk")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(o).__name__ for o in outcomes) == ["Advice", "StaleDossier"]


def test_who_moves_after_advice_came_looks_again_first(desk: Desk) -> None:
    seen = desk.town.dossier(desk.dossier.number).revision
    desk.give("iris", JURIST)
    with pytest.raises(StaleDossier):
        move_dossier(
            desk.town.world, desk.town.who("steller"), desk.dossier.number, transition="laat-paraferen", revision=seen
        )


def test_after_the_dossier_went_on_nobody_answers_any_more(desk: Desk) -> None:
    request = desk.request(WIJK)
    desk.give("iris", JURIST)
    desk.give("cees", CONTROLLER)
    desk.moves("steller", "laat-paraferen")
    with pytest.raises(NotFound):
        give_advice(
            desk.town.world, desk.town.who("wim"), desk.dossier.number, request.id, verdict="akkoord", text="",
            revision=request.revision, version=1,
        )  # fmt: skip


def test_my_work_says_what_is_asked_and_whom_the_steller_waits_for(desk: Desk) -> None:
    world, town = desk.town.world, desk.town
    asked = queries.my_work(world, town.who("cees")).now
    assert [(i.action, i.url_kind, i.advice) for i in asked if i.advice] == [
        (f"Geef uw advies: {CONTROLLER}", "advies", desk.request(CONTROLLER).id),
    ]
    assert asked[0].card.term.working_days == 10
    own = queries.my_work(world, town.who("steller"))
    assert [i for i in own.now if i.card.dossier.id == desk.dossier.id] == []
    (waiting,) = [w for w in own.waiting if w.card.dossier.id == desk.dossier.id]
    assert waiting.on == (f"{JURIST} (Iris)", f"{CONTROLLER} (Cees)", f"{WIJK} (Wim)")
    desk.give("cees", CONTROLLER)
    desk.give("iris", JURIST)
    assert not [i for i in queries.my_work(world, town.who("cees")).now if i.advice]
    assert [i.action for i in queries.my_work(world, town.who("steller")).now] == ["Laat paraferen"]


@pytest.fixture
def in_paraferen(desk: Desk) -> Desk:
    """One step further, where the college advises and initials."""
    for who, title in (("iris", JURIST), ("cees", CONTROLLER)):
        desk.give(who, title)
    desk.moves("steller", "laat-paraferen")
    return desk


@pytest.fixture
def in_council(in_paraferen: Desk) -> Desk:
    """With the council, where the griffie advises."""
    desk = in_paraferen
    for who, title in (
        ("ilse", "Advies van de portefeuillehouder (Zorg en jeugd)"),
        ("omar", "Advies van de portefeuillehouder (Werk)"),
        ("dirk", "Paraaf van de directeur"),
        ("ilse", "Paraaf van de portefeuillehouder"),
    ):
        desk.give(who, title)
    desk.moves("ilse", "bied-aan")
    return desk


Look = Callable[[Desk, str], object]


@pytest.mark.parametrize(
    ("who", "now", "earlier"),
    [
        pytest.param("griffie", True, False, id="de griffie ziet alleen het eigen advies"),
        pytest.param("raadslid", True, False, id="het raadslid ook"),
        pytest.param("steller", False, True, id="de steller ziet alleen dat van het college"),
        pytest.param("toetser", False, True, id="de toetser ook"),
        pytest.param("ilse", False, True, id="het college ook"),
    ],
)
def test_neither_side_reads_the_advice_of_the_other(in_council: Desk, who: str, now: bool, earlier: bool) -> None:
    in_council.give("griffie", "Advies van de griffie", "akkoord-met-opmerking", "Vertrouwelijk woord", version=None)
    page = queries.dossier_page(in_council.town.world, in_council.town.who(who), in_council.dossier.number)
    assert [bool(page.advice.now), bool(page.advice.earlier)] == [now, earlier]
    told = " ".join(reason for _, reason in in_council.events(who))
    assert ("griffie" in told) is now
    assert ("jurist" in told) is earlier


def test_residents_and_other_stellers_read_no_advice(in_council: Desk) -> None:
    in_council.give("griffie", "Advies van de griffie", version=None)
    in_council.moves("griffie", "besluit")
    for who in ("steller2", "beheerder"):
        page = queries.dossier_page(in_council.town.world, in_council.town.who(who), in_council.dossier.number)
        assert (page.advice.now, page.advice.earlier) == ((), ())
        assert in_council.events(who) == []


def test_a_function_that_nobody_has_is_shown_as_a_gap(desk: Desk) -> None:
    with desk.town.world.uow(write=True) as uow:
        uow.people.save(replace(desk.town.people["iris"], active=False), 1)
        uow.commit()
    assert desk.board("steller")[JURIST].who == ()
    (waiting,) = list(queries.my_work(desk.town.world, desk.town.who("steller")).waiting)
    assert waiting.on[0] == f"{JURIST} (nog niemand met deze functie)"


def test_a_substitute_hears_of_it_when_there_is_nobody_or_when_it_is_late(desk: Desk) -> None:
    def asked(who: str) -> list[str]:
        return [i.action for i in queries.my_work(desk.town.world, desk.town.who(who)).now if i.advice]

    assert asked("dirk") == []
    with desk.town.world.uow(write=True) as uow:
        uow.people.save(replace(desk.town.people["iris"], active=False), 1)
        uow.commit()
    assert asked("dirk") == [f"Geef uw advies: {JURIST}"]


def test_a_substitute_for_a_paraaf_without_a_term_is_not_bothered(in_paraferen: Desk) -> None:
    world, town = in_paraferen.town.world, in_paraferen.town
    in_paraferen.give("dirk", "Paraaf van de directeur")

    def asked(who: str) -> list[str]:
        return [i.action for i in queries.my_work(world, town.who(who)).now if i.action.startswith("Geef uw paraaf")]

    assert (asked("ilse"), asked("omar")) == (["Geef uw paraaf: Paraaf van de portefeuillehouder"], [])
