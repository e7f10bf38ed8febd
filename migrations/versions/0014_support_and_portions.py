"""Support of other kinds, portions of an order, principals of judgments."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from hearings.clocks.touching import WATCHED_SUPPORT, watching
from kernel.digest import sha256

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
STANDS = sa.text("superseded_at IS NULL")
TABLE = "obligation_entry"
OF_ONE_CHILD = """
UPDATE suspension_entry SET whole_order = false
WHERE cause IN ('child with obligor', 'death of the child') AND (
    SELECT count(*) FROM participant p
    WHERE p.office_id = suspension_entry.office_id AND p.case_no = suspension_entry.case_no
    AND p.role = 'child' AND p.superseded_at IS NULL
) > 1
"""


def upgrade() -> None:
    op.add_column("suspension_entry", sa.Column("children", JSON, nullable=False, server_default=sa.text("'[]'")))
    op.add_column(
        "suspension_entry", sa.Column("whole_order", sa.Boolean(), nullable=False, server_default=sa.true())
    )
    op.add_column("suspension_entry", sa.Column("portion", sa.BigInteger(), nullable=True))
    op.add_column("interest_judgment", sa.Column("principal", sa.BigInteger(), nullable=True))
    op.execute(OF_ONE_CHILD)
    _name_judgments_by_their_paper()
    _obligations()
    for _, statement in watching(WATCHED_SUPPORT, op.get_bind().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table(TABLE)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP FUNCTION touch_{TABLE} CASCADE")
    op.drop_column("interest_judgment", "principal")
    for column in ("portion", "whole_order", "children"):
        op.drop_column("suspension_entry", column)


def _name_judgments_by_their_paper() -> None:
    """Two judgments may be of one day: the file and page tell them apart."""
    judgments = sa.table(
        "interest_judgment", sa.column("id", sa.Integer), sa.column("source_key", sa.String),
        sa.column("proof", sa.String),
    )  # fmt: skip
    bind = op.get_bind()
    for row in bind.execute(sa.select(judgments)).all():
        key = f"{row.source_key}|{sha256(row.proof.encode())[:24]}"
        bind.execute(judgments.update().where(judgments.c.id == row.id).values(source_key=key))


def _obligations() -> None:
    op.create_table(
        TABLE,
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("support", sa.String(length=20), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("frequency", sa.String(length=12), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ordered_on", sa.Date(), nullable=False),
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
        sa.ForeignKeyConstraint(["author_id"], ["staff.id"], name=op.f(f"fk_{TABLE}_author_id_staff")),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f(f"fk_{TABLE}_import_id_import_run")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f(f"fk_{TABLE}_office_id_office")),
        sa.ForeignKeyConstraint(["superseded_by"], [f"{TABLE}.id"], name=op.f(f"fk_{TABLE}_superseded_by_{TABLE}")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TABLE}")),
    )
    op.create_index(f"ix_{TABLE}_case_no", TABLE, ["office_id", "case_no"], unique=False)
    op.create_index(
        f"uq_{TABLE}_current",
        TABLE,
        ["office_id", "source_key"],
        unique=True,
        sqlite_where=STANDS,
        postgresql_where=STANDS,
    )
