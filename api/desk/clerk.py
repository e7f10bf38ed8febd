"""The clerk's desk: what was submitted, and the answer to it."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import Field
from starlette.responses import Response

from api.desk.people import Clerk
from api.giving import PNG, give
from api.looking import looking_at
from api.page_pictures import page_picture
from api.pages import page
from api.patterns import Id, PageForm
from api.refusing import status_of
from api.saying import done
from api.visitor import Visitor
from documents.reading import page_texts
from filings.actions import accept, receive, reject
from filings.facts import Envelope, RejectReason
from filings.queries import answered, envelope_seen_by, filing_seen_by, inbox
from infra.blobs import blobs
from infra.db import database
from kernel.refusals import Courteous

router = APIRouter()


class Rejection(PageForm):
    reason: str = Field(max_length=40)
    words: str = Field("", max_length=10_000)


@router.get("/inbox")
def show_inbox(request: Request, visitor: Clerk) -> Response:
    """What waits for the clerk, the longest waiting first."""
    with looking_at("the clerk's inbox", visitor) as db:
        found = inbox(db, visitor.office_id)
    return page(request, visitor, "inbox.html", envelopes=found)


@router.get("/answered")
def show_answered(request: Request, visitor: Clerk) -> Response:
    """What the clerk has accepted or rejected, the newest first."""
    with looking_at("answered envelopes", visitor) as db:
        found = answered(db, visitor.office_id)
    return page(request, visitor, "answered.html", envelopes=found)


@router.get("/inbox/{envelope_id:int}")
def show_received(request: Request, visitor: Clerk, envelope_id: Id) -> Response:
    """An envelope with its documents and the answer to give."""
    return _show(request, visitor, envelope_id)


@router.post("/inbox/{envelope_id:int}/receive")
def receive_envelope(request: Request, visitor: Clerk, envelope_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Mark an envelope as opened."""
    with database().transaction() as db:
        got = receive(db, envelope_id, by=visitor.person)
    return done(request, visitor, f"Envelope {got.number} was received by", f"/inbox/{envelope_id}")


@router.post("/inbox/{envelope_id:int}/accept")
def accept_envelope(request: Request, visitor: Clerk, envelope_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Accept an envelope; every document gets its file stamp."""
    with database().transaction() as db:
        accept(db, envelope_id, by=visitor.person)
        number = envelope_seen_by(db, visitor.person, envelope_id).number
    return done(
        request, visitor, f"Envelope {number} was accepted and its documents stamped by", f"/inbox/{envelope_id}"
    )


@router.post("/inbox/{envelope_id:int}/reject")
def reject_envelope(request: Request, visitor: Clerk, envelope_id: Id, form: Annotated[Rejection, Form()]) -> Response:
    """Send an envelope back with a reason."""
    try:
        with database().transaction() as db:
            reject(db, envelope_id, reason_code=form.reason, words=form.words, by=visitor.person)
            number = envelope_seen_by(db, visitor.person, envelope_id).number
    except Courteous as problem:
        return _show(request, visitor, envelope_id, typed=form, problem=problem)
    return done(
        request, visitor, f"Envelope {number} was rejected and goes back to the agent; by", f"/inbox/{envelope_id}"
    )


@router.get("/filings/{filing_id:int}/pages/{number:int}.png")
def picture(visitor: Clerk, filing_id: Id, number: Id) -> Response:
    """One page of a filed document as a picture, stamped when it is."""
    with looking_at(f"filing {filing_id}", visitor, verb=f"opened page {number} of") as db:
        found = filing_seen_by(db, visitor.person, filing_id)
    return give(page_picture(found.stamped_sha or found.pdf_sha, number), PNG, f"filing-{filing_id}-{number}.png")


def _show(
    request: Request,
    visitor: Visitor,
    envelope_id: int,
    *,
    typed: Rejection | None = None,
    problem: Courteous | None = None,
) -> Response:
    with looking_at(f"envelope {envelope_id}", visitor) as db:
        found = envelope_seen_by(db, visitor.person, envelope_id)
    return page(
        request,
        visitor,
        "clerk_envelope.html",
        status=status_of(problem) if problem else 200,
        envelope=found,
        texts=_texts(found),
        reasons=tuple(RejectReason),
        typed=typed,
        problem=str(problem) if problem else "",
    )


def _texts(envelope: Envelope) -> dict[int, tuple[str, ...]]:
    """The text of every page of every document, for those who cannot see pictures."""
    return {one.id: page_texts(blobs().get(one.stamped_sha or one.pdf_sha)) for one in envelope.filings}
