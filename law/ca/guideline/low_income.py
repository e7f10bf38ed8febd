"""The range of the low-income adjustment (Fam. Code § 4055(b)(7), (c))."""

from dataclasses import dataclass

from kernel.money import ZERO, Money
from law.ca.guideline.exact import in_cents, in_dollars
from law.ca.guideline.formula import Support, of_each_child
from law.ca.guideline.rows import Rows


@dataclass(frozen=True, slots=True)
class LowIncomeRange:
    """From the lowest to the highest amount that the court may order without rebutting the presumption.

    ``threshold``, ``max_reduction`` and ``low`` are None where no threshold is on file for the period. ``low`` is the
    exact amount less the exact reduction, so a cent of rounding may lie between the three. ``low_per_child`` divides
    the low end as the whole is divided, the youngest first.
    """

    threshold: Money | None
    applies: bool
    max_reduction: Money | None
    low: Money | None
    high: Money
    low_per_child: tuple[Money, ...] = ()


def low_income(found: Support, children: int, *, divided: bool, rows: Rows) -> LowIncomeRange:
    """The range for the payer's net income; from the amount to the amount where no adjustment is presumed."""
    threshold, payer = rows.threshold, found.payer
    if threshold is None:
        return LowIncomeRange(None, False, None, None, found.amount)
    if payer is None or found.nets[payer] >= in_dollars(threshold):
        return LowIncomeRange(threshold, False, ZERO, found.amount, found.amount)
    kept = found.nets[payer] / in_dollars(threshold)
    each = of_each_child(abs(found.one_child) * kept, children, rows) if divided else ()
    reduction = found.exact * (1 - kept)
    return LowIncomeRange(threshold, True, in_cents(reduction), in_cents(found.exact * kept), found.amount, each)
