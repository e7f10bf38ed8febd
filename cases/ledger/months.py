"""A ledger by calendar month, and since when somebody is behind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cases.ledger.book import Ledger
from cases.ledger.obligation import next_month
from cases.ledger.standing import Event, Rank
from kernel.money import ZERO, Money, total


@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month: support that fell due, money collected in it, and arrears at its end.

    The arrears count all money toward support, credits, direct payments and adjustments taken in.
    """

    first: date
    owed: Money
    paid: Money
    arrears: Money


def months(ledger: Ledger, *, first: date, as_of: date) -> list[Month]:
    """Every month from that of ``first`` to that of ``as_of``; the last one ends on ``as_of``."""
    charged = _by_month((charge.due_on, charge.amount) for charge in ledger.charges(as_of))
    counted = (entry for entry in ledger.entries if ledger.counts(entry.collected_on, as_of))
    paid = _by_month((entry.collected_on, entry.amount) for entry in counted)
    other = _by_month((event.on, _moved(event)) for event in ledger.corrections(as_of))
    start = first.replace(day=1)
    balance = ledger.arrears(start - timedelta(days=1))
    if ledger.opening and start <= ledger.opening.on <= as_of:
        balance = balance + ledger.opening.amount
    found = []
    while start <= as_of:
        balance = balance + charged.get(start, ZERO) - paid.get(start, ZERO) + other.get(start, ZERO)
        found.append(Month(start, charged.get(start, ZERO), paid.get(start, ZERO), balance))
        start = next_month(start)
    return found


def months_behind(arrears: Money, monthly: Money) -> int:
    """How many full months of current support the arrears amount to."""
    return arrears.cents // monthly.cents if monthly > ZERO and arrears > ZERO else 0


def delinquent_since(ledger: Ledger, as_of: date) -> date | None:
    """The due day of the oldest unpaid support when money goes to the oldest debt first; None if nothing is owed.

    A debt that stood in the opening balance gives the opening day; money returned that was never charged or carried
    over, the day of its return.
    """
    left = ledger.paid(as_of) - total(_moved(event) for event in ledger.corrections(as_of))
    if ledger.opening and ledger.opening.on <= as_of:
        left = left - ledger.opening.amount
        if left < ZERO:
            return ledger.opening.on
    for charge in ledger.charges(as_of):
        left = left - charge.amount
        if left < ZERO:
            return charge.due_on
    back = (one for one in ledger.entries if one.amount < ZERO and ledger.counts(one.collected_on, as_of))
    return min((one.collected_on for one in back), default=None) if left < ZERO else None


def _moved(event: Event) -> Money:
    return Money(event.cents if event.rank is Rank.DEBT else -event.cents)


def _by_month(dated: Iterable[tuple[date, Money]]) -> dict[date, Money]:
    sums: dict[date, Money] = {}
    for day, amount in dated:
        sums[day.replace(day=1)] = sums.get(day.replace(day=1), ZERO) + amount
    return sums
