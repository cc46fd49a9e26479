"""Proceskaders in the database, which version is in use, and upgrades of dossiers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006_kaders"
down_revision = "0008_raden"
branch_labels = None
depends_on = None

APPEND_ONLY = ("kader", "kader_choice", "kader_upgrade")


def upgrade() -> None:
    _kader()
    _kader_choice()
    _kader_upgrade()
    if op.get_bind().dialect.name == "postgresql":
        _refuse_changes_on_postgresql()
    else:
        _refuse_changes_on_sqlite()


def downgrade() -> None:
    raise NotImplementedError("history only grows: restore a backup instead")


def _refuse_changes_on_sqlite() -> None:
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _refuse_changes_on_postgresql() -> None:
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def _kader() -> None:
    op.create_table(
        "kader",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kader_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_kader_dossier_id_dossier"),
        sa.PrimaryKeyConstraint("id", name="pk_kader"),
        sa.UniqueConstraint("kader_id", "version", name="uq_kader_kader_id_version"),
    )
    op.create_index("ix_kader_sha256", "kader", ["sha256"], unique=False)


def _kader_choice() -> None:
    op.create_table(
        "kader_choice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kader_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_kader_choice"),
    )
    op.create_index("ix_kader_choice_kader_id_id", "kader_choice", ["kader_id", "id"], unique=False)


def _kader_upgrade() -> None:
    op.create_table(
        "kader_upgrade",
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Text(), nullable=False),
        sa.Column("from_version", sa.Text(), nullable=False),
        sa.Column("from_sha256", sa.Text(), nullable=False),
        sa.Column("to_id", sa.Text(), nullable=False),
        sa.Column("to_version", sa.Text(), nullable=False),
        sa.Column("to_sha256", sa.Text(), nullable=False),
        sa.Column("from_state", sa.Text(), nullable=False),
        sa.Column("to_state", sa.Text(), nullable=False),
        sa.Column("term_before", sa.Date(), nullable=True),
        sa.Column("term_after", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dossier_id", "seq"], ["event.dossier_id", "event.seq"], name="fk_kader_upgrade_dossier_id_seq_event"
        ),
        sa.PrimaryKeyConstraint("dossier_id", "seq", name="pk_kader_upgrade"),
    )
