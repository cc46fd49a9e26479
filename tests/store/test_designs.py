"""The procesontwerp in the database, on both kinds of database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest
from sqlalchemy import text

from sdprocess.domain.design import (
    AdoptedDesign,
    Adoption,
    Ask,
    Design,
    DesignComment,
    DesignState,
    DesignStep,
    DesignVersion,
    Reach,
    StepPlan,
    StoredDesign,
    Writer,
)
from sdprocess.domain.errors import InvalidInput, StaleDossier
from sdprocess.domain.findings import ContentRef
from sdprocess.store.map_design import design_from_json, design_to_json
from sdprocess.store.tables_design import DESIGN_APPEND_ONLY
from sdprocess.store.unit_of_work import unit_of_work

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
STEP = DesignStep(
    key="informeren",
    base="informeren",
    title="Informeren",
    step="voorbereiden",
    bob="beeldvorming",
    involved=MappingProxyType({"raad": "luistert"}),
    ask=Ask.WEIGH,
    asked="Wat vindt u?",
    organiser="griffie",
    plan=StepPlan("2027-01-11", "kwartaal 1 2027", "8 weken"),
    products=("verslag",),
    questions=("Wat doen we nu?",),
    info=("nu",),
    note=("kosten",),
)
DESIGN = Design(
    ContentRef("licht", "1.0.0", "a" * 64),
    (STEP, replace(STEP, key="informeren-2", kept=False, ask=None)),
    writer=Writer.SESSION,
    adoption=Adoption.NOTED,
    reach=Reach.SUBSTANCE,
    frames=("Iedereen doet mee.",),
    council_date=date(2027, 6, 17),
    decides="de agendacommissie",
)


def stored(dossier_id: int) -> StoredDesign:
    return StoredDesign(0, dossier_id, DesignState.CONCEPT, DESIGN, 1, AT, "Griet", AT, "Griet")


def adoption(design_id: int) -> AdoptedDesign:
    said = (DesignState.ADOPTED, date(2026, 12, 3), "de raad", ContentRef("ontwerp-1", "1.0.0", "b" * 64), DESIGN)
    return AdoptedDesign(0, design_id, 0, AT, "Griet", *said)


@pytest.fixture
def open_uow(engine):
    return unit_of_work(engine)


def test_a_design_survives_the_way_to_json_and_back() -> None:
    assert design_from_json(design_to_json(DESIGN)) == DESIGN
    empty = Design(DESIGN.base, ())
    assert design_from_json(design_to_json(empty)) == empty


def test_a_design_is_stored_changed_and_found(open_uow, filled) -> None:
    with open_uow(write=True) as uow:
        made = uow.designs.add(stored(filled))
        changed = uow.designs.save(replace(made, changed_by="Joost", state=DesignState.ADOPTED, kader=DESIGN.base), 1)
        uow.commit()
    with open_uow() as uow:
        assert uow.designs.of_dossier(filled) == changed
        assert uow.designs.of_dossiers([filled, 999]) == {filled: changed}
    assert (changed.revision, changed.design, changed.kader) == (2, DESIGN, DESIGN.base)


def test_a_dossier_has_one_design(open_uow, filled) -> None:
    with open_uow(write=True) as uow:
        uow.designs.add(stored(filled))
        with pytest.raises(InvalidInput):
            uow.designs.add(stored(filled))


def test_who_comes_second_is_told(open_uow, filled) -> None:
    with open_uow(write=True) as uow:
        made = uow.designs.add(stored(filled))
        uow.designs.save(made, 1)
        with pytest.raises(StaleDossier) as error:
            uow.designs.save(made, 1)
    assert error.value.facts == {"seen": 1, "current": 2}


def test_versions_count_on_and_comments_stay(open_uow, filled) -> None:
    with open_uow(write=True) as uow:
        made = uow.designs.add(stored(filled))
        for note in ("eerste", "tweede"):
            uow.designs.add_version(DesignVersion(0, made.id, 0, AT, "Griet", note, DESIGN))
        uow.designs.add_comment(DesignComment(0, made.id, AT, 1, "Joost", "planning", "Te krap.", 1))
        uow.commit()
    with open_uow() as uow:
        assert [(v.number, v.note, v.design) for v in uow.designs.versions(made.id)] == [
            (2, "tweede", DESIGN),
            (1, "eerste", DESIGN),
        ]
        assert [c.text for c in uow.designs.comments(made.id)] == ["Te krap."]


def test_what_was_adopted_last_is_in_force_also_while_a_concept_is_made_of_it(open_uow, filled) -> None:
    with open_uow(write=True) as uow:
        made = uow.designs.add(stored(filled))
        assert uow.designs.in_force(filled) is None
        first = uow.designs.add_adoption(adoption(made.id))
        again = uow.designs.add_adoption(replace(first, decided_by="het presidium", back=True))
        uow.commit()
    with open_uow() as uow:
        force = uow.designs.in_force(filled)
        assert uow.designs.adoptions(made.id) == [again, first]
        assert (first.number, again.number) == (1, 2)
    assert (force.id, force.state, force.decided_by, force.kader) == (
        made.id, DesignState.ADOPTED, "het presidium", first.kader,
    )  # fmt: skip


@pytest.mark.parametrize("table", DESIGN_APPEND_ONLY)
@pytest.mark.parametrize("verb", ["UPDATE {table} SET id = id", "DELETE FROM {table}"])
def test_versions_and_comments_cannot_be_changed_behind_our_back(engine, open_uow, filled, table, verb) -> None:
    with open_uow(write=True) as uow:
        made = uow.designs.add(stored(filled))
        uow.designs.add_version(DesignVersion(0, made.id, 0, AT, "Griet", "", DESIGN))
        uow.designs.add_comment(DesignComment(0, made.id, AT, 1, "Joost", "", "Goed.", 1))
        uow.designs.add_adoption(adoption(made.id))
        uow.commit()
    with engine.connect() as connection, pytest.raises(Exception, match="append-only"):
        connection.execute(text(verb.format(table=table)))
