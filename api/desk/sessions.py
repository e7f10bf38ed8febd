"""The agent's desk: court sessions, their hearings with what is missing, and the button that prepares all papers."""

import re
import secrets
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from api.desk.people import Agent, Office
from api.looking import looking_at
from api.pages import page
from api.patterns import Batch, Id, PageForm
from api.saying import done
from documents.actions import prepare_session
from documents.binding import binder_of
from documents.errors import NothingBound
from documents.queries import Prepared, papers_by_state
from documents.tables import Binder
from filings.queries import session_and_filing
from hearings import queries
from hearings.calendar.placed import clashes_of_session, loads
from infra.db import database
from infra.jobs import JobState
from infra.jobs.watching import jobs_of, tally
from law.states import law_of
from offices.queries import state_of

router = APIRouter()


@router.get("/sessions")
def list_sessions(request: Request, visitor: Office) -> Response:
    """Every court session, the next one first."""
    with database().reading() as db:
        found = queries.sessions(db, visitor.office_id)
        papers = papers_by_state(db, visitor.office_id)
        full = loads(db, visitor.office_id)
        kinds = sorted({one.kind for one in law_of(state_of(db, visitor.office_id)).hearing_types().values()})
        waiting = len(queries.hearings_without_date(db, visitor.office_id))
    coming = [one for one in found if one.on >= visitor.today]
    past = sorted((one for one in found if one.on < visitor.today), key=lambda one: one.on, reverse=True)
    return page(
        request, visitor, "sessions.html", coming=coming, past=past, papers=papers, full=full, kinds=kinds,
        waiting=waiting,
    )  # fmt: skip


@router.get("/sessions/{session_id:int}")
def show_session(request: Request, visitor: Office, session_id: Id, whose: str = "all") -> Response:
    """The hearings of a session with their papers and gaps."""
    with looking_at(f"court session {session_id}", visitor) as db:
        session = queries.session(db, visitor.office_id, session_id)
        found = session_and_filing(db, visitor.office_id, session_id, as_of=visitor.today)
        binder = _binder(db, visitor.office_id, session_id)
        load = loads(db, visitor.office_id, [session_id])[session_id]
        clashes = clashes_of_session(db, visitor.office_id, session_id)
    counts = {"all": len(found), **{choice: len(_of(found, choice)) for choice in ("agent", "attorney", "ready")}}
    return page(
        request,
        visitor,
        "session.html",
        session=session,
        hearings=_of(found, whose),
        whose=whose,
        counts=counts,
        binder=binder,
        load=load,
        clashes=clashes,
        made=sum(1 for one in found for paper in one.papers if paper.revision),
        papers=sum(len(one.papers) for one in found),
    )


@router.post("/sessions/{session_id:int}/prepare")
def prepare(request: Request, visitor: Agent, session_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Ask for every paper of the session; what already says what the case says is not made again."""
    batch = f"session-{session_id}-{secrets.token_hex(4)}"
    with database().transaction() as db:
        queries.session(db, visitor.office_id, session_id)
        asked = prepare_session(
            db, visitor.office_id, session_id, as_of=visitor.today, by=visitor.person.actor, batch=batch
        )
    if not asked:
        words = "Every paper says what the case says, so none is made anew; asked by"
        return done(request, visitor, words, f"/sessions/{session_id}")
    words = f"{len(asked)} papers of session {session_id} were asked for by"
    return done(request, visitor, words, f"/progress/{batch}")


@router.get("/progress/{batch}")
def show_work(request: Request, visitor: Office, batch: Batch) -> Response:
    """How far a batch of work is. The part that moves is asked for again by the page itself."""
    with database().reading() as db:
        counts = tally(db, visitor.office_id, batch=batch)
        running = jobs_of(db, visitor.office_id, batch=batch, state=JobState.RUNNING)
        failed = jobs_of(db, visitor.office_id, batch=batch, state=JobState.DEAD)
    part = "work_part.html" if request.headers.get("hx-request") else "work.html"
    return page(request, visitor, part, batch=batch, tally=counts, running=running, failed=failed, back=_back(batch))


def _of(found: Sequence[Prepared], whose: str) -> list[Prepared]:
    if whose == "ready":
        return [one for one in found if not one.gaps]
    if whose in ("agent", "attorney"):
        return [one for one in found if any(gap.owner == whose for gap in one.gaps)]
    return list(found)


def _binder(db: Session, office_id: int, session_id: int) -> Binder | None:
    try:
        return binder_of(db, office_id, session_id)
    except NothingBound:
        return None


def _back(batch: str) -> str:
    """Where a batch came from: its name begins with it."""
    if trial := _TRIAL.fullmatch(batch):
        return f"/templates/drafts/{trial[1]}/hearings/{trial[2]}"
    kind, _, rest = batch.partition("-")
    if kind == "county":
        return "/balances"
    number = rest.partition("-")[0]
    return f"{_PLACES[kind]}/{number}" if kind in _PLACES and number.isdigit() else "/sessions"


_PLACES = {"session": "/sessions", "hearing": "/hearings", "draft": "/templates/drafts"}
_TRIAL = re.compile(r"trial-([0-9]{1,10})-([0-9]{1,10})")
