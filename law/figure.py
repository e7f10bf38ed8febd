"""A figure that the law sets, as a dated row: a rate, a limit, a count or an amount."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from kernel.cite import Cite
from law.rows import BrokenRow, in_force

PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Figure:
    """``what`` is a noun phrase; ``value`` a decimal in ``unit``, such as percent, dollars a month, hours or none."""

    id: str
    topic: str
    what: str
    value: str
    cite: Cite
    in_force_from: date
    unit: str = ""
    in_force_until: date | None = None
    verified_by: str = ""
    note: str = ""

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


def figure(rows: Iterable[Figure], rule: str, on: date) -> Figure:
    """The figure in force on a day. Raises NoRuleInForce."""
    return in_force(rows, rule, on)
