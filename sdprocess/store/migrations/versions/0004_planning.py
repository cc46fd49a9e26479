"""Planning: plan versions, shifts with consent, suspensions, process evaluations; a dossier knows it is suspended."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004_planning"
down_revision = "0002_ijking"
branch_labels = None
depends_on = None

APPEND_ONLY = (
    "plan_version",
    "shift_request",
    "shift_consent",
    "suspension",
    "suspension_end",
    "process_evaluation",
    "planning_form",
)


def upgrade() -> None:
    op.add_column("dossier", sa.Column("suspended", sa.Date(), nullable=True))
    _shifts()
    _plans()
    _suspensions()
    _evaluations()
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


def _who() -> list[sa.Column[object]]:
    return [
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
    ]


def _of_dossier(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=f"fk_{table}_dossier_id_dossier")


def _shifts() -> None:
    op.create_table(
        "shift_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        *_who(),
        sa.Column("participants", sa.JSON(), nullable=False),
        sa.Column("proposal", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_shift_request"),
        _of_dossier("shift_request"),
    )
    op.create_index("ix_shift_request_dossier_id_id", "shift_request", ["dossier_id", "id"])
    op.create_table(
        "shift_consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("participant", sa.Text(), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        *_who(),
        sa.PrimaryKeyConstraint("id", name="pk_shift_consent"),
        sa.ForeignKeyConstraint(["request_id"], ["shift_request.id"], name="fk_shift_consent_request_id_shift_request"),
        sa.UniqueConstraint("request_id", "participant", name="uq_shift_consent_request_id_participant"),
    )


def _plans() -> None:
    op.create_table(
        "plan_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *_who(),
        sa.Column("council_date", sa.Date(), nullable=True),
        sa.Column("proposal", sa.JSON(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_plan_version"),
        _of_dossier("plan_version"),
        sa.ForeignKeyConstraint(["request_id"], ["shift_request.id"], name="fk_plan_version_request_id_shift_request"),
        sa.UniqueConstraint("dossier_id", "number", name="uq_plan_version_dossier_id_number"),
        sa.UniqueConstraint("request_id", name="uq_plan_version_request_id"),
    )


def _suspensions() -> None:
    op.create_table(
        "suspension",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        *_who(),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("term", sa.Date(), nullable=True),
        sa.Column("side", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_suspension"),
        _of_dossier("suspension"),
    )
    op.create_index("ix_suspension_dossier_id_id", "suspension", ["dossier_id", "id"])
    op.create_table(
        "suspension_end",
        sa.Column("suspension_id", sa.Integer(), nullable=False),
        sa.Column("ended", sa.Date(), nullable=False),
        sa.Column("working_days", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("suspension_id", name="pk_suspension_end"),
        sa.ForeignKeyConstraint(
            ["suspension_id"], ["suspension.id"], name="fk_suspension_end_suspension_id_suspension"
        ),
    )


def _evaluations() -> None:
    op.create_table(
        "process_evaluation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        *_who(),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_process_evaluation"),
        _of_dossier("process_evaluation"),
    )
    op.create_index("ix_process_evaluation_dossier_id_id", "process_evaluation", ["dossier_id", "id"])
    op.create_table(
        "planning_form",
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("dossier_id", "key", name="pk_planning_form"),
        _of_dossier("planning_form"),
    )
