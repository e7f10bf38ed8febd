"""The children for whom a guideline run was made."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
COLUMNS = ("children", "left_out")


def upgrade() -> None:
    """Runs that are there already say of no child that it was meant; nobody can know."""
    for name in COLUMNS:
        op.add_column("guideline_run", sa.Column(name, JSON, nullable=False, server_default=sa.text("'[]'")))


def downgrade() -> None:
    for name in reversed(COLUMNS):
        op.drop_column("guideline_run", name)
