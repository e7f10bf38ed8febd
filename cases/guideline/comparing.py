"""The order in force beside what a run gives: dollars, percent, and where a state has one, its test of change."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal

from cases.guideline.facts import Figured, Parent
from kernel.money import Money
from law.nc.guideline import Comparison, OrderInForce, compare
from law.nc.guideline.facts import Side

TENTH = Decimal("0.1")
COMPARED = {
    "nc": "the order that the worksheet recommends",
    "ca": "the guideline support, without shares of additional support (Cal. Fam. Code § 4061)",
}


@dataclass(frozen=True, slots=True)
class Beside:
    """``compared`` says which figure of the run ``guideline`` is.

    ``difference`` is what the obligor would pay more than now, below zero where it is less.
    ``percent`` is its size in percent of the order, cut off after one place; None where nothing is ordered. ``test``
    is the state's test of a substantial change, None where the state's rows hold none.
    """

    ordered: Money
    ordered_on: date
    guideline: Money
    compared: str
    difference: Money
    percent: Decimal | None
    test: Comparison | None


def beside(ordered: Money, ordered_on: date, found: Figured, *, filed_on: date) -> Beside:
    """A run beside the order in force, whose age is measured on the day of filing. Raises FiledBeforeTheOrder."""
    guideline = found.amount if found.payer is not Parent.OBLIGEE else -found.amount
    difference = guideline - ordered
    return Beside(
        ordered=ordered,
        ordered_on=ordered_on,
        guideline=guideline,
        compared=COMPARED[found.state],
        difference=difference,
        percent=in_percent(difference, ordered),
        test=change_test(guideline, ordered, ordered_on, filed_on=filed_on, heard_on=found.on)
        if found.state == "nc"
        else None,
    )


def change_test(guideline: Money, ordered: Money, ordered_on: date, *, filed_on: date, heard_on: date) -> Comparison:
    """North Carolina's test of the age of the order and of the difference. Raises FiledBeforeTheOrder."""
    order = OrderInForce(Side.DEFENDANT, ordered, ordered_on)
    payer = Side.DEFENDANT if guideline.cents >= 0 else Side.PLAINTIFF
    return compare(order, payer, Money(abs(guideline.cents)), filed_on=filed_on, heard_on=heard_on)


def in_percent(difference: Money, ordered: Money) -> Decimal | None:
    """With one place, cut off rather than rounded up: 14.96 percent is not 15."""
    if not ordered.cents:
        return None
    return (Decimal(difference.cents * 100) / Decimal(ordered.cents)).quantize(TENTH, ROUND_DOWN)
