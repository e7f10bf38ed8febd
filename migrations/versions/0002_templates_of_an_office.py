"""Templates that an office publishes, and the drafts that its attorneys bring to the clinic."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "template_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("template", sa.String(length=120), nullable=False),
        sa.Column("word_sha", sa.String(length=64), nullable=False),
        sa.Column("manifest_sha", sa.String(length=64), nullable=False),
        sa.Column("samples_sha", sa.String(length=64), nullable=False),
        sa.Column("report_sha", sa.String(length=64), nullable=True),
        sa.Column("brought_by", sa.String(length=300), nullable=False),
        sa.Column("brought_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_template_draft_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template_draft")),
    )
    with op.batch_alter_table("template_draft", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_template_draft_office_id"), ["office_id"], unique=False)

    op.create_table(
        "template_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("template", sa.String(length=120), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("word_sha", sa.String(length=64), nullable=False),
        sa.Column("manifest_sha", sa.String(length=64), nullable=False),
        sa.Column("samples_sha", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("in_force_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(length=600), nullable=False),
        sa.Column("published_by", sa.String(length=300), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_by", sa.String(length=300), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_template_version_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template_version")),
        sa.UniqueConstraint(
            "office_id", "template", "number", name=op.f("uq_template_version_office_id_template_number")
        ),
    )


def downgrade() -> None:
    op.drop_table("template_version")
    with op.batch_alter_table("template_draft", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_template_draft_office_id"))

    op.drop_table("template_draft")
