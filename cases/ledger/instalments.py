"""What is left of each instalment once money went where the law sends it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import chain

from cases.ledger.book import Ledger
from cases.ledger.kinds import Kind
from cases.ledger.playing import Account
from kernel.money import ZERO, Money


@dataclass(frozen=True, slots=True, order=True)
class Instalment:
    """Support of one kind that fell due on one day, and what was paid or credited on it."""

    due_on: date
    kind: Kind
    ordered: Money
    paid: Money

    @property
    def unpaid(self) -> Money:
        """What is left of it."""
        return self.ordered - self.paid


def instalments(ledger: Ledger, as_of: date) -> tuple[Instalment, ...]:
    """Every instalment due after the opening balance and by a day, paid in the order of the ledger's own law.

    Money that is returned by that day, and relief given on a debt, count as if they had always been known.
    """
    ordered: dict[tuple[date, Kind], Money] = defaultdict(lambda: ZERO)
    for charge in ledger.charges(as_of):
        ordered[charge.due_on, charge.kind] += charge.amount
    account = Account(ledger.terms)
    account.play(ledger.events(as_of, known_on=as_of), as_of)
    left: dict[tuple[date, str], int] = defaultdict(int)
    for debt in chain(account.debts.current, *account.debts.older.values()):
        left[debt.due_on, debt.kind] += debt.left
    return tuple(
        Instalment(due_on, kind, amount, amount - Money(left[due_on, kind]))
        for (due_on, kind), amount in sorted(ordered.items())
    )
