"""Courthouses, closings, continuances, who stands in which hearing, calendar feeds and a court's docket lists."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from infra.db import Base, Json, UtcDateTime


class Courthouse(Base):
    """Where court is held. ``zone`` is the IANA time zone in which its hours are told."""

    __tablename__ = "courthouse"
    __table_args__ = (UniqueConstraint("office_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    name: Mapped[str] = mapped_column(String(200))
    zone: Mapped[str] = mapped_column(String(60))
    address: Mapped[str] = mapped_column(String(400), default="")


class Closing(Base):
    """A day on which the court is closed beyond its holidays, as for a storm. No ``courthouse``: all of them."""

    __tablename__ = "closing"
    __table_args__ = (Index("ix_closing_office", "office_id", "on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    on: Mapped[date] = mapped_column("closed_on", key="on")
    courthouse: Mapped[str | None] = mapped_column(String(200))
    why: Mapped[str] = mapped_column(String(200))
    cite: Mapped[str] = mapped_column(String(300), default="")
    entered_by: Mapped[str] = mapped_column(String(300))
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    lifted_by: Mapped[str | None] = mapped_column(String(300))
    lifted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Continuance(Base):
    """A setting left for another, or for none yet, with its cause and the court minutes it cost.

    ``withdrawn_at`` is set when the outcome that continued the hearing was put right; it then counts for nothing.
    """

    __tablename__ = "continuance"
    __table_args__ = (
        UniqueConstraint("from_setting_id"),
        Index("ix_continuance_office", "office_id", "at"),
        Index("ix_continuance_hearing", "hearing_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearing.id"))
    from_setting_id: Mapped[int] = mapped_column(ForeignKey("setting.id"))
    to_setting_id: Mapped[int | None] = mapped_column(ForeignKey("setting.id"))
    cause: Mapped[str] = mapped_column(String(30))
    words: Mapped[str] = mapped_column(Text, default="")
    cell: Mapped[str] = mapped_column(String(20))
    minutes: Mapped[int]
    by: Mapped[str] = mapped_column("made_by", String(300), key="by")
    at: Mapped[datetime] = mapped_column("made_at", UtcDateTime, key="at")
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Assignment(Base):
    """A member of staff who stands in a hearing, as agent or as attorney."""

    __tablename__ = "assignment"
    __table_args__ = (Index("ix_assignment_hearing", "hearing_id"), Index("ix_assignment_person", "person_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearing.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    role: Mapped[str] = mapped_column(String(20))
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CalendarFeed(Base):
    """The secret address under which one person's calendar is read. Only a digest of the secret is kept."""

    __tablename__ = "calendar_feed"

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    secret_digest: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class DocketList(Base):
    """A court's own list of one session, as a person brought it, until every difference is accepted or set aside."""

    __tablename__ = "docket_list"

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    court_session_id: Mapped[int] = mapped_column(ForeignKey("court_session.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    lines: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    set_aside: Mapped[list[str]] = mapped_column(Json, default=list)
    read_by: Mapped[str] = mapped_column(String(300))
    read_at: Mapped[datetime] = mapped_column(UtcDateTime)
    replaced_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Practice(Base):
    """A number that an office sets for itself: minutes of a kind of hearing, or days that a method of service takes."""

    __tablename__ = "practice"
    __table_args__ = (UniqueConstraint("office_id", "subject", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    subject: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(60))
    number: Mapped[int]
