"""Verbs: setting, continuing and correcting the place of a hearing. Two people never move one hearing at once."""

from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from hearings.calendar.causes import cause_of
from hearings.calendar.closings import office_calendar
from hearings.calendar.errors import (
    AlreadyHeard,
    AlreadyThere,
    CalendarLocked,
    DayPast,
    MovedMeanwhile,
    NotSet,
    OutOfHours,
    SayWhy,
    SessionFull,
    SessionTakesOthers,
)
from hearings.calendar.local import instant
from hearings.calendar.placed import loads, practices_of, zone_of
from hearings.calendar.session_changes import session_row
from hearings.calendar.tables import Continuance
from hearings.errors import CourtClosed, NoSuchHearing
from hearings.tables import CourtSession, Hearing, Setting
from infra import audit
from kernel.legal_text import legal_text
from law.hearing_types import HearingType
from law.states import law_of
from offices.facts import Person, Role
from offices.queries import require_role, state_of


def continue_hearing(
    db: Session,
    hearing_id: int,
    *,
    cause: str,
    words: str,
    to_session: int | None,
    at: time | None,
    seen: int | None,
    by: Person,
    now: datetime,
    today: date,
) -> Continuance:
    """Continue a hearing to another session, or to no date yet, with its cause.

    ``seen`` is the setting that the person looked at; None where nobody looked. Raises NotYourRole, NoSuchHearing,
    NotSet, AlreadyHeard, MovedMeanwhile, NoSuchCause, CalendarLocked and whatever speaks against the new place.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    why = cause_of(cause)
    told = legal_text(words, longest=1000, lines=True)
    hearing = hearing_row(db, by.office_id, hearing_id)
    _hold_sessions(db, hearing, to_session)
    left = _leave(db, hearing, seen=seen, by=by, now=now)
    was_in = db.get_one(CourtSession, left.court_session_id)
    to = _arrive(db, hearing, to_session, at or left.at, because=why.name, by=by, today=today) if to_session else None
    practices = practices_of(db, by.office_id)
    lost = (was_in.on - today).days < practices.refill_days
    made = Continuance(
        office_id=by.office_id,
        hearing_id=hearing.id,
        from_setting_id=left.id,
        to_setting_id=to.id if to else None,
        cause=why.code,
        words=told,
        cell=why.cell.value,
        minutes=practices.minutes_of(_kind(db, hearing)) if lost else 0,
        by=by.actor,
        at=now,
    )
    db.add(made)
    db.flush()
    detail = f"{why.code}: session {left.court_session_id} to {to_session or 'no date'}"
    locked = " out of a locked calendar" if was_in.locked_at else ""
    _tell(db, by, f"continued{locked}", hearing, detail=f"{detail}; {told}" if told else detail)
    return made


def place_hearing(
    db: Session,
    hearing_id: int,
    *,
    to_session: int,
    at: time,
    because: str,
    seen: int | None,
    by: Person,
    now: datetime,
    today: date,
) -> Setting:
    """Give a hearing without a date its place, or put its hour, room or judge right; this is no continuance.

    ``because`` is needed for a locked or a full session. Raises as ``continue_hearing`` does, and AlreadyThere.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    hearing = hearing_row(db, by.office_id, hearing_id)
    _hold_sessions(db, hearing, to_session)
    current = current_setting(db, hearing.id)
    if current is not None:
        if (current.court_session_id, current.at) == (to_session, at):
            raise AlreadyThere()
        _leave(db, hearing, seen=seen, by=by, now=now, because=because)
    made = _arrive(db, hearing, to_session, at, because=because, by=by, today=today, left=current)
    _tell(db, by, "placed", hearing, detail=f"session {to_session} at {at:%H:%M}; {because}".removesuffix("; "))
    return made


