"""What must I do today: the worklist, the deadlines of a case, and dates that other rows of law would move."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import Field
from starlette.responses import Response

from api.desk.people import Attorney, Office
from api.looking import looking_at
from api.pages import page
from api.patterns import CaseNo, Id, IsoDay, PageForm, RuleId, day
from api.refusing import status_of
from api.saying import done
from api.visitor import Visitor
from api.worklists import MOST, days_left, may_be_met_by_hand, place_of, shown, swept_before
from cases.queries import case_record
from hearings.clocks.actions import accept_move, mark_met, start_clock
from hearings.clocks.lines import Urgency
from hearings.clocks.queries import kept_of_case, would_move
from hearings.clocks.worklist import worklist
from infra.db import database
from kernel.refusals import Courteous
from law.asking import rules_about
from law.rows import in_force_on
from law.states import law_of
from offices.queries import state_of

router = APIRouter()


class MetForm(PageForm):
    on: IsoDay
    how: str = Field("", max_length=300)


class ClockForm(PageForm):
    rule: RuleId
    trigger_on: IsoDay
    evidence: str = Field("", max_length=300)


@router.get("/today")
def show_today(request: Request, visitor: Office) -> Response:
    """What the visitor must do, by last safe day."""
    with looking_at(f"worklist of {visitor.person.email}", visitor) as db:
        found = worklist(db, visitor.person, today=visitor.today)
        swept = swept_before(db, visitor.office_id)
    return page(
        request,
        visitor,
        "today.html",
        found=found,
        lines=shown(found),
        most=MOST,
        swept=swept,
        Urgency=Urgency,
        place_of=place_of,
        days_left=days_left,
        may_be_met=may_be_met_by_hand,
    )


@router.get("/cases/{case_no}/deadlines")
def show_case(request: Request, visitor: Office, case_no: CaseNo) -> Response:
    """Every deadline that was kept for a case, and the form that starts a clock."""
    return _show_case(request, visitor, case_no)


@router.post("/cases/{case_no}/deadlines")
def start(request: Request, visitor: Office, case_no: CaseNo, form: Annotated[ClockForm, Form()]) -> Response:
    """Start a clock whose trigger the record does not hold."""
    try:
        with database().transaction() as db:
            made = start_clock(
                db,
                case_no,
                rule=form.rule,
                trigger_on=day(form.trigger_on),
                evidence=form.evidence,
                by=visitor.person,
                now=visitor.at,
            )
    except Courteous as problem:
        return _show_case(request, visitor, case_no, problem=problem, typed=form)
    return done(
        request, visitor, f"The clock was started; its day is {made.on:%b %-d, %Y}. By", f"/cases/{case_no}/deadlines"
    )


@router.post("/deadlines/{deadline_id:int}/met")
def met(request: Request, visitor: Office, deadline_id: Id, form: Annotated[MetForm, Form()]) -> Response:
    """Write down that a deadline is met, and how."""
    with database().transaction() as db:
        row = mark_met(
            db, deadline_id, on=day(form.on), how=form.how, by=visitor.person, today=visitor.today
        )
    return done(request, visitor, f"The deadline of case {row.case_no} was marked as met by", "/today")


@router.get("/moved-dates")
def show_moved(request: Request, visitor: Office) -> Response:
    """The open dates that the installed rows of law would move."""
    with looking_at("moved dates", visitor) as db:
        found = would_move(db, visitor.office_id)
    return page(request, visitor, "moved_dates.html", moves=found)


@router.post("/deadlines/{deadline_id:int}/accept")
def accept(request: Request, visitor: Attorney, deadline_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Let one date move."""
    with database().transaction() as db:
        made = accept_move(db, deadline_id, by=visitor.person, now=visitor.at)
    words = f"The date is {made.on:%b %-d, %Y} now; accepted by" if made else "The date is no longer kept; accepted by"
    return done(request, visitor, words, "/moved-dates")


def _show_case(
    request: Request,
    visitor: Visitor,
    case_no: str,
    *,
    problem: Courteous | None = None,
    typed: ClockForm | None = None,
) -> Response:
    with looking_at(f"case {case_no}", visitor, verb="read deadlines of") as db:
        record = case_record(db, visitor.office_id, case_no)
        found = kept_of_case(db, visitor.office_id, case_no, history=True)
        law = law_of(state_of(db, visitor.office_id))
    rules = [row for row in rules_about(law.pack().rules) if in_force_on(row, visitor.today)]
    return page(
        request,
        visitor,
        "case_deadlines.html",
        status=status_of(problem) if problem else 200,
        record=record,
        standing=[one for one in found if one.superseded_at is None],
        history=[one for one in found if one.superseded_at is not None],
        rules=rules,
        problem=str(problem) if problem else "",
        typed=typed,
    )
