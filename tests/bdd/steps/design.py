"""Steps about the procesontwerp of a dossier."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pytest_bdd import given, parsers, then, when

from sdprocess.domain.design import Adoption, Design
from sdprocess.domain.errors import InvalidInput, NotAllowed
from sdprocess.services.adopt_design import adopt_design
from sdprocess.services.make_design import begin, change, comment
from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.queries_design import DesignPage, design_page
from tests.bdd.town import Town


def seen(town: Town, who: str = "Tamar") -> DesignPage:
    return design_page(town.world, town.people[who], town.number)


def changed(town: Town, who: str, edit: object) -> None:
    stored = seen(town).stored
    change(town.world, town.people[who], town.number, revision=stored.revision, edit=edit)


@given(parsers.parse('steller Noor opent met het kader "{kader}" het dossier "{title}"'))
def opens(town: Town, kader: str, title: str) -> None:
    made = open_dossier(
        town.world, town.people["Noor"], title=title, about="Rondkomen lukt", theme="minima",
        portfolio="wethouder Smit", kader_id=kader,
    )  # fmt: skip
    town.number = made.number


@given(parsers.parse('griffier Tamar begint een procesontwerp van het kader "{kader}"'))
def begins(town: Town, kader: str) -> None:
    begin(town.world, town.people["Tamar"], town.number, base_id=kader)


@given(parsers.parse('Tamar laat de stap "{out}" weg en doet de stap "{again}" twee keer'))
def leaves_out(town: Town, out: str, again: str) -> None:
    changed(town, "Tamar", lambda d: d.with_step(replace(d.step(out), kept=False)).repeated(again))


@given("Tamar kiest ter vaststelling")
def chooses(town: Town) -> None:
    changed(town, "Tamar", lambda d: replace(d, adoption=Adoption.ADOPTED))


@given(parsers.parse('Tamar vastlegt dat "{body}" het ontwerp heeft vastgesteld, met het dossier bij "{state}"'))
@when(parsers.parse('Tamar vastlegt dat "{body}" het ontwerp heeft vastgesteld, met het dossier bij "{state}"'))
def adopts(town: Town, body: str, state: str) -> None:
    page, town.error = seen(town), None
    try:
        adopt_design(
            town.world, town.people["Tamar"], town.number, on=date(2026, 10, 29), body=body, state=state,
            revision=page.stored.revision, dossier_revision=page.dossier.revision,
        )  # fmt: skip
    except InvalidInput as error:
        town.error = error


@when(parsers.parse('raadslid Samira bij het concept zegt "{words}"'))
def says(town: Town, words: str) -> None:
    comment(town.world, town.people["Samira"], town.number, about="", text=words)


@then("volgt het dossier zijn eigen proceskader")
def follows(town: Town) -> None:
    page = seen(town)
    assert page.stored.kader == page.dossier.kader
    assert page.dossier.kader.id == f"ontwerp-{town.number}"
    assert page.dossier.state == "procesontwerp"
    assert page.decided == "Procesontwerp vastgesteld door de raad op donderdag 29 oktober 2026."


@then(parsers.parse('heeft dat proceskader de stappen "{one}" en "{two}" maar niet "{gone}"'))
def has_steps(town: Town, one: str, two: str, gone: str) -> None:
    states = {s.id for s in town.world.library.pinned_workflow(seen(town).dossier.kader).states}
    assert {one, two} <= states
    assert gone not in states


@then(parsers.parse('heeft het dossier een planning waarin "{one}" voor "{two}" komt'))
def has_plan(town: Town, one: str, two: str) -> None:
    with town.world.uow() as uow:
        (plan,) = uow.planning.versions(seen(town).dossier.id)
    first, second = plan.step(one), plan.step(two)
    assert first is not None
    assert second is not None
    assert first.end is not None
    assert second.start is not None
    assert first.end <= second.start


@then(parsers.parse("kan {who} het procesontwerp niet meer wijzigen"))
@then(parsers.parse("kan {who} het procesontwerp niet wijzigen"))
def cannot_change(town: Town, who: str) -> None:
    def edit(design: Design) -> Design:
        return replace(design, decides=who)

    before = seen(town).stored
    try:
        changed(town, who, edit)
    except NotAllowed:
        assert seen(town).stored == before
        return
    raise AssertionError("it was changed")


@then("leest Tamar de opmerking van Samira")
def reads(town: Town) -> None:
    assert [(c.person, c.text) for c in seen(town).comments] == [("Samira", "Vraag ook jongeren.")]


@then("is er niets vastgelegd, omdat de keuze ontbreekt")
def nothing_recorded(town: Town) -> None:
    assert isinstance(town.error, InvalidInput)
    assert town.error.fields == {"adoption": "ontwerp-vaststellen-kies"}
    assert seen(town).stored.is_concept
    assert seen(town).dossier.kader.id == "beleidsproces"
