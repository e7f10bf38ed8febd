"""What was owed, what was paid, what is left. Nothing here is stored; everything is counted anew."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kernel.money import ZERO, Money, total


@dataclass(frozen=True, slots=True)
class Obligation:
    """Monthly support under one order, due on the first of each month (G.S. 50-13.4(c)). ``until`` is the last day."""

    amount: Money
    effective_on: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """The balance at the end of a day, from which the ledger starts."""

    on: date
    amount: Money


@dataclass(frozen=True, slots=True, order=True)
class Charge:
    """One amount falling due on one day."""

    due_on: date
    amount: Money


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """Money collected on a day; a reversal is negative and names the receipt that it takes back."""

    collected_on: date
    receipt_no: str
    amount: Money
    reverses: str | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The obligations, opening balance and entries of one case."""

    obligations: tuple[Obligation, ...]
    opening: Opening | None
    entries: tuple[Entry, ...]

    def charges(self, as_of: date) -> list[Charge]:
        """Each month's support that fell due after the opening balance and by ``as_of``."""
        return sorted(charge for one in self.obligations for charge in _charges(one, self.opening, as_of))

    def arrears(self, as_of: date) -> Money:
        """What is owed at the end of a day: opening balance plus charges less money collected by that day."""
        opening = self.opening.amount if self.opening and self.opening.on <= as_of else ZERO
        return opening + total(charge.amount for charge in self.charges(as_of)) - self.paid(as_of)

    def paid(self, as_of: date) -> Money:
        """All money collected by a day, reversals taken off."""
        return total(entry.amount for entry in self.entries if entry.collected_on <= as_of)


@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month: support that fell due, money collected in it, and arrears at its end."""

    first: date
    owed: Money
    paid: Money
    arrears: Money


def months(ledger: Ledger, *, first: date, as_of: date) -> list[Month]:
    """Every month from that of ``first`` to that of ``as_of``; the last one ends on ``as_of``."""
    charged = _by_month((charge.due_on, charge.amount) for charge in ledger.charges(as_of))
    paid = _by_month((entry.collected_on, entry.amount) for entry in ledger.entries if entry.collected_on <= as_of)
    start = first.replace(day=1)
    balance = ledger.arrears(start - timedelta(days=1))
    if ledger.opening and start <= ledger.opening.on <= as_of:
        balance = balance + ledger.opening.amount
    found = []
    while start <= as_of:
        balance = balance + charged.get(start, ZERO) - paid.get(start, ZERO)
        found.append(Month(start, charged.get(start, ZERO), paid.get(start, ZERO), balance))
        start = next_month(start)
    return found


def next_month(first: date) -> date:
    """The first day of the month after."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def months_behind(arrears: Money, monthly: Money) -> int:
    """How many full months of current support the arrears amount to."""
    return arrears.cents // monthly.cents if monthly > ZERO and arrears > ZERO else 0


def delinquent_since(ledger: Ledger, as_of: date) -> date | None:
    """The due day of the oldest unpaid support when money goes to the oldest debt first; None if nothing is owed.

    A debt that stood in the opening balance gives the opening day; money returned that was never charged or carried
    over, the day of its return.
    """
    left = ledger.paid(as_of)
    if ledger.opening and ledger.opening.on <= as_of:
        left = left - ledger.opening.amount
        if left < ZERO:
            return ledger.opening.on
    for charge in ledger.charges(as_of):
        left = left - charge.amount
        if left < ZERO:
            return charge.due_on
    returned = (entry.collected_on for entry in ledger.entries if entry.amount < ZERO and entry.collected_on <= as_of)
    return min(returned, default=None) if left < ZERO else None


def _charges(obligation: Obligation, opening: Opening | None, as_of: date) -> Iterator[Charge]:
    start = obligation.effective_on
    if opening is not None:
        start = max(start, opening.on + timedelta(days=1))
    due = start if start.day == 1 else next_month(start.replace(day=1))
    last = min(as_of, obligation.until or as_of)
    while due <= last:
        yield Charge(due, obligation.amount)
        due = next_month(due)


def _by_month(dated: Iterable[tuple[date, Money]]) -> dict[date, Money]:
    sums: dict[date, Money] = {}
    for day, amount in dated:
        sums[day.replace(day=1)] = sums.get(day.replace(day=1), ZERO) + amount
    return sums
