"""Kept deadlines, reminders, and the triggers that tell the sweep which cases were written to."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from hearings.clocks.touching import WATCHED, watching

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
STANDS = sa.text("superseded_at IS NULL")
OPEN = sa.text("superseded_at IS NULL AND met_on IS NULL")
JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    _kept_deadline()
    op.create_table(
        "reminder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("reminds_of", sa.String(length=60), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["staff.id"], name=op.f("fk_reminder_person_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint("person_id", "reminds_of", name=op.f("uq_reminder_person_id_reminds_of")),
    )
    op.create_index("ix_reminder_due", "reminder", ["sent_at", "due_at"], unique=False)
    op.create_table(
        "case_touched",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_touched")),
    )
    op.create_index("ix_case_touched_case", "case_touched", ["office_id", "case_no"], unique=False)
    op.create_table(
        "case_clock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("swept_at", INSTANT, nullable=False),
        sa.Column("look_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_case_clock_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_clock")),
        sa.UniqueConstraint("office_id", "case_no", name=op.f("uq_case_clock_office_id_case_no")),
    )
    op.create_index("ix_case_clock_look", "case_clock", ["office_id", "look_on"], unique=False)
    op.create_table(
        "office_clock",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("closings", JSON, nullable=False),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        sa.Column("swept_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_office_clock_office_id_office")),
        sa.PrimaryKeyConstraint("office_id", name=op.f("pk_office_clock")),
    )
    op.execute("INSERT INTO case_touched (office_id, case_no) SELECT office_id, case_no FROM support_case")
    for _, statement in watching(WATCHED, op.get_bind().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    for table in WATCHED:
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"DROP FUNCTION touch_{table} CASCADE")
            continue
        for verb in ("insert", "update"):
            op.execute(f"DROP TRIGGER touch_{table}_{verb}")
    for table in ("office_clock", "case_clock", "case_touched", "reminder", "kept_deadline"):
        op.drop_table(table)


def _kept_deadline() -> None:
    op.create_table(
        "kept_deadline",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=True),
        sa.Column("rule", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("owner", sa.String(length=20), nullable=False),
        sa.Column("known_day", sa.String(length=10), nullable=False),
        sa.Column("trigger_on", sa.Date(), nullable=False),
        sa.Column("method", sa.String(length=40), nullable=False),
        sa.Column("courthouse", sa.String(length=200), nullable=True),
        sa.Column("evidence", sa.String(length=300), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("last_safe_day", sa.Date(), nullable=False),
        sa.Column("answers", sa.String(length=12), nullable=False),
        sa.Column("what", sa.String(length=300), nullable=False),
        sa.Column("readings", JSON, nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("cite", sa.String(length=400), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("pack", sa.String(length=40), nullable=False),
        sa.Column("kept_at", INSTANT, nullable=False),
        sa.Column("kept_by", sa.String(length=300), nullable=True),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("met_by", sa.String(length=300), nullable=True),
        sa.Column("met_how", sa.String(length=300), nullable=False),
        sa.Column("superseded_at", INSTANT, nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearing.id"], name=op.f("fk_kept_deadline_hearing_id_hearing")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_kept_deadline_office_id_office")),
        sa.ForeignKeyConstraint(
            ["superseded_by"], ["kept_deadline.id"], name=op.f("fk_kept_deadline_superseded_by_kept_deadline")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_deadline")),
    )
    op.create_index(
        "uq_kept_deadline_stands",
        "kept_deadline",
        ["office_id", "case_no", "rule", "subject"],
        unique=True,
        sqlite_where=STANDS,
        postgresql_where=STANDS,
    )
    op.create_index(
        "ix_kept_deadline_open",
        "kept_deadline",
        ["office_id", "last_safe_day"],
        unique=False,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
