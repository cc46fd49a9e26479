"""Advice and parafen: who is asked in which round of which state, and what they answered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005_advies"
down_revision = "0007_procesontwerp"
branch_labels = None
depends_on = None

APPEND_ONLY = ("advice",)


def upgrade() -> None:
    _requests()
    _answers()
    for table in APPEND_ONLY:
        if op.get_bind().dialect.name == "postgresql":
            op.execute(
                f"CREATE TRIGGER {table}_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )
            continue
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def downgrade() -> None:
    raise NotImplementedError("history only grows: restore a backup instead")


def _requests() -> None:
    op.create_table(
        "advice_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("ask", sa.JSON(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_advice_request_dossier_id_dossier"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_advice_request_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_advice_request"),
        sa.UniqueConstraint("dossier_id", "state", "round", "key", name="uq_advice_request_dossier_id_state_round_key"),
    )
    op.create_index("ix_advice_request_live_dossier_id", "advice_request", ["live", "dossier_id"], unique=False)


def _answers() -> None:
    op.create_table(
        "advice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("substitute", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_advice_person_id_person"),
        sa.ForeignKeyConstraint(["request_id"], ["advice_request.id"], name="fk_advice_request_id_advice_request"),
        sa.ForeignKeyConstraint(["version_id"], ["document_version.id"], name="fk_advice_version_id_document_version"),
        sa.PrimaryKeyConstraint("id", name="pk_advice"),
    )
    op.create_index("ix_advice_request_id_id", "advice", ["request_id", "id"], unique=False)
