"""Documents, their revisions and reviews, exhibits, packets, binders, and the templates that an office publishes."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from infra.db import Base, Json, UtcDateTime


class Document(Base):
    """A paper of one hearing. ``kind`` names its template; ``current_id`` is the newest revision."""

    __tablename__ = "document"
    __table_args__ = (UniqueConstraint("hearing_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), index=True)
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearing.id"))
    kind: Mapped[str] = mapped_column(String(80))
    current_id: Mapped[int | None]


class Revision(Base):
    """One immutable rendering: a template and facts, each by digest, and the bytes that came of them."""

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("document_id", "template_digest", "facts_digest"),
        UniqueConstraint("document_id", "number"),
        Index("ix_revision_state", "office_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    audience: Mapped[str] = mapped_column(String(20))
    file_name: Mapped[str] = mapped_column(String(200))
    as_of: Mapped[date]
    template: Mapped[str] = mapped_column(String(120))
    template_digest: Mapped[str] = mapped_column(String(64))
    facts_digest: Mapped[str] = mapped_column(String(64))
    substance_digest: Mapped[str] = mapped_column(String(64))
    facts_sha: Mapped[str] = mapped_column(String(64))
    imprint_sha: Mapped[str | None] = mapped_column(String(64))
    record_mark: Mapped[str | None] = mapped_column(String(64))
    word_sha: Mapped[str] = mapped_column(String(64))
    pdf_sha: Mapped[str] = mapped_column(String(64))
    pages: Mapped[int]
    gaps: Mapped[list[dict[str, str]]] = mapped_column(Json)
    state: Mapped[str] = mapped_column(String(12))
    made_by: Mapped[str] = mapped_column(String(300))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Decision(Base):
    """One step of a review. Never changed; ``pdf_sha`` and ``facts_digest`` say exactly what was decided on."""

    __tablename__ = "review_decision"

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), index=True)
    verb: Mapped[str] = mapped_column(String(12))
    by: Mapped[str] = mapped_column("decided_by", String(300), key="by")
    by_name: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column("decided_at", UtcDateTime, key="at")
    word_sha: Mapped[str] = mapped_column(String(64))
    pdf_sha: Mapped[str] = mapped_column(String(64))
    facts_digest: Mapped[str] = mapped_column(String(64))
    remarks: Mapped[list[dict[str, str]]] = mapped_column(Json)


class Exhibit(Base):
    """A document attached as evidence. The original stays as it came; ``rebuilt_sha`` is the clean copy."""

    __tablename__ = "exhibit"

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearing.id"), index=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    original_sha: Mapped[str] = mapped_column(String(64))
    rebuilt_sha: Mapped[str | None] = mapped_column(String(64))
    pages: Mapped[int | None]
    problem: Mapped[str | None] = mapped_column(String(600))
    added_by: Mapped[str] = mapped_column(String(300))
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Packet(Base):
    """The papers and exhibits of one hearing as one PDF, known by the digest of what went in.

    ``asked_at`` is when it was last asked for: papers that go back to what they were bring an older packet back.
    ``issue`` is what it will be on record as when it is handed out, ``report`` what is accessible of it, and
    ``changes_sha`` the pages that changed since the issue before.
    """

    __tablename__ = "packet"
    __table_args__ = (UniqueConstraint("hearing_id", "inputs_digest"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearing.id"))
    inputs_digest: Mapped[str] = mapped_column(String(64))
    pdf_sha: Mapped[str] = mapped_column(String(64))
    pages: Mapped[int]
    page_map: Mapped[Any] = mapped_column(Json)
    audience: Mapped[str] = mapped_column(String(20))
    issue: Mapped[Any] = mapped_column(Json)
    report: Mapped[Any] = mapped_column(Json)
    changes_sha: Mapped[str | None] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)


class PacketIssue(Base):
    """A packet as it was handed out. Never changed: the addresses of its pages are cited from then on."""

    __tablename__ = "packet_issue"
    __table_args__ = (UniqueConstraint("hearing_id", "audience", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearing.id"))
    audience: Mapped[str] = mapped_column(String(20))
    number: Mapped[int]
    issue: Mapped[Any] = mapped_column(Json)
    pdf_sha: Mapped[str] = mapped_column(String(64))
    changes_sha: Mapped[str | None] = mapped_column(String(64))
    pages: Mapped[int]
    issued_by: Mapped[str] = mapped_column(String(300))
    issued_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Binder(Base):
    """The packets of one court session as one PDF. ``segments`` are its packets as they stand in it, by number."""

    __tablename__ = "binder"
    __table_args__ = (UniqueConstraint("court_session_id", "inputs_digest"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    court_session_id: Mapped[int] = mapped_column(ForeignKey("court_session.id"))
    inputs_digest: Mapped[str] = mapped_column(String(64))
    pdf_sha: Mapped[str] = mapped_column(String(64))
    pages: Mapped[int]
    segments: Mapped[list[Any]] = mapped_column(Json)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)


class TemplateDraft(Base):
    """A Word file that an attorney brought to the clinic, with the manifest and the sample that it is to go with.

    Never changed but for ``report_sha``, what the clinic found; a mend makes another draft.
    """

    __tablename__ = "template_draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), index=True)
    template: Mapped[str] = mapped_column(String(120))
    word_sha: Mapped[str] = mapped_column(String(64))
    manifest_sha: Mapped[str] = mapped_column(String(64))
    samples_sha: Mapped[str] = mapped_column(String(64))
    report_sha: Mapped[str | None] = mapped_column(String(64))
    brought_by: Mapped[str] = mapped_column(String(300))
    brought_at: Mapped[datetime] = mapped_column(UtcDateTime)


class TemplateVersion(Base):
    """A template as an office published it, for hearings on or after ``in_force_on``. Never changed, only withdrawn."""

    __tablename__ = "template_version"
    __table_args__ = (UniqueConstraint("office_id", "template", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    template: Mapped[str] = mapped_column(String(120))
    number: Mapped[int]
    word_sha: Mapped[str] = mapped_column(String(64))
    manifest_sha: Mapped[str] = mapped_column(String(64))
    samples_sha: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))
    in_force_on: Mapped[date]
    note: Mapped[str] = mapped_column(String(600))
    published_by: Mapped[str] = mapped_column(String(300))
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_by: Mapped[str | None] = mapped_column(String(300))
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
