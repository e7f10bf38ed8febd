"""Envelopes to the court and the clerk's answers."""

from fastapi import APIRouter, Response

from api.giving import PDF, give
from api.looking import looking_at
from api.patterns import Id
from api.v1.people import Agent, Clerk, Office, Reader
from api.v1.sent import RejectionSent
from api.v1.told.filing import CheckedEnvelope, EnvelopeTold, checked_told, envelope_told
from filings import actions
from filings.queries import answered, envelope_seen_by, envelopes_of_hearing, inbox, prechecks
from filings.states import State
from infra.db import database
from offices.facts import Role

router = APIRouter(tags=["Filing"])


@router.get("/hearings/{hearing_id:int}/envelopes")
def list_envelopes(visitor: Office, hearing_id: Id) -> list[EnvelopeTold]:
    """Every envelope of a hearing that still means something, the newest first."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="listed envelopes of") as db:
        return [envelope_told(one) for one in envelopes_of_hearing(db, visitor.office_id, hearing_id)]


@router.post("/hearings/{hearing_id:int}/envelopes", status_code=201)
def assemble(visitor: Agent, hearing_id: Id) -> CheckedEnvelope:
    """The draft envelope of a hearing's papers as they are, with what holds it back."""
    with database().transaction() as db:
        made = actions.assemble(db, hearing_id, by=visitor.person, today=visitor.today)
        return checked_told(made, prechecks(db, made, today=visitor.today) if made.state is State.DRAFT else ())


@router.get("/envelopes/{envelope_id:int}")
def show_envelope(visitor: Reader, envelope_id: Id) -> CheckedEnvelope:
    """An envelope; to the office a draft also says what holds it back."""
    with looking_at(f"envelope {envelope_id}", visitor) as db:
        found = envelope_seen_by(db, visitor.person, envelope_id)
        draft = found.state is State.DRAFT and visitor.person.role is not Role.CLERK
        return checked_told(found, prechecks(db, found, today=visitor.today) if draft else ())


@router.post("/envelopes/{envelope_id:int}/submit")
def submit(visitor: Agent, envelope_id: Id) -> EnvelopeTold:
    """Hand an envelope to the clerk, once."""
    with database().transaction() as db:
        return envelope_told(actions.submit(db, envelope_id, by=visitor.person, today=visitor.today))


@router.get("/inbox")
def list_inbox(visitor: Clerk) -> list[EnvelopeTold]:
    """What waits for the clerk, the longest waiting first."""
    with looking_at("the clerk's inbox", visitor) as db:
        return [envelope_told(one) for one in inbox(db, visitor.office_id)]


@router.get("/answered")
def list_answered(visitor: Clerk) -> list[EnvelopeTold]:
    """What the clerk has decided, the newest answer first."""
    with looking_at("answered envelopes", visitor) as db:
        return [envelope_told(one) for one in answered(db, visitor.office_id)]


@router.post("/envelopes/{envelope_id:int}/receive")
def receive(visitor: Clerk, envelope_id: Id) -> EnvelopeTold:
    """Mark an envelope as opened."""
    with database().transaction() as db:
        return envelope_told(actions.receive(db, envelope_id, by=visitor.person))


@router.post("/envelopes/{envelope_id:int}/accept")
def accept(visitor: Clerk, envelope_id: Id) -> EnvelopeTold:
    """Accept an envelope; every document gets its file stamp."""
    with database().transaction() as db:
        actions.accept(db, envelope_id, by=visitor.person)
        return envelope_told(envelope_seen_by(db, visitor.person, envelope_id))


@router.post("/envelopes/{envelope_id:int}/reject")
def reject(visitor: Clerk, envelope_id: Id, sent: RejectionSent) -> EnvelopeTold:
    """Send an envelope back with a reason."""
    with database().transaction() as db:
        actions.reject(db, envelope_id, reason_code=sent.reason, words=sent.words, by=visitor.person)
        return envelope_told(envelope_seen_by(db, visitor.person, envelope_id))


@router.get("/filings/{filing_id:int}/pdf", response_class=Response)
def filed(visitor: Reader, filing_id: Id, stamped: bool = False) -> Response:
    """A filed document as it was submitted, or its stamped copy."""
    with database().transaction() as db:
        opened = actions.open_filing(db, filing_id, by=visitor.person, with_stamp=stamped)
    return give(opened.pdf, PDF, opened.file_name)