def hearing_row(db: Session, office_id: int, hearing_id: int) -> Hearing:
    """The row of a hearing, held until the transaction ends. Raises NoSuchHearing, also for another office's."""
    found = db.scalar(
        select(Hearing)
        .where(Hearing.id == hearing_id, Hearing.office_id == office_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if found is None:
        raise NoSuchHearing(hearing_id)
    return found


def current_setting(db: Session, hearing_id: int) -> Setting | None:
    """The setting in which a hearing stands."""
    return db.scalar(
        select(Setting)
        .where(Setting.hearing_id == hearing_id, Setting.ended_at.is_(None))
        .execution_options(populate_existing=True)
    )


def may_enter(
    db: Session,
    session: CourtSession,
    kind: HearingType,
    at: time,
    *,
    because: str,
    by: Person,
    today: date,
    fresh: bool = True,
) -> None:
    """Raises what speaks against one more hearing in a session; a ``fresh`` one takes a place of its capacity."""
    override = by.role is Role.ATTORNEY and bool(because.strip())
    if session.on < today:
        raise DayPast(session.on)
    if why := office_calendar(db, session.office_id, courthouse=session.courthouse).is_closed_for(session.on):
        raise CourtClosed(session.on, why)
    instant(session.on, at, zone_of(db, session.office_id, session.courthouse))
    if (session.opens and at < session.opens) or (session.closes and at >= session.closes):
        raise OutOfHours(session.on, at, session.opens, session.closes)
    if session.takes and not {kind.kind, kind.code} & set(session.takes):
        raise SessionTakesOthers(session.on, kind.name)
    if session.locked_at is not None and not override:
        raise CalendarLocked(session.on, session.locked_by or "")
    needs = practices_of(db, session.office_id).minutes_of(kind)
    full = loads(db, session.office_id, [session.id])[session.id].why_full(needs) if fresh else ""
    if full and not override:
        raise SessionFull(session.on, full)


def _hold_sessions(db: Session, hearing: Hearing, to_session: int | None) -> None:
    """Always in one order, so that two people who move hearings both ways do not wait for each other."""
    current = current_setting(db, hearing.id)
    from_session = current.court_session_id if current else None
    for id in sorted({id for id in (from_session, to_session) if id is not None}):
        session_row(db, hearing.office_id, id)


def _leave(
    db: Session, hearing: Hearing, *, seen: int | None, by: Person, now: datetime, because: str = "a cause"
) -> Setting:
    left = current_setting(db, hearing.id)
    if left is None:
        raise NotSet()
    session = session_row(db, hearing.office_id, left.court_session_id)
    if seen is not None and seen != left.id:
        raise MovedMeanwhile(session.on, left.at)
    if hearing.disposition:
        raise AlreadyHeard(hearing.disposition)
    if session.locked_at is not None and by.role is not Role.ATTORNEY:
        raise CalendarLocked(session.on, session.locked_by or "")
    if session.locked_at is not None and not because.strip():
        raise SayWhy()
    left.ended_at = now
    db.flush()  # a hearing has one current setting at any time
    return left


def _arrive(
    db: Session,
    hearing: Hearing,
    session_id: int,
    at: time,
    *,
    because: str,
    by: Person,
    today: date,
    left: Setting | None = None,
) -> Setting:
    session = session_row(db, hearing.office_id, session_id)
    fresh = left is None or left.court_session_id != session.id
    may_enter(db, session, _kind(db, hearing), at, because=because, by=by, today=today, fresh=fresh)
    made = Setting(hearing_id=hearing.id, court_session_id=session.id, at=at)
    db.add(made)
    db.flush()
    return made


def _kind(db: Session, hearing: Hearing) -> HearingType:
    return law_of(state_of(db, hearing.office_id)).hearing_type_or_other(hearing.code)


def _tell(db: Session, by: Person, verb: str, hearing: Hearing, *, detail: str) -> None:
    audit.record(db, office_id=by.office_id, actor=by.actor, verb=verb, subject=f"hearing {hearing.id}", detail=detail)
