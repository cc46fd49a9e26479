"""Several councils in one dossier: who keeps the list, what may be written down, and who was first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sdprocess.content.library import load_library
from sdprocess.domain.councils import Council, Outcome, still_open
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, StaleDossier
from sdprocess.services.give_advice import give_advice
from sdprocess.services.keep_councils import CouncilDecision, add_council, councils_page, keep_council, remove_council
from sdprocess.services.queries_dossier import dossier_page
from tests.services.conftest import DRAFT, START, Town

SHIPPED = load_library(None)
TODAY = START.date()
BEFORE, LATER = date(2026, 2, 26), date(2026, 4, 2)


@pytest.fixture
def region(town: Town) -> Town:
    """The town with the proceskaders of the product and a dossier that waits for its councils."""
    town.world = replace(town.world, library=SHIPPED)
    dossier = town.opened(kader_id="zienswijze-regionaal")
    town.uploaded(dossier, DRAFT)
    town.released(dossier, deviation="")
    page = dossier_page(town.world, town.who("toetser"), dossier.number)
    (asked,) = page.advice.now
    give_advice(town.world, town.who("toetser"), dossier.number, asked.id, verdict="akkoord", text="",
                revision=asked.revision, version=1)  # fmt: skip
    town.moved(dossier, "steller", "leg-begroting-voor")
    return town


NUMBER = "2026-001"


def added(town: Town, name: str = "Veenkade", meets: date | None = BEFORE, who: str = "griffie") -> Council:
    return add_council(town.world, town.who(who), NUMBER, name=name, meets=meets)


def decided(town: Town, council: Council, outcome: Outcome, **more: object) -> Council:
    decision = CouncilDecision(council.meets, outcome, **more)  # type: ignore[arg-type]
    return keep_council(
        town.world, town.who("griffie"), NUMBER, council.id, decision=decision, revision=council.revision
    )


@pytest.mark.parametrize(
    ("who", "allowed"),
    [
        ("griffie", True),
        ("steller", True),
        ("steller2", False),
        ("college", False),
        ("raadslid", False),
        ("beheerder", False),
    ],
)
def test_the_griffie_and_the_steller_keep_the_list(region: Town, who: str, *, allowed: bool) -> None:
    if allowed:
        assert added(region, who=who).name == "Veenkade"
        return
    with pytest.raises((NotAllowed, NotFound)):
        added(region, who=who)


def test_a_kader_that_asks_for_no_councils_has_no_list(town: Town) -> None:
    number = town.at("raad").number
    with pytest.raises(NotAllowed):
        add_council(town.world, town.who("griffie"), number, name="Veenkade", meets=None)
    with pytest.raises(NotFound):
        councils_page(town.world, town.who("griffie"), number)


@pytest.mark.parametrize(
    ("name", "code"), [("", "veld-leeg"), ("   ", "veld-leeg"), ("x" * 81, "veld-lang"), ("VEENKADE", "raad-dubbel")]
)
def test_a_council_has_a_name_of_its_own(region: Town, name: str, code: str) -> None:
    added(region)
    with pytest.raises(InvalidInput) as caught:
        added(region, name)
    assert caught.value.fields == {"name": code}


@pytest.mark.parametrize(
    ("outcome", "facts", "problems"),
    [
        (Outcome.AGREES, {}, {}),
        (Outcome.AGREES, {"decided": TODAY}, {}),
        (Outcome.AGREES, {"decided": LATER}, {"decided": "raad-datum-later"}),
        (Outcome.VIEW, {}, {"words": "veld-leeg"}),
        (Outcome.VIEW, {"words": "Minder stijging."}, {}),
        (Outcome.REFUSES, {"words": " "}, {"words": "veld-leeg"}),
        (Outcome.VIEW, {"words": "x" * 4001}, {"words": "veld-lang"}),
    ],
)
def test_what_a_council_decided_has_a_past_day_and_a_view_has_words(
    region: Town, outcome: Outcome, facts: dict[str, object], problems: dict[str, str]
) -> None:
    council = added(region)
    if not problems:
        kept = decided(region, council, outcome, **facts)
        assert kept.decided == facts.get("decided", BEFORE)
        return
    with pytest.raises(InvalidInput) as caught:
        decided(region, council, outcome, **facts)
    assert caught.value.fields == problems


def test_without_a_day_there_is_no_decision(region: Town) -> None:
    with pytest.raises(InvalidInput) as caught:
        decided(region, added(region, meets=None), Outcome.AGREES)
    assert caught.value.fields == {"decided": "raad-datum-nodig"}


def test_taking_a_decision_back_leaves_it_in_the_history(region: Town) -> None:
    kept = decided(region, added(region), Outcome.VIEW, words="Minder stijging.")
    again = decided(region, kept, Outcome.OPEN)
    assert (again.open, again.decided, again.words) == (True, None, "")
    told = [e.reason for e in dossier_page(region.world, region.who("griffie"), NUMBER).events if e.kind == "raad"]
    assert told == ["Veenkade doet mee", "Veenkade dient een zienswijze in", "Veenkade moet nog besluiten"]


def test_who_comes_second_hears_it(region: Town) -> None:
    council = added(region)
    decided(region, council, Outcome.AGREES)
    with pytest.raises(StaleDossier):
        decided(region, council, Outcome.VIEW, words="Minder stijging.")
    with pytest.raises(NotAllowed):
        remove_council(region.world, region.who("griffie"), NUMBER, council.id, revision=2)


def test_a_council_that_did_not_decide_can_leave(region: Town) -> None:
    council = added(region)
    remove_council(region.world, region.who("steller"), NUMBER, council.id, revision=1)
    assert councils_page(region.world, region.who("griffie"), NUMBER).councils == ()
    with pytest.raises(NotFound):
        decided(region, council, Outcome.AGREES)


def test_a_draft_of_the_college_shows_its_councils_to_nobody_else(town: Town) -> None:
    town.world = replace(town.world, library=SHIPPED)
    number = town.opened(kader_id="zienswijze-regionaal").number
    add_council(town.world, town.who("steller"), number, name="Veenkade", meets=None)
    with pytest.raises(NotFound):
        councils_page(town.world, town.who("raadslid"), number)
    with pytest.raises(NotFound):
        add_council(town.world, town.who("griffie"), number, name="Rietdam", meets=None)


def test_the_last_day_for_all_counts_only_while_they_decide(region: Town) -> None:
    late, early = added(region, "Veenkade", date(2026, 7, 1)), added(region, "Rietdam", BEFORE)
    page = councils_page(region.world, region.who("griffie"), NUMBER)
    assert page.due == date(2026, 5, 26)
    assert [c.name for c in page.councils if c.after(page.due)] == ["Veenkade"]
    assert still_open([early, late]) == (early, late)


def test_a_next_dossier_opens_where_the_step_says_so(town: Town) -> None:
    town.world = replace(town.world, library=SHIPPED)
    dossier = town.opened("griffie", kader_id="monitor-klankbordgroep", title="Klankbordgroep 2026")
    for who, step in (
        ("college", "cijfers-maart-klaar"),
        ("griffie", "maart-naar-september"),
        ("college", "cijfers-september-klaar"),
        ("griffie", "september-klaar"),
        ("griffie", "rond-jaar-af"),
    ):
        town.moved(dossier, who, step, "Zoals afgesproken.")
    (following,) = dossier_page(town.world, town.who("griffie"), dossier.number).next
    assert (following.title, following.state, following.opener) == ("Klankbordgroep 2027", "maart-cijfers", "griffie")
    assert following.steller_id == dossier.steller_id
    assert not following.closed
