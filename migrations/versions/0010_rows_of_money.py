"""Entries of money: steps, suspensions, credits, direct payments, adjustments, judgments, issuing states."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

from hearings.clocks.touching import WATCHED_MONEY, watching

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
STANDS = sa.text("superseded_at IS NULL")
TABLES = (
    "order_step", "suspension_entry", "credit_entry", "direct_payment_entry", "adjustment_proposal",
    "interest_judgment", "issuing_state",
)  # fmt: skip


def upgrade() -> None:
    _entry("order_step", (
        sa.Column("order_key", sa.String(length=300), nullable=False),
        sa.Column("step_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.String(length=300), nullable=False),
    ))  # fmt: skip
    _entry("suspension_entry", (
        sa.Column("cause", sa.String(length=60), nullable=False),
        sa.Column("began_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("found_on", sa.Date(), nullable=True),
    ))  # fmt: skip
    _entry("credit_entry", (
        sa.Column("credit_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.String(length=300), nullable=False),
        sa.Column("found_on", sa.Date(), nullable=True),
    ))  # fmt: skip
    _entry("direct_payment_entry", (
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("proof_kind", sa.String(length=60), nullable=False),
        sa.Column("found_on", sa.Date(), nullable=True),
    ))  # fmt: skip
    _entry("adjustment_proposal", (
        sa.Column("adjusted_on", sa.Date(), nullable=False),
        sa.Column("bucket", sa.String(length=20), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=600), nullable=False),
        sa.Column("decision", sa.String(length=12), nullable=False),
        sa.Column("decided_words", sa.String(length=300), nullable=False),
        sa.Column("decided_by", sa.String(length=300), nullable=False),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("decider_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("decider_id <> author_id", name=op.f("ck_adjustment_proposal_two_people")),
        sa.ForeignKeyConstraint(["decider_id"], ["staff.id"], name=op.f("fk_adjustment_proposal_decider_id_staff")),
    ))  # fmt: skip
    _entry("interest_judgment", (
        sa.Column("entered_on", sa.Date(), nullable=False),
        sa.Column("rate", sa.String(length=12), nullable=False),
        sa.Column("runs_from", sa.Date(), nullable=False),
    ))  # fmt: skip
    _entry("issuing_state", (
        sa.Column("order_key", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=2), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("rate", sa.String(length=12), nullable=False),
        sa.Column("begins", sa.String(length=30), nullable=False),
        sa.Column("cite", sa.String(length=200), nullable=False),
    ))  # fmt: skip
    for _, statement in watching(WATCHED_MONEY, op.get_bind().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"DROP FUNCTION touch_{table} CASCADE")


def _entry(table: str, own: Iterable[sa.schema.SchemaItem]) -> None:
    """A table of entries: its own columns between those of every entry."""
    columns: list[Any] = [
        sa.Column("case_no", sa.String(length=20), nullable=False),
        *own,
        sa.Column("proof", sa.String(length=300), nullable=False),
        sa.Column("withdrawn", sa.String(length=300), nullable=False),
        sa.Column("withdrawn_by", sa.String(length=300), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(length=300), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("source_record", sa.String(length=300), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("retrieved_at", INSTANT, nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=True),
        sa.Column("verified_by", sa.String(length=300), nullable=True),
        sa.Column("superseded_at", INSTANT, nullable=True),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["staff.id"], name=op.f(f"fk_{table}_author_id_staff")),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f(f"fk_{table}_import_id_import_run")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f(f"fk_{table}_office_id_office")),
        sa.ForeignKeyConstraint(["superseded_by"], [f"{table}.id"], name=op.f(f"fk_{table}_superseded_by_{table}")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]
    op.create_table(table, *columns)
    op.create_index(f"ix_{table}_case_no", table, ["office_id", "case_no"], unique=False)
    op.create_index(
        f"uq_{table}_current",
        table,
        ["office_id", "source_key"],
        unique=True,
        sqlite_where=STANDS,
        postgresql_where=STANDS,
    )
