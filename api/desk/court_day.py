"""Court day: the docket as it is called, outcomes by keyboard, the day's end, and what the next attorney must know."""

import secrets
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from pydantic import Field
from starlette.responses import JSONResponse, Response

from api.court_day import (
    BasedOn,
    Code,
    EntryKey,
    OutcomeFields,
    Sent,
    dates_by_type,
    dates_for,
    enter,
    what_was_done,
    with_packet,
)
from api.desk.people import Office, Reader
from api.looking import looking_at
from api.pages import page
from api.patterns import Id, PageForm
from api.refusing import status_of
from api.render import render
from api.saying import done
from api.visitor import Visitor
from hearings import queries
from hearings.calendar.causes import causes
from hearings.calendar.causes_report import continuances_of
from hearings.court_day.actions import close_day, finish_task, hand_over
from hearings.court_day.errors import NotOnDocket
from hearings.court_day.outcomes import outcome_of, outcomes_for
from hearings.court_day.queries import court_docket, docket_row, handed_over, history, tasks
from infra.db import database
from kernel.refusals import Courteous
from law.states import law_of
from offices.facts import Role
from offices.queries import state_of

router = APIRouter()
WORKER = Path(__file__).parent.parent / "static" / "court_worker.js"
CONFLICT = 409
WEEKS = timedelta(weeks=6)


class OutcomeForm(PageForm, OutcomeFields):
    session: int = Field(ge=1, le=2**31 - 1)
    code: Code
    based_on: BasedOn = 0
    key: EntryKey


class ClosingForm(PageForm):
    words: str = Field("", max_length=1000)


class HandoffForm(PageForm):
    words: str = Field("", max_length=2000)
    promised: str = Field("", max_length=2000)


class DoneForm(PageForm):
    session: str = Field("", pattern=r"^[0-9]{0,9}$")


@router.get("/sessions/court-worker.js")
def worker(visitor: Reader) -> Response:
    """The script that keeps a docket readable without a network; its address gives it the court sessions only."""
    return Response(WORKER.read_bytes(), media_type="text/javascript")


@router.get("/court-days")
def list_court_days(request: Request, visitor: Reader) -> Response:
    """The court sessions of these weeks, each with its docket."""
    with database().reading() as db:
        found = queries.sessions(db, visitor.office_id)
    near = [one for one in found if visitor.today - WEEKS <= one.on <= visitor.today + WEEKS]
    return page(request, visitor, "court_days.html", sessions=near)


@router.get("/sessions/{session_id:int}/court")
def show_court(request: Request, visitor: Reader, session_id: Id) -> Response:
    """The docket in call order with its outcomes."""
    works = visitor.person.role is not Role.CLERK
    with looking_at(f"court session {session_id}", visitor, verb="called the docket of") as db:
        docket = court_docket(db, visitor.office_id, session_id, as_of=visitor.today)
        dates = dates_by_type(db, docket, today=visitor.today) if works else {}
        bound = with_packet(db, [row.hearing.id for row in docket.rows])
    choices = {choice.code: choice for row in docket.rows for choice in row.choices}
    return page(
        request, visitor, "court.html", docket=docket, session=docket.session, dates=dates, bound=bound,
        choices=choices.values(), causes=causes().values(), works=works, fresh_key=fresh_key,
    )  # fmt: skip


@router.get("/hearings/{hearing_id:int}/outcome")
def show_outcome(
    request: Request, visitor: Office, hearing_id: Id, session: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
    code: Annotated[str, Query(max_length=30)] = "",
) -> Response:  # fmt: skip
    """The fields of one outcome for a hearing, what was entered before, and the tasks that follow."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="looked at outcome of") as db:
        hearing = queries.hearing(db, visitor.office_id, hearing_id)
        place = session or hearing.session_id
        row = docket_row(db, visitor.office_id, hearing_id, place, as_of=visitor.today)
        if row is None:
            raise NotOnDocket()
        law = law_of(state_of(db, visitor.office_id))
        chosen = outcome_of(row.kind, law.state, code) if code else None
        told: dict[str, Any] = {
            "row": row,
            "session": queries.session(db, visitor.office_id, place),
            "chosen": chosen,
            "choices": outcomes_for(row.kind, law.state),
            "dates": dates_for(db, hearing, today=visitor.today),
            "entries": history(db, visitor.office_id, hearing_id),
            "to_do": tasks(db, visitor.office_id, hearing_ids=[hearing_id]),
            "was_done": tasks(db, visitor.office_id, hearing_ids=[hearing_id], done=True),
            "bound": with_packet(db, [hearing_id]),
        }
    return page(
        request, visitor, "outcome.html", causes=causes().values(), works=True, fresh_key=fresh_key, **told
    )  # fmt: skip


@router.post("/hearings/{hearing_id:int}/outcome")
def enter_outcome(
    request: Request, visitor: Office, hearing_id: Id, form: Annotated[OutcomeForm, Form()]
) -> Response:  # fmt: skip
    """Enter an outcome. The page's script asks for JSON and gets the row as it then stands."""
    by_script = request.headers.get("accept") == "application/json"
    sent = Sent(hearing_id, form.session, form.code, form, form.based_on, form.key)
    try:
        with database().transaction() as db:
            entry, drafts = enter(db, sent, by=visitor.person, now=visitor.at, today=visitor.today)
            case_no = queries.hearing(db, visitor.office_id, hearing_id).case_no
    except Courteous as refused:
        if not by_script:
            raise
        return JSONResponse({"error": str(refused)}, status_of(refused))
    words, back = what_was_done(entry, drafts), f"/sessions/{form.session}/court#row-{hearing_id}"
    status = CONFLICT if entry.other else 200
    if not by_script and not entry.other:
        return done(request, visitor, f"Case {case_no}: {words} Entered by", back)
    told = _row_told(visitor, hearing_id, form.session)
    if by_script:
        number = told["row"].based_on
        return JSONResponse({"row": render("court_row.html", **told), "number": number, "said": words}, status)
    return page(request, visitor, "parted.html", status=status, back=back, **_without_frame(told))


