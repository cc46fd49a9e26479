"""Whatever people do with a dossier, in whatever order, on every shipped proceskader, through services and store."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from sdprocess.content.library import Library, content_root, load_library
from sdprocess.content.workflow import Workflow
from sdprocess.domain.advice import Order
from sdprocess.domain.dossier import Dossier, Person
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, StaleDossier
from sdprocess.domain.findings import Verdict
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import ALL_ROLES, Actor
from sdprocess.domain.text import SourceText
from sdprocess.engine.advice import AdviceStand, AdviceStatus
from sdprocess.engine.fold import fold
from sdprocess.engine.move import Moved
from sdprocess.planning.working_days import local_day
from sdprocess.reading import read_bytes
from sdprocess.services import queries
from sdprocess.services.add_version import add_version
from sdprocess.services.dossier_file import DossierFile, load_files
from sdprocess.services.give_advice import CHOICES, give_advice, replace_adviser, withdraw_advice
from sdprocess.services.judge_question import NewJudgement, judge_questions
from sdprocess.services.move_dossier import move_dossier
from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.passwords import Argon2Hasher
from sdprocess.services.ports import World
from sdprocess.services.release_proposal import release_proposal
from sdprocess.store.database import open_engine
from sdprocess.store.migrate import migrate
from sdprocess.store.unit_of_work import unit_of_work

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TEXT = """# Raadsvoorstel Leskaart

## Beslispunten
De raad besluit {sum} beschikbaar te stellen.

