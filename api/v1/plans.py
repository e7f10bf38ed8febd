"""Payment plans of a case, pay stubs, and what a proposal would change."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from api.looking import looking_at
from api.patterns import Amount, CaseNo, Id, IsoDay, Strict, Whole, day, day_told_for
from api.plans import proposed
from api.v1.people import Agent, Office
from api.v1.told.plans import CasePlansTold, EffectTold, KeptTold
from cases.ledger import Frequency
from cases.plans import actions
from cases.plans.assuming import Pays
from cases.plans.facts import Basis, Covers, Plan, Stub, Tolerance
from cases.plans.queries import case_plans, effect_of
from cases.plans.telling import effect_told
from infra.db import database
from kernel.money import ZERO, money

router = APIRouter(prefix="/cases", tags=["Payment plans"])
Hundreds = Annotated[Whole, Field(ge=0, le=999)]


class PlanSent(Strict):
    basis: Basis
    source: str = Field(max_length=200, description="Such as: order of October 12, 2026")
    made_on: IsoDay
    first_due_on: IsoDay
    instalment: Amount
    frequency: Frequency = Frequency.MONTHLY
    covers: Covers = Covers.ARREARS
    first_payment: Amount | None = None
    until: IsoDay | None = None
    days_late: Hundreds = 0
    percent_short: Hundreds = 0
    failures: Hundreds = 1
    review_on: IsoDay | None = None
    consequence: str = Field("", max_length=500)


class EndSent(Strict):
    on: IsoDay
    why: str = Field(max_length=300)


class WhySent(Strict):
    why: str = Field(max_length=300)


class StubSent(Strict):
    paid_on: IsoDay
    withheld: Amount
    evidence: str = Field(max_length=200, description="Which paper shows it, without the employer's name")


class WhatIfSent(Strict):
    support: Amount | None = Field(None, description="A new monthly amount of support")
    support_from: IsoDay | None = None
    instalment: Amount | None = Field(None, description="Money toward the arrears, in place of what is paid now")
    instalment_from: IsoDay | None = None
    frequency: Frequency = Frequency.MONTHLY
    first_payment: Amount | None = None
    support_ends_on: IsoDay | None = None
    pays: Pays = Pays.ORDERED


@router.get("/{case_no}/plans")
def plans(visitor: Office, case_no: CaseNo, as_of: IsoDay | None = None) -> CasePlansTold:
    """Every plan of a case as known on a day, each instalment, what to do next, and when the debt is paid off."""
    on = day_told_for(as_of, visitor.today)
    with looking_at(f"case {case_no}", visitor, verb="read plans of") as db:
        return CasePlansTold(**case_plans(db, visitor.office_id, case_no, as_of=on).told())


@router.post("/{case_no}/plans", status_code=201)
def make(visitor: Office, case_no: CaseNo, sent: PlanSent) -> KeptTold:
    """Write down a plan that was ordered or agreed."""
    plan = Plan(
        sent.basis,
        sent.source.strip(),
        day(sent.made_on),
        day(sent.first_due_on),
        money(sent.instalment),
        sent.frequency,
        sent.covers,
        money(sent.first_payment) if sent.first_payment else ZERO,
        day(sent.until) if sent.until else None,
        Tolerance(sent.days_late, sent.percent_short, sent.failures),
        day(sent.review_on) if sent.review_on else None,
    )
    with database().transaction() as db:
        row = actions.make_plan(
            db, case_no, plan, consequence=sent.consequence, by=visitor.person, today=visitor.today, now=visitor.at
        )
    return KeptTold(id=row.id)


@router.post("/{case_no}/plans/{plan_id:int}/end")
def end(visitor: Office, case_no: CaseNo, plan_id: Id, sent: EndSent) -> KeptTold:
    """End a plan; money after that day counts toward it no more."""
    with database().transaction() as db:
        actions.end_plan(
            db,
            case_no,
            plan_id,
            on=day(sent.on),
            why=sent.why,
            by=visitor.person,
            today=visitor.today,
            now=visitor.at,
        )
    return KeptTold(id=plan_id)


@router.post("/{case_no}/plans/{plan_id:int}/withdraw")
def withdraw(visitor: Office, case_no: CaseNo, plan_id: Id, sent: WhySent) -> KeptTold:
    """Take back a plan that was written down by mistake."""
    with database().transaction() as db:
        actions.withdraw_plan(db, case_no, plan_id, why=sent.why, by=visitor.person, now=visitor.at)
    return KeptTold(id=plan_id)


@router.post("/{case_no}/pay-stubs", status_code=201)
def add_stub(visitor: Agent, case_no: CaseNo, sent: StubSent) -> KeptTold:
    """Write down what a pay stub tells was withheld."""
    stub = Stub(day(sent.paid_on), money(sent.withheld), sent.evidence)
    with database().transaction() as db:
        row = actions.add_pay_stub(db, case_no, stub, by=visitor.person, today=visitor.today, now=visitor.at)
    return KeptTold(id=row.id)


@router.post("/{case_no}/pay-stubs/{stub_id:int}/withdraw")
def withdraw_stub(visitor: Agent, case_no: CaseNo, stub_id: Id, sent: WhySent) -> KeptTold:
    """Take back a pay stub that was written down by mistake or answered otherwise."""
    with database().transaction() as db:
        actions.withdraw_pay_stub(db, case_no, stub_id, why=sent.why, by=visitor.person, now=visitor.at)
    return KeptTold(id=stub_id)


@router.post("/{case_no}/what-if")
def what_if(visitor: Office, case_no: CaseNo, sent: WhatIfSent) -> EffectTold:
    """The effect of an order or a plan before it is made; nothing is kept."""
    proposal = proposed(
        money(sent.support) if sent.support else None,
        day(sent.support_from) if sent.support_from else None,
        money(sent.instalment) if sent.instalment else None,
        day(sent.instalment_from) if sent.instalment_from else None,
        money(sent.first_payment) if sent.first_payment else ZERO,
        sent.frequency,
        day(sent.support_ends_on) if sent.support_ends_on else None,
    )
    with looking_at(f"case {case_no}", visitor, verb="asked what if of") as db:
        found = effect_of(db, visitor.office_id, case_no, proposal, pays=sent.pays, as_of=visitor.today)
    return EffectTold(**effect_told(case_no, found))
