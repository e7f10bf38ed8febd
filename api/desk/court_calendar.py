"""The calendar of one court session: its hours, how full it is, its lock, clashes, and who stands in its hearings."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import Field
from starlette.responses import Response

from api.court_calendar import Digits, Hour, frame
from api.desk.people import Attorney, Office
from api.looking import looking_at
from api.pages import page
from api.patterns import Id, IsoDay, PageForm, day
from api.saying import done
from hearings import queries
from hearings.calendar.feeds import assign
from hearings.calendar.placed import clashes_of_session, loads, zone_of
from hearings.calendar.session_changes import change_session, lock_session, open_session, unlock_session
from infra.db import database
from law.states import law_of
from offices.queries import state_of

router = APIRouter()


class FrameForm(PageForm):
    opens: Hour = ""
    closes: Hour = ""
    capacity: Digits = ""
    minutes: Digits = ""
    takes: str = Field("", max_length=400)


class SessionForm(FrameForm):
    on: IsoDay
    courthouse: str = Field(max_length=200)
    room: str = Field("", max_length=60)
    judge: str = Field("", max_length=200)


class UnlockForm(PageForm):
    why: str = Field("", max_length=500)


@router.post("/sessions")
def open_(request: Request, visitor: Office, form: Annotated[SessionForm, Form()]) -> Response:
    """Open a court session by hand."""
    with database().transaction() as db:
        made = open_session(
            db, on=day(form.on), courthouse=form.courthouse, room=form.room, judge=form.judge,
            frame=frame(form.opens, form.closes, form.capacity, form.minutes, form.takes), by=visitor.person,
        )  # fmt: skip
    return done(request, visitor, f"Court session {made.id} was opened by", f"/sessions/{made.id}/calendar")


@router.get("/sessions/{session_id:int}/calendar")
def show_calendar(request: Request, visitor: Office, session_id: Id) -> Response:
    """Hours, load, lock, clashes, and hearings that left."""
    with looking_at(f"court session {session_id}", visitor, verb="looked at calendar of") as db:
        session = queries.session(db, visitor.office_id, session_id)
        found = queries.hearings_of_session(db, visitor.office_id, session_id)
        load = loads(db, visitor.office_id, [session_id])[session_id]
        clashes = clashes_of_session(db, visitor.office_id, session_id)
        left = queries.hearings_that_left(db, visitor.office_id, session_id)
        zone = zone_of(db, visitor.office_id, session.courthouse).key
        kinds = sorted({one.kind for one in law_of(state_of(db, visitor.office_id)).hearing_types().values()})
    return page(
        request, visitor, "session_calendar.html", session=session, hearings=found, load=load, clashes=clashes,
        left=left, zone=zone, kinds=kinds,
    )  # fmt: skip


@router.post("/sessions/{session_id:int}/frame")
def set_frame(request: Request, visitor: Office, session_id: Id, form: Annotated[FrameForm, Form()]) -> Response:
    """Give a session other hours, limits or types."""
    with database().transaction() as db:
        change_session(
            db, session_id, frame=frame(form.opens, form.closes, form.capacity, form.minutes, form.takes),
            by=visitor.person,
        )  # fmt: skip
    return done(request, visitor, f"Court session {session_id} was changed by", f"/sessions/{session_id}/calendar")


@router.post("/sessions/{session_id:int}/lock")
def lock(request: Request, visitor: Office, session_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Lock a session's calendar."""
    with database().transaction() as db:
        lock_session(db, session_id, by=visitor.person, now=visitor.at)
    return done(
        request, visitor, f"The calendar of session {session_id} was locked by", f"/sessions/{session_id}/calendar"
    )


@router.post("/sessions/{session_id:int}/unlock")
def unlock(request: Request, visitor: Attorney, session_id: Id, form: Annotated[UnlockForm, Form()]) -> Response:
    """Open a locked calendar again, saying why."""
    with database().transaction() as db:
        unlock_session(db, session_id, why=form.why, by=visitor.person)
    words = f"The calendar of session {session_id} was unlocked by"
    return done(request, visitor, words, f"/sessions/{session_id}/calendar")


@router.post("/sessions/{session_id:int}/stand")
def stand(request: Request, visitor: Office, session_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Have the visitor stand in every hearing of a session."""
    with database().transaction() as db:
        queries.session(db, visitor.office_id, session_id)
        ids = [one.id for one in queries.hearings_of_session(db, visitor.office_id, session_id)]
        changed = assign(db, ids, person=visitor.person, by=visitor.person, now=visitor.at)
    words = f"{changed} hearings of session {session_id} were taken over by"
    return done(request, visitor, words, f"/sessions/{session_id}/calendar")
