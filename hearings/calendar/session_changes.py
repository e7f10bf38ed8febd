"""Verbs: opening, changing and locking court sessions, courthouses, and an office's own numbers."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from hearings.calendar.closings import office_calendar
from hearings.calendar.errors import HoursReversed, NoNumber, SayWhy, SuchASession, UnknownType
from hearings.calendar.local import instant, zone_named
from hearings.calendar.placed import zone_of
from hearings.calendar.practices import Subject, started_with
from hearings.calendar.tables import Courthouse, Practice
from hearings.errors import CourtClosed, NoPlace, NoSuchSession
from hearings.tables import CourtSession
from infra import audit
from kernel.legal_text import legal_text
from law.states import law_of
from offices.facts import Person, Role
from offices.queries import require_role, state_of

MOST = 9999
TAKES_TIME = frozenset({Subject.MINUTES, Subject.FACTS_DAYS})
"""Subjects of which no number is nothing."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a person may set about a session besides its place and day."""

    opens: time | None = None
    closes: time | None = None
    capacity: int | None = None
    minutes: int | None = None
    takes: tuple[str, ...] = ()


def open_session(
    db: Session, *, on: date, courthouse: str, room: str, judge: str, frame: Frame, by: Person
) -> CourtSession:
    """A new court session. Raises NotYourRole, NoPlace, CourtClosed, SuchASession and what ``frame`` is refused for."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    place = {
        "courthouse": legal_text(courthouse, longest=200),
        "room": legal_text(room, longest=60),
        "judge": legal_text(judge, longest=200),
    }
    if not place["courthouse"]:
        raise NoPlace()
    if why := office_calendar(db, by.office_id, courthouse=place["courthouse"]).is_closed_for(on):
        raise CourtClosed(on, why)
    if db.scalar(select(CourtSession.id).filter_by(office_id=by.office_id, on=on, **place)) is not None:
        raise SuchASession()
    made = CourtSession(office_id=by.office_id, on=on, **place)
    _set(db, made, frame)
    db.add(made)
    db.flush()
    _tell(db, by, "opened session", made)
    return made


def change_session(db: Session, session_id: int, *, frame: Frame, by: Person) -> CourtSession:
    """Give a session other hours, limits or types. Raises NotYourRole, NoSuchSession and for a wrong ``frame``."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    session = session_row(db, by.office_id, session_id)
    _set(db, session, frame)
    _tell(db, by, "changed session", session, detail=str(frame))
    return session


def lock_session(db: Session, session_id: int, *, by: Person, now: datetime) -> CourtSession:
    """Lock a session's calendar; locking it again changes nothing. Raises NotYourRole or NoSuchSession."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    session = session_row(db, by.office_id, session_id)
    if session.locked_at is None:
        session.locked_at, session.locked_by = now, by.name
        _tell(db, by, "locked session", session)
    return session


def unlock_session(db: Session, session_id: int, *, why: str, by: Person) -> CourtSession:
    """Open a locked calendar again. Raises NotYourRole (attorneys alone), NoSuchSession, SayWhy or NotLegalText."""
    require_role(by, Role.ATTORNEY)
    session = session_row(db, by.office_id, session_id)
    words = legal_text(why, longest=500)
    if not words:
        raise SayWhy()
    session.locked_at, session.locked_by = None, None
    _tell(db, by, "unlocked session", session, detail=words)
    return session


def session_row(db: Session, office_id: int, session_id: int) -> CourtSession:
    """The row of a session, held until the transaction ends, so that two people do not fill its last place.

    Raises NoSuchSession, also for another office's.
    """
    found = db.scalar(
        select(CourtSession)
        .where(CourtSession.id == session_id, CourtSession.office_id == office_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if found is None:
        raise NoSuchSession(session_id)
    return found


def courthouses(db: Session, office_id: int) -> list[Courthouse]:
    """Every courthouse on file, by name."""
    return list(db.scalars(select(Courthouse).filter_by(office_id=office_id).order_by(Courthouse.name)))


def set_courthouse(db: Session, *, name: str, zone: str, address: str, by: Person) -> Courthouse:
    """Put a courthouse on file, or change its time zone or address. Raises NotYourRole, NoPlace or NoSuchZone."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    words = legal_text(name, longest=200)
    if not words:
        raise NoPlace()
    key = zone_named(zone.strip()).key
    found = db.scalar(select(Courthouse).filter_by(office_id=by.office_id, name=words))
    if found is None:
        found = Courthouse(office_id=by.office_id, name=words)
        db.add(found)
    found.zone, found.address = key, legal_text(address, longest=400)
    db.flush()
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb="set courthouse", subject=f"courthouse {found.id}", detail=key
    )
    return found


def set_practice(db: Session, *, subject: Subject, name: str, number: int, by: Person) -> Practice:
    """Set one of the office's own numbers. Raises NotYourRole, UnknownType or NoNumber."""
    require_role(by, Role.AGENT, Role.ATTORNEY)
    codes = law_of(state_of(db, by.office_id)).hearing_types() if subject is Subject.MINUTES else {}
    if name not in started_with()[subject] and name not in codes:
        raise UnknownType(name)
    least = 1 if subject in TAKES_TIME else 0
    if not least <= number <= MOST:
        raise NoNumber("The number", least)
    found = db.scalar(select(Practice).filter_by(office_id=by.office_id, subject=subject.value, name=name))
    if found is None:
        found = Practice(office_id=by.office_id, subject=subject.value, name=name)
        db.add(found)
    found.number = number
    db.flush()
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb="set practice", subject=f"{subject.value} {name}",
        detail=str(number),
    )  # fmt: skip
    return found


def _set(db: Session, session: CourtSession, frame: Frame) -> None:
    if frame.opens and frame.closes and frame.closes <= frame.opens:
        raise HoursReversed()
    zone = zone_of(db, session.office_id, session.courthouse)
    for hour in (frame.opens, frame.closes):
        if hour:
            instant(session.on, hour, zone)
    for what, number in (("The number of matters", frame.capacity), ("The number of minutes", frame.minutes)):
        if number is not None and not 1 <= number <= MOST:
            raise NoNumber(what)
    types = law_of(state_of(db, session.office_id)).hearing_types()
    known = set(types) | {one.kind for one in types.values()}
    for name in frame.takes:
        if name not in known:
            raise UnknownType(name)
    session.opens, session.closes = frame.opens, frame.closes
    session.capacity, session.minutes = frame.capacity, frame.minutes
    session.takes = list(dict.fromkeys(frame.takes))


def _tell(db: Session, by: Person, verb: str, session: CourtSession, *, detail: str = "") -> None:
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb=verb, subject=f"court session {session.id}", detail=detail
    )
