"""Faults of each kind, put into the state's account of random cases; where and when is known to the test alone."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cases.ledger import (
    Credit,
    DirectPayment,
    Entry,
    Frequency,
    Ledger,
    Obligation,
    Opening,
    Step,
    Suspension,
    Terms,
    next_month,
)
from cases.ledger.many_days import owed_on
from cases.ledger.reconciling import StateFigure
from cases.ledger.suspicion import Cause
from kernel.money import Money

OPENED = date(2021, 12, 31)
LAST = date(2026, 11, 20)
FIRSTS = tuple(date(year, month, 1) for year in range(2022, 2027) for month in range(1, 13))
MONTH_ENDS = tuple(next_month(first) - timedelta(days=1) for first in FIRSTS)


@dataclass(frozen=True)
class Fault:
    """Our account, the state's with one fault in it, and the day and cause of the fault."""

    ours: Ledger
    states: Ledger
    cause: Cause
    on: date

    def figures(self, *days: date) -> list[StateFigure]:
        """What the state told on each day."""
        return [StateFigure(day, total) for day, total in owed_on(self.states, days).items()]


def a_case(chance: random.Random, terms: Terms) -> Ledger:
    """Five years of one case: two orders, the later with a step, a suspension, payments, some returned."""
    change = chance.choice(FIRSTS[8:24])
    step = Step(chance.choice(FIRSTS[28:40]), Money(chance.randrange(100, 300) * 100), "the elder child is 18")
    first, second = chance.randrange(300, 600) * 100, chance.randrange(601, 900) * 100
    since = chance.choice(FIRSTS[42:50])
    until = next_month(next_month(next_month(since))) - timedelta(days=1)
    return Ledger(
        (
            Obligation(Money(first), date(2019, 3, 1), change - timedelta(days=1)),
            Obligation(Money(second), change, steps=(step,)),
        ),
        Opening(OPENED, Money(chance.randrange(1_000, 900_000))),
        tuple(_payments(chance)),
        suspensions=(Suspension(since, until, "incarceration", "jail record"),),
        terms=terms,
    )  # fmt: skip


def _payments(chance: random.Random) -> list[Entry]:
    """What was withheld is the same every month; what was paid by hand is not."""
    withheld, made = chance.randrange(200, 500) * 100, []
    for number, first in enumerate(FIRSTS[:-2]):
        if chance.random() < 0.75:
            cents = withheld if chance.random() < 0.5 else chance.randrange(2_000, 60_000)
            day = first + timedelta(days=chance.randrange(28))
            made.append(Entry(day, f"R{number}", Money(cents)))
    for entry in chance.sample(made, 3):
        back = entry.collected_on + timedelta(days=chance.randrange(3, 20))
        made.append(Entry(back, f"V{entry.receipt_no}", -entry.amount, entry.receipt_no))
    return made


def missed_order_change(chance: random.Random, ours: Ledger) -> Fault:
    """The state went on charging the first order, for good or for some months."""
    first, second = ours.obligations
    entered = chance.choice([None, *(day for day in FIRSTS if day > second.effective_on)])
    if entered is None:
        states = replace(ours, obligations=(replace(first, until=None),))
        return Fault(ours, states, Cause.MISSED_ORDER_CHANGE, second.effective_on)
    states = replace(
        ours,
        obligations=(replace(first, until=entered - timedelta(days=1)), replace(second, effective_on=entered)),
    )  # fmt: skip
    return Fault(ours, states, Cause.MISSED_ORDER_CHANGE, second.effective_on)


def step_down(chance: random.Random, ours: Ledger) -> Fault:
    """The state missed the step, for good or for some months."""
    first, second = ours.obligations
    (step,) = second.steps
    late = chance.choice([(), *((replace(step, on=day),) for day in FIRSTS if day > step.on)])
    return Fault(ours, replace(ours, obligations=(first, replace(second, steps=late))), Cause.STEP_DOWN, step.on)


def duplicate_payment(chance: random.Random, ours: Ledger) -> Fault:
    """The state posted a payment twice."""
    entry = chance.choice([one for one in ours.entries if one.reverses is None])
    states = replace(ours, entries=(*ours.entries, replace(entry, receipt_no="S1")))
    return Fault(ours, states, Cause.DUPLICATE_PAYMENT, entry.collected_on)


