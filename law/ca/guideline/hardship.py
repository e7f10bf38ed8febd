"""The hardship deduction for other children at home: a deduction that hangs on the support that it changes.

For each such child the court may deduct up to the support of each child of the order, which is the whole divided by the
number of children (Fam. Code § 4071(b)). The support is therefore a fixed point.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from kernel.money import Money
from law.ca.guideline.asked import Parent, Timeshare
from law.ca.guideline.exact import in_cents, in_dollars
from law.ca.guideline.formula import ZERO, Nets, Support, support
from law.ca.guideline.rows import Rows

FINE = 1_000_000
"""The fixed point is sought to a millionth of a dollar."""
A_CENT_AND_A_BIT = Fraction(1, 50)


@dataclass(frozen=True, slots=True)
class Household:
    """Nets before hardship, the parts allowed for other children at home, the children of the order and their time."""

    nets: Nets
    hardship: Mapping[Parent, Fraction]
    timeshare: Timeshare
    children: int

    def less(self, parent: Parent, paid: Fraction) -> "Household":
        """The same after a parent has paid so much elsewhere, down to no income at all."""
        return replace(self, nets={**self.nets, parent: max(ZERO, self.nets[parent] - paid)})


@dataclass(frozen=True, slots=True)
class Settled:
    """Support with each parent's hardship deduction, both in cents.

    ``exact`` is false where the table of K jumps just there, so that no amount agrees with its own deduction; the
    deduction then stays below what the support would allow, never above it.
    """

    support: Support
    deductions: Mapping[Parent, Money]
    exact: bool = True


def settled(house: Household, rows: Rows) -> Settled:
    """The support that agrees with the deductions which it allows; without hardship, the formula."""
    due = fixed_point(house, rows)
    deductions = {parent: in_cents(amount) for parent, amount in _deductions(house, abs(due)).items()}
    found = _support(house, {parent: in_dollars(amount) for parent, amount in deductions.items()}, rows)
    return Settled(found, deductions, abs(found.paid_by(Parent.A) - due) < A_CENT_AND_A_BIT)


def fixed_point(house: Household, rows: Rows) -> Fraction:
    """What parent A pays, negative where B does, to a millionth of a dollar: found by halving what it may be."""
    plain = _support(house, {}, rows)
    payer = plain.payer
    if payer is None or not any(house.hardship.values()):
        return plain.paid_by(Parent.A)
    low, high = 0, int(plain.total * plain.multiplier * FINE) + 1
    while high - low > 1:
        middle = (low + high) // 2
        assumed = Fraction(middle, FINE)
        left = _support(house, _deductions(house, assumed), rows).paid_by(payer)
        low, high = (middle, high) if left >= assumed else (low, middle)
    due = Fraction(low, FINE)
    return due if payer is Parent.A else -due


def _deductions(house: Household, whole: Fraction) -> dict[Parent, Fraction]:
    """What the court may deduct when the support of the order is ``whole``; never more than the income itself."""
    each = whole / house.children
    return {parent: min(house.hardship[parent] * each, house.nets[parent]) for parent in Parent}


def _support(house: Household, deducted: Mapping[Parent, Fraction], rows: Rows) -> Support:
    nets = {parent: house.nets[parent] - deducted.get(parent, ZERO) for parent in Parent}
    return support(nets, house.timeshare, house.children, rows)
