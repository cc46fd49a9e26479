"""The procesontwerp in the database, on both kinds of database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest
from sqlalchemy import text

from sdprocess.domain.design import (
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


@pytest.mark.parametrize("table", DESIGN_APPEND_ONLY)
@pytest.mark.parametrize("verb", ["UPDATE {table} SET id = id", "DELETE FROM {table}"])
def test_versions_and_comments_cannot_be_changed_behind_our_back(engine, open_uow, filled, table, verb) -> None:
    with open_uow(write=True) as uow:
        made = uow.designs.add(stored(filled))
        uow.designs.add_version(DesignVersion(0, made.id, 0, AT, "Griet", "", DESIGN))
        uow.designs.add_comment(DesignComment(0, made.id, AT, 1, "Joost", "", "Goed.", 1))
        uow.commit()
    with engine.connect() as connection, pytest.raises(Exception, match="append-only"):
        connection.execute(text(verb.format(table=table)))
