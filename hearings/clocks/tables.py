"""Kept deadlines, reminders, and what the sweep remembers of each case."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, ForeignKey, Index, MetaData, String, Text, UniqueConstraint, event, text
from sqlalchemy.orm import Mapped, mapped_column

from hearings.clocks.touching import WATCHED, WATCHED_MONEY, WATCHED_SUPPORT, watching
from infra.db import Base, Json, UtcDateTime

_STANDS = text("superseded_at IS NULL")
_OPEN = text("superseded_at IS NULL AND met_on IS NULL")


class KeptDeadline(Base):
    """A date as it was counted once, with everything it was counted from; it never moves, it is superseded.

    ``subject`` tells it from another of its rule in the same case. ``known`` is the day of the count that was known,
    ``pack`` the version of the rows. ``kept_by`` and ``met_by`` are empty where the sweep did it; ``met_how`` is what
    a person said. ``why`` tells why it was superseded.
    """

    __tablename__ = "kept_deadline"
    __table_args__ = (
        Index(
            "uq_kept_deadline_stands",
            "office_id",
            "case_no",
            "rule",
            "subject",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
        Index(
            "ix_kept_deadline_open",
            "office_id",
            "last_safe_day",
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    case_no: Mapped[str] = mapped_column(String(20))
    hearing_id: Mapped[int | None] = mapped_column(ForeignKey("hearing.id"))
    rule: Mapped[str] = mapped_column(String(80))
    subject: Mapped[str] = mapped_column(String(120))
    owner: Mapped[str] = mapped_column(String(20))
    known: Mapped[str] = mapped_column("known_day", String(10), key="known")
    trigger_on: Mapped[date]
    method: Mapped[str] = mapped_column(String(40), default="")
    courthouse: Mapped[str | None] = mapped_column(String(200))
    evidence: Mapped[str] = mapped_column(String(300))
    on: Mapped[date] = mapped_column("due_on", key="on")
    last_safe_day: Mapped[date]
    answers: Mapped[str] = mapped_column(String(12))
    what: Mapped[str] = mapped_column(String(300))
    readings: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    sentence: Mapped[str] = mapped_column(Text)
    cite: Mapped[str] = mapped_column(String(400))
    verified: Mapped[bool]
    pack: Mapped[str] = mapped_column(String(40))
    kept_at: Mapped[datetime] = mapped_column(UtcDateTime)
    kept_by: Mapped[str | None] = mapped_column(String(300))
    met_on: Mapped[date | None]
    met_by: Mapped[str | None] = mapped_column(String(300))
    met_how: Mapped[str] = mapped_column(String(300), default="")
    superseded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    superseded_by: Mapped[int | None] = mapped_column(ForeignKey("kept_deadline.id"))
    why: Mapped[str] = mapped_column(String(300), default="")


class Reminder(Base):
    """One mail that one person is owed. ``of`` says for what: the worklist of a day."""

    __tablename__ = "reminder"
    __table_args__ = (
        UniqueConstraint("person_id", "of"),
        Index("ix_reminder_due", "sent_at", "due_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    of: Mapped[str] = mapped_column("reminds_of", String(60), key="of")
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CaseTouched(Base):
    """A case about which a row was written since the sweep last looked; the database itself writes it.

    The sweep removes exactly the rows that it has read, so a change that is committed late is never passed over.
    """

    __tablename__ = "case_touched"
    __table_args__ = (Index("ix_case_touched_case", "office_id", "case_no"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int]
    case_no: Mapped[str] = mapped_column(String(20))


class CaseClock(Base):
    """What the sweep remembers of a case: since when it looks at it, and when to look again though nothing changes."""

    __tablename__ = "case_clock"
    __table_args__ = (
        UniqueConstraint("office_id", "case_no"),
        Index("ix_case_clock_look", "office_id", "look_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    case_no: Mapped[str] = mapped_column(String(20))
    first_on: Mapped[date]
    swept_at: Mapped[datetime] = mapped_column(UtcDateTime)
    look_on: Mapped[date | None]


class OfficeClock(Base):
    """The closings of an office as the sweep last saw them, so that a new one has the dates it touches counted anew."""

    __tablename__ = "office_clock"

    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), primary_key=True)
    closings: Mapped[list[int]] = mapped_column(Json, default=list)
    reminded_on: Mapped[date | None]
    swept_at: Mapped[datetime] = mapped_column(UtcDateTime)


@event.listens_for(Base.metadata, "after_create")
def _watch(target: MetaData, connection: Connection, tables: Any = (), **_told: Any) -> None:
    """Where tables are made without migrations, their triggers are made too."""
    made = {table.name for table in tables}
    everywhere = CaseTouched.__tablename__ in made
    for table, statement in watching(WATCHED | WATCHED_MONEY | WATCHED_SUPPORT, connection.dialect.name):
        if table in made or (everywhere and table in target.tables):
            connection.exec_driver_sql(statement)
