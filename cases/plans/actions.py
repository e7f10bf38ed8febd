"""Verbs of payment plans: making, ending, and taking back what was a mistake. Nothing is written over."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.plans import tables
from cases.plans.errors import PlanBroken, PlanOver, PlanStands, ReasonWanted, StubBroken, StubKnown, Withdrawn
from cases.plans.facts import Plan, Stub
from cases.plans.queries import plan_row, stub_row
from cases.plans.terms import refuse_unfit
from cases.queries import find_case
from infra import audit
from kernel.legal_text import legal_text
from kernel.money import LARGEST, ZERO
from offices.facts import Person, Role
from offices.queries import require_role

LONGEST_SOURCE = 200
LONGEST_WHY = 300
LONGEST_CONSEQUENCE = 500


def make_plan(
    db: Session, case_no: str, plan: Plan, *, by: Person, today: date, now: datetime, consequence: str = ""
) -> tables.PaymentPlan:
    """Write down a plan that was ordered or agreed.

    Raises NotYourRole, NoSuchCase, PlanBroken, PlanStands or NotLegalText.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    case_no = find_case(db, by.office_id, case_no)
    source = legal_text(plan.source, longest=LONGEST_SOURCE)
    refuse_unfit(plan, today)
    before = _before(db, by.office_id, case_no, plan.made_on)
    row = tables.PaymentPlan(
        office_id=by.office_id,
        case_no=case_no,
        basis=plan.basis.value,
        source=source,
        made_on=plan.made_on,
        first_due_on=plan.first_due_on,
        instalment=plan.instalment,
        frequency=plan.frequency.value,
        covers=plan.covers.value,
        first_payment=plan.first_payment,
        until=plan.until,
        days_late=plan.tolerance.days,
        percent_short=plan.tolerance.short,
        failures=plan.tolerance.failures,
        review_on=plan.review_on,
        consequence=legal_text(consequence, longest=LONGEST_CONSEQUENCE, lines=True),
        follows_id=before,
        entered_by=by.name,
        entered_at=now,
    )
    db.add(row)
    db.flush()
    _tell(db, by, "made payment plan", case_no, row.id)
    return row


def end_plan(
    db: Session, case_no: str, plan_id: int, *, on: date, why: str, by: Person, today: date, now: datetime
) -> None:
    """End a plan on a day; money after that day counts toward it no more.

    Raises NotYourRole, NoSuchPlan, Withdrawn, PlanOver, PlanBroken or ReasonWanted.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    row = plan_row(db, by.office_id, case_no, plan_id)
    if row.withdrawn_at is not None:
        raise Withdrawn()
    if row.ended_on is not None:
        raise PlanOver(row.ended_on)
    if not row.made_on <= on <= today:
        raise PlanBroken(f"it ends on a day from {row.made_on:%B %-d, %Y} to today")
    row.ended_on, row.ended_why, row.ended_by, row.ended_at = on, _reason(why), by.name, now
    _tell(db, by, "ended payment plan", case_no, plan_id)


def withdraw_plan(db: Session, case_no: str, plan_id: int, *, why: str, by: Person, now: datetime) -> None:
    """Take back a plan that was written down by mistake; it stays as history and counts nowhere.

    Raises NotYourRole, NoSuchPlan, Withdrawn or ReasonWanted.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    row = plan_row(db, by.office_id, case_no, plan_id)
    if row.withdrawn_at is not None:
        raise Withdrawn()
    row.withdrawn_why, row.withdrawn_by, row.withdrawn_at = _reason(why), by.name, now
    _tell(db, by, "withdrew payment plan", case_no, plan_id)


def add_pay_stub(db: Session, case_no: str, stub: Stub, *, by: Person, today: date, now: datetime) -> tables.PayStub:
    """Write down what a pay stub tells was withheld. Whether it came in is never written down: the ledger knows.

    Raises NotYourRole, NoSuchCase, StubBroken, StubKnown or NotLegalText.
    """
    require_role(by, Role.AGENT)
    case_no = find_case(db, by.office_id, case_no)
    evidence = legal_text(stub.evidence, longest=LONGEST_SOURCE)
    for wrong, why in (
        (not evidence, "say which paper shows it"),
        (stub.withheld <= ZERO, "what was withheld is an amount above nothing"),
        (stub.withheld > LARGEST, f"no pay has more than {LARGEST} withheld"),
        (stub.paid_on > today, "nobody is paid on a day that has not come"),
    ):
        if wrong:
            raise StubBroken(why)
    known = select(tables.PayStub.id).where(
        tables.PayStub.office_id == by.office_id,
        tables.PayStub.case_no == case_no,
        tables.PayStub.paid_on == stub.paid_on,
        tables.PayStub.withheld == stub.withheld,
        tables.PayStub.evidence == evidence,
        tables.PayStub.withdrawn_at.is_(None),
    )
    if db.scalar(known) is not None:
        raise StubKnown(stub.paid_on)
    row = tables.PayStub(
        office_id=by.office_id,
        case_no=case_no,
        paid_on=stub.paid_on,
        withheld=stub.withheld,
        evidence=evidence,
        entered_by=by.name,
        entered_at=now,
    )
    db.add(row)
    db.flush()
    _tell(db, by, "wrote down pay stub", case_no, row.id)
    return row


def withdraw_pay_stub(db: Session, case_no: str, stub_id: int, *, why: str, by: Person, now: datetime) -> None:
    """Take back a pay stub that was written down by mistake or answered otherwise.

    Raises NotYourRole, NoSuchPayStub, Withdrawn or ReasonWanted.
    """
    require_role(by, Role.AGENT)
    row = stub_row(db, by.office_id, case_no, stub_id)
    if row.withdrawn_at is not None:
        raise Withdrawn()
    row.withdrawn_why, row.withdrawn_by, row.withdrawn_at = _reason(why), by.name, now
    _tell(db, by, "withdrew pay stub", case_no, stub_id)


def _before(db: Session, office_id: int, case_no: str, made_on: date) -> int | None:
    """The plan that a new one follows. Raises PlanStands or PlanBroken where both would count the same money."""
    rows = db.scalars(
        select(tables.PaymentPlan)
        .where(
            tables.PaymentPlan.office_id == office_id,
            tables.PaymentPlan.case_no == case_no,
            tables.PaymentPlan.withdrawn_at.is_(None),
        )
        .order_by(tables.PaymentPlan.made_on, tables.PaymentPlan.id)
    ).all()
    for row in rows:
        if row.ended_on is None:
            raise PlanStands(row.made_on)
        if row.made_on <= made_on <= row.ended_on:
            raise PlanBroken(f"the plan before it lasted until {row.ended_on:%B %-d, %Y}; it begins after that day")
        if made_on < row.made_on:
            raise PlanBroken(f"a later plan was made on {row.made_on:%B %-d, %Y}")
    return rows[-1].id if rows else None


def _reason(why: str) -> str:
    text = legal_text(why, longest=LONGEST_WHY)
    if not text:
        raise ReasonWanted()
    return text


def _tell(db: Session, by: Person, verb: str, case_no: str, id: int) -> None:
    audit.record(db, office_id=by.office_id, actor=by.actor, verb=verb, subject=f"case {case_no}", detail=str(id))
