from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from threading import Barrier
from typing import Any

import pytest

from sdprocess.domain.dossier import Dossier
from sdprocess.domain.errors import StaleDossier
from sdprocess.engine.fold import fold
from sdprocess.engine.move import Moved
from sdprocess.services.add_version import add_version
from sdprocess.services.move_dossier import move_dossier
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.release_proposal import release_proposal
from tests.services.conftest import DRAFT, Town

RACERS = 8


def _race(town: Town, acts: list[Callable[[], object]]) -> list[object]:
    """Run acts at the same moment; gives each outcome, an expected error as its class."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        start.wait()
        try:
            return act()
        except StaleDossier:
            return StaleDossier

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def _move(town: Town, dossier: Dossier) -> Callable[[], object]:
    return lambda: move_dossier(
        town.world, town.who("steller"), dossier.number, transition="vraag-toets", revision=dossier.revision
    )


def test_of_parallel_moves_exactly_one_wins_and_the_others_are_told(town: Town) -> None:
    for _ in range(3):
        dossier = town.at("concept")
        outcomes = _race(town, [_move(town, dossier)] * RACERS)
        assert [type(o) for o in outcomes].count(Moved) == 1
        assert outcomes.count(StaleDossier) == RACERS - 1
        now = town.dossier(dossier.number)
        assert (now.state, now.revision) == ("toetsing", dossier.revision + 1)
        with town.world.uow() as uow:
            events = uow.events.of_dossier(dossier.id)
            assert [e.seq for e in events] == list(range(1, len(events) + 1))
            assert fold(town.world.library.pinned_workflow(now.kader), events) == now.state
            told = [row for row in uow.outbox.pending() if row[2] == dossier.id and row[1] == "verplaatst"]
        assert len(told) == 1


def test_a_move_and_a_release_at_once_do_not_pass_each_other(town: Town) -> None:
    dossier = town.at("concept")

    def release() -> object:
        return release_proposal(
            town.world, town.who("steller"), dossier.number, revision=dossier.revision, deviation="haast"
        )

    outcomes = _race(town, [_move(town, dossier), release] * 3)
    assert outcomes.count(StaleDossier) == 5
    assert town.dossier(dossier.number).revision == dossier.revision + 1


def test_no_update_is_lost_when_everyone_retries(town: Town) -> None:
    dossier = town.at("concept")
    rounds = 5

    def add_one(worker: int) -> int:
        done = 0
        while done < rounds:
            with town.world.uow(write=True) as uow:
                now = uow.dossiers.get(dossier.number)
                try:
                    uow.dossiers.save(replace(now, about=now.about + str(worker)), now.revision)
                except StaleDossier:
                    continue
                uow.commit()
            done += 1
        return done

    with ThreadPoolExecutor(RACERS) as pool:
        assert sum(pool.map(add_one, range(RACERS))) == RACERS * rounds
    now = town.dossier(dossier.number)
    assert now.revision == dossier.revision + RACERS * rounds
    added = now.about.removeprefix(dossier.about)
    assert sorted(added) == sorted("".join(str(w) * rounds for w in range(RACERS)))


def test_parallel_dossiers_get_different_numbers(town: Town) -> None:
    made = _race(town, [town.opened] * RACERS)
    assert sorted(d.number for d in made) == [f"2026-{n:03d}" for n in range(1, RACERS + 1)]  # type: ignore[attr-defined]


class Broken(Exception):  # noqa: N818
    """The fault put into a repository."""


class _Fault:
    """A repository that breaks at one method, before or after it did its work."""

    def __init__(self, inner: Any, method: str, *, after: bool) -> None:
        self._inner, self._method, self._after = inner, method, after

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._inner, name)
        if name != self._method:
            return real

        def broken(*args: Any, **kwargs: Any) -> None:
            if self._after:
                real(*args, **kwargs)
            raise Broken(name)

        return broken


def _with_fault(world: World, repository: str, method: str, *, after: bool) -> World:
    @contextmanager
    def open_broken(*, write: bool = False) -> Iterator[UnitOfWork]:
        with world.uow(write=write) as uow:
            if write:
                setattr(uow, repository, _Fault(getattr(uow, repository), method, after=after))
            yield uow

    return replace(world, uow=open_broken)  # type: ignore[arg-type]


WRITES = [("dossiers", "save"), ("events", "append"), ("outbox", "put")]
EVERYTHING = [*WRITES, ("documents", "add"), ("assessments", "add"), ("releases", "add")]


def _all_rows(town: Town, dossier: Dossier) -> tuple[object, ...]:
    with town.world.uow() as uow:
        return (
            uow.dossiers.get(dossier.number),
            tuple(uow.events.of_dossier(dossier.id)),
            tuple(uow.outbox.pending()),
            tuple(uow.documents.versions(dossier.id)),
            tuple(uow.releases.of_dossier(dossier.id)),
            dict(uow.assessments.score_lines([dossier.id])),
        )


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(("repository", "method"), EVERYTHING)
def test_a_fault_at_any_write_leaves_nothing_half(town: Town, repository: str, method: str, after: bool) -> None:
    dossier = town.at("concept")
    before = _all_rows(town, dossier)
    broken = _with_fault(town.world, repository, method, after=after)
    steller, number, seen = town.who("steller"), dossier.number, dossier.revision
    acts: dict[str, tuple[Callable[[], object], set[str]]] = {
        "move": (lambda: move_dossier(broken, steller, number, transition="vraag-toets", revision=seen), set()),
        "release": (lambda: release_proposal(broken, steller, number, revision=seen, deviation="haast"), {"releases"}),
        "version": (
            lambda: add_version(
                broken, steller, number, filename="b.md", data=(DRAFT + "\nMeer.").encode(), revision=seen
            ),
            {"documents", "assessments"},
        ),
    }
    common = {name for name, _ in WRITES}
    tried = 0
    for act, own in acts.values():
        if repository in common | own:
            with pytest.raises(Broken):
                act()
            tried += 1
            assert _all_rows(town, dossier) == before
    assert tried
    assert isinstance(_move(town, dossier)(), Moved)
