"""The calendar of court sessions: opened, changed, locked; hearings moved to proposed dates; causes by month."""

from datetime import timedelta

from fastapi import APIRouter

from api.court_calendar import hour
from api.looking import looking_at
from api.patterns import Id, day
from api.v1.people import Attorney, Office
from api.v1.sent_calendar import FrameSent, MoveSent, SessionSent, WhySent
from api.v1.told.calendar import (
    CalendarTold,
    MonthTold,
    MovedTold,
    ProposedTold,
    calendar_told,
    continued_told,
    month_told,
    proposed_told,
)
from api.visitor import Visitor
from hearings import queries
from hearings.calendar.causes_report import causes_by_month, continuances_of
from hearings.calendar.feeds import assign
from hearings.calendar.moving import continue_hearing, place_hearing
from hearings.calendar.next_dates import next_dates
from hearings.calendar.placed import clashes_of_session, loads, zone_of
from hearings.calendar.session_changes import Frame, change_session, lock_session, open_session, unlock_session
from infra.db import database

router = APIRouter(tags=["Court calendar"])


@router.post("/sessions", status_code=201)
def open_(visitor: Office, sent: SessionSent) -> CalendarTold:
    """Open a court session."""
    with database().transaction() as db:
        made = open_session(
            db, on=day(sent.on), courthouse=sent.courthouse, room=sent.room, judge=sent.judge, frame=_frame(sent),
            by=visitor.person,
        )  # fmt: skip
    return _calendar(visitor, made.id)


@router.get("/sessions/{session_id:int}/calendar")
def show_calendar(visitor: Office, session_id: Id) -> CalendarTold:
    """Hours, limits, load, lock and clashes of a session, and the hearings that left it."""
    return _calendar(visitor, session_id)


@router.put("/sessions/{session_id:int}/frame")
def set_frame(visitor: Office, session_id: Id, sent: FrameSent) -> CalendarTold:
    """Give a session other hours, limits or types."""
    with database().transaction() as db:
        change_session(db, session_id, frame=_frame(sent), by=visitor.person)
    return _calendar(visitor, session_id)


@router.post("/sessions/{session_id:int}/lock")
def lock(visitor: Office, session_id: Id) -> CalendarTold:
    """Lock a session's calendar."""
    with database().transaction() as db:
        lock_session(db, session_id, by=visitor.person, now=visitor.at)
    return _calendar(visitor, session_id)


@router.post("/sessions/{session_id:int}/unlock")
def unlock(visitor: Attorney, session_id: Id, sent: WhySent) -> CalendarTold:
    """Open a locked calendar again, saying why."""
    with database().transaction() as db:
        unlock_session(db, session_id, why=sent.why, by=visitor.person)
    return _calendar(visitor, session_id)


@router.post("/sessions/{session_id:int}/stand")
def stand(visitor: Office, session_id: Id) -> CalendarTold:
    """Have the caller stand in every hearing of a session."""
    with database().transaction() as db:
        queries.session(db, visitor.office_id, session_id)
        ids = [one.id for one in queries.hearings_of_session(db, visitor.office_id, session_id)]
        assign(db, ids, person=visitor.person, by=visitor.person, now=visitor.at)
    return _calendar(visitor, session_id)


@router.get("/hearings/{hearing_id:int}/next-dates")
def propose(visitor: Office, hearing_id: Id, method: str = "") -> list[ProposedTold]:
    """The next dates that fit; ``method`` is how papers will be served, empty where the parties are told in court."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="looked for dates of") as db:
        hearing = queries.hearing(db, visitor.office_id, hearing_id)
        return [proposed_told(one) for one in next_dates(db, hearing, today=visitor.today, method=method[:60])]


@router.post("/hearings/{hearing_id:int}/continue")
def continue_(visitor: Office, hearing_id: Id, sent: MoveSent) -> MovedTold:
    """Continue a hearing to a session or to no date yet; a hearing without a date gets one."""
    with database().transaction() as db:
        was = queries.hearing(db, visitor.office_id, hearing_id)
        if was.is_set or sent.session is None:
            continue_hearing(
                db, hearing_id, cause=sent.cause, words=sent.words, to_session=sent.session, at=hour(sent.at),
                seen=sent.seen, by=visitor.person, now=visitor.at, today=visitor.today,
            )  # fmt: skip
        else:
            place_hearing(
                db, hearing_id, to_session=sent.session, at=hour(sent.at) or was.at, because=sent.words, seen=None,
                by=visitor.person, now=visitor.at, today=visitor.today,
            )  # fmt: skip
        now = queries.hearing(db, visitor.office_id, hearing_id)
        told = [continued_told(one) for one in continuances_of(db, visitor.office_id, hearing_id)]
    return MovedTold(hearing=now.id, session=now.session_id, on=now.on, at=now.at, is_set=now.is_set, continuances=told)


@router.get("/continuances")
def causes(visitor: Office, since: str = "", until: str = "") -> list[MonthTold]:
    """Causes of continuances by month with the court minutes lost; the last year unless other days are given."""
    first = day(since) if since else visitor.today - timedelta(days=365)
    last = day(until) if until else visitor.today + timedelta(days=365)
    with looking_at("continuances", visitor) as db:
        return [month_told(one) for one in causes_by_month(db, visitor.office_id, since=first, until=last)]


def _frame(sent: FrameSent) -> Frame:
    return Frame(hour(sent.opens), hour(sent.closes), sent.capacity, sent.minutes, tuple(sent.takes))


def _calendar(visitor: Visitor, session_id: int) -> CalendarTold:
    with looking_at(f"court session {session_id}", visitor, verb="looked at calendar of") as db:
        session = queries.session(db, visitor.office_id, session_id)
        return calendar_told(
            session,
            zone_of(db, visitor.office_id, session.courthouse).key,
            loads(db, visitor.office_id, [session_id])[session_id],
            clashes_of_session(db, visitor.office_id, session_id),
            [one.id for one in queries.hearings_that_left(db, visitor.office_id, session_id)],
        )
