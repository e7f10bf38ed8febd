"""The money of a case: what is owed by bucket, the running account, and the forms for what people enter."""

from collections import defaultdict
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from pydantic import Field
from starlette.responses import Response

from api.desk.people import Attorney, Office
from api.giving import SVG, give
from api.looking import looking_at
from api.money import (
    AdjustmentSent,
    CreditSent,
    DirectPaymentSent,
    IssuingSent,
    JudgmentSent,
    ObligationSent,
    StepSent,
    SuspensionSent,
)
from api.pages import page
from api.patterns import CaseNo, Id, PageForm, Strict, day, day_told_for
from api.refusing import status_of
from api.saying import done
from api.visitor import Visitor
from cases.ledger import Frequency
from cases.money.actions import (
    enter_credit,
    enter_direct_payment,
    enter_obligation,
    enter_step,
    enter_suspension,
    withdraw_entry,
)
from cases.money.deciding import bucket_named, decide_adjustment, propose_adjustment
from cases.money.facts import Bucket, EntryKind
from cases.money.governing import FOREIGN, enter_issuing_state, enter_judgment
from cases.money.other_support import KINDS
from cases.money.queries import account_page, money_of_case, months_charted
from cases.queries import case_record
from documents.chart import ChartedMonth, payment_drawing
from documents.drawn import svg
from infra.db import database
from kernel.money import money
from kernel.refusals import Courteous

router = APIRouter()
PageNumber = Annotated[int | None, Query(ge=1, le=99_999, alias="page")]
ENTERED = {
    EntryKind.STEP: "The step was entered by",
    EntryKind.SUSPENSION: "The cause of suspension was entered by",
    EntryKind.CREDIT: "The credit was entered by",
    EntryKind.DIRECT: "The direct payment was entered by",
    EntryKind.JUDGMENT: "The judgment of interest was entered by",
    EntryKind.ISSUING: "The issuing state was entered by",
    EntryKind.OBLIGATION: "The support was entered by",
}
"""What is said of an entry once it was made, before the name of its author."""


class StepForm(StepSent, PageForm):
    pass


class SuspensionForm(SuspensionSent, PageForm):
    whole_order: bool = False


class CreditForm(CreditSent, PageForm):
    pass


class DirectForm(DirectPaymentSent, PageForm):
    pass


class JudgmentForm(JudgmentSent, PageForm):
    pass


class IssuingForm(IssuingSent, PageForm):
    pass


class ObligationForm(ObligationSent, PageForm):
    pass


class AdjustmentForm(AdjustmentSent, PageForm):
    pass


class DecisionForm(PageForm):
    decision: str = Field(pattern="^(approve|refuse)$")
    words: str = Field("", max_length=300)


class WithdrawalForm(PageForm):
    why: str = Field(max_length=300)


@router.get("/cases/{case_no}/money")
def show_money(
    request: Request, visitor: Office, case_no: CaseNo, as_of: str = "", page_number: PageNumber = None
) -> Response:
    """What is owed on a day, and every line and entry that leads there."""
    return _show(request, visitor, case_no, as_of=as_of, number=page_number)


@router.get("/cases/{case_no}/money.svg")
def chart(visitor: Office, case_no: CaseNo, as_of: str = "") -> Response:
    """Ordered, paid and arrears by month as a picture."""
    on = day_told_for(as_of, visitor.today)
    with looking_at(f"case {case_no}", visitor) as db:
        ledger = case_record(db, visitor.office_id, case_no).ledger()
    drawn = [
        ChartedMonth(one.first, one.owed, one.paid, one.arrears, one.credited) for one in months_charted(ledger, on)
    ]
    return give(svg(payment_drawing(drawn, interest=ledger.balance(on).interest)), SVG, "money.svg")


@router.post("/cases/{case_no}/money/steps")
def step(request: Request, visitor: Office, case_no: CaseNo, form: Annotated[StepForm, Form()]) -> Response:
    """Enter another amount of an order from a day on."""
    return _enter(request, visitor, case_no, enter_step, form, EntryKind.STEP)


@router.post("/cases/{case_no}/money/suspensions")
def suspension(request: Request, visitor: Office, case_no: CaseNo, form: Annotated[SuspensionForm, Form()]) -> Response:
    """Enter a cause for which support may not fall due."""
    return _enter(request, visitor, case_no, enter_suspension, form, EntryKind.SUSPENSION)


@router.post("/cases/{case_no}/money/obligations")
def obligation(request: Request, visitor: Office, case_no: CaseNo, form: Annotated[ObligationForm, Form()]) -> Response:
    """Enter spousal or medical support that an order sets."""
    return _enter(request, visitor, case_no, enter_obligation, form, EntryKind.OBLIGATION)


@router.post("/cases/{case_no}/money/credits")
def credit(request: Request, visitor: Office, case_no: CaseNo, form: Annotated[CreditForm, Form()]) -> Response:
    """Enter a credit that a court gives."""
    return _enter(request, visitor, case_no, enter_credit, form, EntryKind.CREDIT)


