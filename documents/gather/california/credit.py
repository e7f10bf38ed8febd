"""Which month a payment pays: current support first, then what is owed longest (Code Civ. Proc. § 695.221)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.ledger import Charge, Entry, Ledger
from kernel.money import ZERO, Money, total


@dataclass(frozen=True, slots=True)
class Instalment:
    """One month's support and what was paid on it."""

    due_on: date
    ordered: Money
    paid: Money

    @property
    def unpaid(self) -> Money:
        """What is left of it."""
        return self.ordered - self.paid


@dataclass(frozen=True, slots=True)
class Credited:
    """Every instalment after crediting; ``older`` is owed from before the first one, ``ahead`` is paid in advance."""

    instalments: tuple[Instalment, ...]
    older: Money
    ahead: Money

    @property
    def owed(self) -> Money:
        """What is owed in all: equal to the ledger's arrears."""
        return self.older + total(one.unpaid for one in self.instalments) - self.ahead


def credited(ledger: Ledger, as_of: date) -> Credited:
    """The instalments due by a day with the money collected by it; a payment taken back pays nothing."""
    charges = ledger.charges(as_of)
    payments, returned = _standing([entry for entry in ledger.entries if ledger.counts(entry.collected_on, as_of)])
    opening = ledger.opening.amount if ledger.opening and ledger.opening.on <= as_of else ZERO
    older, paid, ahead = opening + returned, dict.fromkeys(charges, ZERO), ZERO
    for day, amount in sorted([*((one.due_on, None) for one in charges), *payments], key=_charge_first):
        left = ahead if amount is None else amount
        due = [one for one in charges if one.due_on <= day]
        current = [one for one in due if (one.due_on.year, one.due_on.month) == (day.year, day.month)]
        left = _pay(paid, current, left)
        towards = min(left, max(older, ZERO))
        older, left = older - towards, _pay(paid, due, left - towards)
        ahead = left if amount is None else ahead + left
    return Credited(tuple(Instalment(one.due_on, one.amount, paid[one]) for one in charges), older, ahead)


def _pay(paid: dict[Charge, Money], charges: Iterable[Charge], left: Money) -> Money:
    """Pays the charges in their order and gives what is left."""
    for one in charges:
        towards = min(left, one.amount - paid[one])
        paid[one], left = paid[one] + towards, left - towards
    return left


def _standing(entries: list[Entry]) -> tuple[list[tuple[date, Money]], Money]:
    """Payments less what was taken back of each, by day of collection; and what was taken back of unknown ones."""
    known = {entry.receipt_no: entry for entry in entries if entry.reverses is None}
    back: dict[str, Money] = {}
    for entry in entries:
        if entry.reverses is not None:
            back[entry.reverses] = back.get(entry.reverses, ZERO) - entry.amount
    standing = [(one.collected_on, one.amount - back.get(one.receipt_no, ZERO)) for one in known.values()]
    unknown = total(amount for receipt, amount in back.items() if receipt not in known)
    owed_again = total(-amount for _, amount in standing if amount < ZERO)
    return [(day, amount) for day, amount in standing if amount > ZERO], unknown + owed_again


def _charge_first(event: tuple[date, Money | None]) -> tuple[date, bool]:
    return event[0], event[1] is not None
