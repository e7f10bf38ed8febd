"""What a person must do, the deadlines of a case, and dates that other rows of law would move."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.looking import looking_at
from api.patterns import CaseNo, Id, IsoDay, MethodName, RuleId, Strict, day
from api.v1.people import Attorney, Office
from api.v1.told.worklists import KeptTold, MoveTold, WorklistTold, kept_told, move_told, worklist_told
from cases.queries import case_record
from hearings.clocks.actions import accept_move, mark_met, start_clock
from hearings.clocks.queries import kept_of_case, told, would_move
from hearings.clocks.worklist import worklist
from infra.db import database

router = APIRouter(tags=["Clocks and worklists"])


class MetSent(Strict):
    on: IsoDay
    how: str = Field(max_length=300)


class ClockSent(Strict):
    rule: RuleId
    trigger_on: IsoDay
    evidence: str = Field(max_length=300, description="What shows the day of the event.")
    method: MethodName = ""


@router.get("/worklist")
def show_worklist(visitor: Office, most: Annotated[int, Query(ge=1, le=1000)] = 200) -> WorklistTold:
    """What the caller must do today, by last safe day; ``total`` counts the lines beyond ``most`` too."""
    with looking_at(f"worklist of {visitor.person.email}", visitor) as db:
        return worklist_told(worklist(db, visitor.person, today=visitor.today), most)


@router.get("/cases/{case_no}/deadlines")
def of_case(visitor: Office, case_no: CaseNo, history: bool = False) -> list[KeptTold]:
    """The kept deadlines of a case; with ``history`` those that were superseded too."""
    with looking_at(f"case {case_no}", visitor, verb="read deadlines of") as db:
        case_record(db, visitor.office_id, case_no)
        return [kept_told(one) for one in kept_of_case(db, visitor.office_id, case_no, history=history)]


@router.post("/cases/{case_no}/deadlines", status_code=201)
def start(visitor: Office, case_no: CaseNo, sent: ClockSent) -> KeptTold:
    """Start a clock whose trigger the record does not hold."""
    with database().transaction() as db:
        made = start_clock(
            db,
            case_no,
            rule=sent.rule,
            trigger_on=day(sent.trigger_on),
            evidence=sent.evidence,
            method=sent.method,
            by=visitor.person,
            now=visitor.at,
        )
        return kept_told(told(made))


@router.post("/deadlines/{deadline_id:int}/met")
def met(visitor: Office, deadline_id: Id, sent: MetSent) -> KeptTold:
    """Write down that a deadline is met, and how."""
    with database().transaction() as db:
        row = mark_met(db, deadline_id, on=day(sent.on), how=sent.how, by=visitor.person, today=visitor.today)
        return kept_told(told(row))


@router.get("/law/moved")
def moved(visitor: Office) -> list[MoveTold]:
    """The open dates that the installed rows of law would move."""
    with looking_at("moved dates", visitor) as db:
        return [move_told(one) for one in would_move(db, visitor.office_id)]


@router.post("/deadlines/{deadline_id:int}/accept")
def accept(visitor: Attorney, deadline_id: Id) -> KeptTold | None:
    """Let one date move; nothing where the rules no longer give it."""
    with database().transaction() as db:
        made = accept_move(db, deadline_id, by=visitor.person, now=visitor.at)
        return kept_told(told(made)) if made else None
