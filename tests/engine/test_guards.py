from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from sdprocess.domain.dossier import JudgeKind
from sdprocess.domain.findings import Profile, Verdict
from sdprocess.domain.people import Actor
from sdprocess.engine.context import GuardContext
from sdprocess.engine.counting import count_criterion, listed, verdict_of
from sdprocess.engine.guards import GUARDS, words

Stage = Callable[..., GuardContext]


def codes(name: str, ctx: GuardContext, **params: Any) -> list[str]:
    refusals = GUARDS[name](ctx, params)
    assert all(r.guard == name for r in refusals)
    assert all(words(r).endswith(".") for r in refusals)
    return [r.code for r in refusals]


@pytest.mark.parametrize(
    ("roles", "own", "door", "expected"),
    [
        ({"steller"}, True, ("steller",), []),
        ({"steller"}, False, ("steller",), ["rol-andere-steller"]),
        ({"toetser"}, False, ("steller",), ["rol-ontbreekt"]),
        ({"steller", "toetser"}, False, ("toetser", "steller"), []),
        ({"griffie"}, False, ("griffie", "college"), []),
        ({"beheerder"}, True, ("griffie",), ["rol-ontbreekt"]),
        (set(), False, ("griffie",), ["rol-ontbreekt"]),
    ],
)
def test_role(stage: Stage, roles: set[str], own: bool, door: tuple[str, ...], expected: list[str]) -> None:
    ctx = stage()
    actor = Actor(ctx.dossier.steller_id if own else 99, "iemand", frozenset(roles))
    assert codes("rol", replace(ctx, actor=actor), door=door) == expected


@pytest.mark.parametrize(
    ("opener", "roles", "own", "door", "expected"),
    [
        ("raadslid", {"raadslid"}, True, ("indiener",), []),
        ("raadslid", {"raadslid"}, False, ("indiener",), ["rol-andere-indiener"]),
        ("raadslid", {"griffie"}, True, ("indiener",), ["rol-andere-indiener"]),
        ("raadslid", {"raadslid"}, False, ("indiener", "griffie"), ["rol-ontbreekt"]),
        ("raadslid", {"griffie"}, False, ("indiener", "griffie"), []),
        ("griffie", {"steller", "griffie"}, True, ("steller",), ["rol-andere-steller"]),
        ("steller", {"steller"}, True, ("indiener",), []),
    ],
    ids=[
        "the indiener",
        "another councillor",
        "lost the role",
        "one of two",
        "the other of two",
        "no steller",
        "steller",
    ],
)
def test_the_indiener_is_who_opened_the_dossier(
    stage: Stage, opener: str, roles: set[str], *, own: bool, door: tuple[str, ...], expected: list[str]
) -> None:
    ctx = stage()
    dossier = replace(ctx.dossier, opener=opener)
    actor = Actor(dossier.steller_id if own else 99, "iemand", frozenset(roles))
    assert codes("rol", replace(ctx, dossier=dossier, actor=actor), door=door) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [({}, []), ({"councils": "deel"}, ["raden-open"]), ({"councils": "geen"}, ["raden-ontbreken"])],
)
def test_every_council_decided(stage: Stage, facts: dict[str, Any], expected: list[str]) -> None:
    assert codes("raden-hebben-besloten", stage(**facts)) == expected


def test_the_councils_that_still_decide_are_named(stage: Stage) -> None:
    (refusal,) = GUARDS["raden-hebben-besloten"](stage(councils="deel"), {})
    assert words(refusal) == "Nog niet besloten: Raad twee."


@pytest.mark.parametrize(("reason", "expected"), [("", True), ("  \n", True), ("Kosten ontbreken.", False)])
def test_a_reason_has_words(stage: Stage, reason: str, expected: bool) -> None:
    assert bool(codes("reden-gegeven", stage(reason=reason))) is expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"check": "geen"}, ["toets-ontbreekt"]),
        ({"check": "ouder"}, ["toets-oudere-versie"]),
        ({"check": "niet-beoordeeld"}, []),
        ({"document": False}, ["toets-oudere-versie"]),
        ({"assessment_is_current": False}, ["toets-oudere-versie"]),
    ],
)
def test_the_toets_belongs_to_this_version_and_checklist(
    stage: Stage, facts: dict[str, Any], expected: list[str]
) -> None:
    assert codes("versie-ongewijzigd", stage(**facts)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"released": "geen"}, ["vrijgave-ontbreekt"]),
        ({"released": "ouder"}, ["vrijgave-oudere-versie"]),
        ({"document": False}, ["vrijgave-oudere-versie"]),
    ],
)
def test_the_release_belongs_to_this_version(stage: Stage, facts: dict[str, Any], expected: list[str]) -> None:
    assert codes("vrijgegeven", stage(**facts)) == expected


@pytest.mark.parametrize(
    ("facts", "params", "expected"),
    [
        ({}, {}, []),
        ({"own": "deel"}, {"door": "zelf"}, ["zelftoets-onvolledig"]),
        ({"own": "deel"}, {"door": "griffie"}, []),
        ({"griffie": "geen"}, {"door": "griffie"}, ["griffietoets-onvolledig"]),
        ({"document": False}, {}, ["zelftoets-onvolledig"]),
        ({"questions": ()}, {}, ["checklist-leeg"]),
    ],
)
def test_every_question_of_the_checklist_is_judged(
    stage: Stage, facts: dict[str, Any], params: dict[str, str], expected: list[str]
) -> None:
    assert codes("checklist-beantwoord", stage(**facts), **params) == expected


