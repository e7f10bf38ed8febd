"""Packets and binders: ask for them, take them, hand packets out."""

import secrets
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from api.desk.people import Agent, Office
from api.giving import PDF, give
from api.packets import binder_opened, changes_opened, issue_opened, packet_file, packet_opened
from api.patterns import Id, Number, PageForm, Sha
from api.saying import done
from documents.binding import ask_for_binder, ask_for_packet, hand_out
from hearings.queries import session
from infra.db import database
from kernel.disclosure import Audience

router = APIRouter()


class Binding(PageForm):
    audience: Audience = Audience.INTERNAL


class HandingOut(Binding):
    pdf_sha: Sha


@router.post("/hearings/{hearing_id:int}/packet")
def bind_packet(request: Request, visitor: Agent, hearing_id: Id, form: Annotated[Binding, Form()]) -> Response:
    """Ask for the packet of a hearing for an audience."""
    batch = f"hearing-{hearing_id}-{secrets.token_hex(4)}"
    with database().transaction() as db:
        job = ask_for_packet(db, visitor.office_id, hearing_id, as_of=visitor.today, audience=form.audience)
        if job is not None:
            job.batch = batch
    if job is None:
        return done(request, visitor, "The packet is up to date; looked at by", f"/hearings/{hearing_id}")
    return done(request, visitor, "The packet was asked for by", f"/progress/{batch}")


@router.get("/hearings/{hearing_id:int}/packet.pdf")
def packet(visitor: Office, hearing_id: Id, audience: Audience = Audience.INTERNAL) -> Response:
    """The newest packet of a hearing for an audience."""
    return give(packet_opened(visitor, hearing_id, audience), PDF, packet_file(hearing_id, audience))


@router.post("/hearings/{hearing_id:int}/packet/issues")
def hand_out_packet(request: Request, visitor: Office, hearing_id: Id, form: Annotated[HandingOut, Form()]) -> Response:
    """Put on record that exactly the packet on the page was handed out."""
    with database().transaction() as db:
        made = hand_out(db, hearing_id, pdf_sha=form.pdf_sha, by=visitor.person, audience=form.audience)
    words = f"Issue {made.number} of the packet (PDF {made.pdf_sha[:12]}) was handed out by"
    return done(request, visitor, words, f"/hearings/{hearing_id}")


@router.get("/hearings/{hearing_id:int}/packet/issues/{number:int}.pdf")
def issue(visitor: Office, hearing_id: Id, number: Number, audience: Audience = Audience.INTERNAL) -> Response:
    """A packet exactly as it was handed out."""
    name = packet_file(hearing_id, audience, f"issue-{number}")
    return give(issue_opened(visitor, hearing_id, number, audience), PDF, name)


@router.get("/hearings/{hearing_id:int}/packet/changes.pdf")
def changes(visitor: Office, hearing_id: Id, audience: Audience = Audience.INTERNAL) -> Response:
    """Only the pages of the newest packet that changed since the issue before."""
    return give(changes_opened(visitor, hearing_id, audience), PDF, packet_file(hearing_id, audience, "changes"))


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
