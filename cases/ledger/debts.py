"""The unpaid instalments of one account: which are current, whose the older ones are, which bear interest."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.ledger.kinds import PAYEES
from cases.ledger.obligation import next_month


@dataclass(slots=True, eq=False)
class Debt:
    """One instalment as far as it is unpaid."""

    due_on: date
    payee: str
    kind: str
    left: int
    bears: bool = False


class Debts:
    """Instalments in the order in which they fell due; sums are kept so that nothing is counted twice."""

    def __init__(self) -> None:
        self.current: list[Debt] = []
        self.month_ends: date | None = None
        self.older: dict[str, deque[Debt]] = {payee: deque() for payee in PAYEES}
        self.principal = {str(payee): 0 for payee in PAYEES}
        self.bearing = {str(payee): 0 for payee in PAYEES}

    def owe_current(self, debt: Debt, *, bears: bool) -> None:
        """Support of the month; ``month_ends`` is the first of the next one."""
        if not self.current:
            self.month_ends = next_month(debt.due_on.replace(day=1))
        self.current.append(debt)
        self._bear(debt, bears)

    def owe_older(self, debt: Debt, *, bears: bool) -> None:
        """Support that is not of the month."""
        self.older[debt.payee].append(debt)
        self.principal[debt.payee] += debt.left
        self._bear(debt, bears)

    def end_month(self, *, bears: bool) -> list[tuple[str, int]]:
        """What is unpaid of the month becomes older; gives what went to each payee."""
        unpaid = [debt for debt in self.current if debt.left]
        self.current, self.month_ends = [], None
        for debt in unpaid:
            self.owe_older(debt, bears=bears)
        return [(debt.payee, debt.left) for debt in unpaid]

    def bear_all(self) -> None:
        """From now on every instalment bears interest, and those to come do not."""
        for debts in (self.current, *self.older.values()):
            for debt in debts:
                self._bear(debt, bears=True)

    def take_current(self, payee: str, cents: int) -> int:
        """Pays the support of the month that is owed to one payee; gives what it took."""
        taken = 0
        for debt in self.current:
            if debt.left and debt.payee == payee:
                taken += self._take(debt, cents - taken)
        return taken

    def take_principal(self, payee: str, cents: int) -> int:
        """Pays older support that is owed to one payee, the oldest first; gives what it took."""
        if not self.principal[payee]:
            return 0
        debts, taken = self.older[payee], 0
        while debts and taken < cents:
            taken += self._take(debts[0], cents - taken)
            if not debts[0].left:
                debts.popleft()
        self.principal[payee] -= taken
        return taken

    def hand_over(self, source: str, target: str, cents: int) -> int:
        """Gives older support of one payee to another, the oldest first; gives what was handed over."""
        left = cents = max(0, min(cents, self.principal[source]))
        debts, given = self.older[source], []
        while left:
            part = min(left, debts[0].left)
            given.append(Debt(debts[0].due_on, target, debts[0].kind, part, debts[0].bears))
            self._take(debts[0], part)
            left -= part
            if not debts[0].left:
                debts.popleft()
        self._receive(target, given)
        self.principal[source] -= cents
        self.principal[target] += cents
        return cents

    def _receive(self, target: str, given: Iterable[Debt]) -> None:
        given = list(given)
        self.bearing[target] += sum(debt.left for debt in given if debt.bears)
        self.older[target] = deque(sorted((*self.older[target], *given), key=lambda debt: debt.due_on))

    def _take(self, debt: Debt, cents: int) -> int:
        part = min(cents, debt.left)
        debt.left -= part
        if debt.bears:
            self.bearing[debt.payee] -= part
        return part

    def _bear(self, debt: Debt, bears: bool) -> None:
        if bears and not debt.bears:
            debt.bears = True
            self.bearing[debt.payee] += debt.left
