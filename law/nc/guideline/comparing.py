"""The order in force beside a proposed one: is the difference presumed to be a substantial change of circumstances?"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kernel.money import Money
from law.counting import months_on
from law.figure import Figure
from law.nc.guideline.facts import Side
from law.nc.guideline.figures import Figures
from law.nc.guideline.refusals import FiledBeforeTheOrder

MONTHS = 12


@dataclass(frozen=True, slots=True)
class OrderInForce:
    """What the court ordered before: who pays how much a month, and the day on which it was entered."""

    payer: Side
    amount: Money
    entered_on: date


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both tests of the presumption with what they were measured by.

    ``difference`` is proposed less ordered, as the payer of the order in force feels it; ``percent`` is its size as a
    percentage of the order in force, None where that order is for nothing: then it is not shown to be large, and a
    person decides. ``old_enough_on`` is the first day on which a motion meets the test of age.
    """

    in_force: Money
    proposed: Money
    difference: Money
    percent: Fraction | None
    old_enough_on: date
    old_enough: bool
    large_enough: bool
    years: Figure
    least: Figure

    @property
    def presumed(self) -> bool:
        """Whether a substantial change is presumed: both tests are met."""
        return self.old_enough and self.large_enough

    def __str__(self) -> str:
        """Both tests in one sentence, with their cite."""
        size = "" if self.percent is None else f" ({percent_cut(self.percent)} percent)"
        way = "more" if self.difference.cents >= 0 else "less"
        age = "is" if self.old_enough else "is not"
        presumed = "is" if self.presumed else "is not"
        return (
            f"The proposed order is {Money(abs(self.difference.cents))}{size} {way} than the order in force; "
            f"{self._large}, and the order {age} at least {self.years.value} years old: "
            f"a substantial change of circumstances {presumed} presumed ({self.years.cite})."
        )

    @property
    def _large(self) -> str:
        if self.percent is None:
            return f"of an order for nothing no {self.least.value} percent can be shown, so a person decides"
        return f"that {'is' if self.large_enough else 'is not'} at least {self.least.value} percent"


def compare(order: OrderInForce, payer: Side | None, amount: Money, *, filed_on: date, heard_on: date) -> Comparison:
    """The tests of three years and 15 percent, by the figures in force on the day of the hearing.

    A proposed order that the other parent pays counts as less than nothing. Raises FiledBeforeTheOrder.
    """
    if filed_on < order.entered_on:
        raise FiledBeforeTheOrder(filed_on, order.entered_on)
    figures = Figures(heard_on)
    years, least = figures["modification-years"], figures["modification-difference"]
    proposed = amount if payer in (order.payer, None) else -amount
    difference = proposed - order.amount
    old_enough_on = months_on(order.entered_on, years.count * MONTHS)
    return Comparison(
        in_force=order.amount,
        proposed=proposed,
        difference=difference,
        percent=Fraction(abs(difference.cents) * 100, order.amount.cents) if order.amount.cents else None,
        old_enough_on=old_enough_on,
        old_enough=filed_on >= old_enough_on,
        large_enough=order.amount.cents > 0 and abs(difference.cents) >= order.amount.cents * least.exact,
        years=years,
        least=least,
    )


def percent_cut(percent: Fraction) -> str:
    """A percentage with one place, cut off rather than rounded: 14.96 percent is not 15."""
    tenths = int(percent * 10)
    return f"{tenths // 10}.{tenths % 10}"
