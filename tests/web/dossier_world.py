"""A small municipality for the tests of the dossier pages: real services on SQLite, made once and copied per test."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from sdprocess.bootstrap import build
from sdprocess.domain.dossier import Person
from sdprocess.domain.findings import Verdict
from sdprocess.domain.people import Actor
from sdprocess.services import queries
from sdprocess.services.add_version import add_version
from sdprocess.services.judge_question import NewJudgement, judge_questions
from sdprocess.services.move_dossier import move_dossier
from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.ports import World
from sdprocess.services.release_proposal import release_proposal
from sdprocess.settings import load_settings
from sdprocess.store.database import open_engine
from sdprocess.store.unit_of_work import unit_of_work
from sdprocess.web import create_app

PASSWORD = "een-lang-wachtwoord-om-te-proberen"
HOSTILE = '=1+1 <script>alert("x")</script> & meer'
TITLES = {"2026-001": "Budgetcoaching voor minima", "2026-002": "Bibliotheek in Oosterdam", "2026-003": HOSTILE}
START = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
COOKIE = "sdprocess"
DEVIATION = "De raad wil dit nu bespreken."
ROLES = {
    "anna": "steller",
    "bas": "steller",
    "tom": "toetser",
    "carla": "college",
    "wil": "griffie",
    "agnes": "agendacommissie",
    "raf": "raadslid",
    "roos": "raadslid",
    "beer": "beheerder",
}

FIRST = """# Raadsvoorstel Budgetcoaching voor minima

## Beslispunten

1. Een bedrag van 80.000 euro beschikbaar stellen voor budgetcoaching in 2027.
2. De verordening bijstand op dit punt aanpassen.

## Aanleiding

Steeds meer inwoners lopen achter met hun vaste lasten.
De raad stelde op 12 maart 2024 het beleidsplan Bestaanszekerheid vast.

## Argumenten

1. Wie op tijd hulp krijgt, houdt kleinere schulden.

## Kanttekeningen

Er zijn geen kanttekeningen.

## Financiën

| jaar | kosten |
| --- | --- |
| 2027 | 80.000 euro |
| 2028 | 60.000 euro |

## Uitvoering

Met de Kredietbank is overlegd over de uitvoering.
"""

SECOND = FIRST.replace(
    "Met de Kredietbank is overlegd over de uitvoering.",
    """De Kredietbank voert de budgetcoaching uit. De Kredietbank staat achter het plan, maar vindt twee jaar te kort.

## Alternatieven

Wij hebben drie alternatieven onderzocht. Niets doen kost op termijn meer. Alleen digitale hulp bereikt te weinig
mensen. Een fonds is duurder. Daarom kiezen wij voor budgetcoaching.

## Evaluatie

In december 2028 ontvangt de raad de evaluatie. Het doel: 120 huishoudens per jaar geholpen, tegen 40 in 2025.""",
)


@dataclass
class StandingClock:
    """Stands still until a test moves it."""

    at: datetime = START

    def now(self) -> datetime:
        return self.at

    def forward(self, **kwargs: int) -> None:
        self.at += timedelta(**kwargs)


@dataclass
class Town:
    """The world with its people by first name, and an app over it."""

    world: World
    clock: StandingClock
    app: Flask
    people: dict[str, Person]
    sessions: dict[str, str] = field(default_factory=dict)

    def actor(self, name: str) -> Actor:
        person = self.people[name]
        return Actor(person.id, person.name, person.roles)

    def browser(self, name: str = "") -> Browser:
        """Somebody's browser, signed in; sessions are kept, for signing in takes long on purpose."""
        browser = Browser(self.app.test_client())
        if not name:
            return browser
        if name in self.sessions and self.clock.at == START:
            browser.client.set_cookie(COOKIE, self.sessions[name])
            return browser
        browser.sign_in(name)
        cookie = browser.client.get_cookie(COOKIE)
        assert cookie is not None
        if self.clock.at == START:
            self.sessions[name] = cookie.value
        return browser

    def revision(self, number: str) -> int:
        with self.world.uow() as uow:
            return uow.dossiers.get(number).revision


