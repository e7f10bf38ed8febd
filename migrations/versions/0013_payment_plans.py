"""Payment plans and pay stubs."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
OPEN = sa.text("ended_on IS NULL AND withdrawn_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "payment_plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("basis", sa.String(length=20), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("first_due_on", sa.Date(), nullable=False),
        sa.Column("instalment", sa.BigInteger(), nullable=False),
        sa.Column("frequency", sa.String(length=12), nullable=False),
        sa.Column("covers", sa.String(length=40), nullable=False),
        sa.Column("first_payment", sa.BigInteger(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=True),
        sa.Column("days_late", sa.Integer(), nullable=False),
        sa.Column("percent_short", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("consequence", sa.String(length=500), nullable=False),
        sa.Column("follows_id", sa.Integer(), nullable=True),
        sa.Column("entered_by", sa.String(length=300), nullable=False),
        sa.Column("entered_at", INSTANT, nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_why", sa.String(length=300), nullable=False),
        sa.Column("ended_by", sa.String(length=300), nullable=True),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("withdrawn_why", sa.String(length=300), nullable=False),
        sa.Column("withdrawn_by", sa.String(length=300), nullable=True),
        sa.Column("withdrawn_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_payment_plan_office_id_office")),
        sa.ForeignKeyConstraint(
            ["follows_id"], ["payment_plan.id"], name=op.f("fk_payment_plan_follows_id_payment_plan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_plan")),
    )
    op.create_index("ix_payment_plan_case", "payment_plan", ["office_id", "case_no"], unique=False)
    op.create_index(
        "uq_payment_plan_open",
        "payment_plan",
        ["office_id", "case_no"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_table(
        "pay_stub",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("withheld", sa.BigInteger(), nullable=False),
        sa.Column("evidence", sa.String(length=200), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=False),
        sa.Column("entered_at", INSTANT, nullable=False),
        sa.Column("withdrawn_why", sa.String(length=300), nullable=False),
        sa.Column("withdrawn_by", sa.String(length=300), nullable=True),
        sa.Column("withdrawn_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_pay_stub_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pay_stub")),
    )
    op.create_index("ix_pay_stub_case", "pay_stub", ["office_id", "case_no"], unique=False)
