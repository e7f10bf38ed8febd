"""Outcomes, the tasks that follow, what one attorney hands to the next, and days that were closed."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from infra.db import Base, Json, UtcDateTime


class Outcome(Base):
    """One entry of what the court did. Rows are added, never changed but for ``superseded_at``.

    ``number`` counts the entries of a hearing; ``based_on`` is the number that the person saw, 0 for none. An entry
    that was based on another number than the one that stood is kept ``beside`` that one and counts for nothing until
    a person chooses. ``entry_key`` is the id that the sender made, so that sending twice is sending once.
    """

    __tablename__ = "outcome"
    __table_args__ = (
        UniqueConstraint("office_id", "entry_key"),
        UniqueConstraint("hearing_id", "number"),
        Index("ix_outcome_setting", "setting_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearing.id"))
    setting_id: Mapped[int] = mapped_column(ForeignKey("setting.id"))
    code: Mapped[str] = mapped_column(String(30))
    fields: Mapped[dict[str, Any]] = mapped_column(Json)
    number: Mapped[int]
    based_on: Mapped[int]
    beside: Mapped[int | None]
    entry_key: Mapped[str] = mapped_column(String(64))
    by: Mapped[str] = mapped_column("entered_by", String(300), key="by")
    by_name: Mapped[str] = mapped_column("entered_by_name", String(200), key="by_name")
    at: Mapped[datetime] = mapped_column("entered_at", UtcDateTime, key="at")
    superseded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Task(Base):
    """Something that a person of the office does by a day. ``rule`` is the rule of law that set the day, if one did.

    ``outcome_id`` is the entry that it follows from; a corrected outcome withdraws what was not done yet.
    """

    __tablename__ = "task"
    __table_args__ = (
        Index("ix_task_office_due", "office_id", "due_on"),
        Index("ix_task_hearing", "hearing_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    case_no: Mapped[str] = mapped_column(String(20))
    hearing_id: Mapped[int | None] = mapped_column(ForeignKey("hearing.id"))
    outcome_id: Mapped[int | None] = mapped_column(ForeignKey("outcome.id"))
    kind: Mapped[str] = mapped_column(String(30))
    words: Mapped[str] = mapped_column(String(300))
    due_on: Mapped[date]
    owner: Mapped[str] = mapped_column(String(20))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    rule: Mapped[str] = mapped_column(String(80), default="")
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_by: Mapped[str | None] = mapped_column(String(300))
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Handoff(Base):
    """What one attorney leaves for the next about a hearing: what was promised, by whom, and what must be known."""

    __tablename__ = "handoff"
    __table_args__ = (Index("ix_handoff_hearing", "hearing_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearing.id"))
    words: Mapped[str] = mapped_column(Text, default="")
    promised: Mapped[list[dict[str, str]]] = mapped_column(Json, default=list)
    by: Mapped[str] = mapped_column("written_by", String(300), key="by")
    by_name: Mapped[str] = mapped_column("written_by_name", String(200), key="by_name")
    at: Mapped[datetime] = mapped_column("written_at", UtcDateTime, key="at")


class CourtDay(Base):
    """A court session whose day was closed, with the hearings that had no outcome then, by name, and why."""

    __tablename__ = "court_day"
    __table_args__ = (Index("ix_court_day_session", "court_session_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    court_session_id: Mapped[int] = mapped_column(ForeignKey("court_session.id"))
    without: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    words: Mapped[str] = mapped_column(Text, default="")
    by: Mapped[str] = mapped_column("closed_by", String(300), key="by")
    by_name: Mapped[str] = mapped_column("closed_by_name", String(200), key="by_name")
    at: Mapped[datetime] = mapped_column("closed_at", UtcDateTime, key="at")
