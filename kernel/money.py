"""US dollars, counted in whole cents."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kernel.refusals import Refused

_WRITTEN = re.compile(r"(?P<sign>-?)\$?(?P<dollars>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(?:\.(?P<cents>[0-9]{2}))?")


@dataclass(eq=False)
class NotMoney(Refused):
    """The text is not an amount of dollars and cents."""

    def __str__(self) -> str:
        return "An amount is written as dollars and cents, such as 1,234.50."


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """US dollars, held as whole cents."""

    cents: int

    def __add__(self, other: "Money") -> "Money":
        return Money(self.cents + other.cents)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.cents - other.cents)

    def __neg__(self) -> "Money":
        return Money(-self.cents)

    def times(self, rate: Decimal) -> "Money":
        """Half a cent rounds up, and only here."""
        return Money(int((self.cents * rate).quantize(Decimal(1), ROUND_HALF_UP)))

    def __str__(self) -> str:
        sign = "-" if self.cents < 0 else ""
        return f"{sign}${abs(self.cents) // 100:,}.{abs(self.cents) % 100:02}"


ZERO = Money(0)
LARGEST = Money(1_000_000_000)
"""Ten million dollars: no amount of a support case that a person enters is larger."""


def total(amounts: Iterable[Money]) -> Money:
    """The sum; of nothing, zero."""
    return Money(sum(amount.cents for amount in amounts))


def money(written: str) -> Money:
    """Read ``1,234.50``, ``-915.00`` or ``200``. ASCII digits only.

    Raises NotMoney for anything else: exponents, underscores, other digits, half cents.
    """
    found = _WRITTEN.fullmatch(written.strip())
    if found is None:
        raise NotMoney()
    cents = int(found["dollars"].replace(",", "")) * 100 + int(found["cents"] or 0)
    return Money(-cents if found["sign"] else cents)
