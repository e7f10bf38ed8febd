"""Health insurance of the children: whose cost is reasonable."""

from dataclasses import dataclass
from datetime import date

from kernel.money import Money
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
