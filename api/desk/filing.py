"""The agent's side of filing: assemble an envelope, see what holds it back, submit it."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from api.desk.people import Agent, Office, Reader
from api.giving import PDF, give
from api.looking import looking_at
from api.pages import page
from api.patterns import Id, PageForm
from api.saying import done
from filings.actions import assemble, open_filing, submit
from filings.queries import envelope_seen_by, prechecks
from filings.states import State
from infra.db import database

router = APIRouter()


@router.post("/hearings/{hearing_id:int}/envelope")
def assemble_envelope(request: Request, visitor: Agent, hearing_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """The draft envelope of a hearing's papers as they are."""
    with database().transaction() as db:
        made = assemble(db, hearing_id, by=visitor.person, today=visitor.today)
    return done(request, visitor, f"Envelope {made.number} was assembled by", f"/envelopes/{made.id}")


@router.get("/envelopes/{envelope_id:int}")
def show_envelope(request: Request, visitor: Office, envelope_id: Id) -> Response:
    """An envelope with what holds it back, or what the clerk answered."""
    with looking_at(f"envelope {envelope_id}", visitor) as db:
        found = envelope_seen_by(db, visitor.person, envelope_id)
        findings = prechecks(db, found, today=visitor.today) if found.state is State.DRAFT else ()
    return page(
        request,
        visitor,
        "envelope.html",
        envelope=found,
        findings=findings,
        blocked=any(one.blocks for one in findings),
    )


@router.post("/envelopes/{envelope_id:int}/submit")
def submit_envelope(request: Request, visitor: Agent, envelope_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Hand an envelope to the clerk."""
    with database().transaction() as db:
        made = submit(db, envelope_id, by=visitor.person, today=visitor.today)
    return done(request, visitor, f"Envelope {made.number} was submitted to the clerk by", f"/envelopes/{made.id}")


@router.get("/filings/{filing_id:int}/pdf")
def filed(visitor: Reader, filing_id: Id) -> Response:
    """A filed document as it was submitted."""
    with database().transaction() as db:
        opened = open_filing(db, filing_id, by=visitor.person)
    return give(opened.pdf, PDF, opened.file_name)


@router.get("/filings/{filing_id:int}/stamped")
def stamped(visitor: Reader, filing_id: Id) -> Response:
    """The copy with the clerk's file stamp."""
    with database().transaction() as db:
        opened = open_filing(db, filing_id, by=visitor.person, with_stamp=True)
    return give(opened.pdf, PDF, opened.file_name)
