"""The ledger of one case out of what the state told and what people entered."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from cases.errors import UnknownFrequency
from cases.ledger import DayCount, Entry, Frequency, Ledger, Obligation, Opening, Split, Step, Suspension
from cases.ledger.obligation import last_day
from cases.money.entries import MoneyEntries
from cases.money.fees import fees_booked
from cases.money.other_support import other_obligations
from cases.money.tables import OrderStep
from cases.tables import Payment, StateBalance, SupportOrder
from kernel.money import Money
from law.money import MoneyLaw


def booked(
    orders: Iterable[SupportOrder],
    balances: Sequence[StateBalance],
    payments: Iterable[Payment],
    entries: MoneyEntries,
    *,
    state: str,
    day_count: DayCount,
) -> Ledger:
    """The ledger under the law that governs. An order lasts until it ends or a later one takes effect.

    Raises UnknownFrequency, NoRuleInForce, NoLawOf or NoMoneyLawOf.
    """
    opening = opening_balance(balances)
    orders, law = tuple(orders), entries.law(state)
    return Ledger(
        (*obligations(orders, entries.steps, law), *other_obligations(entries.obligations, law)),
        Opening(opening.on, opening.arrears, opening.assigned_arrears, fees=opening.fees) if opening else None,
        _in_turn(Entry(one.collected_on, one.receipt_no, one.amount, one.reverses) for one in payments),
        suspensions=booked_suspensions(entries.suspended(state), orders, entries.steps, law),
        credits=entries.credited(),
        direct_payments=entries.paid_directly(),
        adjustments=entries.adjusted(),
        fees=fees_booked(balances, entries.fees(), after=opening.on if opening else None),
        splits=tuple(Split(one.on, one.assigned_arrears, one.source) for one in balances if not one.is_opening),
        terms=entries.terms(state, day_count),
    )


def _in_turn(paid: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(paid, key=lambda one: one.place))


def opening_balance(balances: Iterable[StateBalance]) -> StateBalance | None:
    """The balance from which the ledger starts."""
    return min((one for one in balances if one.is_opening), key=lambda one: one.on, default=None)


def obligations(
    orders: Iterable[SupportOrder], steps: Collection[OrderStep], law: MoneyLaw
) -> tuple[Obligation, ...]:
    """What each order makes fall due, with its steps. Raises UnknownFrequency or NoRuleInForce."""
    ordered = in_order(orders)
    return tuple(
        _obligation(order, later, [step for step in steps if step.order_key == order.source_key], law)
        for order, later in zip(ordered, [*ordered[1:], None], strict=False)
    )


def in_order(orders: Iterable[SupportOrder]) -> list[SupportOrder]:
    """The orders as they followed each other."""
    return sorted(orders, key=lambda order: (order.effective_on, order.entered_on))


def frequency_of(order: SupportOrder) -> Frequency:
    """How often an order makes support fall due. Raises UnknownFrequency."""
    try:
        return Frequency(order.frequency)
    except ValueError:
        raise UnknownFrequency(order.case_no, order.frequency) from None


def by_the_month(amount: Money, order: SupportOrder, law: MoneyLaw) -> Money:
    """An amount of an order as a monthly one, by the rows of law. Raises UnknownFrequency or NoRuleInForce."""
    frequency = frequency_of(order)
    return amount if frequency is Frequency.MONTHLY else law.monthly(amount, frequency, order.effective_on)


def step_in_force(order: SupportOrder, steps: Iterable[OrderStep], on: date) -> OrderStep | None:
    """The newest step of an order by a day, if it has any by then."""
    begun = (one for one in steps if one.order_key == order.source_key and one.on <= on)
    return max(begun, key=lambda one: one.on, default=None)


def booked_suspensions(
    suspensions: Iterable[Suspension], orders: Sequence[SupportOrder], steps: Sequence[OrderStep], law: MoneyLaw
) -> tuple[Suspension, ...]:
    """The suspensions as the ledger takes them. Raises UnknownFrequency or NoRuleInForce.

    A portion is one of the amount that the order has on its first day, and as often as that amount. Once the amount
    changes, nobody knows the portion any more until somebody tells it again.
    """
    found = (one if one.portion is None else _booked_portion(one, orders, steps, law) for one in suspensions)
    return tuple(sorted(found, key=lambda one: one.place))


def order_on(day: date, orders: Iterable[SupportOrder]) -> SupportOrder | None:
    """The newest order that took effect by a day."""
    return next((one for one in reversed(in_order(orders)) if one.effective_on <= day), None)


def order_in_force(day: date, orders: Iterable[SupportOrder]) -> SupportOrder | None:
    """The order under which support falls due on a day, as the ledger has it: none once the newest has ended."""
    newest = order_on(day, orders)
    return None if newest is None or (newest.ended_on and newest.ended_on < day) else newest


def amount_changes_on(since: date, orders: Sequence[SupportOrder], steps: Iterable[OrderStep]) -> date | None:
    """The first day after another on which the amount that is ordered changes."""
    order = order_on(since, orders)
    days = [one.effective_on for one in orders if one.effective_on > since]
    days += [one.on for one in steps if order and one.order_key == order.source_key and one.on > since]
    return min(days, default=None)


def _booked_portion(
    one: Suspension, orders: Sequence[SupportOrder], steps: Sequence[OrderStep], law: MoneyLaw
) -> Suspension:
    order, change = order_on(one.since, orders), amount_changes_on(one.since, orders, steps)
    portion = one.portion
    if order and portion and _made_monthly(order, law):
        portion = by_the_month(portion, order, law)
    return replace(one, until=last_day(one.until, change), portion=portion)


def _made_monthly(order: SupportOrder, law: MoneyLaw) -> bool:
    frequency = frequency_of(order)
    return frequency is not Frequency.MONTHLY and law.by_the_month(frequency, order.effective_on)


def _obligation(
    order: SupportOrder, later: SupportOrder | None, steps: Collection[OrderStep], law: MoneyLaw
) -> Obligation:
    frequency, monthly = frequency_of(order), _made_monthly(order, law)
    return Obligation(
        by_the_month(order.support, order, law) if monthly else order.support,
        order.effective_on,
        last_day(order.ended_on, later.effective_on if later else None),
        frequency=Frequency.MONTHLY if monthly else frequency,
        steps=tuple(
            Step(one.on, by_the_month(one.amount, order, law) if monthly else one.amount, one.why)
            for one in sorted(steps, key=lambda one: one.on)
        ),
    )
