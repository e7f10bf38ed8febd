"""What is left of each instalment once money went where the law sends it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from cases.ledger.book import Ledger
from cases.ledger.crediting import CreditedParts, is_credit, left_by_instalment
from cases.ledger.kinds import Kind
from cases.ledger.playing import Account
from kernel.money import ZERO, Money


@dataclass(frozen=True, slots=True, order=True)
class Instalment:
    """Support of one kind that fell due on one day, what was paid on it in money collected, and what was credited."""

    due_on: date
    kind: Kind
    ordered: Money
    paid: Money
    credited: Money = ZERO

    @property
    def unpaid(self) -> Money:
        """What is left of it."""
        return self.ordered - self.paid - self.credited


def instalments(ledger: Ledger, as_of: date) -> tuple[Instalment, ...]:
    """Every instalment due after the opening balance and by a day, paid in the order of the ledger's own law.

    Money that is returned by that day, and relief given on a debt, count as if they had always been known.
    """
    ordered: dict[tuple[date, Kind], Money] = defaultdict(lambda: ZERO)
    for charge in ledger.charges(as_of):
        ordered[charge.due_on, charge.kind] += charge.amount
    events, parts = ledger.events(as_of, known_on=as_of), CreditedParts()
    account = Account(ledger.terms, parts if any(is_credit(event) for event in events) else None)
    account.play(events, as_of)
    left = left_by_instalment(account)
    return tuple(
        _instalment(due_on, kind, amount, Money(left[due_on, kind]), Money(parts.cents[due_on, kind]))
        for (due_on, kind), amount in sorted(ordered.items())
    )


def _instalment(due_on: date, kind: Kind, ordered: Money, left: Money, credited: Money) -> Instalment:
    return Instalment(due_on, kind, ordered, ordered - left - credited, credited)
