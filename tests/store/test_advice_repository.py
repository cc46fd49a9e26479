"""Requests and answers come back as they went in; nobody is asked twice; who is second hears it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from sdprocess.domain.advice import Addressee
from sdprocess.domain.dossier import Person
from sdprocess.domain.errors import NotFound, StaleDossier
from sdprocess.services.ports import OpenUnitOfWork
from tests.store.conftest import new_advice, new_dossier, new_request


@pytest.fixture
def dossier_id(uow: OpenUnitOfWork, steller: Person) -> int:
    with uow(write=True) as work:
        made = work.dossiers.add(new_dossier(steller))
        work.commit()
    return made.id


def test_a_request_and_its_answer_come_back_as_they_went_in(
    uow: OpenUnitOfWork, steller: Person, dossier_id: int
) -> None:
    with uow(write=True) as work:
        asked = work.advices.ask(new_request(dossier_id))
        given = work.advices.add(new_advice(asked.id, steller, None), asked, 1)
        work.commit()
    with uow() as work:
        expected = replace(new_request(dossier_id), id=asked.id, revision=2)
        assert work.advices.get(dossier_id, asked.id) == expected
        assert work.advices.of_dossiers([dossier_id]) == {dossier_id: [expected]}
        assert work.advices.answers([asked.id]) == [replace(new_advice(asked.id, steller, None), id=given.id)]
        with pytest.raises(NotFound):
            work.advices.get(dossier_id + 1, asked.id)


def test_nobody_is_asked_twice_in_a_round(uow: OpenUnitOfWork, dossier_id: int) -> None:
    with uow(write=True) as work:
        work.advices.ask(new_request(dossier_id))
        with pytest.raises(IntegrityError):
            work.advices.ask(new_request(dossier_id))


def test_only_the_round_that_a_dossier_is_in_is_live(uow: OpenUnitOfWork, dossier_id: int) -> None:
    with uow(write=True) as work:
        assert work.advices.last_round(dossier_id, "college") == 0
        work.advices.ask(new_request(dossier_id))
        work.advices.close_round(dossier_id)
        second = work.advices.ask(new_request(dossier_id, round=2))
        work.commit()
    with uow() as work:
        assert work.advices.last_round(dossier_id, "college") == 2
        assert work.advices.live() == work.advices.live([dossier_id]) == {dossier_id: [second]}
        assert work.advices.live([dossier_id + 1]) == {}
        assert [r.live for r in work.advices.of_dossiers([dossier_id])[dossier_id]] == [False, True]


def test_who_answers_or_changes_second_is_told(uow: OpenUnitOfWork, steller: Person, dossier_id: int) -> None:
    with uow(write=True) as work:
        asked = work.advices.ask(new_request(dossier_id))
        placed = work.advices.put_in_place(asked, steller.id, 1)
        assert (placed.person_id, placed.revision) == (steller.id, 2)
        for act in (
            lambda: work.advices.add(new_advice(asked.id, steller, None), asked, 1),
            lambda: work.advices.put_in_place(asked, steller.id, 1),
        ):
            with pytest.raises(StaleDossier) as caught:
                act()
            assert caught.value.facts == {"seen": 1, "current": 2}
        work.commit()


def test_an_ask_without_a_substitute_or_a_quorum_keeps_that(uow: OpenUnitOfWork, dossier_id: int) -> None:
    bare = new_request(dossier_id)
    bare = replace(bare, ask=replace(bare.ask, enough=None, substitute=None, by=Addressee(person="a@b.example")))
    with uow(write=True) as work:
        assert work.advices.ask(bare).ask == bare.ask