def test_judgements_of_an_older_version_do_not_count(stage: Stage) -> None:
    ctx = stage()
    older = tuple(replace(j, version_id=1) for j in ctx.judgements)
    assert codes("checklist-beantwoord", replace(ctx, judgements=older)) == ["zelftoets-onvolledig"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"colleague": "geen"}, ["collegiale-toets-onvolledig"]),
        ({"colleague": "deel"}, ["collegiale-toets-onvolledig"]),
        ({"colleague": "steller"}, ["collega-is-steller", "collegiale-toets-onvolledig"]),
        ({"questions": ()}, ["checklist-leeg"]),
    ],
)
def test_a_colleague_is_somebody_else_and_judges_all(stage: Stage, facts: dict[str, Any], expected: list[str]) -> None:
    assert codes("collegiale-toets-gedaan", stage(**facts)) == expected


@pytest.mark.parametrize(
    ("answered", "least", "expected"),
    [
        ({}, {"A": 2}, []),
        ({"A": 2}, {"A": 2}, []),
        ({"A": 1}, {"A": 2}, ["criterium-te-laag"]),
        ({"A": 2}, {"A": "50%"}, []),
        ({"A": 1}, {"A": "50%"}, ["criterium-te-laag"]),
        ({"A": 3}, {"A": "51%"}, []),
        ({"A": 2}, {"A": "51%"}, ["criterium-te-laag"]),
        ({"A": 0}, {"A": "0%"}, []),
        ({"A": 4}, {"A": 9}, []),  # never more than apply
        ({"A": 0, "B": 0}, {"A": 1, "B": 1}, ["criterium-te-laag", "criterium-te-laag"]),
        ({}, {"Q": 1}, ["criterium-niet-beoordeeld"]),
    ],
)
def test_minimum_per_criterion(
    stage: Stage, answered: dict[str, int], least: dict[str, int | str], expected: list[str]
) -> None:
    assert codes("minimum-per-criterium", stage(answered=answered), **least) == expected


def test_unknown_is_not_zero_in_a_minimum(stage: Stage) -> None:
    unjudged = {"check": "niet-beoordeeld", "own": "geen", "colleague": "geen", "griffie": "geen"}
    assert codes("minimum-per-criterium", stage(**unjudged), A=1) == ["criterium-niet-beoordeeld"]


def test_people_answer_also_where_the_machine_did_not(stage: Stage) -> None:
    assert codes("minimum-per-criterium", stage(check="geen"), A=1) == []


def test_nvt_leaves_the_sum_and_a_criterion_of_only_nvt_holds(stage: Stage) -> None:
    ctx = stage(answered={"A": 0})
    nvt = tuple(replace(j, verdict=Verdict.NVT) if j.question.startswith("A") else j for j in ctx.judgements)
    assert codes("minimum-per-criterium", ctx, A=1) == ["criterium-te-laag"]
    assert codes("minimum-per-criterium", replace(ctx, judgements=nvt), A=1) == []


def test_without_a_list_of_questions_the_profiles_of_the_machine_count(stage: Stage) -> None:
    ctx = stage()
    assert ctx.assessment is not None
    profile = Profile("A", answered=1, partly=2, open=1, not_applicable=1, not_judged=0)
    ctx = replace(ctx, criteria={}, assessment=replace(ctx.assessment, profiles=(profile,)))
    assert codes("minimum-per-criterium", ctx, A=1) == []
    assert codes("minimum-per-criterium", ctx, A="50%") == ["criterium-te-laag"]


@pytest.mark.parametrize(
    ("said", "in_force"),
    [
        ({}, Verdict.JA),
        ({JudgeKind.SELF: Verdict.NEE}, Verdict.NEE),
        ({JudgeKind.SELF: Verdict.JA, JudgeKind.COLLEAGUE: Verdict.NEE}, Verdict.NEE),
        ({JudgeKind.SELF: Verdict.NEE, JudgeKind.COLLEAGUE: Verdict.NEE, JudgeKind.GRIFFIE: Verdict.JA}, Verdict.JA),
    ],
)
def test_the_last_in_the_line_decides(stage: Stage, said: dict[JudgeKind, Verdict], in_force: Verdict) -> None:
    ctx = stage()
    made = tuple(replace(j, verdict=said[j.kind]) for j in ctx.judgements if j.question == "A-1" and j.kind in said)
    assert verdict_of(replace(ctx, judgements=made), "A-1") is in_force


def test_of_two_colleagues_the_newest_judgement_counts(stage: Stage) -> None:
    ctx = stage()
    first = next(j for j in ctx.judgements if j.question == "A-1" and j.kind is JudgeKind.COLLEAGUE)
    later = replace(first, person_id=3, verdict=Verdict.NEE, at=first.at + timedelta(hours=1))
    assert verdict_of(replace(ctx, judgements=(later, first)), "A-1") is Verdict.NEE
    assert count_criterion(replace(ctx, judgements=(later, first)), "A").answered == 3


def test_a_long_list_of_questions_is_cut_with_its_count() -> None:
    assert listed(("A1", "A2")) == "A1, A2"
    assert listed(tuple(f"A{n}" for n in range(1, 12))) == "A1, A2, A3, A4, A5, A6, A7, A8 en nog 3"


def test_who_wrote_it_is_not_who_agrees(stage: Stage) -> None:
    assert codes("niet-dezelfde-persoon", stage(by="college")) == []
    assert codes("niet-dezelfde-persoon", stage(by="college", same_person=True)) == ["zelfde-persoon"]
