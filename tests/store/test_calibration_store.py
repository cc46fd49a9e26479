from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from sdprocess.domain.calibration import ReadingKind, Seat
from sdprocess.domain.dossier import Person
from sdprocess.domain.errors import InvalidInput, NotFound
from sdprocess.services.ports import OpenUnitOfWork
from tests.store.conftest import NOW, a_text, new_calibration_document, new_reading


@pytest.fixture
def document_id(uow: OpenUnitOfWork, steller: Person) -> int:
    with uow(write=True) as work:
        made = work.calibration.add_document(new_calibration_document(steller), a_text())
        work.commit()
    return made.id


def test_a_document_comes_back_as_it_went_in(uow: OpenUnitOfWork, steller: Person, document_id: int) -> None:
    with uow() as work:
        expected = replace(new_calibration_document(steller), id=document_id)
        assert work.calibration.document(document_id) == expected
        assert list(work.calibration.documents()) == [expected]
        assert work.calibration.text(document_id) == a_text()
        with pytest.raises(NotFound):
            work.calibration.document(document_id + 1)
        with pytest.raises(NotFound):
            work.calibration.text(document_id + 1)


def test_a_released_version_has_no_text_of_its_own(uow: OpenUnitOfWork, steller: Person) -> None:
    with uow(write=True) as work:
        made = work.calibration.add_document(new_calibration_document(steller), None)
        with pytest.raises(NotFound):
            work.calibration.text(made.id)


def test_a_seat_is_taken_once_and_a_person_has_one(uow: OpenUnitOfWork, steller: Person, document_id: int) -> None:
    seat = Seat(document_id, "a", steller.id, steller.name, NOW)
    with uow(write=True) as work:
        other = work.people.add(Person(0, "Tom", "tom@voorbeeld.nl", frozenset({"toetser"})), "hash")
        assert work.calibration.take_seat(seat) == seat
        work.commit()
    for again in (replace(seat, person_id=other.id), replace(seat, letter="b")):
        with uow(write=True) as work, pytest.raises(InvalidInput):
            work.calibration.take_seat(again)
    with uow(write=True) as work:
        work.calibration.finish_seat(document_id, steller.id, NOW + timedelta(hours=1))
        work.commit()
    with uow() as work:
        assert work.calibration.seats([document_id, 999]) == {
            document_id: [replace(seat, done_at=NOW + timedelta(hours=1))]
        }


def test_the_newest_answer_per_question_person_and_kind_counts(
    uow: OpenUnitOfWork, steller: Person, document_id: int
) -> None:
    first = new_reading(document_id, steller)
    with uow(write=True) as work:
        for reading in (
            first,
            replace(first, label="ja", quotes=()),
            replace(first, question="B1", label="nvt"),
            replace(first, kind=ReadingKind.SETTLED, reason="Zo staat het er.", together=True),
        ):
            work.calibration.add_reading(reading)
        work.commit()
    with uow() as work:
        found = work.calibration.readings([document_id])[document_id]
        assert work.calibration.readings([999]) == {}
    assert [(r.question, r.kind, r.label, r.quotes, r.together) for r in found] == [
        ("A1", ReadingKind.OWN, "ja", (), False),
        ("B1", ReadingKind.OWN, "nvt", ("De raad", "besluit"), False),
        ("A1", ReadingKind.SETTLED, "deels", ("De raad", "besluit"), True),
    ]
