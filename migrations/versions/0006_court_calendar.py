"""Courthouses, closings, continuances, calendar feeds and docket lists; what fits into a court session; its lock."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "closing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=False),
        sa.Column("courthouse", sa.String(length=200), nullable=True),
        sa.Column("why", sa.String(length=200), nullable=False),
        sa.Column("cite", sa.String(length=300), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lifted_by", sa.String(length=300), nullable=True),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_closing_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closing")),
    )
    with op.batch_alter_table("closing", schema=None) as batch_op:
        batch_op.create_index("ix_closing_office", ["office_id", "closed_on"], unique=False)

    op.create_table(
        "courthouse",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("address", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_courthouse_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_courthouse")),
        sa.UniqueConstraint("office_id", "name", name=op.f("uq_courthouse_office_id_name")),
    )
    op.create_table(
        "practice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_practice_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice")),
        sa.UniqueConstraint("office_id", "subject", "name", name=op.f("uq_practice_office_id_subject_name")),
    )
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearing.id"], name=op.f("fk_assignment_hearing_id_hearing")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_assignment_office_id_office")),
        sa.ForeignKeyConstraint(["person_id"], ["staff.id"], name=op.f("fk_assignment_person_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.create_index("ix_assignment_hearing", ["hearing_id"], unique=False)
        batch_op.create_index("ix_assignment_person", ["person_id"], unique=False)

    op.create_table(
        "calendar_feed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("secret_digest", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_calendar_feed_office_id_office")),
        sa.ForeignKeyConstraint(["person_id"], ["staff.id"], name=op.f("fk_calendar_feed_person_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("secret_digest", name=op.f("uq_calendar_feed_secret_digest")),
    )
    with op.batch_alter_table("calendar_feed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calendar_feed_person_id"), ["person_id"], unique=False)

    op.create_table(
        "docket_list",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("court_session_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("lines", JSON, nullable=False),
        sa.Column("set_aside", JSON, nullable=False),
        sa.Column("read_by", sa.String(length=300), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["court_session_id"], ["court_session.id"], name=op.f("fk_docket_list_court_session_id_court_session")
        ),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_docket_list_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_docket_list")),
    )
    with op.batch_alter_table("docket_list", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_docket_list_court_session_id"), ["court_session_id"], unique=False)

    op.create_table(
        "continuance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=False),
        sa.Column("from_setting_id", sa.Integer(), nullable=False),
        sa.Column("to_setting_id", sa.Integer(), nullable=True),
        sa.Column("cause", sa.String(length=30), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("cell", sa.String(length=20), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.String(length=300), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["from_setting_id"], ["setting.id"], name=op.f("fk_continuance_from_setting_id_setting")
        ),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearing.id"], name=op.f("fk_continuance_hearing_id_hearing")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_continuance_office_id_office")),
        sa.ForeignKeyConstraint(["to_setting_id"], ["setting.id"], name=op.f("fk_continuance_to_setting_id_setting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_continuance")),
        sa.UniqueConstraint("from_setting_id", name=op.f("uq_continuance_from_setting_id")),
    )
    with op.batch_alter_table("continuance", schema=None) as batch_op:
        batch_op.create_index("ix_continuance_hearing", ["hearing_id"], unique=False)
        batch_op.create_index("ix_continuance_office", ["office_id", "made_at"], unique=False)

    with op.batch_alter_table("court_session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("opens", sa.Time(), nullable=True))
        batch_op.add_column(sa.Column("closes", sa.Time(), nullable=True))
        batch_op.add_column(sa.Column("capacity", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("minutes", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("takes", JSON, nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("locked_by", sa.String(length=300), nullable=True))

    with op.batch_alter_table("court_session", schema=None) as batch_op:
        batch_op.alter_column("takes", server_default=None)

    with op.batch_alter_table("setting", schema=None) as batch_op:
        batch_op.create_index(
            "uq_setting_current",
            ["hearing_id"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("setting", schema=None) as batch_op:
        batch_op.drop_index("uq_setting_current")
    with op.batch_alter_table("court_session", schema=None) as batch_op:
        for name in ("locked_by", "locked_at", "takes", "minutes", "capacity", "closes", "opens"):
            batch_op.drop_column(name)
    for name in (
        "continuance", "docket_list", "calendar_feed", "assignment", "practice", "courthouse", "closing",
    ):  # fmt: skip
        op.drop_table(name)