@router.post("/sessions/{session_id:int}/court/close")
def close(request: Request, visitor: Office, session_id: Id, form: Annotated[ClosingForm, Form()]) -> Response:
    """Close the day; hearings without an outcome are named."""
    with database().transaction() as db:
        made = close_day(db, session_id, words=form.words, by=visitor.person, now=visitor.at)
    left = f" with {len(made.without)} without outcome" if made.without else ", each hearing with an outcome,"
    return done(request, visitor, f"The day was closed{left} by", f"/sessions/{session_id}/court")


@router.get("/hearings/{hearing_id:int}/handoff")
def show_handoff(request: Request, visitor: Office, hearing_id: Id) -> Response:
    """One card to print: what happened, what was promised by whom, and what the next attorney must know."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="looked at handoff of") as db:
        hearing = queries.hearing(db, visitor.office_id, hearing_id)
        row = docket_row(db, visitor.office_id, hearing_id, hearing.session_id, as_of=visitor.today)
        if row is None:
            raise NotOnDocket()
        cards = handed_over(db, visitor.office_id, hearing_id)
        before = continuances_of(db, visitor.office_id, hearing_id)
        entries = history(db, visitor.office_id, hearing_id)
        to_do = tasks(db, visitor.office_id, hearing_ids=[hearing_id])
    return page(
        request, visitor, "handoff.html", hearing=hearing, row=row, cards=cards, before=before, entries=entries,
        to_do=to_do,
    )  # fmt: skip


@router.post("/hearings/{hearing_id:int}/handoff")
def write_handoff(
    request: Request, visitor: Office, hearing_id: Id, form: Annotated[HandoffForm, Form()]
) -> Response:  # fmt: skip
    """Write what the next attorney must know."""
    with database().transaction() as db:
        hand_over(db, hearing_id, words=form.words, promised=form.promised, by=visitor.person, now=visitor.at)
    return done(request, visitor, "The handoff card was written by", f"/hearings/{hearing_id}/handoff")


@router.post("/tasks/{task_id:int}/done")
def finish(request: Request, visitor: Office, task_id: Id, form: Annotated[DoneForm, Form()]) -> Response:
    """Mark a task as done."""
    with database().transaction() as db:
        task = finish_task(db, task_id, by=visitor.person, now=visitor.at)
    back = f"/hearings/{task.hearing_id}/outcome" if task.hearing_id else f"/cases/{task.case_no}"
    where = f"?session={form.session}" if form.session and task.hearing_id else ""
    return done(request, visitor, f"Done: {task.words}. Marked by", back + where)


def fresh_key() -> str:
    """An id for one entry; sending it twice is sending it once."""
    return secrets.token_hex(16)


def _row_told(visitor: Visitor, hearing_id: int, session_id: int) -> dict[str, Any]:
    """What the row of a hearing is drawn from, as it stands now."""
    with database().reading() as db:
        row = docket_row(db, visitor.office_id, hearing_id, session_id, as_of=visitor.today)
        session = queries.session(db, visitor.office_id, session_id)
        bound = with_packet(db, [hearing_id])
    assert row is not None  # noqa: S101  an outcome was just entered for it
    return {
        "row": row, "session": session, "bound": bound, "works": True, "fresh_key": fresh_key, "visitor": visitor,
        "person": visitor.person,
    }  # fmt: skip


def _without_frame(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name not in ("visitor", "person")}
