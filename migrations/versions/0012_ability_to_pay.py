"""Ability to pay: what people note of earlier contempts, property, the household, evidence and the purge."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
STANDS = sa.text("superseded_at IS NULL")
JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
NOTES = ("contempt_note", "asset_note", "household_note", "evidence_note", "purge_note")


def upgrade() -> None:
    _note("contempt_note", (
        sa.Column("found_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("purge", sa.BigInteger(), nullable=True),
        sa.Column("purge_due_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=300), nullable=False),
    ))  # fmt: skip
    _note("asset_note", (
        sa.Column("asset_key", sa.String(length=300), nullable=False),
        sa.Column("what", sa.String(length=300), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.Column("lien", sa.BigInteger(), nullable=False),
        sa.Column("lien_holder", sa.String(length=200), nullable=False),
        sa.Column("exempt", sa.BigInteger(), nullable=False),
        sa.Column("exemption", sa.String(length=200), nullable=False),
    ))  # fmt: skip
    _note("household_note", (
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("needs", JSON, nullable=False),
        sa.Column("orders", sa.Integer(), nullable=False),
        sa.Column("supports_others", sa.Boolean(), nullable=False),
        sa.Column("disposable", sa.BigInteger(), nullable=True),
    ))  # fmt: skip
    _note("evidence_note", (
        sa.Column("finding", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=False),
    ))  # fmt: skip
    _note("purge_note", (
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("pay_on", sa.Date(), nullable=False),
        sa.Column("needs_first", sa.BigInteger(), nullable=False),
        sa.Column("funds", JSON, nullable=False),
    ))  # fmt: skip


def downgrade() -> None:
    for table in reversed(NOTES):
        op.drop_table(table)


def _note(table: str, own: Iterable[sa.Column[Any]]) -> None:
    """A table of notes: its own columns between those of every note."""
    op.create_table(
        table,
        sa.Column("case_no", sa.String(length=20), nullable=False),
        *own,
        sa.Column("proof", sa.String(length=300), nullable=False),
        sa.Column("withdrawn", sa.String(length=300), nullable=False),
        sa.Column("withdrawn_by", sa.String(length=300), nullable=False),
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
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f(f"fk_{table}_import_id_import_run")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f(f"fk_{table}_office_id_office")),
        sa.ForeignKeyConstraint(["superseded_by"], [f"{table}.id"], name=op.f(f"fk_{table}_superseded_by_{table}")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(f"ix_{table}_case_no", table, ["office_id", "case_no"], unique=False)
    op.create_index(
        f"uq_{table}_current",
        table,
        ["office_id", "source_key"],
        unique=True,
        sqlite_where=STANDS,
        postgresql_where=STANDS,
    )
