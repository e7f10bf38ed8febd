"""Envelopes, the documents filed in them, and what the court answered."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from infra.db import Base, Json, UtcDateTime


class Envelope(Base):
    """Documents of one hearing filed together. ``digest`` covers the manifest and the answer that it follows."""

    __tablename__ = "envelope"
    __table_args__ = (UniqueConstraint("hearing_id", "digest"), Index("ix_envelope_state", "office_id", "state"))

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearing.id"))
    digest: Mapped[str] = mapped_column(String(64))
    manifest: Mapped[dict[str, Any]] = mapped_column(Json)
    state: Mapped[str] = mapped_column(String(12))
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("envelope.id"))
    assembled_by: Mapped[str] = mapped_column(String(300))
    assembled_by_name: Mapped[str] = mapped_column(String(200))
    assembled_at: Mapped[datetime] = mapped_column(UtcDateTime)
    submitted_by: Mapped[str | None] = mapped_column(String(300))
    submitted_by_name: Mapped[str | None] = mapped_column(String(200))
    submitted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    received_by: Mapped[str | None] = mapped_column(String(300))
    received_by_name: Mapped[str | None] = mapped_column(String(200))
    received_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Filing(Base):
    """One document of an envelope in its order. ``stamped_sha`` is a copy beside the untouched original."""

    __tablename__ = "filing"
    __table_args__ = (UniqueConstraint("envelope_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    envelope_id: Mapped[int] = mapped_column(ForeignKey("envelope.id"))
    position: Mapped[int]
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    pdf_sha: Mapped[str] = mapped_column(String(64))
    stamped_sha: Mapped[str | None] = mapped_column(String(64))


class Receipt(Base):
    """What the court answered; one for each envelope, never changed."""

    __tablename__ = "receipt"
    __table_args__ = (UniqueConstraint("envelope_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), index=True)
    envelope_id: Mapped[int] = mapped_column(ForeignKey("envelope.id"))
    outcome: Mapped[str] = mapped_column(String(12))
    by: Mapped[str] = mapped_column("decided_by", String(300), key="by")
    by_name: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column("decided_at", UtcDateTime, key="at")
    reason: Mapped[str | None] = mapped_column(String(20))
    words: Mapped[str] = mapped_column(Text, default="")
