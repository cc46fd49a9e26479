from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, func, inspect, select, text

from sdprocess.store.database import open_engine
from sdprocess.store.migrate import FOLDER, at_head, migrate, newest
from sdprocess.store.tables import APPEND_ONLY, metadata
from tests.postgres import fresh_database


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'map' / 'leeg.sqlite3'}"
        return
    with fresh_database(request.getfixturevalue("postgres_server"), migrated=False) as url:
        yield url


def test_an_empty_database_gets_the_schema_that_the_tables_describe(empty_url: str) -> None:
    migrate(empty_url)
    engine = open_engine(empty_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "alembic_version"}
    assert at_head(engine)
    engine.dispose()


def test_migrating_twice_keeps_what_was_written(empty_url: str) -> None:
    migrate(empty_url)
    engine = open_engine(empty_url)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO marker (name, value) VALUES ('proef', 'blijft')"))
    migrate(empty_url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT value FROM marker")).scalar_one() == "blijft"
    engine.dispose()


def test_a_migration_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "migrations"
    shutil.copytree(FOLDER, folder)
    (folder / "versions" / "9999_broken.py").write_text(
        f"from alembic import op\nrevision = '9999'\ndown_revision = '{newest()}'\n"
        "def upgrade():\n    op.execute('CREATE TABLE half (id int)')\n    op.execute('SELECT nonsense')\n"
    )
    monkeypatch.setattr("sdprocess.store.migrate.FOLDER", folder)
    url = f"sqlite:///{tmp_path / 'x.sqlite3'}"
    with pytest.raises(Exception, match="nonsense"):
        migrate(url)
    engine = open_engine(url)
    assert inspect(engine).get_table_names() == []
    engine.dispose()


def test_every_constraint_has_a_name(engine: Engine) -> None:
    unnamed = [c for table in metadata.tables.values() for c in table.constraints if not c.name]
    assert unnamed == []


def test_the_first_revision_does_not_lean_on_todays_tables() -> None:
    source = (FOLDER / "versions" / "0001_begin.py").read_text()
    assert "sdprocess" not in source
    assert newest() is not None


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE"])
def test_history_cannot_be_changed_behind_our_back(engine: Engine, filled: int, table: str, verb: str) -> None:
    column = next(iter(metadata.tables[table].columns)).name
    statement = {"UPDATE": f"UPDATE {table} SET {column} = {column}", "DELETE": f"DELETE FROM {table}"}[verb]  # noqa: S608
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(metadata.tables[table])).scalar_one() > 0
        with pytest.raises(Exception, match="append-only"):
            connection.execute(text(statement))


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_history_cannot_be_emptied_on_postgresql(engine: Engine, table: str) -> None:
    with engine.connect() as connection, pytest.raises(Exception, match="append-only"):
        connection.execute(text(f"TRUNCATE {table} CASCADE"))
