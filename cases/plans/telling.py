"""Payment plans as other programs read them: amounts in cents, days in ISO 8601."""

from datetime import date, datetime
from typing import Any

from cases.plans.facts import Plan
from cases.plans.next_steps import NextStep
from cases.plans.projecting import PayOff
from cases.plans.standing import PlanLine, PlanStanding
from cases.plans.what_if import Effect, Outlook
from cases.plans.withheld import Withholding
from kernel.money import Money


def plan_told(plan: Plan, found: PlanStanding, steps: tuple[NextStep, ...]) -> dict[str, Any]:
    """The terms of a plan, how it stands, each instalment, and what to do next."""
    return {
        "id": plan.id,
        "basis": plan.basis.value,
        "source": plan.source,
        "made_on": plan.made_on.isoformat(),
        "first_due_on": plan.first_due_on.isoformat(),
        "instalment": plan.instalment.cents,
        "frequency": plan.frequency.value,
        "covers": plan.covers.value,
        "first_payment": plan.first_payment.cents,
        "until": _day(plan.until),
        "days_late": plan.tolerance.days,
        "percent_short": plan.tolerance.short,
        "failures": plan.tolerance.failures,
        "review_on": _day(plan.review_on),
        "ended_on": _day(plan.ended_on),
        "standing": found.standing.value,
        "behind": found.behind.cents,
        "days_behind": found.days_behind,
        "owed": found.owed.cents,
        "instalments": [_instalment(line) for line in found.lines],
        "next_steps": [_step(step) for step in steps],
    }


def entered(by: str, at: datetime | None, consequence: str, ended_why: str) -> dict[str, Any]:
    """Who typed a plan in, and what else was said of it."""
    return {
        "consequence": consequence,
        "ended_why": ended_why,
        "entered_by": by,
        "entered_at": at.isoformat() if at else None,
    }


def withholding_told(one: Withholding, steps: tuple[NextStep, ...]) -> dict[str, Any]:
    """What a pay stub tells, the receipt that answers it, and what to do where none does."""
    return {
        "id": one.stub.id,
        "paid_on": one.stub.paid_on.isoformat(),
        "withheld": one.stub.withheld.cents,
        "evidence": one.stub.evidence,
        "sent": one.sent.value,
        "reference": one.reference,
        "send_by": _day(one.send_by),
        "next_steps": [_step(step) for step in steps],
    }


def pay_off_told(one: PayOff) -> dict[str, Any]:
    """When a debt is paid off; nulls where it never is."""
    return {
        "owed": one.owed.cents,
        "on": _day(one.on),
        "months": one.months,
        "interest": _cents(one.interest),
        "paid": _cents(one.paid),
    }


def effect_told(case_no: str, found: Effect) -> dict[str, Any]:
    """What a proposal would change."""
    return {
        "case_no": case_no,
        "as_of": found.as_of.isoformat(),
        "pays": found.pays.value,
        "support_ends_on": _day(found.proposal.support_ends_on),
        "without": _outlook(found.without),
        "given": _outlook(found.given),
        "months_sooner": found.months_sooner,
        "warnings": list(found.warnings),
    }


def _instalment(line: PlanLine) -> dict[str, Any]:
    return {
        "number": line.instalment.number,
        "due_on": line.instalment.due_on.isoformat(),
        "amount": line.instalment.amount.cents,
        "paid": line.paid.cents,
        "state": line.state.value,
        "enough_on": _day(line.enough_on),
        "days_late": line.days_late,
        "withheld": line.withheld.cents,
        "parts": [
            {"on": on.isoformat(), "reference": reference, "amount": part.cents} for on, reference, part in line.parts
        ],
    }


def _step(step: NextStep) -> dict[str, Any]:
    return {
        "do": step.do,
        "owner": step.owner,
        "because": step.because,
        "since": step.since.isoformat(),
        "rule": step.rule,
        "cite": str(step.cite),
        "verified": step.verified,
        "bars_contempt": step.bars_contempt,
    }


def _outlook(one: Outlook) -> dict[str, Any]:
    ahead = [
        {"on": each.on.isoformat(), "owed": each.owed.cents, "interest": each.interest.cents} for each in one.ahead
    ]
    return {"ahead": ahead, "pay_off": pay_off_told(one.pay_off)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _cents(amount: Money | None) -> int | None:
    return amount.cents if amount is not None else None