## Argumenten
Dat helpt.
"""
DRAFTS = (TEXT.format(sum="€ 40.000"), TEXT.format(sum="€ 55.000"), TEXT.format(sum="€ 40.000") + "\n\n")
"""The third has the words of the first."""

JOBS = {
    "toetser": ("jurist", "controller", "directeur"),
    "college": ("wethouder zorg", "wethouder werk", "burgemeester"),
}
SHORT = 18
MORE = {"adviezen": 15, "raadsvoorstel": 8}
"""Kaders that ask for advice have more that can go wrong."""
GOOD = Path(__file__).parents[1] / "content" / "good"
KADERS = sorted({p.parent.name for p in (content_root() / "workflows").glob("*/*.yaml")} | {"adviezen"})


@lru_cache(maxsize=1)
def library() -> Library:
    """All shipped kaders, in their newest version, and one of the tests that asks for every kind of advice."""
    root = Path(tempfile.mkdtemp(prefix="sdprocess-model-"))
    shutil.copytree(content_root() / "workflows", root / "workflows")
    for folder in ("checklists", "templates", "kalenders"):
        if (content_root() / folder).is_dir():
            (root / folder).symlink_to(content_root() / folder)
    (root / "workflows" / "adviezen").mkdir()
    shutil.copy(GOOD / "adviezen.yaml", root / "workflows" / "adviezen" / "1.0.0.yaml")
    return load_library(root)


@lru_cache(maxsize=8)
def read(data: bytes, filename: str) -> SourceText:
    return read_bytes(data, filename, isolate=False)


class Clock:
    def __init__(self) -> None:
        self.moment = START

    def now(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


@lru_cache(maxsize=1)
def template() -> Path:
    """A database with people in it, made once."""
    path = Path(tempfile.mkdtemp(prefix="sdprocess-model-")) / "begin.sqlite3"
    migrate(f"sqlite:///{path}")
    engine = open_engine(f"sqlite:///{path}")
    with unit_of_work(engine)(write=True) as uow:
        for role in ALL_ROLES:
            for n, job in enumerate((*JOBS.get(role, ()), "")):
                uow.people.add(Person(0, f"{role} {n}", f"{role}{n}@model.example", frozenset({role}), job), "geen")
        uow.commit()
    engine.dispose()
    return path


class Life(RuleBasedStateMachine):
    """One dossier on one proceskader, and everybody who may touch it."""

    kader = ""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="sdprocess-model-"))
        shutil.copy(template(), self.folder / "leven.sqlite3")
        self.engine = open_engine(f"sqlite:///{self.folder / 'leven.sqlite3'}")
        self.clock = Clock()
        hasher = Argon2Hasher(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        self.world = World(unit_of_work(self.engine), self.clock, library(), read, hasher, "Modeldam")
        with self.world.uow() as uow:
            self.people = [Actor(p.id, p.name, p.roles) for p in uow.people.all()]
        self.seen: tuple[TransitionRecord, ...] = ()
        self.due: dict[int, datetime] = {}

    def teardown(self) -> None:
        self.engine.dispose()
        shutil.rmtree(self.folder)

    @initialize(portfolio=st.sampled_from(["zorg", "zorg; werk", "onbekend"]))
    def somebody_opens_it(self, portfolio: str) -> None:
        self.workflow: Workflow = library().workflow(self.kader)
        self.owner = next(p for p in self.people if p.has(*self.workflow.opened_by))
        self.number = open_dossier(
            self.world,
            self.owner,
            title="Leskaart",
            about="Taal",
            theme="taal",
            portfolio=portfolio,
            kader_id=self.kader,
        ).number
        self.opened = True

    # looking

    @property
    def dossier(self) -> Dossier:
        with self.world.uow() as uow:
            return uow.dossiers.get(self.number)

    def file(self) -> DossierFile:
        with self.world.uow() as uow:
            dossier = uow.dossiers.get(self.number)
            return load_files(uow, self.world, [dossier])[dossier.id]

    def someone(self, data: st.DataObject, roles: tuple[str, ...]) -> Actor:
        """Usually somebody who may, sometimes anybody."""
        able = [
            self.owner if r in ("steller", "indiener") else p
            for r in roles
            for p in self.people
            if p.has(r) or r == "indiener"
        ]
        return data.draw(st.sampled_from(able or self.people) | st.sampled_from(self.people), label="wie")

    # acting

    @rule(data=st.data(), reason=st.sampled_from(["Daarom.", "Daarom.", ""]))
    def somebody_moves_it(self, data: st.DataObject, reason: str) -> None:
        before = self.dossier
        leaving = self.workflow.moves_from(before.state)
        if not leaving:
            return
        t = data.draw(st.sampled_from(leaving), label="overgang")
        actor = self.someone(data, t.by)
        try:
            done = move_dossier(
                self.world, actor, self.number, transition=t.id, revision=before.revision, reason=reason
            )
        except NotFound:
            assert actor.id != before.steller_id
            return
        if isinstance(done, Moved):
            assert done.dossier.state == t.target == self.dossier.state
            self.due = {}
        else:
            assert done, "a refusal without a reason"
            assert self.dossier == before

    @rule()
    def the_way_on_is_taken(self) -> None:
        """Everybody who is asked agrees, everything is judged and released, and the first move in the file is made."""
        self.everybody_agrees()
        before = self.dossier
        leaving = self.workflow.moves_from(before.state)
        if not leaving:
            return
        first = leaving[0]
        able = [p for p in self.people if p.has(*first.by) and p.id != self.owner.id]
        actor = self.owner if {"steller", "indiener"} & set(first.by) else (able or [self.owner])[0]
        where = {"transition": first.id, "revision": before.revision}
        if isinstance(move_dossier(self.world, actor, self.number, **where, reason="Door."), Moved):
            self.due = {}

    def everybody_agrees(self) -> None:
        for _ in range(len(self.file().advice)):
            file = self.file()
            about = file.current.number if file.current else None
            for stand in (s for s in file.advice if s.status is AdviceStatus.OPEN):
                asked, common = stand.request, {"verdict": "akkoord", "text": "", "version": about}
                for person in self.people:
                    try:
                        give_advice(self.world, person, self.number, asked.id, revision=asked.revision, **common)
                    except (NotFound, NotAllowed, StaleDossier):
                        continue
                    break

    @rule()
    def an_old_page_changes_nothing(self) -> None:
        before = self.dossier
        leaving = self.workflow.moves_from(before.state)
        if leaving:
            with pytest.raises(StaleDossier):
                move_dossier(
                    self.world,
                    self.owner,
                    self.number,
                    transition=leaving[0].id,
                    revision=before.revision - 1,
                    reason="x",
                )
            assert self.dossier == before

    @rule(draft=st.sampled_from(DRAFTS))
    def the_owner_uploads(self, draft: str) -> None:
        try:
            add_version(
                self.world,
                self.owner,
                self.number,
                filename="v.md",
                data=draft.encode(),
                revision=self.dossier.revision,
            )
        except (InvalidInput, NotAllowed):
            return

    @rule(data=st.data())
    def somebody_judges_every_question(self, data: st.DataObject) -> None:
        actor = self.someone(data, ("steller", "toetser", "griffie"))
        try:
            page = queries.proposal_page(self.world, actor, self.number)
            new = [NewJudgement(f.question, Verdict.JA, "Dat staat er volgens mij.") for f in page.assessment.findings]
            judge_questions(self.world, actor, self.number, version_id=page.version.id, judgements=new)
        except (NotFound, NotAllowed, InvalidInput):
            return

    @rule(deviation=st.sampled_from(["", "De raad vraagt spoed."]))
    def the_owner_releases(self, deviation: str) -> None:
        before = self.dossier
        done = release_proposal(self.world, self.owner, self.number, revision=before.revision, deviation=deviation)
        assert done
        assert (self.dossier == before) is isinstance(done, tuple)

    @precondition(lambda self: getattr(self, "opened", False) and bool(self.file().advice))
    @rule(data=st.data(), verdict=st.sampled_from(CHOICES), act=st.sampled_from(["geef", "geef", "terug", "ander"]))
    def somebody_acts_on_advice(self, data: st.DataObject, verdict: object, act: str) -> None:
        file = self.file()
        request = data.draw(st.sampled_from([s.request for s in file.advice]), label="vraag")
        actor = self.someone(data, tuple(a.role for a in (request.ask.by, request.ask.substitute) if a and a.role))
        common = {"revision": request.revision}
        where = (self.world, actor, self.number, request.id)
        try:
            if act == "geef":
                number = file.current.number if file.current else None
                give_advice(
                    self.world,
                    actor,
                    self.number,
                    request.id,
                    verdict=str(verdict),
                    text="Let op.",
                    version=number,
                    **common,
                )
            elif act == "terug":
                withdraw_advice(*where, reason="Toch niet.", **common)
            else:
                other = data.draw(st.sampled_from(self.people), label="ander")
                replace_adviser(
                    self.world, self.owner, self.number, request.id, person_id=other.id, reason="Ziek.", **common
                )
        except (NotFound, NotAllowed, InvalidInput, StaleDossier):
            return

    @rule(days=st.integers(1, 40))
    def time_goes_by(self, days: int) -> None:
        self.clock.moment += timedelta(days=days)

    # what always holds

    @invariant()
    def the_state_is_declared_and_is_the_fold_of_the_events(self) -> None:
        dossier = self.dossier
        assert dossier.state in {s.id for s in self.workflow.states}
        with self.world.uow() as uow:
            events = tuple(uow.events.of_dossier(dossier.id))
        assert [e.seq for e in events] == list(range(1, len(events) + 1))
        assert events[: len(self.seen)] == self.seen, "an event was lost or changed"
        assert fold(self.workflow, events) == dossier.state
        assert dossier.closed == self.workflow.state(dossier.state).end
        self.seen = events

    @invariant()
    def there_is_one_turn_at_a_time_and_terms_only_go_on(self) -> None:
        file = self.file()
        for stands in _groups(file.advice):
            if stands[0].request.ask.order is Order.SEQUENCE:
                assert sum(s.status is AdviceStatus.OPEN for s in stands) <= 1
                begun = [s.since for s in stands if s.since is not None]
                assert begun == sorted(begun)
        for stand in file.advice:
            assert stand.since is None or stand.since >= stand.request.opened_at
            if stand.since is not None:
                assert stand.since >= self.due.get(stand.request.id, stand.since), "a term went back in time"
                self.due[stand.request.id] = stand.since
        dossier = file.dossier
        assert dossier.term is None or dossier.term >= local_day(dossier.state_since)

    @invariant()
    def who_is_asked_belongs_to_the_round_that_the_dossier_is_in(self) -> None:
        dossier = self.dossier
        with self.world.uow() as uow:
            requests = uow.advices.of_dossiers([dossier.id]).get(dossier.id, ())
        live = [r for r in requests if r.live]
        assert {r.state for r in live} <= {dossier.state}
        assert len({r.round for r in live}) <= 1
        keys = [(r.state, r.round, r.ask.id) for r in requests]
        assert len(keys) == len(set(keys))


def _groups(stands: tuple[AdviceStand, ...]) -> Iterator[list[AdviceStand]]:
    for kind in dict.fromkeys(s.request.ask.kind for s in stands):
        yield [s for s in stands if s.request.ask.kind is kind]


@pytest.mark.parametrize("kader", KADERS)
def test_every_shipped_kader_keeps_its_promises(kader: str) -> None:
    machine = type(f"Life_{kader.replace('-', '_')}", (Life,), {"kader": kader})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=MORE.get(kader, 3),
            stateful_step_count=SHORT,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
