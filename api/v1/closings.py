"""Closings of the court, a court's docket list beside ours, and the caller's calendar feed."""

from typing import Annotated

from fastapi import APIRouter, File, Request, UploadFile

from api.court_calendar import LARGEST_LIST
from api.looking import looking_at
from api.patterns import Id, day
from api.v1.people import Office
from api.v1.sent_calendar import ClosingSent, DifferenceSent
from api.v1.told.calendar import (
    AcceptedTold,
    ClosedTold,
    ClosingTold,
    ComparedTold,
    DifferenceTold,
    FeedTold,
    closed_told,
    closing_told,
    compared_told,
    difference_told,
)
from hearings.calendar.closings import close_court, closing_of, closings, lift_closing, what_it_hits
from hearings.calendar.docket_lists import accept, accept_all, compared, read_docket_list, set_aside
from hearings.calendar.errors import NoSuchDocketList
from hearings.calendar.feeds import feed_of, new_feed, revoke_feed
from infra.db import database

router = APIRouter(tags=["Court calendar"], max_body_size=LARGEST_LIST)


@router.get("/closings")
def list_closings(visitor: Office) -> list[ClosingTold]:
    """Every closing that stands."""
    with database().reading() as db:
        return [closing_told(one) for one in closings(db, visitor.office_id)]


@router.post("/closings", status_code=201)
def close(visitor: Office, sent: ClosingSent) -> ClosedTold:
    """Enter a closing; it tells the sessions it hits and the dates it moves."""
    with database().transaction() as db:
        return closed_told(
            close_court(
                db,
                on=day(sent.on),
                courthouse=sent.courthouse,
                why=sent.why,
                cite=sent.cite,
                by=visitor.person,
                now=visitor.at,
            )
        )


@router.get("/closings/{closing_id:int}")
def show_closing(visitor: Office, closing_id: Id) -> ClosedTold:
    """What a closing hits and moves."""
    with looking_at(f"closing {closing_id}", visitor) as db:
        return closed_told(what_it_hits(db, closing_of(db, visitor.office_id, closing_id)))


@router.post("/closings/{closing_id:int}/lift")
def lift(visitor: Office, closing_id: Id) -> ClosingTold:
    """Take a closing back."""
    with database().transaction() as db:
        return closing_told(lift_closing(db, closing_id, by=visitor.person, now=visitor.at))


@router.get("/sessions/{session_id:int}/docket-list")
def differences(visitor: Office, session_id: Id) -> ComparedTold:
    """Where the court's list and ours part."""
    with looking_at(f"court session {session_id}", visitor, verb="compared docket list of") as db:
        found = compared(db, visitor.office_id, session_id)
        if found is None:
            raise NoSuchDocketList()
        return compared_told(found)


@router.post("/sessions/{session_id:int}/docket-list", status_code=201)
def bring(visitor: Office, session_id: Id, file: Annotated[UploadFile, File()]) -> ComparedTold:
    """Keep the court's list, CSV or ICS; nothing on our calendar changes."""
    raw = file.file.read()
    with database().transaction() as db:
        name = (file.filename or "")[-80:]
        return compared_told(read_docket_list(db, session_id, raw, name=name, by=visitor.person, now=visitor.at))


@router.post("/sessions/{session_id:int}/docket-list/accept-one")
def accept_one(visitor: Office, session_id: Id, sent: DifferenceSent) -> DifferenceTold:
    """Have our calendar say what the court's list says of one matter."""
    with database().transaction() as db:
        return difference_told(
            accept(db, session_id, sent.key, code=sent.code, by=visitor.person, now=visitor.at, today=visitor.today)
        )


@router.post("/sessions/{session_id:int}/docket-list/accept-all")
def accept_every(visitor: Office, session_id: Id) -> AcceptedTold:
    """Accept every difference that can be followed at once; a matter that the list lacks is decided by itself."""
    with database().transaction() as db:
        count = accept_all(db, session_id, by=visitor.person, now=visitor.at, today=visitor.today)
    return AcceptedTold(accepted=count)


@router.post("/sessions/{session_id:int}/docket-list/set-aside")
def leave(visitor: Office, session_id: Id, sent: DifferenceSent) -> DifferenceTold:
    """Leave our calendar as it is about one matter."""
    with database().transaction() as db:
        return difference_told(set_aside(db, session_id, sent.key, by=visitor.person))


@router.get("/my-calendar")
def show_feed(visitor: Office) -> FeedTold:
    """Whether the caller has a calendar feed."""
    with database().reading() as db:
        found = feed_of(db, visitor.person)
    return FeedTold(made_at=found.made_at if found else None, address=None)


@router.post("/my-calendar", status_code=201)
def make_feed(request: Request, visitor: Office) -> FeedTold:
    """A new calendar feed; an earlier one ends, and the address is told only here."""
    with database().transaction() as db:
        secret = new_feed(db, by=visitor.person, now=visitor.at)
    return FeedTold(made_at=visitor.at, address=f"{str(request.base_url).rstrip('/')}/feeds/{secret}.ics")


@router.delete("/my-calendar")
def end_feed(visitor: Office) -> FeedTold:
    """End the caller's calendar feed."""
    with database().transaction() as db:
        revoke_feed(db, by=visitor.person, now=visitor.at)
    return FeedTold(made_at=None, address=None)
