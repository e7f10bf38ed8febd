"""Two cases of one parent, found together: what is paid in each is deducted in the other (Fam. Code § 4059(e))."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from kernel.money import Money
from kernel.refusals import Refused
from law.ca.guideline.asked import Parent
from law.ca.guideline.exact import in_cents, in_dollars
from law.ca.guideline.hardship import Household, Settled, fixed_point, settled
from law.ca.guideline.rows import Rows

ROUNDS = 200
NEAR = Fraction(1, 10_000)
"""Dollars by which two rounds may differ before they are taken for the same."""

Paid = TypeVar("Paid", Fraction, Money)


@dataclass(eq=False)
class DoesNotSettle(Refused):
    """Two cases that drive one another up and down without end."""

    def __str__(self) -> str:
        return "The two cases do not settle on one amount each; the court must fix one of them first."


@dataclass(frozen=True, slots=True)
class Case:
    """A case with the parent whom it shares with another."""

    house: Household
    shared: Parent

    def pays(self, elsewhere: Fraction, rows: Rows) -> Fraction:
        """What the shared parent pays here, nothing where that parent receives, after paying elsewhere."""
        due = fixed_point(self.house.less(self.shared, elsewhere), rows)
        return max(Fraction(0), due if self.shared is Parent.A else -due)

    def settled(self, elsewhere: Money, rows: Rows) -> Settled:
        """The support here after an amount paid elsewhere."""
        return settled(self.house.less(self.shared, in_dollars(elsewhere)), rows)

    def paid(self, found: Settled) -> Money:
        """What the shared parent pays of it."""
        return in_cents(max(Fraction(0), found.support.paid_by(self.shared)))


@dataclass(frozen=True, slots=True)
class Together:
    """Both cases, each after what the shared parent pays in the other."""

    first: Settled
    second: Settled
    paid_in_first: Money
    paid_in_second: Money


def together(first: Case, second: Case, rows: Rows) -> Together:
    """The support of two cases that agree with one another to the cent. Raises DoesNotSettle."""
    near = _until_stable(
        Fraction(0), lambda paid: second.pays(first.pays(paid, rows), rows), lambda old, new: abs(old - new) < NEAR
    )

    def again(paid: Money) -> Money:
        return second.paid(second.settled(first.paid(first.settled(paid, rows)), rows))

    in_second = _until_stable(in_cents(near), again, lambda old, new: old == new)
    found = first.settled(in_second, rows)
    in_first = first.paid(found)
    return Together(found, second.settled(in_first, rows), in_first, in_second)


def _until_stable(paid: Paid, again: Callable[[Paid], Paid], same: Callable[[Paid, Paid], bool]) -> Paid:
    for _ in range(ROUNDS):
        before, paid = paid, again(paid)
        if same(before, paid):
            return paid
    raise DoesNotSettle()
