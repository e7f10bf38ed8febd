"""Health insurance of the children: whose cost is reasonable, and which part of a premium is theirs."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kernel.money import Money
from kernel.refusals import Refused
from law.figure import Figure
from law.nc.guideline.facts import Inputs, Side
from law.nc.guideline.figures import Figures


@dataclass(frozen=True, slots=True)
class InsuranceTest:
    """Whether the cost is within the part of gross income that the statute calls reasonable."""

    side: Side
    cost: Money
    limit: Money
    reasonable: bool
    figure: Figure


@dataclass(eq=False)
class NotAPremium(Refused):
    persons: int
    children: int

    def __str__(self) -> str:
        return f"A premium that covers {self.persons} persons cannot be shared out to {self.children} of the case."


def insurance_tests(inputs: Inputs) -> tuple[InsuranceTest, ...]:
    """The test for each parent who pays for insurance."""
    return tuple(
        insurance_test(side, Money(parent.insurance), Money(parent.gross), inputs.hearing_on)
        for side in Side
        if (parent := inputs.parent(side)).insurance
    )


def insurance_test(side: Side, cost: Money, gross: Money, on: date) -> InsuranceTest:
    """Whether insurance is reasonable in cost for a parent with this gross income (N.C. Gen. Stat. § 50-13.11(a1))."""
    limit = insurance_limit(gross, on)
    return InsuranceTest(side, cost, limit, cost <= limit, Figures(on)["insurance"])


def insurance_limit(gross: Money, on: date) -> Money:
    """What insurance may cost a parent with this gross income and be reasonable, a part of a cent left off."""
    return Money(int(gross.cents * Figures(on)["insurance"].exact))


def childrens_share(premium: Money, *, persons: int, children: int) -> Money:
    """The children's part of a premium where it is not known: in proportion to the persons covered.

    Raises NotAPremium.
    """
    if premium.cents < 0 or not 0 < children <= persons:
        raise NotAPremium(persons, children)
    return Money(int(Fraction(premium.cents * children, persons) + Fraction(1, 2)))
