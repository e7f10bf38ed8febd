"""Issued papers and their chains, answers, consents, proofs of service; how each attempt was made."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("mpi_no", sa.String(length=20), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("extended_until", sa.Date(), nullable=True),
        sa.Column("entered_by", sa.String(length=300), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_answer_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
    )
    op.create_table(
        "e_service_consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("mpi_no", sa.String(length=20), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("entered_by", sa.String(length=300), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_e_service_consent_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_e_service_consent")),
    )
    op.create_table(
        "issued_paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("mpi_no", sa.String(length=20), nullable=False),
        sa.Column("paper", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=True),
        sa.Column("follows_id", sa.Integer(), nullable=True),
        sa.Column("hearing_id", sa.Integer(), nullable=True),
        sa.Column("abroad", sa.Boolean(), nullable=False),
        sa.Column("under_disability", sa.Boolean(), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["follows_id"], ["issued_paper.id"], name=op.f("fk_issued_paper_follows_id_issued_paper")
        ),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearing.id"], name=op.f("fk_issued_paper_hearing_id_hearing")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_issued_paper_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_paper")),
    )
    op.create_table(
        "proof_of_service",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("attempt_key", sa.String(length=300), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=False),
        sa.Column("original_sha", sa.String(length=64), nullable=False),
        sa.Column("rebuilt_sha", sa.String(length=64), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("problem", sa.String(length=600), nullable=True),
        sa.Column("added_by", sa.String(length=300), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_by", sa.String(length=300), nullable=True),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_proof_of_service_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proof_of_service")),
    )
    for table in ("answer", "e_service_consent", "issued_paper", "proof_of_service"):
        op.create_index(f"ix_{table}_case", table, ["office_id", "case_no"], unique=False)
    for column in (
        sa.Column("hour", sa.Time(), nullable=True),
        sa.Column("place", sa.String(length=20), nullable=True),
        sa.Column("place_key", sa.String(length=300), nullable=True),
        sa.Column("address", sa.LargeBinary(), nullable=True),
        sa.Column("recipient", sa.String(length=200), nullable=True),
        sa.Column("relation", sa.String(length=60), nullable=True),
        sa.Column("recipient_age", sa.Integer(), nullable=True),
        sa.Column("lives_there", sa.Boolean(), nullable=True),
        sa.Column("told_of_contents", sa.Boolean(), nullable=True),
        sa.Column("restricted", sa.Boolean(), nullable=True),
        sa.Column("receipt_signed_on", sa.Date(), nullable=True),
        sa.Column("mailed_on", sa.Date(), nullable=True),
        sa.Column("ordered_on", sa.Date(), nullable=True),
        sa.Column("server", sa.String(length=200), nullable=True),
        sa.Column("server_kind", sa.String(length=20), nullable=True),
        sa.Column("server_age", sa.Integer(), nullable=True),
        sa.Column("server_is_party", sa.Boolean(), nullable=True),
    ):
        op.add_column("service_attempt", column)
