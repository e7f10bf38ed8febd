"""What a worksheet comes to after the lines of income."""

from dataclasses import dataclass
from fractions import Fraction

from kernel.money import Money
from law.figure import Figure
from law.nc.guideline.facts import Both, Side
from law.nc.guideline.results import Line, dollars, one_side
from law.nc.guideline.schedule import Lookup


@dataclass(frozen=True, slots=True)
class Outcome:
    """The lines from 4 on, who pays how much, and the rows that were used for them."""

    lines: tuple[Line, ...]
    payer: Side | None
    amount: Money
    lookups: tuple[Lookup, ...]
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()
    shaded: bool = False
    minimum: bool = False


def paid_by(payer: Side, amount: Fraction) -> tuple[Side | None, Money]:
    """The order in whole cents, never below zero; nobody pays nothing."""
    ordered = dollars(max(Fraction(0), amount))
    return (payer if ordered.cents else None), ordered


def larger_pays(number: str, owed: Both) -> tuple[Line, Side | None, Money]:
    """The last line of worksheets B and C: who owes the larger support pays the difference."""
    payer = Side.PLAINTIFF if owed.plaintiff > owed.defendant else Side.DEFENDANT
    difference = owed.of(payer) - owed.of(payer.other)
    return one_side(number, "Recommended child support order", payer, difference), *paid_by(payer, difference)
