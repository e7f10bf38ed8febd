"""Which instalments a plan asks for, and when."""

from collections.abc import Iterator
from datetime import date

from cases.ledger import Obligation
from cases.plans.facts import Instalment, Plan
from kernel.money import ZERO
from law.counting import months_on

HORIZON = 60 * 12
"""Months after which nothing is looked at any more: a debt that lasts longer is told not to end."""


def instalments(plan: Plan, *, after: date | None = None) -> Iterator[Instalment]:
    """Every instalment later than a day, in order; without an end of the plan they go on to the horizon."""
    yield from (one for one in _all(plan) if after is None or one.due_on > after)


def _all(plan: Plan) -> Iterator[Instalment]:
    last = plan.last_day or months_on(plan.first_due_on, HORIZON)
    number = 0
    if plan.first_payment > ZERO and plan.made_on <= last:
        yield Instalment(plan.made_on, number, plan.first_payment)
    for day in _due_days(plan, last):
        number += 1
        yield Instalment(day, number, plan.instalment)


def _due_days(plan: Plan, last: date) -> Iterator[date]:
    """The days of an obligation of the same frequency; a plan keeps no days of its own."""
    like = Obligation(plan.instalment, plan.first_due_on, frequency=plan.frequency, due_day=plan.first_due_on.day)
    yield from like.due_days(after=None, by=last)