def reversed_payment(chance: random.Random, ours: Ledger) -> Fault:
    """The state did not take a returned payment back, or took one back that was not returned."""
    back = chance.choice([one for one in ours.entries if one.reverses is not None])
    if chance.random() < 0.5:
        states = replace(ours, entries=tuple(one for one in ours.entries if one is not back))
        return Fault(ours, states, Cause.REVERSED_PAYMENT, back.collected_on)
    returned = {one.reverses for one in ours.entries}
    entry = chance.choice([one for one in ours.entries if one.reverses is None and one.receipt_no not in returned])
    states = replace(ours, entries=tuple(one for one in ours.entries if one is not entry))
    return Fault(ours, states, Cause.REVERSED_PAYMENT, entry.collected_on)


def opening_balance(chance: random.Random, ours: Ledger) -> Fault:
    """The state began from another amount: any, none, or ours twice."""
    assert ours.opening is not None
    amount = chance.choice((ours.opening.amount.cents + chance.randrange(1, 99_999), 0, 2 * ours.opening.amount.cents))
    states = replace(ours, opening=replace(ours.opening, amount=Money(amount)))
    return Fault(ours, states, Cause.OPENING_BALANCE, OPENED)


def suspended_months(chance: random.Random, ours: Ledger) -> Fault:
    """The state charged suspended months, or did not charge months that were not suspended."""
    (suspension,) = ours.suspensions
    if chance.random() < 0.5:
        return Fault(ours, replace(ours, suspensions=()), Cause.SUSPENDED_MONTHS, suspension.since)
    since = chance.choice(FIRSTS[:38])
    until = since + timedelta(days=31 * chance.randrange(1, 5) - 5)
    more = Suspension(since, until, "incarceration", "the state's")
    return Fault(ours, replace(ours, suspensions=(suspension, more)), Cause.SUSPENDED_MONTHS, since)


def wrong_frequency(chance: random.Random, ours: Ledger) -> Fault:
    """The state charged one of the orders by another frequency."""
    number = chance.randrange(2)
    order = ours.obligations[number]
    other = chance.choice([each for each in Frequency if each is not Frequency.MONTHLY])
    changed = list(ours.obligations)
    changed[number] = replace(order, frequency=other)
    states = replace(ours, obligations=tuple(changed))
    apart = set(ours.charges(LAST)) ^ set(states.charges(LAST))
    return Fault(ours, states, Cause.WRONG_FREQUENCY, min(charge.due_on for charge in apart))


def entered_here(chance: random.Random, ours: Ledger) -> Fault:
    """The state knows nothing of one credit or direct payment that people entered, or of nothing that they entered."""
    paid = DirectPayment(chance.choice(MONTH_ENDS[45:-2]), Money(chance.randrange(2_000, 60_000)), "receipt", LAST)
    paid = replace(paid, found_on=paid.paid_on)
    given = Credit(chance.choice(MONTH_ENDS[45:-2]), Money(chance.randrange(2_000, 60_000)), "clothing")
    given = replace(given, found_on=given.on, finding="order")
    ours = replace(ours, credits=(given,), direct_payments=(paid,))
    first, second = ours.obligations
    bare = replace(ours, obligations=(first, replace(second, steps=())), suspensions=(), credits=(), direct_payments=())
    states, on = chance.choice([
        (replace(ours, credits=()), given.on), (replace(ours, direct_payments=()), paid.paid_on),
        (bare, second.steps[0].on),
    ])  # fmt: skip
    return Fault(ours, states, Cause.ENTERED_HERE, on)


FAULTS: dict[Cause, Callable[[random.Random, Ledger], Fault]] = {
    Cause.MISSED_ORDER_CHANGE: missed_order_change,
    Cause.STEP_DOWN: step_down,
    Cause.DUPLICATE_PAYMENT: duplicate_payment,
    Cause.REVERSED_PAYMENT: reversed_payment,
    Cause.OPENING_BALANCE: opening_balance,
    Cause.SUSPENDED_MONTHS: suspended_months,
    Cause.WRONG_FREQUENCY: wrong_frequency,
    Cause.ENTERED_HERE: entered_here,
}
