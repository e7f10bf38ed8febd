"""A figure that the law sets, as a dated row: a rate, a limit, a count or an amount."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache
from pathlib import Path

from kernel.money import Money
from law.rows import BrokenRow, LawRow, in_force, no_overlaps, read_rows

LAW = Path(__file__).parent
PERCENT = "percent"
CENTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(LawRow):
    """``what`` is a noun phrase; ``value`` a decimal in ``unit``, such as percent, dollars a month, hours or none."""

    topic: str
    what: str
    value: str
    unit: str = ""

    def __post_init__(self) -> None:
        try:
            Decimal(self.value)
        except InvalidOperation:
            raise BrokenRow(self.id, f"'{self.value}' is no figure") from None

    @property
    def decimal(self) -> Decimal:
        """The value, read."""
        return Decimal(self.value)

    @property
    def exact(self) -> Fraction:
        """The value without any rounding; of a percentage, its part of one."""
        return Fraction(self.decimal) / (100 if self.unit == PERCENT else 1)

    @property
    def cents(self) -> Fraction:
        """The value of an amount of dollars, in cents."""
        return self.exact * CENTS

    @property
    def money(self) -> Money:
        """The value of an amount of dollars."""
        return Money(int(self.cents))

    @property
    def count(self) -> int:
        """The value of a count."""
        return int(self.exact)


def figure(rows: Iterable[Figure], rule: str, on: date) -> Figure:
    """The figure in force on a day. Raises NoRuleInForce."""
    return in_force(rows, rule, on)


@cache
def figures_of(*folders: str) -> tuple[Figure, ...]:
    """Every figure in the files of folders under ``law/``, such as those of a state and of the federal law."""
    files = (file for folder in folders for file in sorted((LAW / folder).glob("*.toml")))
    found = tuple(row for file in files for row in read_rows(file, "figure", Figure))
    no_overlaps(found, ", ".join(folders))
    return found
