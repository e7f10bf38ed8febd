"""What pages and the API take in about payment plans and proposals, as the values that the rules know."""

from datetime import date
from enum import StrEnum
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field

from api.patterns import PageForm, day
from cases.ledger import Frequency
from cases.plans.assuming import Pays
from cases.plans.errors import PlanBroken
from cases.plans.facts import Basis, Covers, Plan, Stub, Tolerance
from cases.plans.terms import FREQUENCIES, HOW_OFTEN
from cases.plans.what_if import Proposal
from kernel.money import LARGEST, ZERO, Money, money

Chosen = TypeVar("Chosen", bound=StrEnum)
SHORT = Field("", max_length=20)


class PlanForm(PageForm):
    basis: str = Field(max_length=20)
    source: str = Field(max_length=200)
    made_on: str = Field(max_length=10)
    first_due_on: str = Field(max_length=10)
    instalment: str = Field(max_length=20)
    frequency: str = Field("monthly", max_length=12)
    covers: str = Field("arrears", max_length=40)
    first_payment: str = SHORT
    until: str = SHORT
    days_late: str = SHORT
    percent_short: str = SHORT
    failures: str = SHORT
    review_on: str = SHORT
    consequence: str = Field("", max_length=500)


class EndForm(PageForm):
    on: str = Field(max_length=10)
    why: str = Field("", max_length=300)


class WhyForm(PageForm):
    why: str = Field("", max_length=300)


class StubForm(PageForm):
    paid_on: str = Field(max_length=10)
    withheld: str = Field(max_length=20)
    evidence: str = Field(max_length=200)


class WhatIfAsked(BaseModel):
    """The form of a proposal, as it stands in the address."""

    model_config = ConfigDict(extra="forbid")

    support: str = SHORT
    support_from: str = SHORT
    instalment: str = SHORT
    instalment_from: str = SHORT
    frequency: Frequency = Frequency.MONTHLY
    first_payment: str = SHORT
    support_ends_on: str = SHORT
    pays: Pays = Pays.ORDERED

    @property
    def anything(self) -> bool:
        """Whether the form was filled in at all."""
        return any((self.support, self.instalment, self.support_from, self.instalment_from, self.first_payment))


def plan_of(form: PlanForm) -> Plan:
    """The plan of a form. Raises PlanBroken, NotADay or NotMoney."""
    return Plan(
        chosen(Basis, form.basis),
        form.source.strip(),
        day(form.made_on),
        day(form.first_due_on),
        money(form.instalment),
        chosen(Frequency, form.frequency),
        chosen(Covers, form.covers),
        amount(form.first_payment) or ZERO,
        a_day(form.until),
        Tolerance(
            whole(form.days_late, "days late", 0),
            whole(form.percent_short, "percent short", 0),
            whole(form.failures, "failures in a row", 1),
        ),
        a_day(form.review_on),
    )


def stub_of(form: StubForm) -> Stub:
    """The pay stub of a form. Raises NotADay or NotMoney."""
    return Stub(day(form.paid_on), money(form.withheld), form.evidence)


def proposal_of(asked: WhatIfAsked) -> Proposal:
    """The proposal of a form. Raises PlanBroken, NotADay or NotMoney."""
    return proposed(
        amount(asked.support),
        a_day(asked.support_from),
        amount(asked.instalment),
        a_day(asked.instalment_from),
        amount(asked.first_payment) or ZERO,
        asked.frequency,
        a_day(asked.support_ends_on),
    )


def proposed(
    support: Money | None,
    support_from: date | None,
    instalment: Money | None,
    instalment_from: date | None,
    first_payment: Money,
    frequency: Frequency,
    support_ends_on: date | None,
) -> Proposal:
    """A proposal whose amounts are nothing or more, its instalments as often as a plan's may be. Raises PlanBroken."""
    if any(one is not None and one < ZERO for one in (support, instalment, first_payment)):
        raise PlanBroken("an amount is nothing or more")
    if any(one is not None and one > LARGEST for one in (support, instalment, first_payment)):
        raise PlanBroken(f"no amount is larger than {LARGEST}")
    if frequency not in FREQUENCIES:
        raise PlanBroken(HOW_OFTEN)
    return Proposal(support, support_from, instalment, instalment_from, first_payment, frequency, support_ends_on)


def chosen(kind: type[Chosen], written: str) -> Chosen:
    """One of the words of a list. Raises PlanBroken."""
    if written not in set(kind):
        raise PlanBroken(f"choose one of: {', '.join(kind)}")
    return kind(written)


def amount(written: str) -> Money | None:
    """An amount, or None where the field is empty. Raises NotMoney."""
    return money(written) if written.strip() else None


def a_day(written: str) -> date | None:
    """A day, or None where the field is empty. Raises NotADay."""
    return day(written) if written.strip() else None


def whole(written: str, what: str, otherwise: int) -> int:
    """A whole number, or another where the field is empty. Raises PlanBroken."""
    if not written.strip():
        return otherwise
    if not (written.isascii() and written.isdigit() and len(written) <= 3):
        raise PlanBroken(f"{what} is a whole number")
    return int(written)
