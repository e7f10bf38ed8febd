"""Questions about the calendar."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlalchemy.orm import Session

from cases.trace import trace_of
from hearings.errors import NoSuchHearing, NoSuchSession
from hearings.facts import SessionOnCalendar, SetHearing
from hearings.tables import CourtSession, Hearing, Listing, Setting
from kernel.traced import Trace


def sessions(db: Session, office_id: int) -> list[SessionOnCalendar]:
    """Every court session of the office in order of day, with the number of hearings set in it."""
    return [_on_calendar(row, set_in) for row, set_in in db.execute(_sessions(office_id))]


def session(db: Session, office_id: int, id: int) -> SessionOnCalendar:
    """One court session. Raises NoSuchSession, also for another office's."""
    found = db.execute(_sessions(office_id, Setting.court_session_id == id).where(CourtSession.id == id)).first()
    if found is None:
        raise NoSuchSession(id)
    return _on_calendar(*found)


def hearings_of_session(db: Session, office_id: int, session_id: int) -> list[SetHearing]:
    """The hearings of a session in call order: by time, then case number."""
    rows = db.execute(
        _hearings(office_id).where(CourtSession.id == session_id).order_by(Setting.at, Hearing.case_no, Hearing.id)
    )
    return _set_hearings(db, office_id, rows.all())


def hearing(db: Session, office_id: int, id: int) -> SetHearing:
    """One hearing with its current setting, or the last one that it left. Raises NoSuchHearing, also for another
    office's.
    """
    latest = _hearings(office_id, left=True).where(Hearing.id == id)
    row = db.execute(latest.order_by(Setting.ended_at.is_(None).desc(), Setting.id.desc())).first()
    if row is None:
        raise NoSuchHearing(id)
    return _set_hearings(db, office_id, [row])[0]


def hearings_that_left(db: Session, office_id: int, session_id: int) -> list[SetHearing]:
    """The hearings that were set in a session and left it, in the order in which they left."""
    rows = db.execute(
        _hearings(office_id, left=True)
        .where(CourtSession.id == session_id, Setting.ended_at.is_not(None))
        .order_by(Setting.ended_at, Setting.id)
    )
    return _set_hearings(db, office_id, rows.all())


def hearings_without_date(db: Session, office_id: int) -> list[SetHearing]:
    """The hearings that were continued and have no new date yet."""
    later = select(Setting.hearing_id, func.max(Setting.id).label("last")).group_by(Setting.hearing_id).subquery()
    rows = db.execute(
        _hearings(office_id, left=True)
        .join(later, (later.c.hearing_id == Hearing.id) & (later.c.last == Setting.id))
        .where(Setting.ended_at.is_not(None))
        .order_by(Setting.ended_at)
    )
    return _set_hearings(db, office_id, rows.all())


def hearings_of_case(db: Session, office_id: int, case_no: str) -> list[SetHearing]:
    """Every hearing of a case, the latest first."""
    rows = db.execute(_hearings(office_id).where(Hearing.case_no == case_no).order_by(CourtSession.on.desc()))
    return _set_hearings(db, office_id, rows.all())


def _on_calendar(row: CourtSession, hearings: int) -> SessionOnCalendar:
    return SessionOnCalendar(
        row.id, row.on, row.courthouse, row.room, row.judge, hearings, row.opens, row.closes, row.capacity,
        row.minutes, tuple(row.takes), row.locked_at, row.locked_by,
    )  # fmt: skip


def _sessions(office_id: int, *among: ColumnElement[bool]) -> Select[CourtSession, int]:
    """Sessions with the number of hearings set in them; ``among`` narrows the settings that are counted."""
    set_in = (
        select(Setting.court_session_id, func.count(Setting.id).label("hearings"))
        .where(Setting.ended_at.is_(None), *among)
        .group_by(Setting.court_session_id)
        .subquery()
    )
    return (
        select(CourtSession, func.coalesce(set_in.c.hearings, 0))
        .outerjoin(set_in, set_in.c.court_session_id == CourtSession.id)
        .where(CourtSession.office_id == office_id)
        .order_by(CourtSession.on, CourtSession.id)
    )


def _hearings(office_id: int, *, left: bool = False) -> Select[Hearing, Setting, CourtSession]:
    """Hearings with the settings in which they stand; with ``left`` also those that they left."""
    return (
        select(Hearing, Setting, CourtSession)
        .join(Setting, (Setting.hearing_id == Hearing.id) & (true() if left else Setting.ended_at.is_(None)))
        .join(CourtSession, CourtSession.id == Setting.court_session_id)
        .where(Hearing.office_id == office_id)
    )


def _set_hearings(
    db: Session, office_id: int, rows: Sequence[tuple[Hearing, Setting, CourtSession]]
) -> list[SetHearing]:
    listings = {
        f"{one.case_no}|{one.docket or ''}|{one.code}|{one.on.isoformat()}": one
        for one in db.scalars(
            select(Listing).where(
                Listing.office_id == office_id,
                Listing.superseded_at.is_(None),
                Listing.case_no.in_({row[0].case_no for row in rows}),
            )
        )
    }
    return [
        SetHearing(
            id=hearing.id,
            office_id=hearing.office_id,
            case_no=hearing.case_no,
            docket=hearing.docket,
            code=hearing.code,
            session_id=session.id,
            on=session.on,
            at=setting.at,
            courthouse=session.courthouse,
            room=session.room,
            judge=session.judge,
            disposition=hearing.disposition,
            trace=trace_of(listings[hearing.listing_key])
            if hearing.listing_key in listings
            else Trace("Courtready", f"hearing {hearing.id}"),
            setting_id=setting.id,
            is_set=setting.ended_at is None,
        )
        for hearing, setting, session in rows
    ]
