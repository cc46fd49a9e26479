"""A PostgreSQL for the tests: the one of DATABASE_URL_TEST, else a throw-away cluster from Debian's binaries.

One cluster per pytest process (so per xdist worker), on a unix socket in a temporary folder; PostgreSQL refuses to run
as root, hence `runuser` when the tests do. Every test gets its own database, a copy of one that was migrated once.
Without PostgreSQL the tests that need it skip, and the skip says so.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import URL, make_url

from sdprocess.store.migrate import migrate

BINARIES = Path("/usr/lib/postgresql")
MEMORY = Path("/dev/shm")  # noqa: S108  a throw-away database may be there
TEMPLATE = "sdprocess_sjabloon"
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "max_connections=60")


def in_memory() -> str | None:
    """A folder in memory when this machine has one: waiting for the disk is not what these tests are about."""
    return str(MEMORY) if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) else None


def _binaries() -> Path | None:
    found = sorted(BINARIES.glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    return found[-1].parent if found else None


def _as_user() -> list[str]:
    """How to run PostgreSQL's programs: as we are, or as a user that is not root."""
    if os.geteuid() != 0:
        return []
    return ["runuser", "-u", "postgres", "--"]


def _run(*command: str) -> None:
    done = subprocess.run([*_as_user(), *command], check=False, capture_output=True, text=True, timeout=120, cwd="/")
    if done.returncode:
        pytest.skip(f"PostgreSQL did not start: {command[0]}: {done.stderr.strip()[-300:]}")


@contextlib.contextmanager
def cluster() -> Iterator[URL]:
    """The address of a running server; its database `postgres` is there."""
    given = os.environ.get("DATABASE_URL_TEST")
    if given:
        yield make_url(given).set(drivername="postgresql+psycopg")
        return
    binaries = _binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed: nothing below /usr/lib/postgresql and no DATABASE_URL_TEST")
    folder = Path(tempfile.mkdtemp(prefix="sdp-pg-", dir=in_memory()))
    try:
        if _as_user():
            shutil.chown(folder, "postgres")
        data = folder / "data"
        _run(str(binaries / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = " ".join(["-c listen_addresses=''", f"-k {folder}", *(f"-c {setting}" for setting in FAST)])
        log = str(folder / "log")
        _run(str(binaries / "pg_ctl"), "-D", str(data), "-o", options, "-l", log, "-w", "-t", "60", "start")
        try:
            yield URL.create(
                "postgresql+psycopg", username="postgres", database="postgres", query={"host": str(folder)}
            )
        finally:
            _run(str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _execute(server: URL, statement: str) -> None:
    plain = server.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(statement.encode())


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """A server with a migrated template database."""
    with cluster() as server:
        _execute(server, f"DROP DATABASE IF EXISTS {TEMPLATE}{os.getpid()}")
        _execute(server, f"CREATE DATABASE {TEMPLATE}{os.getpid()}")
        migrate(server.set(database=f"{TEMPLATE}{os.getpid()}").render_as_string(hide_password=False))
        yield server
        _execute(server, f"DROP DATABASE IF EXISTS {TEMPLATE}{os.getpid()} WITH (FORCE)")


@contextlib.contextmanager
def fresh_database(server: URL, *, migrated: bool = True) -> Iterator[str]:
    """The address of a new database on the server, dropped afterwards."""
    name = f"t{uuid.uuid4().hex}"
    _execute(server, f"CREATE DATABASE {name}" + (f" TEMPLATE {TEMPLATE}{os.getpid()}" if migrated else ""))
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        _execute(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("sjabloon") / "sjabloon.sqlite3"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """An empty, migrated database of each kind."""
    if request.param == "sqlite":
        with tempfile.TemporaryDirectory(prefix="sdp-", dir=in_memory()) as folder:
            path = Path(folder) / "toets.sqlite3"
            shutil.copy(request.getfixturevalue("sqlite_template"), path)
            yield f"sqlite:///{path}"
        return
    with fresh_database(request.getfixturevalue("postgres_server")) as url:
        yield url
