"""A court's docket list beside ours: brought as a file, compared, and accepted line by line or as a whole."""

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from pydantic import Field
from starlette.responses import Response

from api.court_calendar import LARGEST_LIST
from api.desk.people import Office
from api.looking import looking_at
from api.pages import page
from api.patterns import Id, PageForm
from api.saying import done
from hearings import queries
from hearings.calendar.docket_lists import (
    accept,
    accept_all,
    compared,
    follows_at_once,
    needs_no_word,
    read_docket_list,
    set_aside,
)
from infra.db import database
from law.states import law_of
from offices.queries import state_of

router = APIRouter(max_body_size=LARGEST_LIST)


class DifferenceForm(PageForm):
    key: str = Field(pattern=r"^[0-9a-f]{32}$")
    code: str = Field("", max_length=20)


@router.get("/sessions/{session_id:int}/docket-list")
def show_differences(request: Request, visitor: Office, session_id: Id) -> Response:
    """Where the court's list and ours part."""
    with looking_at(f"court session {session_id}", visitor, verb="compared docket list of") as db:
        session = queries.session(db, visitor.office_id, session_id)
        found = compared(db, visitor.office_id, session_id)
        open_ = found.open if found else ()
        ready = {one.key for one in open_ if needs_no_word(db, visitor.office_id, one, today=visitor.today)}
        at_once = sum(1 for one in open_ if follows_at_once(db, visitor.office_id, one, today=visitor.today))
        types = sorted(law_of(state_of(db, visitor.office_id)).hearing_types().values(), key=lambda one: one.name)
    return page(
        request, visitor, "docket_list.html", session=session, found=found, ready=ready, at_once=at_once, types=types
    )


@router.post("/sessions/{session_id:int}/docket-list")
def bring(
    request: Request,
    visitor: Office,
    session_id: Id,
    csrf: Annotated[str, Form(max_length=100)],
    file: Annotated[UploadFile, File()],
) -> Response:
    """Keep the court's list, CSV or ICS, in place of an earlier one; nothing on our calendar changes."""
    raw = file.file.read()
    with database().transaction() as db:
        found = read_docket_list(
            db, session_id, raw, name=(file.filename or "")[-80:], by=visitor.person, now=visitor.at
        )  # fmt: skip
    words = f"{found.lines} matters of the court's list were read and {len(found.open)} differ; brought by"
    return done(request, visitor, words, f"/sessions/{session_id}/docket-list")


@router.post("/sessions/{session_id:int}/docket-list/accept-one")
def accept_one(request: Request, visitor: Office, session_id: Id, form: Annotated[DifferenceForm, Form()]) -> Response:
    """Have our calendar say what the court's list says of one matter."""
    with database().transaction() as db:
        found = accept(db, session_id, form.key, code=form.code, by=visitor.person, now=visitor.at, today=visitor.today)
    words = f"The court's list was followed for {found.docket or found.case_no} by"
    return done(request, visitor, words, f"/sessions/{session_id}/docket-list")


@router.post("/sessions/{session_id:int}/docket-list/accept-all")
def accept_every(request: Request, visitor: Office, session_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Accept every difference that can be followed at once."""
    with database().transaction() as db:
        count = accept_all(db, session_id, by=visitor.person, now=visitor.at, today=visitor.today)
    return done(request, visitor, f"{count} differences were accepted by", f"/sessions/{session_id}/docket-list")


@router.post("/sessions/{session_id:int}/docket-list/set-aside")
def leave(request: Request, visitor: Office, session_id: Id, form: Annotated[DifferenceForm, Form()]) -> Response:
    """Leave our calendar as it is about one matter."""
    with database().transaction() as db:
        found = set_aside(db, session_id, form.key, by=visitor.person)
    words = f"The difference about {found.docket or found.case_no} was set aside by"
    return done(request, visitor, words, f"/sessions/{session_id}/docket-list")