@router.post("/cases/{case_no}/money/direct-payments")
def direct_payment(request: Request, visitor: Office, case_no: CaseNo, form: Annotated[DirectForm, Form()]) -> Response:
    """Enter money paid straight to the obligee."""
    return _enter(request, visitor, case_no, enter_direct_payment, form, EntryKind.DIRECT)


@router.post("/cases/{case_no}/money/judgments")
def judgment(request: Request, visitor: Office, case_no: CaseNo, form: Annotated[JudgmentForm, Form()]) -> Response:
    """Enter a judgment that awards interest."""
    return _enter(request, visitor, case_no, enter_judgment, form, EntryKind.JUDGMENT)


@router.post("/cases/{case_no}/money/issuing-state")
def issuing_state(request: Request, visitor: Office, case_no: CaseNo, form: Annotated[IssuingForm, Form()]) -> Response:
    """Enter which state issued the registered order."""
    return _enter(request, visitor, case_no, enter_issuing_state, form, EntryKind.ISSUING)


@router.post("/cases/{case_no}/money/adjustments")
def adjustment(
    request: Request, visitor: Office, case_no: CaseNo, form: Annotated[AdjustmentForm, Form()]
) -> Response:
    """Propose an adjustment; somebody else decides about it."""
    try:
        with database().transaction() as db:
            made = propose_adjustment(
                db,
                case_no,
                day(form.on),
                bucket_named(form.bucket),
                money(form.amount),
                form.reason,
                by=visitor.person,
                now=visitor.at,
                proof=form.proof,
            )
    except Courteous as problem:
        return _show(request, visitor, case_no, typed=form, kind=EntryKind.ADJUSTMENT, problem=problem)
    return done(request, visitor, f"An adjustment of {made.amount} was proposed by", f"/cases/{case_no}/money")


@router.post("/cases/{case_no}/money/adjustments/{entry_id:int}/decide")
def decide(
    request: Request, visitor: Attorney, case_no: CaseNo, entry_id: Id, form: Annotated[DecisionForm, Form()]
) -> Response:
    """Approve somebody else's proposal, or refuse it in words."""
    approve = form.decision == "approve"
    try:
        with database().transaction() as db:
            made = decide_adjustment(
                db, case_no, entry_id, approve=approve, words=form.words, by=visitor.person, now=visitor.at
            )
    except Courteous as problem:
        return _show(request, visitor, case_no, problem=problem)
    words = f"The adjustment of {made.amount} was {made.decision} by"
    return done(request, visitor, words, f"/cases/{case_no}/money")


@router.post("/cases/{case_no}/money/{entry_kind}/{entry_id:int}/withdraw")
def withdraw(
    request: Request,
    visitor: Office,
    case_no: CaseNo,
    entry_kind: EntryKind,
    entry_id: Id,
    form: Annotated[WithdrawalForm, Form()],
) -> Response:
    """Take an entry back with the reason; it stays as history."""
    try:
        with database().transaction() as db:
            withdraw_entry(db, case_no, entry_kind, entry_id, why=form.why, by=visitor.person, now=visitor.at)
    except Courteous as problem:
        return _show(request, visitor, case_no, problem=problem)
    return done(request, visitor, "The entry was taken back by", f"/cases/{case_no}/money")


def _enter(
    request: Request, visitor: Visitor, case_no: str, enter: Callable[..., Any], form: Any, kind: EntryKind
) -> Response:
    try:
        with database().transaction() as db:
            enter(db, case_no, form.told(), by=visitor.person, now=visitor.at)
    except Courteous as problem:
        return _show(request, visitor, case_no, typed=form, kind=kind, problem=problem)
    return done(request, visitor, ENTERED[kind], f"/cases/{case_no}/money")


def _show(
    request: Request,
    visitor: Visitor,
    case_no: str,
    *,
    as_of: str = "",
    number: int | None = None,
    typed: Strict | None = None,
    kind: EntryKind | None = None,
    problem: Courteous | None = None,
) -> Response:
    on = day_told_for(as_of, visitor.today)
    with looking_at(f"case {case_no}", visitor, verb="looked at the money of") as db:
        found = money_of_case(db, visitor.office_id, case_no, as_of=on)
    return page(
        request,
        visitor,
        "case_money.html",
        status=status_of(problem) if problem else 200,
        found=found,
        record=found.record,
        account=account_page(found.ledger, on, number),
        months=months_charted(found.ledger, on),
        buckets=list(Bucket),
        kinds=EntryKind,
        begins=FOREIGN,
        others=KINDS,
        frequencies=list(Frequency),
        typed={one: defaultdict(str, typed.model_dump() if typed and one is kind else {}) for one in EntryKind},
        problem=str(problem) if problem else "",
    )
