"""The unpaid instalments of one account: which are current, whose the older ones are, which bear whose interest."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cases.ledger.kinds import PAYEES, Payee
from cases.ledger.obligation import next_month

LAW = 0
"""The course of the interest that runs by law; where judgments award it, each has its own."""


@dataclass(slots=True, eq=False)
class Debt:
    """One instalment as far as it is unpaid, and the course of interest that it bears: one of them, or none."""

    due_on: date
    payee: str
    kind: str
    left: int
    course: int | None = None


class Part(NamedTuple):
    """Cents paid on one instalment: the day on which it fell due, and its kind."""

    due_on: date
    kind: str
    cents: int


class Debts:
    """Instalments in the order in which they are paid; sums are kept so that nothing is counted twice.

    The oldest come first, then those of the first kind, then what bears interest: of an instalment that a judgment
    covers in part, that part. ``bearing`` is what bears the interest of each course, by payee. ``paid`` collects what
    is paid on which instalment, for whoever takes it out; None where nobody does.
    """

    def __init__(self, kinds: Sequence[str], courses: int, paid: list[Part] | None = None) -> None:
        self.paid = paid
        self.current: list[Debt] = []
        self.month_ends: date | None = None
        self.older: dict[str, deque[Debt]] = {payee: deque() for payee in PAYEES}
        self.principal = {str(payee): 0 for payee in PAYEES}
        self.bearing = [{str(payee): 0 for payee in PAYEES} for _ in range(courses)]
        self._kinds = {kind: place for place, kind in enumerate(kinds)}

    def owe_current(self, debt: Debt, *, bears: bool) -> None:
        """Support of the month; ``month_ends`` is the first of the next one."""
        if not self.current:
            self.month_ends = next_month(debt.due_on.replace(day=1))
        self._put(self.current, debt)
        self._bear(debt, LAW if bears else None)

    def owe_older(self, debt: Debt, *, bears: bool) -> None:
        """Support that is not of the month."""
        self._put(self.older[debt.payee], debt)
        self.principal[debt.payee] += debt.left
        self._bear(debt, LAW if bears else None)

    def end_month(self, *, bears: bool) -> list[tuple[str, int]]:
        """What is unpaid of the month becomes older; gives what went to each payee."""
        unpaid = [debt for debt in self.current if debt.left]
        self.current, self.month_ends = [], None
        for debt in unpaid:
            self.owe_older(debt, bears=bears)
        return [(debt.payee, debt.left) for debt in unpaid]

    def judge(self, course: int, most: int | None) -> int:
        """What bears no interest yet bears that of a judgment from now on, the oldest first; gives how much that is.

        ``most`` is the principal that the judgment names, if it names one. What is still to come bears none.
        """
        covered = 0
        for debt in self._bearing_none():
            part = debt.left if most is None else min(debt.left, most - covered)
            if not part:
                break
            debt.left, rest = part, debt.left - part
            self._bear(debt, course)
            covered += part
            if rest:
                held = self.current if debt in self.current else self.older[debt.payee]
                self._put(held, Debt(debt.due_on, debt.payee, debt.kind, rest))
        return covered

    def take_current(self, payee: str, cents: int) -> int:
        """Pays the support of the month that is owed to one payee; gives what it took."""
        taken = 0
        for debt in self.current:
            if debt.left and debt.payee == payee:
                taken += self._pay(debt, cents - taken)
        return taken

    def take_principal(self, payee: str, cents: int) -> int:
        """Pays older support that is owed to one payee, the oldest first; gives what it took."""
        if not self.principal[payee]:
            return 0
        debts, taken = self.older[payee], 0
        while debts and taken < cents:
            taken += self._pay(debts[0], cents - taken)
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
            given.append(Debt(debts[0].due_on, target, debts[0].kind, part, debts[0].course))
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
        for debt in given:
            if debt.course is not None:
                self.bearing[debt.course][target] += debt.left
        self.older[target] = deque(sorted((*self.older[target], *given), key=self._place))

    def _pay(self, debt: Debt, cents: int) -> int:
        part = self._take(debt, cents)
        if self.paid is not None and part:
            self.paid.append(Part(debt.due_on, debt.kind, part))
        return part

    def _take(self, debt: Debt, cents: int) -> int:
        part = min(cents, debt.left)
        debt.left -= part
        if debt.course is not None:
            self.bearing[debt.course][debt.payee] -= part
        return part

    def _bear(self, debt: Debt, course: int | None) -> None:
        if course is not None and debt.course is None:
            debt.course = course
            self.bearing[course][debt.payee] += debt.left

    def _bearing_none(self) -> list[Debt]:
        every = (debt for debts in (*self.older.values(), self.current) for debt in debts)
        unjudged = [debt for debt in every if debt.left and debt.course is None]
        return sorted(unjudged, key=lambda debt: (*self._place(debt), PAYEES.index(Payee(debt.payee))))

    def _put(self, debts: deque[Debt] | list[Debt], debt: Debt) -> None:
        place, at = self._place(debt), len(debts)
        while at and self._place(debts[at - 1]) > place:
            at -= 1
        debts.insert(at, debt)

    def _place(self, debt: Debt) -> tuple[date, int, int]:
        course = len(self.bearing) if debt.course is None else debt.course
        return debt.due_on, self._kinds.get(debt.kind, 0), course
