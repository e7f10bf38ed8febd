"""What is told about cases. Money is in cents."""

from datetime import date, datetime

from pydantic import BaseModel

from api.v1.told.papers import FactTold


class ArrearsTold(BaseModel):
    total: int
    state_balance: int | None
    difference: int | None


class CaseFactsTold(BaseModel):
    case_no: str
    as_of: date
    facts_digest: str
    facts: list[FactTold]
    arrears: ArrearsTold


class NoteTold(BaseModel):
    name: str
    label: str
    words: str | None
    entered_by: str | None
    at: datetime | None


class PaymentTold(BaseModel):
    receipt_no: str
    collected_on: date
    amount: int
    reverses: str | None


class CaseFound(BaseModel):
    case_no: str
    hearings: list[int]
