"""Dossiers that the council side opens, and the councils that decide on one dossier together."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008_raden"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("dossier", sa.Column("opener", sa.Text(), nullable=False, server_default="steller"))
    op.create_table(
        "council",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("meets", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("decided", sa.Date(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_council"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_council_dossier_id_dossier"),
        sa.UniqueConstraint("dossier_id", "name", name="uq_council_dossier_id_name"),
    )


def downgrade() -> None:
    raise NotImplementedError("history only grows: restore a backup instead")
