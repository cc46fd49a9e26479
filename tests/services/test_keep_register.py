"""Keeping the register: who may, what a file changes, and that nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdprocess.content.register import InvalidRegister
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound
from sdprocess.domain.frames import Frame
from sdprocess.domain.people import PUBLIC
from sdprocess.services.keep_register import frames_of, import_frames, remove_frame, save_frame
from tests.services.conftest import Town

LIST = b"titel;soort;nummer\nWoonvisie;visie;RV 1\nFietsplan;plan;RV 2\n"


@pytest.mark.parametrize("role", ["griffie", "agendacommissie", "beheerder"])
def test_keepers_take_over_a_list(town: Town, role: str) -> None:
    taken = import_frames(town.world, town.who(role), data=LIST, filename="lijst.csv")
    assert (taken.added, taken.changed, taken.same) == (2, 0, 0)
    assert [(f.title, f.changed_by) for f in frames_of(town.world)] == [
        ("Fietsplan", role.title()),
        ("Woonvisie", role.title()),
    ]


@pytest.mark.parametrize("role", ["steller", "toetser", "college", "raadslid"])
def test_others_may_not(town: Town, role: str) -> None:
    with pytest.raises(NotAllowed):
        import_frames(town.world, town.who(role), data=LIST, filename="lijst.csv")
    with pytest.raises(NotAllowed):
        save_frame(town.world, PUBLIC, Frame(0, "Woonvisie", "visie"))
    assert frames_of(town.world) == []


def test_a_second_list_changes_what_it_names_and_leaves_the_rest(town: Town) -> None:
    griffie = town.who("griffie")
    import_frames(town.world, griffie, data=LIST, filename="een.csv")
    again = b"titel;soort;nummer\nWoonvisie 2030;visie;RV 1\nFietsplan;plan;RV 2\nGroenplan;plan;RV 3\n"
    taken = import_frames(town.world, griffie, data=again, filename="twee.csv")
    assert (taken.added, taken.changed, taken.same) == (1, 1, 1)
    assert [f.title for f in frames_of(town.world)] == ["Fietsplan", "Groenplan", "Woonvisie 2030"]


def test_a_list_with_one_mistake_changes_nothing(town: Town) -> None:
    with pytest.raises(InvalidRegister):
        import_frames(town.world, town.who("griffie"), data=LIST + b";plan;RV 4\n", filename="x.csv")
    assert frames_of(town.world) == []


def test_one_entry_is_added_changed_and_removed(town: Town) -> None:
    griffie = town.who("griffie")
    saved = save_frame(town.world, griffie, Frame(0, "Groenplan", "plan"))
    renamed = save_frame(town.world, griffie, replace(saved, title="Groenplan 2027", number="RV 9"))
    assert [f.title for f in frames_of(town.world)] == ["Groenplan 2027"]
    remove_frame(town.world, griffie, renamed.id)
    assert frames_of(town.world) == []
    with pytest.raises(NotFound):
        remove_frame(town.world, griffie, renamed.id)


def test_the_same_entry_twice_is_refused(town: Town) -> None:
    griffie = town.who("griffie")
    save_frame(town.world, griffie, Frame(0, "Groenplan", "plan", number="RV 9"))
    with pytest.raises(InvalidInput) as caught:
        save_frame(town.world, griffie, Frame(0, "Iets anders", "plan", number="rv-9"))
    assert caught.value.fields == {"title": "register-bestaat"}


@pytest.mark.parametrize(
    ("frame", "field"),
    [
        (Frame(0, "", "plan"), "title"),
        (Frame(0, "Groenplan", "fiets"), "kind"),
        (Frame(0, "Groenplan", "plan", theme="x" * 501), "theme"),
    ],
    ids=["zonder titel", "onbekende soort", "te lang thema"],
)
def test_what_was_typed_is_checked(town: Town, frame: Frame, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        save_frame(town.world, town.who("griffie"), frame)
    assert list(caught.value.fields) == [field]
