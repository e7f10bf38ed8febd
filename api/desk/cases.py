"""Finding a case, looking at its record, and posting money."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import Field
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from api.desk.people import Agent, Office
from api.looking import looking_at
from api.pages import page
from api.paper import case_sections
from api.patterns import CaseNo, PageForm, day
from api.refusing import status_of
from api.saying import done
from api.visitor import Visitor
from cases.actions import post_payment
from cases.queries import case_record, find_case
from documents.gather import case_facts
from hearings.queries import hearings_of_case
from hearings.service.queries import timelines
from infra.db import database
from kernel.legal_text import legal_text
from kernel.money import money
from kernel.refusals import Courteous

router = APIRouter()


class PaymentForm(PageForm):
    receipt_no: str = Field(max_length=40)
    collected_on: str = Field(max_length=10)
    amount: str = Field(max_length=20)
    reverses: str = Field("", max_length=40)


@router.get("/cases")
def find(request: Request, visitor: Office, q: str = "") -> Response:
    """The case behind a case number or any spelling of a docket number."""
    problem = ""
    if q.strip():
        try:
            with database().reading() as db:
                found = find_case(db, visitor.office_id, legal_text(q, longest=60))
            return RedirectResponse(f"/cases/{found}", 303)
        except Courteous as missing:
            problem = str(missing)
    return page(request, visitor, "cases.html", problem=problem, status=404 if problem else 200)


@router.get("/cases/{case_no}")
def show_case(request: Request, visitor: Office, case_no: CaseNo) -> Response:
    """Every fact of a case as known today."""
    return _show(request, visitor, case_no)


@router.post("/cases/{case_no}/payments")
def pay(request: Request, visitor: Agent, case_no: CaseNo, form: Annotated[PaymentForm, Form()]) -> Response:
    """Post a payment or a reversal by the day of its collection."""
    try:
        with database().transaction() as db:
            words = _posted(db, visitor, case_no, form)
    except Courteous as problem:
        return _show(request, visitor, case_no, typed=form, problem=problem)
    return done(request, visitor, words, f"/cases/{case_no}")


def _posted(db: Session, visitor: Visitor, case_no: str, form: PaymentForm) -> str:
    payment = post_payment(
        db,
        case_no,
        receipt_no=form.receipt_no,
        collected_on=day(form.collected_on),
        amount=money(form.amount),
        by=visitor.person,
        now=visitor.at,
        reverses=legal_text(form.reverses, longest=40) or None,
    )
    return (
        f"{payment.amount} collected on {payment.collected_on:%b %-d, %Y}, receipt {payment.receipt_no}, was posted by"
    )


def _show(
    request: Request,
    visitor: Visitor,
    case_no: str,
    *,
    typed: PaymentForm | None = None,
    problem: Courteous | None = None,
) -> Response:
    with looking_at(f"case {case_no}", visitor) as db:
        record = case_record(db, visitor.office_id, case_no)
        tree = case_facts(record, visitor.today)
        hearings = hearings_of_case(db, visitor.office_id, case_no)
        service = timelines(db, visitor.office_id, case_no, as_of=visitor.today)
    return page(
        request,
        visitor,
        "case.html",
        status=status_of(problem) if problem else 200,
        record=record,
        tree=tree,
        hearings=hearings,
        service=service,
        sections=case_sections(tree),
        typed=typed,
        problem=str(problem) if problem else "",
    )
