"""Court sessions."""

import secrets

from fastapi import APIRouter, Response

from api.giving import PDF, give
from api.looking import looking_at
from api.packets import binder_opened
from api.patterns import Id
from api.v1.people import Agent, Office
from api.v1.told.hearings import SessionTold, SessionWithHearings, hearing_told, session_told
from api.v1.told.work import AskedTold
from documents.actions import prepare_session
from documents.binding import ask_for_binder
from filings.queries import session_and_filing
from hearings import queries
from infra.db import database

router = APIRouter(prefix="/sessions", tags=["Court sessions"])


@router.get("")
def list_sessions(visitor: Office) -> list[SessionTold]:
    """Every court session in order of day."""
    with database().reading() as db:
        return [session_told(one) for one in queries.sessions(db, visitor.office_id)]


@router.get("/{session_id:int}")
def show_session(visitor: Office, session_id: Id) -> SessionWithHearings:
    """A session with its hearings, their papers and gaps."""
    with looking_at(f"court session {session_id}", visitor) as db:
        session = queries.session(db, visitor.office_id, session_id)
        found = session_and_filing(db, visitor.office_id, session_id, as_of=visitor.today)
    return SessionWithHearings(**session_told(session).model_dump(), prepared=[hearing_told(one) for one in found])


@router.post("/{session_id:int}/prepare")
def prepare(visitor: Agent, session_id: Id) -> AskedTold:
    """Ask for every paper of the session."""
    batch = f"session-{session_id}-{secrets.token_hex(4)}"
    with database().transaction() as db:
        queries.session(db, visitor.office_id, session_id)
        asked = prepare_session(
            db, visitor.office_id, session_id, as_of=visitor.today, by=visitor.person.actor, batch=batch
        )
    return AskedTold(batch=batch, jobs=len(asked))


@router.post("/{session_id:int}/binder")
def bind(visitor: Agent, session_id: Id) -> AskedTold:
    """Ask for the binder; no job when it is as it should be."""
    batch = f"session-{session_id}-{secrets.token_hex(4)}"
    with database().transaction() as db:
        asked = ask_for_binder(db, visitor.office_id, session_id, as_of=visitor.today)
        for job in asked:
            job.batch = batch
    return AskedTold(batch=batch, jobs=len(asked))


@router.get("/{session_id:int}/binder.pdf", response_class=Response)
def binder(visitor: Office, session_id: Id) -> Response:
    """The newest binder."""
    return give(binder_opened(visitor, session_id), PDF, f"binder-session-{session_id}.pdf")
