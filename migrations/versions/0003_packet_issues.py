"""Packets for several audiences, what was handed out of them, and the parts of a binder that are used again."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    with op.batch_alter_table("packet", schema=None) as batch_op:
        batch_op.add_column(sa.Column("audience", sa.String(length=20), nullable=False, server_default="internal"))
        batch_op.add_column(sa.Column("issue", JSON, nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("report", JSON, nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("changes_sha", sa.String(length=64), nullable=True))
    with op.batch_alter_table("packet", schema=None) as batch_op:
        for name in ("audience", "issue", "report"):
            batch_op.alter_column(name, server_default=None)
    with op.batch_alter_table("binder", schema=None) as batch_op:
        batch_op.add_column(sa.Column("segments", JSON, nullable=False, server_default="[]"))
    with op.batch_alter_table("binder", schema=None) as batch_op:
        batch_op.alter_column("segments", server_default=None)
    op.create_table(
        "packet_issue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=False),
        sa.Column("audience", sa.String(length=20), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("issue", JSON, nullable=False),
        sa.Column("pdf_sha", sa.String(length=64), nullable=False),
        sa.Column("changes_sha", sa.String(length=64), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("issued_by", sa.String(length=300), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearing.id"], name=op.f("fk_packet_issue_hearing_id_hearing")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_packet_issue_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_packet_issue")),
        sa.UniqueConstraint(
            "hearing_id", "audience", "number", name=op.f("uq_packet_issue_hearing_id_audience_number")
        ),
    )


def downgrade() -> None:
    op.drop_table("packet_issue")
    with op.batch_alter_table("binder", schema=None) as batch_op:
        batch_op.drop_column("segments")
    with op.batch_alter_table("packet", schema=None) as batch_op:
        for name in ("changes_sha", "report", "issue", "audience"):
            batch_op.drop_column(name)
