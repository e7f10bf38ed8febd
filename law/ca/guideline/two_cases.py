"""Two cases of one parent, found together: what is paid in each is deducted in the other (Fam. Code § 4059(e))."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from operator import eq
from typing import TypeVar

from kernel.money import Money
from kernel.refusals import Refused
from law.ca.guideline.asked import Parent
from law.ca.guideline.exact import in_cents, in_dollars
from law.ca.guideline.formula import ZERO
from law.ca.guideline.hardship import Household, Settled, fixed_point, settled
from law.ca.guideline.rows import Rows

ROUNDS = 200
FINE_PLACES = 6
NEAR, APART = Fraction(1, 10_000), Fraction(1, 50)
"""Dollars by which two rounds, and the ends of two searches, may differ and still be taken for the same."""

Paid = TypeVar("Paid", Fraction, Money)


@dataclass(eq=False)
class DoesNotSettle(Refused):
    """Two cases that drive one another up and down, or that agree at more than one pair of amounts."""

    def __str__(self) -> str:
        return "The two cases do not settle on one pair of amounts; the court must fix one of them first."


@dataclass(frozen=True, slots=True)
class Case:
    """A case with the parent whom it shares with another."""

    house: Household
    shared: Parent

    def pays(self, elsewhere: Fraction, rows: Rows) -> Fraction:
        """What the shared parent pays here, nothing where that parent receives, after paying elsewhere."""
        due = fixed_point(self.house.less(self.shared, elsewhere), rows)
        return max(ZERO, round(due if self.shared is Parent.A else -due, FINE_PLACES))

    def settled(self, elsewhere: Money, rows: Rows) -> Settled:
        """The support here after an amount paid elsewhere."""
        return settled(self.house.less(self.shared, in_dollars(elsewhere)), rows)

    def paid(self, found: Settled) -> Money:
        """What the shared parent pays of it."""
        return in_cents(max(ZERO, found.support.paid_by(self.shared)))


@dataclass(frozen=True, slots=True)
class Together:
    """Both cases, each after what the shared parent pays in the other."""

    first: Settled
    second: Settled
    paid_in_first: Money
    paid_in_second: Money


def together(first: Case, second: Case, rows: Rows) -> Together:
    """The support of two cases that agree with one another to the cent. Raises DoesNotSettle."""

    def answer(paid: Fraction) -> Fraction:
        return second.pays(first.pays(paid, rows), rows)

    def answer_in_cents(paid: Money) -> Money:
        return second.paid(second.settled(first.paid(first.settled(paid, rows)), rows))

    least, most = (_until_stable(begin, answer, _near) for begin in (ZERO, second.pays(ZERO, rows)))
    if abs(least - most) > APART:
        raise DoesNotSettle()
    in_second = _until_stable(in_cents(least), answer_in_cents, eq)
    found = first.settled(in_second, rows)
    in_first = first.paid(found)
    return Together(found, second.settled(in_first, rows), in_first, in_second)


def _near(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) < NEAR


def _until_stable(paid: Paid, again: Callable[[Paid], Paid], same: Callable[[Paid, Paid], bool]) -> Paid:
    for _ in range(ROUNDS):
        before, paid = paid, again(paid)
        if same(before, paid):
            return paid
    raise DoesNotSettle()
