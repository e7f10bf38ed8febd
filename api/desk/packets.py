"""Packets and binders: ask for them, take them."""

import secrets
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from api.desk.people import Agent, Office
from api.giving import PDF, give
from api.looking import looking_at
from api.patterns import Id, PageForm
from api.saying import done
from api.visitor import Visitor
from documents.binding import ask_for_binder, ask_for_packet, opened_binder, opened_packet
from hearings.queries import session
from infra.db import database

router = APIRouter()


@router.post("/hearings/{hearing_id:int}/packet")
def bind_packet(request: Request, visitor: Agent, hearing_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Ask for the packet of a hearing."""
    batch = f"hearing-{hearing_id}-{secrets.token_hex(4)}"
    with database().transaction() as db:
        job = ask_for_packet(db, visitor.office_id, hearing_id, as_of=visitor.today)
        if job is not None:
            job.batch = batch
    if job is None:
        return done(request, visitor, "The packet is up to date; looked at by", f"/hearings/{hearing_id}")
    return done(request, visitor, "The packet was asked for by", f"/progress/{batch}")


@router.get("/hearings/{hearing_id:int}/packet.pdf")
def packet(visitor: Office, hearing_id: Id) -> Response:
    """The newest packet of a hearing."""
    return give(packet_opened(visitor, hearing_id), PDF, f"packet-hearing-{hearing_id}.pdf")


@router.post("/sessions/{session_id:int}/binder")
def bind_session(request: Request, visitor: Agent, session_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Ask for the binder of a session."""
    batch = f"session-{session_id}-{secrets.token_hex(4)}"
    with database().transaction() as db:
        session(db, visitor.office_id, session_id)
        asked = ask_for_binder(db, visitor.office_id, session_id, as_of=visitor.today)
        for job in asked:
            job.batch = batch
    if not asked:
        return done(request, visitor, "The binder is up to date; looked at by", f"/sessions/{session_id}")
    return done(request, visitor, "The binder was asked for by", f"/progress/{batch}")


@router.get("/sessions/{session_id:int}/binder.pdf")
def binder(visitor: Office, session_id: Id) -> Response:
    """The newest binder of a session."""
    return give(binder_opened(visitor, session_id), PDF, f"binder-session-{session_id}.pdf")


def packet_opened(visitor: Visitor, hearing_id: int) -> bytes:
    """The newest packet of a hearing, the reading audited. Raises NoSuchHearing, NothingBound or ProtectedSince."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="opened packet of") as db:
        return opened_packet(db, visitor.office_id, hearing_id)


def binder_opened(visitor: Visitor, session_id: int) -> bytes:
    """The newest binder of a session, the reading audited. Raises NoSuchSession, NothingBound or ProtectedSince."""
    with looking_at(f"court session {session_id}", visitor, verb="opened binder of") as db:
        return opened_binder(db, visitor.office_id, session_id)
