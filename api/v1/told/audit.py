"""What is told about the audit of a case. Money is in cents."""

from datetime import date

from pydantic import BaseModel

from api.v1.told.money import LineTold


class ExplanationTold(BaseModel):
    cause: str
    on: date
    words: str


class StateTold(BaseModel):
    as_of: date
    state: int
    ours: int
    apart: int
    agreed_on: date | None
    parted_by: date | None
    sentence: str
    likeliest: list[ExplanationTold]
    others: list[ExplanationTold]


class ComparedTold(BaseModel):
    on: date
    state: int
    ours: int
    apart: int
    source: str


class SumsTold(BaseModel):
    ordered: int
    paid: int
    credited: int
    to_interest: int
    owed: int


class MonthTold(SumsTold):
    month: str


class YearTold(SumsTold):
    year: int
    months: list[MonthTold]


class AccountTold(SumsTold):
    kind: str
    opening_on: date | None
    opening: int
    years: list[YearTold]


class CountOfKindTold(BaseModel):
    kind: str
    ordered: int
    paid: int
    credited: int
    unpaid: int


class CountTold(BaseModel):
    """A month not paid in full; ``kinds`` tells its support apart where the case has several kinds."""

    due_on: date
    ordered: int
    paid: int
    credited: int
    unpaid: int
    last_day: date
    kinds: list[CountOfKindTold]


class AuditedLineTold(LineTold):
    """A line with its number in the work paper and the record behind it."""

    number: int
    source: str


class RowOfLawTold(BaseModel):
    what: str
    cite: str
    in_force_from: date
    in_force_until: date | None
    verified_by: str


class AuditTold(BaseModel):
    case_no: str
    as_of: date
    total: int
    current: int
    family: int
    assigned: int
    other_state: int
    interest: int
    fees: int
    ahead: int
    interest_rule: str
    state: StateTold | None
    compared: list[ComparedTold]
    statement: list[AccountTold]
    counts: list[CountTold]
    counts_total: int
    counts_years: int
    lines: list[AuditedLineTold]
    law: list[RowOfLawTold]
