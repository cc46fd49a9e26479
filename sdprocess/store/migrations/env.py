"""Run by Alembic inside the transaction that `store.migrate` opened."""

from __future__ import annotations

from alembic import context

from sdprocess.store import tables_advice, tables_kaders, tables_planning  # noqa: F401  they belong to the metadata
from sdprocess.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
