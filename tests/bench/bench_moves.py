"""Moves per second on SQLite through the real service, against bare commits with the same pragmas and as many rows."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sdprocess.bootstrap import build
from sdprocess.domain.people import Actor
from sdprocess.engine.move import Moved
from sdprocess.services.manage_people import add_person, first_admin
from sdprocess.services.move_dossier import move_dossier
from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.ports import World
from sdprocess.settings import load_settings
from sdprocess.store.database import SQLITE_PRAGMAS
from tests.bench.measure import Row, per_second, seconds

MOVES = 200
SECRET = "bench geen echte wachtzin"


def rows(moves: int = MOVES) -> Iterator[Row]:
    """Bare commits first, then the same number of moves of as many dossiers."""
    with tempfile.TemporaryDirectory() as folder:
        bare = _bare(Path(folder), moves)
        through = _through_service(Path(folder), moves)
    yield per_second("kale commits", moves, bare, "UPDATE en twee INSERTs, dezelfde pragma's")
    yield per_second("stappen door de dienst", moves, through, f"{bare / through:.0%} van kale commits")


def _bare(folder: Path, moves: int) -> float:
    connection = sqlite3.connect(folder / "kaal.sqlite3", isolation_level=None)
    for pragma in SQLITE_PRAGMAS:
        connection.execute(pragma)
    connection.execute("CREATE TABLE dossier (id INTEGER PRIMARY KEY, state TEXT, revision INTEGER)")
    connection.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, dossier INTEGER, what TEXT)")
    connection.execute("CREATE TABLE outbox (id INTEGER PRIMARY KEY, what TEXT)")
    connection.executemany("INSERT INTO dossier VALUES (?, 'opstellen', 1)", [(n,) for n in range(moves)])

    def move_all() -> None:
        for number in range(moves):
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE dossier SET state = 'ingetrokken', revision = 2 WHERE id = ?", (number,))
            connection.execute("INSERT INTO event (dossier, what) VALUES (?, 'verplaatst')", (number,))
            connection.execute("INSERT INTO outbox (what) VALUES ('verplaatst')")
            connection.execute("COMMIT")

    took = seconds(move_all)
    connection.close()
    return took


def _through_service(folder: Path, moves: int) -> float:
    world = build(load_settings({"SDPROCESS_GEGEVENS": str(folder / "gegevens")}))
    actor = _writer(world)
    words = {"title": "Proef", "about": "Meet hoe snel een stap gaat.", "theme": "zorg", "portfolio": "Wmo"}
    dossiers = [open_dossier(world, actor, **words) for _ in range(moves)]

    def move_all() -> None:
        for d in dossiers:
            done = move_dossier(world, actor, d.number, transition="trek-in", revision=d.revision, reason="Meting.")
            if not isinstance(done, Moved):
                raise TypeError(done)

    return seconds(move_all)


def _writer(world: World) -> Actor:
    boss = first_admin(world, name="Bea Beheer", login="b.eheer@example.org", password=SECRET)
    admin = Actor(boss.id, boss.name, boss.roles)
    writer = add_person(world, admin, name="Sam Steller", login="s.am@example.org", roles=["steller"], password=SECRET)
    return Actor(writer.id, writer.name, writer.roles)
