"""Questions about payment plans: how each stands, what to do next, when the debt is paid, what would change it."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.ledger import Frequency
from cases.money.booking import frequency_of, order_in_force
from cases.plans import tables
from cases.plans.assuming import Pays, assumed
from cases.plans.errors import NoSuchPayStub, NoSuchPlan
from cases.plans.facts import Basis, Covers, Plan, Stub, Tolerance
from cases.plans.next_steps import NextStep, next_steps, steps_about
from cases.plans.projecting import PayOff, paid_off
from cases.plans.standing import PlanStanding, plan_standing
from cases.plans.telling import entered, pay_off_told, plan_told, withholding_told
from cases.plans.terms import plan_of_order
from cases.plans.what_if import Effect, Proposal, ending, what_if
from cases.plans.withheld import Withholding, withholdings
from cases.queries import CaseRecord, case_record, case_records
from law.counting import months_on
from law.plans import plan_law
from law.states import law_of

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class PlanOnFile:
    """A plan as it was typed in, with how it stands and what to do next. Without an id it is what an order says."""

    plan: Plan
    found: PlanStanding
    steps: tuple[NextStep, ...]
    consequence: str
    entered_by: str
    entered_at: datetime | None
    ended_why: str


@dataclass(frozen=True)
class CasePlans:
    """The plans of a case on a day, the newest first, with the withholdings that pay stubs tell of.

    ``support_ends_on`` is when the youngest child is grown; None where that cannot be told or is past.
    """

    record: CaseRecord
    as_of: date
    plans: tuple[PlanOnFile, ...]
    standing: PlanOnFile | None
    withholdings: tuple[Withholding, ...]
    support_ends_on: date | None

    @property
    def carried_on(self) -> Decimal:
        """The part of the support that goes on being paid when it has ended, by the law of the state."""
        return plan_law(self.record.state, self.as_of).carried_on.decimal / 100

    def steps_about(self, one: Withholding) -> tuple[NextStep, ...]:
        """What to do about one withholding by the law of the state."""
        return steps_about(one, plan_law(self.record.state, self.as_of))

    @cached_property
    def pay_off(self) -> PayOff:
        """When the debt is paid if support, until it ends, and the plan that stands are paid as ordered."""
        ends = ending(self.record.ledger(), self.support_ends_on)
        plan = self.standing.plan if self.standing else None
        return paid_off(ends, assumed(Pays.ORDERED, ends, plan, self.as_of, carried_on=self.carried_on), self.as_of)

    def told(self) -> dict[str, Any]:
        """All of it as other programs read it."""
        return {
            "case_no": self.record.case_no,
            "as_of": self.as_of.isoformat(),
            "plans": [
                plan_told(one.plan, one.found, one.steps)
                | entered(one.entered_by, one.entered_at, one.consequence, one.ended_why)
                for one in self.plans
            ],
            "withholdings": [withholding_told(one, self.steps_about(one)) for one in self.withholdings],
            "support_ends_on": self.support_ends_on.isoformat() if self.support_ends_on else None,
            "pay_off": pay_off_told(self.pay_off),
        }


def case_plans(db: Session, office_id: int, case_no: str, *, as_of: date) -> CasePlans:
    """Every plan of a case that was not withdrawn, as known on a day. Raises NoSuchCase."""
    record = case_record(db, office_id, case_no)
    return plans_of(record, _rows(db, office_id, [case_no]), _stubs(db, office_id, [case_no]), as_of)


def plans_of(
    record: CaseRecord, rows: Sequence[tables.PaymentPlan], stubs: Sequence[tables.PayStub], as_of: date
) -> CasePlans:
    """The plans of one record."""
    ledger = record.ledger()
    held = withholdings((_stub(row) for row in stubs), ledger, as_of, law=law_of(record.state))
    found = [_on_file(record, row, held, as_of) for row in rows if row.made_on <= as_of]
    standing = next((one for one in found if one.plan.ended_on is None or one.plan.ended_on > as_of), None)
    if standing is None and (ordered := _ordered(record, as_of)):
        standing = _stands(record, ordered, held, as_of)
        found = [standing, *found]
    return CasePlans(record, as_of, tuple(found), standing, held, _support_ends_on(record, as_of))


def open_plans(
    db: Session, office_id: int, case_numbers: Collection[str], *, as_of: date
) -> dict[str, CasePlans]:
    """The plans of several cases, of those that have one which was typed in and stands; read together."""
    rows = defaultdict(list)
    for row in _rows(db, office_id, case_numbers):
        rows[row.case_no].append(row)
    standing = [case_no for case_no, each in rows.items() if any(row.ended_on is None for row in each)]
    stubs = defaultdict(list)
    for stub in _stubs(db, office_id, standing):
        stubs[stub.case_no].append(stub)
    records = case_records(db, office_id, standing)
    return {case_no: plans_of(records[case_no], rows[case_no], stubs[case_no], as_of) for case_no in standing}


def effect_of(
    db: Session, office_id: int, case_no: str, proposal: Proposal, *, pays: Pays, as_of: date
) -> Effect:
    """What a proposal would do to the debt of a case. Raises NoSuchCase or NothingProposed."""
    found = case_plans(db, office_id, case_no, as_of=as_of)
    return effect_on(found, proposal, pays=pays)


def effect_on(found: CasePlans, proposal: Proposal, *, pays: Pays) -> Effect:
    """What a proposal would do to a debt whose plans were read already. Raises NothingProposed."""
    plan = found.standing.plan if found.standing else None
    expected = replace(proposal, support_ends_on=proposal.support_ends_on or found.support_ends_on)
    return what_if(found.record.ledger(), expected, found.as_of, plan=plan, pays=pays, carried_on=found.carried_on)


def plan_row(db: Session, office_id: int, case_no: str, id: int) -> tables.PaymentPlan:
    """A plan of a case of this office. Raises NoSuchPlan."""
    row = db.get(tables.PaymentPlan, id)
    if row is None or (row.office_id, row.case_no) != (office_id, case_no):
        raise NoSuchPlan(id)
    return row


def stub_row(db: Session, office_id: int, case_no: str, id: int) -> tables.PayStub:
    """A pay stub of a case of this office. Raises NoSuchPayStub."""
    row = db.get(tables.PayStub, id)
    if row is None or (row.office_id, row.case_no) != (office_id, case_no):
        raise NoSuchPayStub(id)
    return row


def _rows(db: Session, office_id: int, case_numbers: Collection[str]) -> list[tables.PaymentPlan]:
    """The newest first; what was withdrawn is left out."""
    table = tables.PaymentPlan
    asked = select(table).where(
        table.office_id == office_id, table.case_no.in_(case_numbers), table.withdrawn_at.is_(None)
    )
    return list(db.scalars(asked.order_by(table.made_on.desc(), table.id.desc())))


def _stubs(db: Session, office_id: int, case_numbers: Collection[str]) -> list[tables.PayStub]:
    table = tables.PayStub
    asked = select(table).where(
        table.office_id == office_id, table.case_no.in_(case_numbers), table.withdrawn_at.is_(None)
    )
    return list(db.scalars(asked.order_by(table.paid_on, table.id)))


def _stub(row: tables.PayStub) -> Stub:
    return Stub(row.paid_on, row.withheld, row.evidence, row.id)


def _on_file(
    record: CaseRecord, row: tables.PaymentPlan, held: Sequence[Withholding], as_of: date
) -> PlanOnFile:
    plan = Plan(
        Basis(row.basis),
        row.source,
        row.made_on,
        row.first_due_on,
        row.instalment,
        Frequency(row.frequency),
        Covers(row.covers),
        row.first_payment,
        row.until,
        Tolerance(row.days_late, row.percent_short, row.failures),
        row.review_on,
        row.ended_on,
        row.id,
    )
    found = plan_standing(plan, record.ledger(), as_of, withholdings=held)
    steps = next_steps(found, plan_law(record.state, as_of))
    return PlanOnFile(plan, found, steps, row.consequence, row.entered_by, row.entered_at, row.ended_why)


def _stands(record: CaseRecord, plan: Plan, held: Sequence[Withholding], as_of: date) -> PlanOnFile:
    found = plan_standing(plan, record.ledger(), as_of, withholdings=held)
    return PlanOnFile(plan, found, next_steps(found, plan_law(record.state, as_of)), "", "", None, "")


def _support_ends_on(record: CaseRecord, as_of: date) -> date | None:
    """The day before the youngest child is of the age at which support ends."""
    born = [child.born_on for child in record.children if child.died_on is None]
    if not born or None in born:
        return None
    grown_on = months_on(max(day for day in born if day), 12 * plan_law(record.state, as_of).support_ends.count)
    return grown_on - ONE_DAY if grown_on > as_of else None


def _ordered(record: CaseRecord, as_of: date) -> Plan | None:
    """What the order in force sets toward the arrears."""
    order = order_in_force(as_of, record.orders)
    if order is None:
        return None
    return plan_of_order(
        order.toward_arrears,
        frequency=frequency_of(order),
        entered_on=order.entered_on,
        effective_on=order.effective_on,
        until=order.ended_on,
    )
