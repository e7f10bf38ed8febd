"""The first tables: offices and staff, the record, the calendar, documents, filings, jobs and audit."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from infra.audit import APPEND_ONLY

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("verb", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("prev", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sa.UniqueConstraint("office_id", "seq", name=op.f("uq_audit_office_id_seq")),
    )
    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("args", JSON, nullable=False),
        sa.Column("idempotency_key", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("worker", sa.String(length=200), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("losses", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rung_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("progress", JSON, nullable=True),
        sa.Column("batch", sa.String(length=120), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("office_id", "idempotency_key", name=op.f("uq_job_office_id_idempotency_key")),
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_job_batch"), ["batch"], unique=False)
        batch_op.create_index("ix_job_state_not_before", ["state", "not_before"], unique=False)

    op.create_table(
        "office",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("state", sa.String(length=2), nullable=False),
        sa.Column("settings", JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        sa.UniqueConstraint("name", name=op.f("uq_office_name")),
    )
    op.create_table(
        "worker_death",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("worker", sa.String(length=200), nullable=False),
        sa.Column("jobs_given_back", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worker_death")),
    )
    with op.batch_alter_table("worker_death", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_worker_death_at"), ["at"], unique=False)

    op.create_table(
        "worker_seen",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("slots", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_worker_seen")),
    )
    op.create_table(
        "court_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("session_on", sa.Date(), nullable=False),
        sa.Column("courthouse", sa.String(length=200), nullable=False),
        sa.Column("room", sa.String(length=60), nullable=False),
        sa.Column("judge", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_court_session_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_court_session")),
        sa.UniqueConstraint(
            "office_id",
            "session_on",
            "courthouse",
            "room",
            "judge",
            name=op.f("uq_court_session_office_id_session_on_courthouse_room_judge"),
        ),
    )
    op.create_table(
        "docket_number",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("as_given", sa.String(length=40), nullable=False),
        sa.Column("normal", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_docket_number_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_docket_number")),
        sa.UniqueConstraint(
            "office_id", "case_no", "as_given", name=op.f("uq_docket_number_office_id_case_no_as_given")
        ),
    )
    with op.batch_alter_table("docket_number", schema=None) as batch_op:
        batch_op.create_index("ix_docket_normal", ["office_id", "normal"], unique=False)

    op.create_table(
        "hearing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("docket", sa.String(length=40), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("listing_key", sa.String(length=300), nullable=False),
        sa.Column("disposition", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_hearing_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing")),
        sa.UniqueConstraint("office_id", "listing_key", name=op.f("uq_hearing_office_id_listing_key")),
    )
    with op.batch_alter_table("hearing", schema=None) as batch_op:
        batch_op.create_index("ix_hearing_case", ["office_id", "case_no"], unique=False)

    op.create_table(
        "import_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("mapping", sa.String(length=60), nullable=False),
        sa.Column("mapping_digest", sa.String(length=64), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("extract_on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(length=300), nullable=False),
        sa.Column("report", JSON, nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_import_run_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
    )
    with op.batch_alter_table("import_run", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_import_run_office_id"), ["office_id"], unique=False)

    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("agent_code", sa.String(length=20), nullable=True),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_staff_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("email", name=op.f("uq_staff_email")),
    )
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staff_office_id"), ["office_id"], unique=False)

    op.create_table(
        "support_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_support_case_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_case")),
        sa.UniqueConstraint("office_id", "case_no", name=op.f("uq_support_case_office_id_case_no")),
    )
    op.create_table(
        "address",
        sa.Column("mpi_no", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("line1", sa.String(length=200), nullable=False),
        sa.Column("line2", sa.String(length=200), nullable=True),
        sa.Column("city", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("postcode", sa.String(length=20), nullable=False),
        sa.Column("told_by", sa.String(length=20), nullable=False),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(length=300), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("source_record", sa.String(length=300), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=True),
        sa.Column("verified_by", sa.String(length=300), nullable=True),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f("fk_address_import_id_import_run")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_address_office_id_office")),
        sa.ForeignKeyConstraint(["superseded_by"], ["address.id"], name=op.f("fk_address_superseded_by_address")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_address")),
    )
    with op.batch_alter_table("address", schema=None) as batch_op:
        batch_op.create_index("ix_address_mpi_no", ["office_id", "mpi_no"], unique=False)
        batch_op.create_index(
            "uq_address_current",
            ["office_id", "source_key"],
            unique=True,
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )

    op.create_table(
        "asset",
        sa.Column("mpi_no", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("description", sa.String(length=300), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("told_by", sa.String(length=20), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(length=300), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("source_record", sa.String(length=300), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=True),
        sa.Column("verified_by", sa.String(length=300), nullable=True),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f("fk_asset_import_id_import_run")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_asset_office_id_office")),
        sa.ForeignKeyConstraint(["superseded_by"], ["asset.id"], name=op.f("fk_asset_superseded_by_asset")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asset")),
    )
    with op.batch_alter_table("asset", schema=None) as batch_op:
        batch_op.create_index("ix_asset_mpi_no", ["office_id", "mpi_no"], unique=False)
        batch_op.create_index(
            "uq_asset_current",
            ["office_id", "source_key"],
            unique=True,
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )

    op.create_table(
        "binder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("court_session_id", sa.Integer(), nullable=False),
        sa.Column("inputs_digest", sa.String(length=64), nullable=False),
        sa.Column("pdf_sha", sa.String(length=64), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["court_session_id"], ["court_session.id"], name=op.f("fk_binder_court_session_id_court_session")
        ),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_binder_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_binder")),
        sa.UniqueConstraint("court_session_id", "inputs_digest", name=op.f("uq_binder_court_session_id_inputs_digest")),
    )
    op.create_table(
        "case_header",
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("case_type", sa.String(length=60), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("process_status", sa.String(length=40), nullable=True),
        sa.Column("county_no", sa.String(length=5), nullable=True),
        sa.Column("worker", sa.String(length=20), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("docket", sa.String(length=40), nullable=True),
        sa.Column("family_violence", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(length=300), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("source_record", sa.String(length=300), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=True),
        sa.Column("verified_by", sa.String(length=300), nullable=True),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f("fk_case_header_import_id_import_run")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_case_header_office_id_office")),
        sa.ForeignKeyConstraint(
            ["superseded_by"], ["case_header.id"], name=op.f("fk_case_header_superseded_by_case_header")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_header")),
    )
    with op.batch_alter_table("case_header", schema=None) as batch_op:
        batch_op.create_index("ix_case_header_case_no", ["office_id", "case_no"], unique=False)
        batch_op.create_index(
            "uq_case_header_current",
            ["office_id", "source_key"],
            unique=True,
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )

    op.create_table(
        "case_note",
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("words", sa.String(length=4000), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(length=300), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("source_record", sa.String(length=300), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=True),
        sa.Column("verified_by", sa.String(length=300), nullable=True),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f("fk_case_note_import_id_import_run")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_case_note_office_id_office")),
        sa.ForeignKeyConstraint(["superseded_by"], ["case_note.id"], name=op.f("fk_case_note_superseded_by_case_note")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_note")),
    )
    with op.batch_alter_table("case_note", schema=None) as batch_op:
        batch_op.create_index("ix_case_note_case_no", ["office_id", "case_no"], unique=False)
        batch_op.create_index(
            "uq_case_note_current",
            ["office_id", "source_key"],
            unique=True,
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )

    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("current_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearing.id"], name=op.f("fk_document_hearing_id_hearing")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_document_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("hearing_id", "kind", name=op.f("uq_document_hearing_id_kind")),
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_office_id"), ["office_id"], unique=False)

    op.create_table(
        "employment",
        sa.Column("mpi_no", sa.String(length=20), nullable=False),
        sa.Column("employer", sa.String(length=200), nullable=False),
        sa.Column("fein", sa.LargeBinary(), nullable=True),
        sa.Column("line1", sa.String(length=200), nullable=True),
        sa.Column("city", sa.String(length=100), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=True),
        sa.Column("postcode", sa.String(length=20), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("quarter", sa.String(length=10), nullable=True),
        sa.Column("wages", sa.BigInteger(), nullable=True),
        sa.Column("told_by", sa.String(length=20), nullable=False),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(length=300), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("source_record", sa.String(length=300), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=True),
        sa.Column("verified_by", sa.String(length=300), nullable=True),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f("fk_employment_import_id_import_run")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_employment_office_id_office")),
        sa.ForeignKeyConstraint(
            ["superseded_by"], ["employment.id"], name=op.f("fk_employment_superseded_by_employment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employment")),
    )
    with op.batch_alter_table("employment", schema=None) as batch_op:
        batch_op.create_index("ix_employment_mpi_no", ["office_id", "mpi_no"], unique=False)
        batch_op.create_index(
            "uq_employment_current",
            ["office_id", "source_key"],
            unique=True,
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )

    op.create_table(
        "envelope",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("manifest", JSON, nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("assembled_by", sa.String(length=300), nullable=False),
        sa.Column("assembled_by_name", sa.String(length=200), nullable=False),
        sa.Column("assembled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_by", sa.String(length=300), nullable=True),
        sa.Column("submitted_by_name", sa.String(length=200), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("received_by", sa.String(length=300), nullable=True),
        sa.Column("received_by_name", sa.String(length=200), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearing.id"], name=op.f("fk_envelope_hearing_id_hearing")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_envelope_office_id_office")),
        sa.ForeignKeyConstraint(["replaces_id"], ["envelope.id"], name=op.f("fk_envelope_replaces_id_envelope")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_envelope")),
        sa.UniqueConstraint("hearing_id", "digest", name=op.f("uq_envelope_hearing_id_digest")),
    )
    with op.batch_alter_table("envelope", schema=None) as batch_op:
        batch_op.create_index("ix_envelope_state", ["office_id", "state"], unique=False)

    op.create_table(
        "exhibit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("original_sha", sa.String(length=64), nullable=False),
        sa.Column("rebuilt_sha", sa.String(length=64), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("problem", sa.String(length=600), nullable=True),
        sa.Column("added_by", sa.String(length=300), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearing.id"], name=op.f("fk_exhibit_hearing_id_hearing")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_exhibit_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exhibit")),
    )
    with op.batch_alter_table("exhibit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_exhibit_hearing_id"), ["hearing_id"], unique=False)

    op.create_table(
        "listing",
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("docket", sa.String(length=40), nullable=True),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("listed_on", sa.Date(), nullable=False),
        sa.Column("listed_at", sa.Time(), nullable=False),
        sa.Column("courthouse", sa.String(length=200), nullable=False),
        sa.Column("room", sa.String(length=60), nullable=True),
        sa.Column("judge", sa.String(length=200), nullable=True),
        sa.Column("disposition", sa.String(length=20), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(length=300), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("source_record", sa.String(length=300), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=True),
        sa.Column("verified_by", sa.String(length=300), nullable=True),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f("fk_listing_import_id_import_run")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_listing_office_id_office")),
        sa.ForeignKeyConstraint(["superseded_by"], ["listing.id"], name=op.f("fk_listing_superseded_by_listing")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_listing")),
    )
    with op.batch_alter_table("listing", schema=None) as batch_op:
        batch_op.create_index("ix_listing_case_no", ["office_id", "case_no"], unique=False)
        batch_op.create_index(
            "uq_listing_current",
            ["office_id", "source_key"],
            unique=True,
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )

    op.create_table(
        "packet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=False),
        sa.Column("inputs_digest", sa.String(length=64), nullable=False),
        sa.Column("pdf_sha", sa.String(length=64), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("page_map", JSON, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearing.id"], name=op.f("fk_packet_hearing_id_hearing")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_packet_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_packet")),
        sa.UniqueConstraint("hearing_id", "inputs_digest", name=op.f("uq_packet_hearing_id_inputs_digest")),
    )
    op.create_table(
        "participant",
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("mpi_no", sa.String(length=20), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("sex", sa.String(length=12), nullable=True),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("ssn", sa.LargeBinary(), nullable=True),
        sa.Column("family_violence", sa.Boolean(), nullable=False),
        sa.Column("protective_order", sa.Boolean(), nullable=False),
        sa.Column("died_on", sa.Date(), nullable=True),
        sa.Column("language", sa.String(length=40), nullable=True),
        sa.Column("military_checked_on", sa.Date(), nullable=True),
        sa.Column("incarcerated_at", sa.String(length=200), nullable=True),
        sa.Column("incarcerated_on", sa.Date(), nullable=True),
        sa.Column("released_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(length=300), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("source_record", sa.String(length=300), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=True),
        sa.Column("verified_by", sa.String(length=300), nullable=True),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f("fk_participant_import_id_import_run")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_participant_office_id_office")),
        sa.ForeignKeyConstraint(
            ["superseded_by"], ["participant.id"], name=op.f("fk_participant_superseded_by_participant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
    )
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.create_index("ix_participant_case_no", ["office_id", "case_no"], unique=False)
        batch_op.create_index(batch_op.f("ix_participant_mpi_no"), ["mpi_no"], unique=False)
        batch_op.create_index(
            "uq_participant_current",
            ["office_id", "source_key"],
            unique=True,
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )

    op.create_table(
        "payment",
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("receipt_no", sa.String(length=40), nullable=False),
        sa.Column("collected_on", sa.Date(), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("adjustment", sa.String(length=20), nullable=True),
        sa.Column("reverses", sa.String(length=40), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(length=300), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("source_record", sa.String(length=300), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=True),
        sa.Column("verified_by", sa.String(length=300), nullable=True),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f("fk_payment_import_id_import_run")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_payment_office_id_office")),
        sa.ForeignKeyConstraint(["superseded_by"], ["payment.id"], name=op.f("fk_payment_superseded_by_payment")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
    )
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.create_index("ix_payment_case_no", ["office_id", "case_no"], unique=False)
        batch_op.create_index(
            "uq_payment_current",
            ["office_id", "source_key"],
            unique=True,
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )

    op.create_table(
        "service_attempt",
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("mpi_no", sa.String(length=20), nullable=False),
        sa.Column("paper", sa.String(length=60), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("method", sa.String(length=30), nullable=False),
        sa.Column("attempted_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(length=40), nullable=True),
        sa.Column("served_on", sa.Date(), nullable=True),
        sa.Column("served_upon", sa.String(length=60), nullable=True),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(length=300), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("source_record", sa.String(length=300), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=True),
        sa.Column("verified_by", sa.String(length=300), nullable=True),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f("fk_service_attempt_import_id_import_run")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_service_attempt_office_id_office")),
        sa.ForeignKeyConstraint(
            ["superseded_by"], ["service_attempt.id"], name=op.f("fk_service_attempt_superseded_by_service_attempt")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_attempt")),
    )
    with op.batch_alter_table("service_attempt", schema=None) as batch_op:
        batch_op.create_index("ix_service_attempt_case_no", ["office_id", "case_no"], unique=False)
        batch_op.create_index(
            "uq_service_attempt_current",
            ["office_id", "source_key"],
            unique=True,
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )

    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=False),
        sa.Column("court_session_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["court_session_id"], ["court_session.id"], name=op.f("fk_setting_court_session_id_court_session")
        ),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearing.id"], name=op.f("fk_setting_hearing_id_hearing")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
    )
    with op.batch_alter_table("setting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_setting_hearing_id"), ["hearing_id"], unique=False)
        batch_op.create_index("ix_setting_session", ["court_session_id"], unique=False)

    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("csrf", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_sign_in_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_token_hash")),
    )
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "state_balance",
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("balance_on", sa.Date(), nullable=False),
        sa.Column("current_support", sa.BigInteger(), nullable=True),
        sa.Column("family_arrears", sa.BigInteger(), nullable=False),
        sa.Column("assigned_arrears", sa.BigInteger(), nullable=False),
        sa.Column("fees", sa.BigInteger(), nullable=False),
        sa.Column("arrears", sa.BigInteger(), nullable=False),
        sa.Column("is_opening", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(length=300), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("source_record", sa.String(length=300), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=True),
        sa.Column("verified_by", sa.String(length=300), nullable=True),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f("fk_state_balance_import_id_import_run")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_state_balance_office_id_office")),
        sa.ForeignKeyConstraint(
            ["superseded_by"], ["state_balance.id"], name=op.f("fk_state_balance_superseded_by_state_balance")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_state_balance")),
    )
    with op.batch_alter_table("state_balance", schema=None) as batch_op:
        batch_op.create_index("ix_state_balance_case_no", ["office_id", "case_no"], unique=False)
        batch_op.create_index(
            "uq_state_balance_current",
            ["office_id", "source_key"],
            unique=True,
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )

    op.create_table(
        "support_order",
        sa.Column("case_no", sa.String(length=20), nullable=False),
        sa.Column("docket", sa.String(length=40), nullable=True),
        sa.Column("entered_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("judge", sa.String(length=200), nullable=True),
        sa.Column("support", sa.BigInteger(), nullable=False),
        sa.Column("frequency", sa.String(length=12), nullable=False),
        sa.Column("toward_arrears", sa.BigInteger(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("medical_insurance", sa.String(length=20), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(length=300), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("source_record", sa.String(length=300), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.String(length=300), nullable=True),
        sa.Column("verified_by", sa.String(length=300), nullable=True),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["import_id"], ["import_run.id"], name=op.f("fk_support_order_import_id_import_run")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_support_order_office_id_office")),
        sa.ForeignKeyConstraint(
            ["superseded_by"], ["support_order.id"], name=op.f("fk_support_order_superseded_by_support_order")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_order")),
    )
    with op.batch_alter_table("support_order", schema=None) as batch_op:
        batch_op.create_index("ix_support_order_case_no", ["office_id", "case_no"], unique=False)
        batch_op.create_index(
            "uq_support_order_current",
            ["office_id", "source_key"],
            unique=True,
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )

    op.create_table(
        "receipt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("envelope_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("decided_by", sa.String(length=300), nullable=False),
        sa.Column("by_name", sa.String(length=200), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["envelope_id"], ["envelope.id"], name=op.f("fk_receipt_envelope_id_envelope")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_receipt_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt")),
        sa.UniqueConstraint("envelope_id", name=op.f("uq_receipt_envelope_id")),
    )
    with op.batch_alter_table("receipt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_receipt_office_id"), ["office_id"], unique=False)

    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("audience", sa.String(length=20), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("template", sa.String(length=120), nullable=False),
        sa.Column("template_digest", sa.String(length=64), nullable=False),
        sa.Column("facts_digest", sa.String(length=64), nullable=False),
        sa.Column("substance_digest", sa.String(length=64), nullable=False),
        sa.Column("facts_sha", sa.String(length=64), nullable=False),
        sa.Column("word_sha", sa.String(length=64), nullable=False),
        sa.Column("pdf_sha", sa.String(length=64), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("gaps", JSON, nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("made_by", sa.String(length=300), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_revision_document_id_document")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_revision_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sa.UniqueConstraint("document_id", "number", name=op.f("uq_revision_document_id_number")),
        sa.UniqueConstraint(
            "document_id",
            "template_digest",
            "facts_digest",
            name=op.f("uq_revision_document_id_template_digest_facts_digest"),
        ),
    )
    with op.batch_alter_table("revision", schema=None) as batch_op:
        batch_op.create_index("ix_revision_state", ["office_id", "state"], unique=False)

    op.create_table(
        "filing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("envelope_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("pdf_sha", sa.String(length=64), nullable=False),
        sa.Column("stamped_sha", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["envelope_id"], ["envelope.id"], name=op.f("fk_filing_envelope_id_envelope")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_filing_office_id_office")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_filing_revision_id_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filing")),
        sa.UniqueConstraint("envelope_id", "position", name=op.f("uq_filing_envelope_id_position")),
    )
    op.create_table(
        "review_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("verb", sa.String(length=12), nullable=False),
        sa.Column("decided_by", sa.String(length=300), nullable=False),
        sa.Column("by_name", sa.String(length=200), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("word_sha", sa.String(length=64), nullable=False),
        sa.Column("pdf_sha", sa.String(length=64), nullable=False),
        sa.Column("facts_digest", sa.String(length=64), nullable=False),
        sa.Column("remarks", JSON, nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_review_decision_office_id_office")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_review_decision_revision_id_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_decision")),
    )
    with op.batch_alter_table("review_decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_review_decision_revision_id"), ["revision_id"], unique=False)

    for statement in APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    with op.batch_alter_table("review_decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_review_decision_revision_id"))

    op.drop_table("review_decision")
    op.drop_table("filing")
    with op.batch_alter_table("revision", schema=None) as batch_op:
        batch_op.drop_index("ix_revision_state")

    op.drop_table("revision")
    with op.batch_alter_table("receipt", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_receipt_office_id"))

    op.drop_table("receipt")
    with op.batch_alter_table("support_order", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_support_order_current",
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )
        batch_op.drop_index("ix_support_order_case_no")

    op.drop_table("support_order")
    with op.batch_alter_table("state_balance", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_state_balance_current",
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )
        batch_op.drop_index("ix_state_balance_case_no")

    op.drop_table("state_balance")
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_staff_id"))

    op.drop_table("sign_in")
    with op.batch_alter_table("setting", schema=None) as batch_op:
        batch_op.drop_index("ix_setting_session")
        batch_op.drop_index(batch_op.f("ix_setting_hearing_id"))

    op.drop_table("setting")
    with op.batch_alter_table("service_attempt", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_service_attempt_current",
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )
        batch_op.drop_index("ix_service_attempt_case_no")

    op.drop_table("service_attempt")
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_payment_current",
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )
        batch_op.drop_index("ix_payment_case_no")

    op.drop_table("payment")
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_participant_current",
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_participant_mpi_no"))
        batch_op.drop_index("ix_participant_case_no")

    op.drop_table("participant")
    op.drop_table("packet")
    with op.batch_alter_table("listing", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_listing_current",
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )
        batch_op.drop_index("ix_listing_case_no")

    op.drop_table("listing")
    with op.batch_alter_table("exhibit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_exhibit_hearing_id"))

    op.drop_table("exhibit")
    with op.batch_alter_table("envelope", schema=None) as batch_op:
        batch_op.drop_index("ix_envelope_state")

    op.drop_table("envelope")
    with op.batch_alter_table("employment", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_employment_current",
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )
        batch_op.drop_index("ix_employment_mpi_no")

    op.drop_table("employment")
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_document_office_id"))

    op.drop_table("document")
    with op.batch_alter_table("case_note", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_case_note_current",
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )
        batch_op.drop_index("ix_case_note_case_no")

    op.drop_table("case_note")
    with op.batch_alter_table("case_header", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_case_header_current",
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )
        batch_op.drop_index("ix_case_header_case_no")

    op.drop_table("case_header")
    op.drop_table("binder")
    with op.batch_alter_table("asset", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_asset_current",
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )
        batch_op.drop_index("ix_asset_mpi_no")

    op.drop_table("asset")
    with op.batch_alter_table("address", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_address_current",
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )
        batch_op.drop_index("ix_address_mpi_no")

    op.drop_table("address")
    op.drop_table("support_case")
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_staff_office_id"))

    op.drop_table("staff")
    with op.batch_alter_table("import_run", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_import_run_office_id"))

    op.drop_table("import_run")
    with op.batch_alter_table("hearing", schema=None) as batch_op:
        batch_op.drop_index("ix_hearing_case")

    op.drop_table("hearing")
    with op.batch_alter_table("docket_number", schema=None) as batch_op:
        batch_op.drop_index("ix_docket_normal")

    op.drop_table("docket_number")
    op.drop_table("court_session")
    op.drop_table("worker_seen")
    with op.batch_alter_table("worker_death", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_worker_death_at"))

    op.drop_table("worker_death")
    op.drop_table("office")
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.drop_index("ix_job_state_not_before")
        batch_op.drop_index(batch_op.f("ix_job_batch"))

    op.drop_table("job")
    op.drop_table("audit")
