"""The procesontwerp of a dossier, its versions and what people said of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007_procesontwerp"
down_revision = "0006_kaders"
branch_labels = None
depends_on = None

APPEND_ONLY = ("design_version", "design_comment")


def upgrade() -> None:
    op.create_table(
        "design",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_by", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("kader_id", sa.Text(), nullable=False),
        sa.Column("kader_version", sa.Text(), nullable=False),
        sa.Column("kader_sha256", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_design_dossier_id_dossier"),
        sa.PrimaryKeyConstraint("id", name="pk_design"),
        sa.UniqueConstraint("dossier_id", name="uq_design_dossier_id"),
    )
    op.create_table(
        "design_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("design_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["design_id"], ["design.id"], name="fk_design_version_design_id_design"),
        sa.PrimaryKeyConstraint("id", name="pk_design_version"),
        sa.UniqueConstraint("design_id", "number", name="uq_design_version_design_id_number"),
    )
    op.create_table(
        "design_comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("design_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["design_id"], ["design.id"], name="fk_design_comment_design_id_design"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_design_comment_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_design_comment"),
    )
    op.create_index("ix_design_comment_design_id", "design_comment", ["design_id"], unique=False)
    for table in APPEND_ONLY:
        _refuse_changes(table)


def _refuse_changes(table: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER {table}_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        return
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def downgrade() -> None:
    raise NotImplementedError("history only grows: restore a backup instead")
