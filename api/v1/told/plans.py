"""What is told about payment plans. Money is in cents, days are in ISO 8601."""

from datetime import date, datetime

from pydantic import BaseModel

from cases.ledger import Frequency
from cases.plans.assuming import Pays
from cases.plans.facts import Basis, Covers, Standing, State
from cases.plans.withheld import Sent


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
    next_steps: list[StepTold]


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
