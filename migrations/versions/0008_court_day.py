"""Outcomes, the tasks that follow, handoffs and closed days; a continuance can be taken back."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "outcome",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=False),
        sa.Column("setting_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("fields", JSON, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=False),
        sa.Column("beside", sa.Integer(), nullable=True),
        sa.Column("entry_key", sa.String(length=64), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=False),
        sa.Column("entered_by_name", sa.String(length=200), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearing.id"], name=op.f("fk_outcome_hearing_id_hearing")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_outcome_office_id_office")),
        sa.ForeignKeyConstraint(["setting_id"], ["setting.id"], name=op.f("fk_outcome_setting_id_setting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome")),
        sa.UniqueConstraint("hearing_id", "number", name=op.f("uq_outcome_hearing_id_number")),
        sa.UniqueConstraint("office_id", "entry_key", name=op.f("uq_outcome_office_id_entry_key")),
    )
    op.create_index("ix_outcome_setting", "outcome", ["setting_id"], unique=False)

    op.create_table(
        "task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=True),
        sa.Column("outcome_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("owner", sa.String(length=20), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("rule", sa.String(length=80), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.String(length=300), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearing.id"], name=op.f("fk_task_hearing_id_hearing")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_task_office_id_office")),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcome.id"], name=op.f("fk_task_outcome_id_outcome")),
        sa.ForeignKeyConstraint(["person_id"], ["staff.id"], name=op.f("fk_task_person_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    op.create_index("ix_task_office_due", "task", ["office_id", "due_on"], unique=False)
    op.create_index("ix_task_hearing", "task", ["hearing_id"], unique=False)

    op.create_table(
        "handoff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("promised", JSON, nullable=False),
        sa.Column("written_by", sa.String(length=300), nullable=False),
        sa.Column("written_by_name", sa.String(length=200), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearing.id"], name=op.f("fk_handoff_hearing_id_hearing")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_handoff_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handoff")),
    )
    op.create_index("ix_handoff_hearing", "handoff", ["hearing_id"], unique=False)

    op.create_table(
        "court_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("court_session_id", sa.Integer(), nullable=False),
        sa.Column("without", JSON, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("closed_by", sa.String(length=300), nullable=False),
        sa.Column("closed_by_name", sa.String(length=200), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["court_session_id"], ["court_session.id"], name=op.f("fk_court_day_court_session_id_court_session")
        ),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_court_day_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_court_day")),
    )
    op.create_index("ix_court_day_session", "court_day", ["court_session_id"], unique=False)

    op.add_column("continuance", sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))
