"""Court day: the docket, its outcomes, the tasks that follow, and the day's end."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import JSONResponse

from api.court_day import BasedOn, Code, EntryKey, OutcomeFields, Sent, enter, what_was_done
from api.looking import looking_at
from api.patterns import Id, Strict, Whole
from api.v1.people import Office, Reader
from api.v1.told.court_day import (
    ClosedDayTold,
    CourtTold,
    EnteredTold,
    OutcomeTold,
    PartedTold,
    TaskTold,
    closed_told,
    court_told,
    entered_told,
    tasks_told,
)
from hearings.court_day.actions import close_day, finish_task, hand_over
from hearings.court_day.queries import court_docket, history, tasks
from infra.db import database
from offices.facts import Role

router = APIRouter(tags=["Court day"])


class FieldsSent(OutcomeFields, Strict):
    """Only what the outcome takes; the docket names the fields of each."""


class OutcomeSent(Strict):
    session: Whole = Field(ge=1, le=2**31 - 1)
    code: Code
    fields: FieldsSent = FieldsSent()
    based_on: Annotated[BasedOn, Field(strict=True)] = 0
    id: EntryKey


class DayClosedSent(Strict):
    words: str = Field("", max_length=1000, description="Why, where hearings have no outcome.")


class HandoffSent(Strict):
    words: str = Field("", max_length=2000)
    promised: str = Field("", max_length=2000, description="One promise a line, each: who: what.")


PARTED: dict[int | str, dict[str, Any]] = {
    409: {"model": PartedTold, "description": "Another entry stands; both are told."}
}


@router.get("/sessions/{session_id:int}/court")
def show_court(visitor: Reader, session_id: Id) -> CourtTold:
    """The docket of a session in call order, with what was entered and what can be."""
    with looking_at(f"court session {session_id}", visitor, verb="called the docket of") as db:
        docket = court_docket(db, visitor.office_id, session_id, as_of=visitor.today)
        return court_told(docket, works=visitor.person.role is not Role.CLERK)


@router.post("/hearings/{hearing_id:int}/outcomes", status_code=201, response_model=OutcomeTold, responses=PARTED)
def enter_outcome(visitor: Office, hearing_id: Id, sent: OutcomeSent) -> OutcomeTold | JSONResponse:
    """Enter what the court did. Where another entry stands than the one that it is based on, both are kept and told."""
    entry_sent = Sent(hearing_id, sent.session, sent.code, sent.fields, sent.based_on, sent.id)
    with database().transaction() as db:
        entry, drafts = enter(db, entry_sent, by=visitor.person, now=visitor.at, today=visitor.today)
    said, mine = what_was_done(entry, drafts), entered_told(entry.mine)
    if entry.other:
        parted = PartedTold(error=said, mine=mine, theirs=entered_told(entry.other))
        return JSONResponse(parted.model_dump(mode="json"), 409)
    return OutcomeTold(
        mine=mine, said=said, drafts=list(drafts.asked), not_drafted=list(drafts.held), batch=drafts.batch,
        again=entry.again,
    )  # fmt: skip


@router.get("/hearings/{hearing_id:int}/outcomes")
def list_outcomes(visitor: Office, hearing_id: Id) -> list[EnteredTold]:
    """Every entry of a hearing, the first one first; none is ever lost."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="listed outcomes of") as db:
        return [entered_told(one) for one in history(db, visitor.office_id, hearing_id)]


@router.post("/hearings/{hearing_id:int}/handoff", status_code=201)
def write_handoff(visitor: Office, hearing_id: Id, sent: HandoffSent) -> HandoffSent:
    """Write what the next attorney must know."""
    with database().transaction() as db:
        hand_over(db, hearing_id, words=sent.words, promised=sent.promised, by=visitor.person, now=visitor.at)
    return sent


@router.post("/sessions/{session_id:int}/court/close")
def close(visitor: Office, session_id: Id, sent: DayClosedSent) -> ClosedDayTold:
    """Close the day; hearings without an outcome are named, and it is said why."""
    with database().transaction() as db:
        return closed_told(close_day(db, session_id, words=sent.words, by=visitor.person, now=visitor.at))


@router.get("/tasks")
def list_tasks(
    visitor: Office, mine: Annotated[bool, Query()] = False, done: Annotated[bool, Query()] = False
) -> list[TaskTold]:  # fmt: skip
    """Tasks of the office, the first due first; ``mine`` are those of the caller, ``done`` those that were done."""
    with looking_at("tasks", visitor, verb="listed") as db:
        person = visitor.person.id if mine else None
        return tasks_told(tasks(db, visitor.office_id, person_id=person, done=done))


@router.post("/tasks/{task_id:int}/done")
def finish(visitor: Office, task_id: Id) -> TaskTold:
    """Mark a task as done."""
    with database().transaction() as db:
        task = finish_task(db, task_id, by=visitor.person, now=visitor.at)
        of = None if task.hearing_id is None else [task.hearing_id]
        found = tasks(db, visitor.office_id, hearing_ids=of, done=True)
    return tasks_told(one for one in found if one.id == task.id)[0]
