"""Choices that a proposal leaves for later: taken over, completed, followed, and seen by whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, StaleDossier
from sdprocess.domain.frames import ChoiceStatus, Returns, TrackedChoice
from sdprocess.services.track_choices import choices_page, open_choices, save_choice, take_over
from tests.services.conftest import DRAFT, Town

LATER = "Het college werkt de verdeling over de dorpen nader uit in een uitvoeringsplan in 2027."
OPEN_DRAFT = DRAFT + f"\n## Vervolg\n{LATER}\n"
NEW = TrackedChoice(0, 0, "In welk dorp begint de leskaart?")


def with_choice(town: Town, place: str = "concept") -> tuple[str, TrackedChoice]:
    dossier = town.at(place)
    saved = save_choice(town.world, town.who("steller"), dossier.number, NEW)
    return dossier.number, saved


def test_what_the_text_leaves_open_is_offered_once(town: Town) -> None:
    dossier = town.opened()
    town.uploaded(dossier, OPEN_DRAFT)
    steller = town.who("steller")
    found = choices_page(town.world, steller, dossier.number).found
    assert [c.quote.text for c in found] == [LATER]
    assert take_over(town.world, steller, dossier.number, quotes=[LATER, "dit staat er niet"]) == 1
    page = choices_page(town.world, steller, dossier.number)
    assert page.found == ()
    assert (page.choices[0].quote, page.choices[0].when, page.choices[0].gaps) == (
        LATER,
        "in 2027",
        ("keuze-gat-terug",),
    )
    assert take_over(town.world, steller, dossier.number, quotes=[LATER]) == 0


@pytest.mark.parametrize(
    ("sentence", "returns", "why_not"),
    [
        ("De locatie wordt nader bepaald en komt terug in de raad.", Returns.YES, ""),
        (
            "Dit wordt nader uitgewerkt en komt niet terug in de raad, omdat het uitvoering is.",
            Returns.NO,
            "het uitvoering is",
        ),
        ("Dit wordt nader uitgewerkt en komt niet terug in de raad.", Returns.UNKNOWN, ""),
        ("De locatie wordt later bepaald.", Returns.UNKNOWN, ""),
    ],
    ids=["terug", "niet terug, met reden", "niet terug zonder reden: vraag ernaar", "niets gezegd"],
)
def test_whether_it_comes_back_is_read_from_the_text(town: Town, sentence: str, returns: Returns, why_not: str) -> None:
    dossier = town.opened()
    town.uploaded(dossier, DRAFT + f"\n## Vervolg\nEr zijn drie plekken mogelijk. {sentence}\n")
    assert take_over(town.world, town.who("steller"), dossier.number, quotes=[sentence]) == 1
    choice = choices_page(town.world, town.who("steller"), dossier.number).choices[0]
    assert (choice.returns, choice.why_not) == (returns, why_not)
    assert choice.choice.startswith("Er zijn drie plekken" if sentence.startswith("Dit") else "De locatie")


def test_a_choice_is_completed_and_closed_and_the_history_says_so(town: Town) -> None:
    number, saved = with_choice(town)
    steller = town.who("steller")
    full = replace(saved, who="de raad", due=date(2027, 3, 1), returns=Returns.YES)
    full = save_choice(town.world, steller, number, full)
    assert full.gaps == ()
    made = replace(full, status=ChoiceStatus.MADE, outcome="In Oosterdam.")
    save_choice(town.world, steller, number, made)
    assert choices_page(town.world, steller, number).choices[0].outcome == "In Oosterdam."
    with town.world.uow() as uow:
        events = [e.reason for e in uow.events.of_dossier(town.dossier(number).id) if e.kind == "keuze"]
    assert events == [NEW.choice, NEW.choice, f"{NEW.choice}\n\nIn Oosterdam."]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"choice": ""}, "choice"),
        ({"choice": "x" * 1001}, "choice"),
        ({"returns": Returns.NO}, "why_not"),
        ({"status": ChoiceStatus.MADE}, "outcome"),
        ({"status": ChoiceStatus.DROPPED}, "outcome"),
    ],
    ids=["leeg", "te lang", "niet terug zonder reden", "gemaakt zonder uitkomst", "vervallen zonder uitleg"],
)
def test_what_is_missing_is_asked(town: Town, change: dict[str, object], field: str) -> None:
    dossier = town.at("concept")
    with pytest.raises(InvalidInput) as caught:
        save_choice(town.world, town.who("steller"), dossier.number, replace(NEW, **change))
    assert list(caught.value.fields) == [field]


def test_the_second_of_two_does_not_overwrite_the_first(town: Town) -> None:
    number, saved = with_choice(town)
    save_choice(town.world, town.who("steller"), number, replace(saved, who="de raad"))
    with pytest.raises(StaleDossier):
        save_choice(town.world, town.who("steller"), number, replace(saved, who="het college"))
    assert choices_page(town.world, town.who("steller"), number).choices[0].who == "de raad"


WRITES = [
    ("concept", "steller", None),
    ("concept", "steller2", NotFound),
    ("concept", "toetser", NotAllowed),
    ("concept", "griffie", NotFound),
    ("griffie", "griffie", None),
    ("griffie", "steller", None),
    ("griffie", "raadslid", NotAllowed),
    ("raad", "griffie", None),
    ("raad", "raadslid", NotAllowed),
]


@pytest.mark.parametrize(("place", "who", "error"), WRITES, ids=[f"{p}-{w}" for p, w, _ in WRITES])
def test_who_may_keep_the_list(town: Town, place: str, who: str, error: type[Exception] | None) -> None:
    dossier = town.at(place)
    if error is None:
        assert save_choice(town.world, town.who(who), dossier.number, NEW).id
        return
    with pytest.raises(error):
        save_choice(town.world, town.who(who), dossier.number, NEW)


SEES = [
    ("concept", "steller", True),
    ("concept", "toetser", True),
    ("concept", "raadslid", False),
    ("griffie", "raadslid", True),
    ("griffie", "college", True),
    ("raad", "raadslid2", True),
    ("raad", "beheerder", True),
]


@pytest.mark.parametrize(("place", "who", "sees"), SEES, ids=[f"{p}-{w}" for p, w, _ in SEES])
def test_who_sees_it_in_the_list_of_all(town: Town, place: str, who: str, sees: bool) -> None:
    number, _ = with_choice(town, place)
    assert [line.dossier.number for line in open_choices(town.world, town.who(who))] == ([number] if sees else [])


def test_while_the_college_works_on_a_returned_dossier_the_council_does_not_follow_the_draft(town: Town) -> None:
    number, _ = with_choice(town, "griffie")
    raadslid = town.who("raadslid")
    assert len(choices_page(town.world, raadslid, number).choices) == 1
    town.moved(town.dossier(number), "griffie", "geef-terug", "Er ontbreekt iets.")
    save_choice(town.world, town.who("steller"), number, replace(NEW, choice="Nog geheim"))
    assert choices_page(town.world, raadslid, number).choices == ()
    assert open_choices(town.world, raadslid) == ()


def test_the_list_of_all_has_the_oldest_day_first_and_says_what_is_late(town: Town) -> None:
    number, saved = with_choice(town)
    steller = town.who("steller")
    save_choice(town.world, steller, number, replace(saved, due=date(2026, 12, 1)))
    save_choice(town.world, steller, number, replace(NEW, choice="Wie betaalt?", due=date(2026, 2, 1)))
    lines = open_choices(town.world, steller)
    assert [(line.choice.choice, line.late) for line in lines] == [("Wie betaalt?", True), (NEW.choice, False)]
