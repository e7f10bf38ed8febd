"""Exact parts of dollars, and the one place where they become cents or decimals."""

from decimal import Decimal
from fractions import Fraction
from math import floor

from kernel.money import Money

HALF = Fraction(1, 2)
PLACES = 6


def in_dollars(amount: Money) -> Fraction:
    """An amount as dollars, exactly."""
    return Fraction(amount.cents, 100)


def in_cents(dollars: Fraction) -> Money:
    """Dollars as whole cents; half a cent rounds up."""
    return Money(floor(dollars * 100 + HALF))


def told(value: Fraction, places: int = PLACES) -> str:
    """A value of no unit as a decimal with so many places; half rounds up."""
    return str(Decimal(floor(value * 10**places + HALF)).scaleb(-places).quantize(Decimal(1).scaleb(-places)))
