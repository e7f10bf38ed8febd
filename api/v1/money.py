"""The money of a case: its balance and account on a day, and what people enter about it."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.looking import looking_at
from api.money import (
    AdjustmentSent,
    CreditSent,
    DecisionSent,
    DirectPaymentSent,
    IssuingSent,
    JudgmentSent,
    ObligationSent,
    StepSent,
    SuspensionSent,
    WithdrawalSent,
)
from api.patterns import CaseNo, Id, IsoDay, day, day_told_for
from api.v1.people import Attorney, Office
from api.v1.told.money import AccountTold, MoneyEntryTold, MoneyTold, account_told, entry_told, money_told
from api.visitor import Visitor
from cases.money.actions import (
    enter_credit,
    enter_direct_payment,
    enter_obligation,
    enter_step,
    enter_suspension,
    withdraw_entry,
)
from cases.money.deciding import bucket_named, decide_adjustment, propose_adjustment
from cases.money.facts import EntryKind
from cases.money.governing import enter_issuing_state, enter_judgment
from cases.money.queries import account_page, entry_shown, money_of_case
from cases.queries import case_record
from infra.db import database
from kernel.money import money

router = APIRouter(prefix="/cases/{case_no}", tags=["Money"])


@router.get("/money")
def show(visitor: Office, case_no: CaseNo, as_of: IsoDay | None = None) -> MoneyTold:
    """What is owed at the end of a day by bucket, how far a motion reaches, and every entry with what it does."""
    on = day_told_for(as_of, visitor.today)
    with looking_at(f"case {case_no}", visitor, verb="read money of") as db:
        return money_told(money_of_case(db, visitor.office_id, case_no, as_of=on))


@router.get("/account")
def account(
    visitor: Office,
    case_no: CaseNo,
    as_of: IsoDay | None = None,
    page: Annotated[int | None, Query(ge=1, le=99_999)] = None,
) -> AccountTold:
    """One page of the running account, the last if none is named."""
    on = day_told_for(as_of, visitor.today)
    with looking_at(f"case {case_no}", visitor, verb="read account of") as db:
        ledger = case_record(db, visitor.office_id, case_no).ledger()
    return account_told(case_no, on, account_page(ledger, on, page))


@router.post("/money/steps", status_code=201)
def step(visitor: Office, case_no: CaseNo, sent: StepSent) -> MoneyEntryTold:
    """Enter another amount of an order from a day on."""
    return _entered(visitor, case_no, enter_step, sent)


@router.post("/money/suspensions", status_code=201)
def suspension(visitor: Office, case_no: CaseNo, sent: SuspensionSent) -> MoneyEntryTold:
    """Enter a cause for which support may not fall due."""
    return _entered(visitor, case_no, enter_suspension, sent)


@router.post("/money/obligations", status_code=201)
def obligation(visitor: Office, case_no: CaseNo, sent: ObligationSent) -> MoneyEntryTold:
    """Enter spousal or medical support that an order sets."""
    return _entered(visitor, case_no, enter_obligation, sent)


@router.post("/money/credits", status_code=201)
def credit(visitor: Office, case_no: CaseNo, sent: CreditSent) -> MoneyEntryTold:
    """Enter a credit that a court gives."""
    return _entered(visitor, case_no, enter_credit, sent)


@router.post("/money/direct-payments", status_code=201)
def direct_payment(visitor: Office, case_no: CaseNo, sent: DirectPaymentSent) -> MoneyEntryTold:
    """Enter money paid straight to the obligee."""
    return _entered(visitor, case_no, enter_direct_payment, sent)


@router.post("/money/judgments", status_code=201)
def judgment(visitor: Office, case_no: CaseNo, sent: JudgmentSent) -> MoneyEntryTold:
    """Enter a judgment that awards interest."""
    return _entered(visitor, case_no, enter_judgment, sent)


@router.post("/money/issuing-state", status_code=201)
def issuing_state(visitor: Office, case_no: CaseNo, sent: IssuingSent) -> MoneyEntryTold:
    """Enter which state issued the registered order."""
    return _entered(visitor, case_no, enter_issuing_state, sent)


@router.post("/money/adjustments", status_code=201)
def adjustment(visitor: Office, case_no: CaseNo, sent: AdjustmentSent) -> MoneyEntryTold:
    """Propose an adjustment; it moves nothing before somebody else has approved it."""
    with database().transaction() as db:
        made = propose_adjustment(
            db,
            case_no,
            day(sent.on),
            bucket_named(sent.bucket),
            money(sent.amount),
            sent.reason,
            by=visitor.person,
            now=visitor.at,
            proof=sent.proof,
        )
        return entry_told(entry_shown(db, visitor.office_id, made))


@router.post("/money/adjustments/{entry_id:int}/decide")
def decide(visitor: Attorney, case_no: CaseNo, entry_id: Id, sent: DecisionSent) -> MoneyEntryTold:
    """Approve somebody else's proposal, or refuse it in words."""
    with database().transaction() as db:
        made = decide_adjustment(
            db, case_no, entry_id, approve=sent.approve, words=sent.words, by=visitor.person, now=visitor.at
        )
        return entry_told(entry_shown(db, visitor.office_id, made))


@router.post("/money/{entry_kind}/{entry_id:int}/withdraw")
def withdraw(
    visitor: Office, case_no: CaseNo, entry_kind: EntryKind, entry_id: Id, sent: WithdrawalSent
) -> MoneyEntryTold:
    """Take an entry back with the reason; it stays as history."""
    with database().transaction() as db:
        row = withdraw_entry(db, case_no, entry_kind, entry_id, why=sent.why, by=visitor.person, now=visitor.at)
        return entry_told(entry_shown(db, visitor.office_id, row))


def _entered(visitor: Visitor, case_no: str, enter: Callable[..., Any], sent: Any) -> MoneyEntryTold:
    with database().transaction() as db:
        row = enter(db, case_no, sent.told(), by=visitor.person, now=visitor.at)
        return entry_told(entry_shown(db, visitor.office_id, row))
