"""The only module that wires everything together."""

from __future__ import annotations

from dataclasses import dataclass

from sdprocess.content.library import ContentChanged, load_library
from sdprocess.domain.errors import NotFound
from sdprocess.domain.text import SourceText
from sdprocess.planning.calendars import calendar_of
from sdprocess.reading import read_bytes
from sdprocess.services.clock import SystemClock
from sdprocess.services.demo_mark import is_demo
from sdprocess.services.passwords import Argon2Hasher
from sdprocess.services.pinned import pinned_kaders
from sdprocess.services.ports import Clock, World
from sdprocess.settings import InvalidSettings, Settings
from sdprocess.store.database import open_engine
from sdprocess.store.migrate import migrate
from sdprocess.store.unit_of_work import unit_of_work
from sdprocess.texts.nl import say


@dataclass(frozen=True, slots=True)
class Reading:
    """Fulfils `Reader`: files from outside, read in a bounded child process."""

    def __call__(self, data: bytes, filename: str) -> SourceText:
        return read_bytes(data, filename)


def build(settings: Settings, clock: Clock | None = None) -> World:
    """The world for these settings: content checked, database brought to the newest schema.

    clock: the real one unless given. Raises InvalidContent, and InvalidSettings when production meets demo data.
    """
    library = load_library(settings.content)
    migrate(settings.database_url)
    world = World(
        uow=unit_of_work(open_engine(settings.database_url)),
        clock=clock or SystemClock(),
        library=library,
        reader=Reading(),
        hasher=Argon2Hasher(),
        municipality=settings.municipality,
        demo=settings.demo,
        calendar=calendar_of(library.calendar),
    )
    if settings.production and is_demo(world):
        raise InvalidSettings((say("instelling-productie-demo"),))
    return world


def check(world: World) -> tuple[str, ...]:
    """What is wrong with a running installation, in Dutch; empty when nothing is.

    Looks whether the database answers and whether every proceskader that a dossier pinned is still there, unchanged.
    """
    problems: list[str] = []
    for ref in pinned_kaders(world):
        try:
            world.library.pinned_workflow(ref)
        except ContentChanged as error:
            problems.append(say(error.code, **error.facts))
        except NotFound as error:
            problems.append(say("controle-kader-weg", **error.facts))
    return tuple(problems)