@dataclass
class Browser:
    """A person at the keyboard: gets pages, fills in forms with the token of the page before."""

    client: FlaskClient
    html: str = ""
    status: int = 0
    location: str = ""

    def sign_in(self, name: str) -> None:
        self.get("/inloggen")
        self.post("/inloggen", login=f"{name}@merenveld.nl", wachtwoord=PASSWORD)
        assert self.status == 303

    def get(self, address: str) -> str:
        response = self.client.get(address)
        self.status = response.status_code
        self.html = response.get_data(as_text=True)
        return self.html

    def post(self, address: str, **fields: object) -> str:
        token = re.search(r'name="csrf_token" value="([^"]+)"', self.html)
        assert token, "the page before has no form"
        data = {"csrf_token": token[1], **{k.replace("__", "-"): v for k, v in fields.items()}}
        response = self.client.post(address, data=data, content_type="multipart/form-data")
        self.status = response.status_code
        self.html = response.get_data(as_text=True) if response.status_code != 303 else self.html
        self.location = response.headers.get("Location", "")
        return self.html


def make_world(database: Path, clock: StandingClock) -> World:
    environment = {"SDPROCESS_DATABASE_URL": f"sqlite:///{database}", "SDPROCESS_GEGEVENS": str(database.parent)}
    return build(load_settings(environment), clock=clock)


def open_town(database: Path) -> Town:
    """The municipality in a database that `seed` filled."""
    clock = StandingClock()
    world = make_world(database, clock)
    with world.uow() as uow:
        people = {p.name.lower(): p for p in uow.people.all()}
    app = create_app(world)
    app.testing = True
    return Town(world, clock, app, people)


def restore(template: Path, database: Path) -> None:
    """Make the database what it was when seeded, also while an app has it open."""
    with closing(sqlite3.connect(template)) as source, closing(sqlite3.connect(database)) as target:
        source.backup(target)


def forget_what_was_read(town: Town, database: Path) -> None:
    """Ids are given out again after a restore, so the assessments that the app kept in memory are no longer those."""
    uow = unit_of_work(open_engine(f"sqlite:///{database}"))
    town.world = town.app.extensions["sdprocess"] = replace(town.world, uow=uow)


def seed(database: Path) -> None:
    """2026-001: Anna's draft, two versions. 2026-002: with the council, with a deviation. 2026-003: a hostile title."""
    world = make_world(database, StandingClock())
    hashed = world.hasher.hash(PASSWORD)
    people: dict[str, Actor] = {}
    with world.uow(write=True) as uow:
        for name, role in ROLES.items():
            person = uow.people.add(Person(0, name.capitalize(), f"{name}@merenveld.nl", frozenset({role})), hashed)
            people[name] = Actor(person.id, person.name, person.roles)
        uow.commit()
    anna = people["anna"]
    for number, title in (
        ("2026-001", "Budgetcoaching voor minima"),
        ("2026-002", "Bibliotheek in Oosterdam"),
        ("2026-003", HOSTILE),
    ):
        open_dossier(
            world,
            anna,
            title=title,
            about="Inwoners met schulden krijgen eerder hulp.",
            theme="Bestaanszekerheid",
            portfolio="Werk en inkomen",
            number=number,
        )
    add(world, anna, "2026-001", FIRST, "concept.md")
    add(world, anna, "2026-001", SECOND, "concept-2.md")
    add(world, anna, "2026-002", FIRST, "bibliotheek.md")
    add(world, anna, "2026-003", FIRST, '"><img src=x onerror=alert(1)>.md')
    judge_all(world, anna, "2026-002")
    move(world, anna, "2026-002", "vraag-toets")
    judge_all(world, people["tom"], "2026-002")
    released = release_proposal(
        world, anna, "2026-002", revision=rev(world, "2026-002"), deviation="De raad wil dit nu bespreken."
    )
    assert not isinstance(released, tuple), released
    move(world, anna, "2026-002", "bied-aan")


def add(world: World, actor: Actor, number: str, text: str, filename: str) -> None:
    add_version(world, actor, number, filename=filename, data=text.encode(), revision=rev(world, number))


def rev(world: World, number: str) -> int:
    with world.uow() as uow:
        return uow.dossiers.get(number).revision


def move(world: World, actor: Actor, number: str, transition: str, reason: str = "") -> None:
    done = move_dossier(world, actor, number, transition=transition, revision=rev(world, number), reason=reason)
    assert not isinstance(done, tuple), done


def judge_all(world: World, actor: Actor, number: str) -> None:
    """Agree with the machine everywhere; where it could not judge, say open."""
    page = queries.proposal_page(world, actor, number)
    judgements = [
        NewJudgement(f.question, f.verdict)
        if f.verdict in (Verdict.JA, Verdict.DEELS, Verdict.NEE)
        else NewJudgement(f.question, Verdict.NEE, reason="Dit staat niet in het stuk.")
        for f in (q.finding for q in page.questions)
    ]
    judge_questions(world, actor, number, version_id=page.version.id, judgements=judgements)
