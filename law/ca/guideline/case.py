"""The support of one case, with the steps of its formula, its children and its low-income range."""

from dataclasses import dataclass

from kernel.money import Money
from law.ca.guideline.asked import Parent, Timeshare
from law.ca.guideline.formula import Support, of_each_child
from law.ca.guideline.hardship import Household, Settled
from law.ca.guideline.low_income import LowIncomeRange, low_income
from law.ca.guideline.rows import Rows


@dataclass(frozen=True, slots=True)
class CaseSupport:
    """``per_child`` is empty where the children have different timeshares (Fam. Code § 4055(b)(8)).

    ``paid_elsewhere`` is what the parent whom two cases share pays in the other one.
    """

    settled: Settled
    children: int
    timeshare: Timeshare
    per_child: tuple[Money, ...]
    low_income: LowIncomeRange
    paid_elsewhere: Money

    @property
    def support(self) -> Support:
        """The steps of the formula."""
        return self.settled.support

    @property
    def payer(self) -> Parent | None:
        """Who pays; None where nothing is due."""
        return self.support.payer

    @property
    def amount(self) -> Money:
        """The amount of the formula: the high end of the range where a low-income adjustment is presumed."""
        return self.support.amount


def case_support(found: Settled, house: Household, paid_elsewhere: Money, rows: Rows) -> CaseSupport:
    """A settled case with the amount of each child and its low-income range."""
    divided = not house.timeshare.differs
    return CaseSupport(
        settled=found,
        children=house.children,
        timeshare=house.timeshare,
        per_child=of_each_child(abs(found.support.one_child), house.children, rows) if divided else (),
        low_income=low_income(found.support, house.children, divided=divided, rows=rows),
        paid_elsewhere=paid_elsewhere,
    )
