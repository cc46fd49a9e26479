"""Putting the demo municipality in, through the ordinary services: every history is lived again with a fixed clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from sdprocess.demo.acts import perform
from sdprocess.demo.calibrate import calibrate
from sdprocess.demo.files import demo_files
from sdprocess.demo.passphrase import passphrase
from sdprocess.demo.plan import DossierPlan, Inhabitant, dossier_plans, population, register_file
from sdprocess.domain.dossier import Person
from sdprocess.domain.people import Actor
from sdprocess.services.demo_mark import is_demo, mark_demo
from sdprocess.services.keep_register import import_frames
from sdprocess.services.manage_people import add_person, first_admin
from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.ports import World

ADMIN = "beheerder"


@dataclass(frozen=True, slots=True)
class SeedReport:
    """What was put in. already: it was there before, and nothing was done; the pass-phrase is then unknown ("")."""

    municipality: str
    already: bool
    passphrase: str
    people: tuple[Person, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FixedClock:
    """Fulfils `Clock` with one moment."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment


def seed(world: World, today: date) -> SeedReport:
    """The people, dossiers and drafts of the demo municipality, with histories that end at or before `today`.

    Raises NotAllowed outside a demo, and when the database holds people that are not of the demo.
    """
    plans = dossier_plans()
    municipality = population().municipality.name
    if is_demo(world):
        with world.uow() as uow:
            people = tuple(uow.people.all())
        return SeedReport(municipality, already=True, passphrase="", people=people, numbers=_numbers(plans))
    mark_demo(world)
    phrase = passphrase()
    people = _people(world, phrase)
    actors = {p.login.partition("@")[0]: Actor(p.id, p.name, p.roles) for p in people}
    uploads = {file.name: file.data for file in demo_files()}
    keeper = next(a for a in actors.values() if a.has("griffie"))
    import_frames(world, keeper, data=register_file(), filename="kaders.csv")
    for plan in plans:
        _live(world, plan, actors, uploads, today)
    reader = next(a for a in actors.values() if a.has("toetser"))
    began = replace(world, clock=FixedClock(datetime.combine(today - timedelta(days=3), time(9, 0), UTC)))
    calibrate(began, reader, keeper, uploads)
    return SeedReport(municipality, already=False, passphrase=phrase, people=people, numbers=_numbers(plans))


def _numbers(plans: tuple[DossierPlan, ...]) -> tuple[str, ...]:
    return tuple(plan.number for plan in plans)


def _people(world: World, phrase: str) -> tuple[Person, ...]:
    """The accounts; the first is the beheerder, who makes the others."""
    inhabitants = sorted(population().people, key=lambda p: ADMIN not in p.roles)
    first, *others = inhabitants
    admin = first_admin(world, name=first.name, login=first.login, password=phrase)
    by = Actor(admin.id, admin.name, admin.roles)
    return (admin, *(_account(world, by, one, phrase) for one in others))


def _account(world: World, by: Actor, one: Inhabitant, phrase: str) -> Person:
    return add_person(world, by, name=one.name, login=one.login, roles=one.roles, password=phrase, job=one.job)


def _live(world: World, plan: DossierPlan, actors: dict[str, Actor], uploads: dict[str, bytes], today: date) -> None:
    """Open the dossier and take every step of its history, each at its own moment."""
    for rank, act in enumerate(plan.history):
        then = replace(world, clock=FixedClock(plan.moment(rank, today)))
        actor = actors[act.by]
        if act.opened:
            open_dossier(
                then,
                actor,
                title=plan.title,
                about=plan.about,
                theme=plan.theme,
                portfolio=plan.portfolio,
                kader_id=plan.kader,
                kader_version=plan.kader_version,
                council_date=plan.council_date(today),
                previous=plan.previous,
                number=plan.number,
            )
        else:
            perform(then, actor, plan.number, act, uploads)
