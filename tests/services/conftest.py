"""A small municipality on each kind of database, and short ways to bring a dossier somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from sdprocess.content.library import Library, content_root, load_library
from sdprocess.domain.dossier import DocumentVersion, Dossier, Person, Side
from sdprocess.domain.findings import Verdict
from sdprocess.domain.people import ALL_ROLES, Actor
from sdprocess.domain.text import SourceText
from sdprocess.engine.move import Moved
from sdprocess.reading import read_bytes
from sdprocess.services.add_version import add_version
from sdprocess.services.judge_question import NewJudgement, judge_questions
from sdprocess.services.move_dossier import move_dossier
from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.passwords import Argon2Hasher
from sdprocess.services.ports import World
from sdprocess.services.queries import proposal_page
from sdprocess.services.release_proposal import release_proposal
from sdprocess.store.database import open_engine
from sdprocess.store.unit_of_work import unit_of_work
from tests.postgres import database_url, postgres_server, sqlite_template

__all__ = ["database_url", "postgres_server", "sqlite_template"]

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PASSWORD = "vier losse woorden hier"

DRAFT = """# Raadsvoorstel Leskaart voor nieuwkomers

## Beslispunten
De raad besluit € 40.000 beschikbaar te stellen voor de leskaart.

## Publiekssamenvatting
Wie nieuw is in onze gemeente kan met een leskaart gratis Nederlands oefenen in het dorpshuis.

## Aanleiding
In het coalitieakkoord van 12 mei 2022 staat dat nieuwkomers mee kunnen doen.

## Beoogd effect
Eind 2027 oefenen 120 nieuwkomers elke week Nederlands. Nu zijn dat er 45.

## Argumenten
1. De leskaart sluit aan bij het beleidsplan Meedoen 2023, dat de raad op 9 november 2022 vaststelde.

## Kanttekeningen
Er zijn niet altijd genoeg vrijwilligers. Daarom werft het dorpshuis dit voorjaar twintig mensen.

## Alternatieven
De raad kan ook kiezen voor een cursus met vaste tijden. Die is duurder en past minder bij mensen met werk.

## Financiën
De kosten zijn € 40.000 per jaar. Die staan in de begroting van 2027.
"""


class FixedClock:
    """A clock that only goes on when told."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def later(self, **step: float) -> None:
        self.at += timedelta(**step)


def read_here(data: bytes, filename: str) -> SourceText:
    return read_bytes(data, filename, isolate=False)


@dataclass
class Town:
    """The world with somebody of each role, a second steller and a second toetser and raadslid."""

    world: World
    clock: FixedClock
    people: dict[str, Person] = field(default_factory=dict)

    def who(self, name: str) -> Actor:
        person = self.people[name]
        return Actor(person.id, person.name, person.roles)

    def dossier(self, number: str) -> Dossier:
        with self.world.uow() as uow:
            return uow.dossiers.get(number)

    def opened(self, steller: str = "steller", **changes: object) -> Dossier:
        words = {"title": "Leskaart", "about": "Taal oefenen", "theme": "integratie", "portfolio": "wethouder Smit"}
        return open_dossier(self.world, self.who(steller), **{**words, "kader_id": "proef", **changes})  # type: ignore[arg-type]

    def uploaded(self, dossier: Dossier, text: str = DRAFT, filename: str = "voorstel.md") -> DocumentVersion:
        steller = next(name for name, p in self.people.items() if p.id == dossier.steller_id)
        revision = self.dossier(dossier.number).revision
        return add_version(
            self.world, self.who(steller), dossier.number, filename=filename, data=text.encode(), revision=revision
        )

    def judged(self, dossier: Dossier, who: str, *, leave_out: int = 0) -> None:
        page = proposal_page(self.world, self.who(who), dossier.number)
        judgements = [
            NewJudgement(f.question, Verdict.NEE if f.verdict is Verdict.NIET_BEOORDEELD else f.verdict, "gezien")
            for f in page.assessment.findings[leave_out:]
        ]
        judge_questions(self.world, self.who(who), dossier.number, version_id=page.version.id, judgements=judgements)

    def moved(self, dossier: Dossier, who: str, transition: str, reason: str = "") -> Dossier:
        self.clock.later(minutes=1)
        outcome = move_dossier(
            self.world,
            self.who(who),
            dossier.number,
            transition=transition,
            revision=self.dossier(dossier.number).revision,
            reason=reason,
        )
        assert isinstance(outcome, Moved), outcome
        return outcome.dossier

    def released(self, dossier: Dossier, deviation: str = "De raad vraagt spoed.") -> None:
        outcome = release_proposal(
            self.world,
            self.who("steller"),
            dossier.number,
            revision=self.dossier(dossier.number).revision,
            deviation=deviation,
        )
        assert not isinstance(outcome, tuple), outcome

    def at(self, place: str, **changes: object) -> Dossier:
        """A dossier with a version, brought to `concept`, `griffie` (handed over), `raad` (public) or `klaar`."""
        dossier = self.opened(**changes)
        self.uploaded(dossier)
        if place != "concept":
            self.moved(dossier, "steller", "vraag-toets")
            self.released(dossier)
            self.moved(dossier, "steller", "bied-aan")
        if place in ("raad", "klaar"):
            self.moved(dossier, "griffie", "agendeer")
        if place == "klaar":
            self.moved(dossier, "griffie", "neem-aan")
        return self.dossier(dossier.number)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The product's checklists with the workflow of these tests."""
    root = tmp_path_factory.mktemp("inhoud")
    shipped = content_root()
    for folder in ("checklists", "templates"):
        (root / folder).symlink_to(shipped / folder)
    workflows = root / "workflows"
    workflows.mkdir()
    (workflows / "proef").symlink_to(Path(__file__).parent / "inhoud" / "workflows" / "proef")
    (workflows / "adviezen").mkdir()
    (workflows / "adviezen" / "1.0.0.yaml").symlink_to(Path(__file__).parents[1] / "content" / "good" / "adviezen.yaml")
    return load_library(root)


@pytest.fixture
def town(database_url: str, library: Library) -> Iterator[Town]:
    engine = open_engine(database_url)
    clock = FixedClock(START)
    world = World(
        uow=unit_of_work(engine),
        clock=clock,
        library=library,
        reader=read_here,
        hasher=Argon2Hasher(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)),
        municipality="Proefdam",
        demo=True,
    )
    made = Town(world, clock)
    password_hash = world.hasher.hash(PASSWORD)
    extra = {"steller2": "steller", "toetser2": "toetser", "raadslid2": "raadslid"}
    with world.uow(write=True) as uow:
        for name, role in [*((r, r) for r in ALL_ROLES), *extra.items()]:
            person = Person(0, name.title(), f"{name}@proefdam.nl", frozenset({role}))
            made.people[name] = uow.people.add(person, password_hash)
        uow.commit()
    yield made
    engine.dispose()


@pytest.fixture
def plain_dossier(library: Library) -> Callable[..., Dossier]:
    """A dossier that is in no database."""

    def make(**changes: object) -> Dossier:
        made = Dossier(
            id=1,
            number="2026-001",
            title="Leskaart",
            about="Taal",
            theme="integratie",
            portfolio="wethouder Smit",
            kader=library.workflow_ref("proef"),
            state="concept",
            side=Side.COLLEGE,
            steller_id=1,
            opened_at=START,
            state_since=START,
            term=None,
            council_date=None,
            revision=1,
        )
        return replace(made, **changes)  # type: ignore[arg-type]

    return make
