"""Brings a database to the newest schema."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from sdprocess.store.database import WRITES, open_engine

FOLDER = Path(__file__).parent / "migrations"
LOCK_KEY = 5_301_971
"""Key of the PostgreSQL advisory lock that lets one process migrate at a time."""


def migrate(url: str, *, to: str = "head") -> None:
    """Upgrade the database to a revision in one transaction. Safe at every start, by several processes at once."""
    engine = open_engine(url)
    try:
        if to == "head" and at_head(engine):
            return
        _upgrade(engine, to)
    finally:
        engine.dispose()


def at_head(engine: Engine) -> bool:
    """Whether the database has the schema that this code expects."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == newest()


def newest() -> str | None:
    """The newest revision that this code knows."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(engine: Engine, to: str) -> None:
    config = _config()
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK_KEY})
        config.attributes["connection"] = connection
        command.upgrade(config, to)
