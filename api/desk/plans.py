"""Payment plans of a case: how each instalment stands, what to do next, and what a proposal would change."""

from collections.abc import Callable
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import Response

from api.desk.people import Agent, Office
from api.giving import SVG, give
from api.looking import looking_at
from api.pages import page
from api.patterns import CaseNo, Id, day
from api.plans import EndForm, PlanForm, StubForm, WhatIfAsked, WhyForm, plan_of, proposal_of, stub_of
from api.refusing import status_of
from api.saying import done
from api.visitor import Visitor
from cases.plans import actions
from cases.plans.assuming import Pays
from cases.plans.facts import Basis, Covers
from cases.plans.queries import case_plans, effect_of, effect_on
from cases.plans.terms import FREQUENCIES
from documents.drawn import svg
from documents.what_if_chart import effect_drawing
from infra.db import database
from kernel.refusals import Courteous, Missing
from law.plans import plan_law

router = APIRouter()


@router.get("/cases/{case_no}/plans")
def show_plans(
    request: Request, visitor: Office, case_no: CaseNo, asked: Annotated[WhatIfAsked, Query()]
) -> Response:
    """Every plan of a case, the form of a new one, and the effect of a proposal that stands in the address."""
    return _show(request, visitor, case_no, asked=asked)


@router.get("/cases/{case_no}/what-if.svg")
def chart(visitor: Office, case_no: CaseNo, asked: Annotated[WhatIfAsked, Query()]) -> Response:
    """The debt month by month without the proposal in the address and with it, as a picture."""
    with looking_at(f"case {case_no}", visitor, verb="asked what if of") as db:
        effect = effect_of(
            db, visitor.office_id, case_no, proposal_of(asked), pays=asked.pays, as_of=visitor.today
        )
    return give(svg(effect_drawing(effect)), SVG, "what-if.svg")


@router.post("/cases/{case_no}/plans")
def make(request: Request, visitor: Office, case_no: CaseNo, form: Annotated[PlanForm, Form()]) -> Response:
    """Write down a plan that was ordered or agreed."""
    try:
        plan = plan_of(form)
        with database().transaction() as db:
            actions.make_plan(
                db, case_no, plan, consequence=form.consequence, by=visitor.person, today=visitor.today, now=visitor.at
            )
    except Courteous as problem:
        return _show(request, visitor, case_no, typed=form, problem=problem)
    return done(request, visitor, f"The payment plan of {plan.made_on:%b %-d, %Y} was written down by", _at(case_no))


@router.post("/cases/{case_no}/plans/{plan_id:int}/end")
def end(
    request: Request, visitor: Office, case_no: CaseNo, plan_id: Id, form: Annotated[EndForm, Form()]
) -> Response:
    """End a plan; money after that day counts toward it no more."""
    try:
        on = day(form.on)
        with database().transaction() as db:
            actions.end_plan(
                db, case_no, plan_id, on=on, why=form.why, by=visitor.person, today=visitor.today, now=visitor.at
            )
    except Courteous as problem:
        return _show(request, visitor, case_no, problem=problem)
    return done(request, visitor, f"The payment plan was ended on {on:%b %-d, %Y} by", _at(case_no))


@router.post("/cases/{case_no}/plans/{plan_id:int}/withdraw")
def withdraw(
    request: Request, visitor: Office, case_no: CaseNo, plan_id: Id, form: Annotated[WhyForm, Form()]
) -> Response:
    """Take back a plan that was written down by mistake."""
    return _take_back(request, visitor, case_no, plan_id, actions.withdraw_plan, form, "payment plan")


@router.post("/cases/{case_no}/pay-stubs")
def add_stub(request: Request, visitor: Agent, case_no: CaseNo, form: Annotated[StubForm, Form()]) -> Response:
    """Write down what a pay stub tells was withheld."""
    try:
        stub = stub_of(form)
        with database().transaction() as db:
            actions.add_pay_stub(db, case_no, stub, by=visitor.person, today=visitor.today, now=visitor.at)
    except Courteous as problem:
        return _show(request, visitor, case_no, typed_stub=form, problem=problem)
    return done(request, visitor, f"The pay stub of {stub.paid_on:%b %-d, %Y} was written down by", _at(case_no))


@router.post("/cases/{case_no}/pay-stubs/{stub_id:int}/withdraw")
def withdraw_stub(
    request: Request, visitor: Agent, case_no: CaseNo, stub_id: Id, form: Annotated[WhyForm, Form()]
) -> Response:
    """Take back a pay stub that was written down by mistake or answered otherwise."""
    return _take_back(request, visitor, case_no, stub_id, actions.withdraw_pay_stub, form, "pay stub")


def _take_back(
    request: Request, visitor: Visitor, case_no: str, id: int, verb: Callable[..., object], form: WhyForm, what: str
) -> Response:
    try:
        with database().transaction() as db:
            verb(db, case_no, id, why=form.why, by=visitor.person, now=visitor.at)
    except Courteous as problem:
        return _show(request, visitor, case_no, problem=problem)
    return done(request, visitor, f"The {what} was taken back by", _at(case_no))


def _show(
    request: Request,
    visitor: Visitor,
    case_no: str,
    *,
    asked: WhatIfAsked | None = None,
    typed: PlanForm | None = None,
    typed_stub: StubForm | None = None,
    problem: Courteous | None = None,
) -> Response:
    if isinstance(problem, Missing):
        raise problem
    asked = asked or WhatIfAsked()
    effect = None
    with looking_at(f"case {case_no}", visitor, verb="looked at the plans of") as db:
        found = case_plans(db, visitor.office_id, case_no, as_of=visitor.today)
    try:
        if asked.anything:
            effect = effect_on(found, proposal_of(asked), pays=asked.pays)
    except Courteous as refused:
        problem = problem or refused
    return page(
        request,
        visitor,
        "plans.html",
        status=status_of(problem) if problem else 200,
        record=found.record,
        found=found,
        law=plan_law(found.record.state, visitor.today),
        effect=effect,
        asked=asked,
        address=urlencode(asked.model_dump(mode="json")),
        typed=typed,
        typed_stub=typed_stub,
        problem=problem,
        bases=tuple(Basis),
        covers=tuple(Covers),
        frequencies=FREQUENCIES,
        ways=tuple(Pays),
    )


def _at(case_no: str) -> str:
    return f"/cases/{case_no}/plans"
