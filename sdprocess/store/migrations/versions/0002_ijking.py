"""Calibrating: documents, their texts and readers, and what these found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002_ijking"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _documents()
    _readings()
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER calibration_reading_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON "
            "calibration_reading FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        return
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER calibration_reading_refuses_{verb.lower()} BEFORE {verb} ON calibration_reading "
            "BEGIN SELECT RAISE(ABORT, 'calibration_reading is append-only'); END"
        )


def downgrade() -> None:
    raise NotImplementedError("history only grows: restore a backup instead")


def _documents() -> None:
    op.create_table(
        "calibration_document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("filename", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by_id", sa.Integer(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=True),
        sa.Column("version_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["added_by_id"], ["person.id"], name="fk_calibration_document_added_by_id_person"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_calibration_document_dossier_id_dossier"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["document_version.id"], name="fk_calibration_document_version_id_document_version"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_calibration_document"),
    )
    op.create_table(
        "calibration_text",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["calibration_document.id"], name="fk_calibration_text_document_id_calibration_document"
        ),
        sa.PrimaryKeyConstraint("document_id", name="pk_calibration_text"),
    )


def _readings() -> None:
    op.create_table(
        "calibration_seat",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["calibration_document.id"], name="fk_calibration_seat_document_id_calibration_document"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_calibration_seat_person_id_person"),
        sa.PrimaryKeyConstraint("document_id", "letter", name="pk_calibration_seat"),
        sa.UniqueConstraint("document_id", "person_id", name="uq_calibration_seat_document_id_person_id"),
    )
    op.create_table(
        "calibration_reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("quotes", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("together", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["calibration_document.id"], name="fk_calibration_reading_document_id_calibration_document"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_calibration_reading_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_calibration_reading"),
    )
    op.create_index("ix_calibration_reading_document_id_id", "calibration_reading", ["document_id", "id"], unique=False)
