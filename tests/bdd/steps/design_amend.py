"""Steps about amending an adopted procesontwerp."""

from __future__ import annotations

from dataclasses import replace

from pytest_bdd import given, parsers, then, when

from sdprocess.domain.design import Design, StepPlan
from sdprocess.domain.dossier import Dossier
from sdprocess.services.amend_design import begin_amendment, undo_amendment
from sdprocess.services.give_consent import give_consent
from sdprocess.services.planning_file import PlanningFile, load_planning
from sdprocess.services.preview_design import preview_adoption
from sdprocess.services.queries_design import adopted_page
from sdprocess.web.design_difference import design_differences
from tests.bdd.steps.design import changed, seen
from tests.bdd.town import Town

LONGER = "10 weken"


def plans(town: Town) -> PlanningFile:
    with town.world.uow() as uow:
        return load_planning(uow, town.world, town.people["Tamar"], town.number)


@given(parsers.parse('het ontwerp noemt "{director}" als regisseur en "{decides}" als wie beslist'))
def names(town: Town, director: str, decides: str) -> None:
    changed(town, "Tamar", lambda d: replace(d, director=director, decides=decides))


@given(parsers.parse('Tamar een wijziging begint en de stap "{out}" weglaat'))
@when(parsers.parse('Tamar een wijziging begint en de stap "{out}" weglaat'))
def amends_without(town: Town, out: str) -> None:
    begin_amendment(town.world, town.people["Tamar"], town.number)
    changed(town, "Tamar", lambda d: d.with_step(replace(d.step(out), kept=False)))


@given(parsers.parse('Tamar een wijziging begint en de stap "{key}" vier weken langer laat duren'))
def amends_longer(town: Town, key: str) -> None:
    def edit(design: Design) -> Design:
        assert design.step(key).plan.takes == "6 weken"
        return design.with_step(replace(design.step(key), plan=StepPlan(takes=LONGER)))

    town.notes["plan"] = plans(town).current
    town.notes["term"] = seen(town).dossier.term
    begin_amendment(town.world, town.people["Tamar"], town.number)
    changed(town, "Tamar", edit)


@given(parsers.parse('"{name}" instemt'))
def agrees(town: Town, name: str) -> None:
    give_consent(
        town.world, town.people["Tamar"], town.number, participant=name, agrees=True,
        revision=seen(town).dossier.revision,
    )  # fmt: skip


@when("zij allebei instemmen")
def both_agree(town: Town) -> None:
    for name in plans(town).open_request.waiting_for:
        agrees(town, name)


@when(parsers.parse('Tamar bekijkt wat vaststellen betekent, met het dossier bij "{state}"'))
def looks(town: Town, state: str) -> None:
    town.notes["preview"] = preview_adoption(town.world, town.people["Tamar"], town.number, state=state)


@when("Tamar de wijziging terugneemt")
def takes_back(town: Town) -> None:
    done = undo_amendment(town.world, town.people["Tamar"], town.number, dossier_revision=seen(town).dossier.revision)
    town.refusals = () if isinstance(done, Dossier) else done


@then(parsers.parse('volgt het dossier nog ontwerp {number:d}, versie "{version}"'))
@then(parsers.parse('volgt het dossier ontwerp {number:d}, versie "{version}"'))
def follows_version(town: Town, number: int, version: str) -> None:
    page = seen(town)
    assert (page.adoptions[0].number, page.dossier.kader.version) == (number, version)
    assert page.adoptions[0].kader == page.dossier.kader
    assert town.world.library.pinned_workflow(page.dossier.kader).version == version


@then(parsers.parse('staat bij de wijziging dat "{body}" beslist'))
def says_who(town: Town, body: str) -> None:
    assert seen(town).in_force is not None
    assert seen(town).decides == body


@then(parsers.parse("leest {who} de wijziging als concept"))
def reads_concept(town: Town, who: str) -> None:
    page = seen(town, who)
    assert page.stored.is_concept
    assert not page.may_write


@then(parsers.parse('is het verschil "{field}: {new}"'))
def differs(town: Town, field: str, new: str) -> None:
    page = seen(town)
    rows = design_differences(page.in_force.design, page.stored.design)
    assert [(r.field, r.new) for r in rows] == [(field, new)]


@then(parsers.parse('is ontwerp {number:d} nog te lezen, met de dag waarop "{body}" het vaststelde'))
def still_readable(town: Town, number: int, body: str) -> None:
    old = adopted_page(seen(town, "Samira"), number)
    assert old.decided == f"Procesontwerp vastgesteld door {body} op donderdag 29 oktober 2026."
    assert "terugkijken" in {s.key for s in old.stored.design.kept}
    assert "terugkijken" not in {s.key for s in seen(town, "Samira").stored.design.kept}


@then("geldt het oude plan nog, met de oude termijn")
def plan_holds(town: Town) -> None:
    assert plans(town).current == town.notes["plan"]
    assert seen(town).dossier.term == town.notes["term"]


@then(parsers.parse('wacht de planning op "{one}" en "{two}"'))
def waits(town: Town, one: str, two: str) -> None:
    assert set(plans(town).open_request.waiting_for) == {one, two}


@then("wacht de planning op niemand")
def waits_for_nobody(town: Town) -> None:
    loaded = plans(town)
    assert loaded.open_request is None
    assert loaded.current.proposal.steps == town.notes["plan"].proposal.steps
    assert seen(town).dossier.term == town.notes["term"]


@then(parsers.parse('eindigt de stap "{key}" later dan eerst'))
def ends_later(town: Town, key: str) -> None:
    now, before = plans(town).current, town.notes["plan"]
    assert now.step(key).end > before.step(key).end
    assert seen(town).dossier.term == now.step(key).end


@then(parsers.parse('staat erbij dat "{title}" verschuift en dat "{one}" en "{two}" moeten instemmen'))
def preview_says(town: Town, title: str, one: str, two: str) -> None:
    preview = town.notes["preview"]
    moved = {m.title: m for m in preview.moved}
    assert moved[title].after > moved[title].before
    assert preview.must_agree == (one, two)
    assert preview.row.term_before == preview.row.term_after


@then("is de wijziging weer een concept")
def concept_again(town: Town) -> None:
    page = seen(town)
    assert page.stored.is_concept
    assert page.stored.design.step("procesontwerp").plan.takes == LONGER


@then("is dat geweigerd, omdat de planning verder is")
def refused(town: Town) -> None:
    assert [r.code for r in town.refusals] == ["ontwerp-wijziging-planning-verder"]
    assert seen(town).dossier.kader.version == "2.0.0"
