"""Court sessions, hearings, their settings, and service of process."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from cases.tables import Sourced
from infra.db import Base, Json, SealedText, UtcDateTime
from kernel.sealed import Sealed

_CURRENT = text("ended_at IS NULL")


class CourtSession(Base):
    """A block of court time: courthouse, room, judge and day, with what fits into it.

    ``opens`` and ``closes`` are local to the courthouse. ``capacity`` counts matters and ``minutes`` their time; None
    is no limit. ``takes`` names kinds of hearing or schedule codes; empty takes any. An import never changes these.
    """

    __tablename__ = "court_session"
    __table_args__ = (UniqueConstraint("office_id", "on", "courthouse", "room", "judge"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    on: Mapped[date] = mapped_column("session_on", key="on")
    courthouse: Mapped[str] = mapped_column(String(200))
    room: Mapped[str] = mapped_column(String(60), default="")
    judge: Mapped[str] = mapped_column(String(200), default="")
    opens: Mapped[time | None]
    closes: Mapped[time | None]
    capacity: Mapped[int | None]
    minutes: Mapped[int | None]
    takes: Mapped[list[str]] = mapped_column(Json, default=list)
    locked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    locked_by: Mapped[str | None] = mapped_column(String(300))


class Hearing(Base):
    """The event to be prepared. ``code`` is the schedule code; the place and time stand in its current setting."""

    __tablename__ = "hearing"
    __table_args__ = (UniqueConstraint("office_id", "listing_key"), Index("ix_hearing_case", "office_id", "case_no"))

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    case_no: Mapped[str] = mapped_column(String(20))
    docket: Mapped[str] = mapped_column(String(40))
    code: Mapped[str] = mapped_column(String(20))
    listing_key: Mapped[str] = mapped_column(String(300))
    disposition: Mapped[str | None] = mapped_column(String(20))


class Setting(Base):
    """A hearing's place in a court session. Moving a hearing ends one setting and starts another."""

    __tablename__ = "setting"
    __table_args__ = (
        Index("ix_setting_session", "court_session_id"),
        Index("uq_setting_current", "hearing_id", unique=True, sqlite_where=_CURRENT, postgresql_where=_CURRENT),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    hearing_id: Mapped[int] = mapped_column(ForeignKey("hearing.id"), index=True)
    court_session_id: Mapped[int] = mapped_column(ForeignKey("court_session.id"))
    at: Mapped[time] = mapped_column("starts_at", key="at")
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Listing(Sourced, Base):
    """A hearing as the state's system lists it."""

    __tablename__ = "listing"

    case_no: Mapped[str] = mapped_column(String(20))
    docket: Mapped[str | None] = mapped_column(String(40))
    code: Mapped[str] = mapped_column(String(20))
    on: Mapped[date] = mapped_column("listed_on", key="on")
    at: Mapped[time] = mapped_column("listed_at", key="at")
    courthouse: Mapped[str] = mapped_column(String(200))
    room: Mapped[str | None] = mapped_column(String(60))
    judge: Mapped[str | None] = mapped_column(String(200))
    disposition: Mapped[str | None] = mapped_column(String(20))


class ServiceAttempt(Sourced, Base):
    """One paper issued for one person, with what came of the attempt.

    From ``hour`` on stands what a person or a server's list tells and the state's system does not keep. ``address``
    is sealed, because it may be that of a protected person; ``place_key`` names the record that it was taken from.
    """

    __tablename__ = "service_attempt"
    sealed_fields = frozenset({"address"})

    case_no: Mapped[str] = mapped_column(String(20))
    mpi_no: Mapped[str] = mapped_column(String(20))
    paper: Mapped[str] = mapped_column(String(60))
    issued_on: Mapped[date | None]
    method: Mapped[str] = mapped_column(String(30))
    attempted_on: Mapped[date | None]
    result: Mapped[str | None] = mapped_column(String(40))
    served_on: Mapped[date | None]
    served_upon: Mapped[str | None] = mapped_column(String(60))
    returned_on: Mapped[date | None]
    hour: Mapped[time | None]
    place: Mapped[str | None] = mapped_column(String(20))
    place_key: Mapped[str | None] = mapped_column(String(300))
    address: Mapped[Sealed | None] = mapped_column(SealedText)
    recipient: Mapped[str | None] = mapped_column(String(200))
    relation: Mapped[str | None] = mapped_column(String(60))
    recipient_age: Mapped[int | None]
    lives_there: Mapped[bool | None]
    told_of_contents: Mapped[bool | None]
    restricted: Mapped[bool | None]
    receipt_signed_on: Mapped[date | None]
    mailed_on: Mapped[date | None]
    ordered_on: Mapped[date | None]
    server: Mapped[str | None] = mapped_column(String(200))
    server_kind: Mapped[str | None] = mapped_column(String(20))
    server_age: Mapped[int | None]
    server_is_party: Mapped[bool | None]
