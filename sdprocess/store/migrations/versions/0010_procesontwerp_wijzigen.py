"""Every adopted procesontwerp stays: an amendment comes after it, in a row of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010_wijzigen"
down_revision = "0005_advies"
branch_labels = None
depends_on = None

TABLE = "design_adopted"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("design_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("kader_id", sa.Text(), nullable=False),
        sa.Column("kader_version", sa.Text(), nullable=False),
        sa.Column("kader_sha256", sa.Text(), nullable=False),
        sa.Column("back", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["design_id"], ["design.id"], name="fk_design_adopted_design_id_design"),
        sa.PrimaryKeyConstraint("id", name="pk_design_adopted"),
        sa.UniqueConstraint("design_id", "number", name="uq_design_adopted_design_id_number"),
    )
    columns = "state, body, decided_on, decided_by, kader_id, kader_version, kader_sha256"
    op.execute(
        f"INSERT INTO {TABLE} (design_id, number, at, person, {columns}, back) "  # noqa: S608  names of our own
        f"SELECT id, 1, changed_at, changed_by, {columns}, false FROM design "
        "WHERE state <> 'concept' AND decided_on IS NOT NULL"
    )
    _refuse_changes()


def _refuse_changes() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER {TABLE}_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        return
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {TABLE}_refuses_{verb.lower()} BEFORE {verb} ON {TABLE} "
            f"BEGIN SELECT RAISE(ABORT, '{TABLE} is append-only'); END"
        )


def downgrade() -> None:
    raise NotImplementedError("history only grows: restore a backup instead")
