"""What is told about payment plans. Money is in cents, days are in ISO 8601."""

from datetime import date, datetime

from pydantic import BaseModel

from cases.ledger import Frequency
from cases.plans.assuming import Pays
from cases.plans.facts import Basis, Covers, Standing, State
from cases.plans.next_steps import NextStep
from cases.plans.projecting import PayOff
from cases.plans.queries import CasePlans, PlanOnFile
from cases.plans.standing import PlanLine
from cases.plans.what_if import Effect, Outlook
from cases.plans.withheld import Sent, Withholding


class PaidTold(BaseModel):
    on: date
    reference: str
    amount: int


class InstalmentTold(BaseModel):
    number: int
    due_on: date
    amount: int
    paid: int
    state: State
    enough_on: date | None
    days_late: int
    withheld: int
    parts: list[PaidTold]


class StepTold(BaseModel):
    do: str
    owner: str
    because: str
    since: date
    rule: str
    cite: str
    verified: bool
    bars_contempt: bool


class PlanTold(BaseModel):
    """``id`` is null for what an order sets toward the arrears without a plan that was written down."""

    id: int | None
    basis: Basis
    source: str
    made_on: date
    first_due_on: date
    instalment: int
    frequency: Frequency
    covers: Covers
    first_payment: int
    until: date | None
    days_late: int
    percent_short: int
    failures: int
    review_on: date | None
    consequence: str
    ended_on: date | None
    ended_why: str
    entered_by: str
    entered_at: datetime | None
    standing: Standing
    behind: int
    days_behind: int
    owed: int
    instalments: list[InstalmentTold]
    next_steps: list[StepTold]


class WithholdingTold(BaseModel):
    id: int
    paid_on: date
    withheld: int
    evidence: str
    sent: Sent
    reference: str
    send_by: date | None


class PayOffTold(BaseModel):
    """``on`` is null where the debt is not paid within the time that is looked at, and so is the rest."""

    owed: int
    on: date | None
    months: int | None
    interest: int | None
    paid: int | None


class CasePlansTold(BaseModel):
    case_no: str
    as_of: date
    plans: list[PlanTold]
    withholdings: list[WithholdingTold]
    support_ends_on: date | None
    pay_off: PayOffTold


class LookTold(BaseModel):
    on: date
    owed: int
    interest: int


class OutlookTold(BaseModel):
    ahead: list[LookTold]
    pay_off: PayOffTold


class EffectTold(BaseModel):
    case_no: str
    as_of: date
    pays: Pays
    support_ends_on: date | None
    without: OutlookTold
    given: OutlookTold
    months_sooner: int | None
    warnings: list[str]


class KeptTold(BaseModel):
    id: int


def plans_told(found: CasePlans) -> CasePlansTold:
    """Every plan of a case."""
    return CasePlansTold(
        case_no=found.record.case_no,
        as_of=found.as_of,
        plans=[_plan(one) for one in found.plans],
        withholdings=[_withholding(one) for one in found.withholdings],
        support_ends_on=found.support_ends_on,
        pay_off=_pay_off(found.pay_off),
    )


def effect_told(case_no: str, found: Effect) -> EffectTold:
    """What a proposal would change."""
    return EffectTold(
        case_no=case_no,
        as_of=found.as_of,
        pays=found.pays,
        support_ends_on=found.proposal.support_ends_on,
        without=_outlook(found.without),
        given=_outlook(found.given),
        months_sooner=found.months_sooner,
        warnings=list(found.warnings),
    )


def _plan(one: PlanOnFile) -> PlanTold:
    plan, found = one.plan, one.found
    return PlanTold(
        id=plan.id,
        basis=plan.basis,
        source=plan.source,
        made_on=plan.made_on,
        first_due_on=plan.first_due_on,
        instalment=plan.instalment.cents,
        frequency=plan.frequency,
        covers=plan.covers,
        first_payment=plan.first_payment.cents,
        until=plan.until,
        days_late=plan.tolerance.days,
        percent_short=plan.tolerance.short,
        failures=plan.tolerance.failures,
        review_on=plan.review_on,
        consequence=one.consequence,
        ended_on=plan.ended_on,
        ended_why=one.ended_why,
        entered_by=one.entered_by,
        entered_at=one.entered_at,
        standing=found.standing,
        behind=found.behind.cents,
        days_behind=found.days_behind,
        owed=found.owed.cents,
        instalments=[_instalment(line) for line in found.lines],
        next_steps=[_step(step) for step in one.steps],
    )


def _instalment(line: PlanLine) -> InstalmentTold:
    return InstalmentTold(
        number=line.instalment.number,
        due_on=line.instalment.due_on,
        amount=line.instalment.amount.cents,
        paid=line.paid.cents,
        state=line.state,
        enough_on=line.enough_on,
        days_late=line.days_late,
        withheld=line.withheld.cents,
        parts=[PaidTold(on=on, reference=reference, amount=part.cents) for on, reference, part in line.parts],
    )


def _step(step: NextStep) -> StepTold:
    return StepTold(
        do=step.do,
        owner=step.owner,
        because=step.because,
        since=step.since,
        rule=step.rule,
        cite=step.cite,
        verified=step.verified,
        bars_contempt=step.bars_contempt,
    )


def _withholding(one: Withholding) -> WithholdingTold:
    return WithholdingTold(
        id=one.stub.id,
        paid_on=one.stub.paid_on,
        withheld=one.stub.withheld.cents,
        evidence=one.stub.evidence,
        sent=one.sent,
        reference=one.reference,
        send_by=one.send_by,
    )


def _pay_off(one: PayOff) -> PayOffTold:
    return PayOffTold(
        owed=one.owed.cents,
        on=one.on,
        months=one.months,
        interest=one.interest.cents if one.interest is not None else None,
        paid=one.paid.cents if one.paid is not None else None,
    )


def _outlook(one: Outlook) -> OutlookTold:
    return OutlookTold(
        ahead=[LookTold(on=each.on, owed=each.owed.cents, interest=each.interest.cents) for each in one.ahead],
        pay_off=_pay_off(one.pay_off),
    )
