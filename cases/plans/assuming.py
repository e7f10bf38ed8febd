"""What is assumed to be paid from tomorrow on, as payments that nobody has made yet."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import chain

from cases.ledger import Entry, Kind, Ledger, Step, next_month
from cases.plans.facts import Covers, Plan
from cases.plans.falling_due import instalments
from cases.plans.projecting import horizon
from kernel.money import ZERO, Money, total
from law.counting import months_on

YEAR = 12
ONE_DAY = timedelta(days=1)
ALL = Decimal(1)
"""The whole of an amount."""


class Pays(StrEnum):
    """How the obligor is assumed to pay."""

    ORDERED = "as ordered"
    AS_BEFORE = "as in the last twelve months"
    NOTHING = "nothing"


def assumed(
    pays: Pays, ledger: Ledger, plan: Plan | None, as_of: date, *, carried_on: Decimal = ALL
) -> Iterator[Entry]:
    """The payments after a day; what is behind is not made up.

    As ordered: support when it falls due and each instalment of the plan. Where a plan covers everything its
    instalments are all that is paid while it lasts. ``carried_on`` is the part of the last amount of support, from 0
    to 1, that goes on being paid when it has ended, toward the arrears.
    """
    if pays is Pays.NOTHING:
        return iter(())
    if pays is Pays.AS_BEFORE:
        return _as_before(ledger, as_of)
    due = instalments(plan) if plan else iter(())
    return chain(
        _support(_carried_on(ledger, carried_on), plan, as_of),
        (Entry(one.due_on, f"instalment {one.number}", one.amount) for one in due if one.due_on > as_of),
    )


def average_paid(ledger: Ledger, as_of: date) -> Money:
    """What was paid a month over the twelve months to a day, returned money taken off; a part of a cent is dropped."""
    since = months_on(as_of, -YEAR)
    paid = total(entry.amount for entry in ledger.entries if since < entry.collected_on <= as_of)
    return Money(max(0, paid.cents) // YEAR)


def _as_before(ledger: Ledger, as_of: date) -> Iterator[Entry]:
    each, day, last = average_paid(ledger, as_of), next_month(as_of.replace(day=1)), horizon(as_of)
    while each > ZERO and day <= last:
        yield Entry(day, f"as before {day}", each)
        day = next_month(day)


def _support(ledger: Ledger, plan: Plan | None, as_of: date) -> Iterator[Entry]:
    alone = plan is not None and plan.covers is Covers.EVERYTHING
    for number, charge in enumerate(ledger.charges(horizon(as_of))):
        if charge.due_on > as_of and not (alone and plan and _lasts(plan, charge.due_on)):
            yield Entry(charge.due_on, f"support {number}", charge.amount)


def _lasts(plan: Plan, day: date) -> bool:
    return plan.made_on <= day and (plan.last_day is None or day <= plan.last_day)


def _carried_on(ledger: Ledger, part: Decimal) -> Ledger:
    """The same ledger in which a part of the support of a child that would end last goes on."""
    support = [one for one in ledger.obligations if one.kind is Kind.CHILD]
    last = max(support, key=lambda one: (one.until or date.max, one.effective_on), default=None)
    if last is None or last.until is None:
        return ledger
    others = tuple(one for one in ledger.obligations if one is not last)
    goes_on = Step(last.until + ONE_DAY, last.amount_on(last.until).times(part))
    steps = (*(step for step in last.steps if step.on <= last.until), goes_on)
    return replace(ledger, obligations=(*others, replace(last, until=None, steps=steps)))
