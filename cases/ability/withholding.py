"""The most that may be withheld from an obligor's income: the lower of the state's limit and the federal one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from math import floor

from kernel.money import Money
from law.figure import Figure, figure, figures_of
from law.rows import LawRow

NC, US = "nc.withholding", "us.withholding"
WEEK = 7


@dataclass(frozen=True, slots=True)
class Obligor:
    """What the limits turn on: how many orders, whom the obligor supports besides, and how old the arrears are."""

    orders: int
    supports_others: bool
    days_behind: int


@dataclass(frozen=True, slots=True)
class Limit:
    """A part of the disposable income, the amount that it comes to, and the rows that set it."""

    percent: str
    most: Money
    rows: tuple[LawRow, ...]


@dataclass(frozen=True, slots=True)
class WithholdingLimit:
    """Both limits; the lower one governs."""

    state: Limit
    federal: Limit

    @property
    def governs(self) -> Limit:
        """The limit that is reached first."""
        return min(self.state, self.federal, key=lambda limit: limit.most)


def withholding_limit(state: str, disposable: Money, obligor: Obligor, *, on: date) -> WithholdingLimit:
    """The limits on a pay of so much disposable income in a state by its two letters. Raises NoRuleInForce."""
    row = figure(figures_of(state.lower()), SITUATIONS[state](obligor), on)
    return WithholdingLimit(_limit(disposable, (row,)), federal_limit(disposable, obligor, on=on))


def federal_limit(disposable: Money, obligor: Obligor, *, on: date) -> Limit:
    """The limit that holds in every state (15 U.S.C. § 1673(b)(2))."""
    rows = figures_of("us")
    base = figure(rows, f"{US}.supporting" if obligor.supports_others else f"{US}.alone", on)
    old = obligor.days_behind > figure(rows, f"{US}.old-arrears-weeks", on).count * WEEK
    return _limit(disposable, (base, figure(rows, f"{US}.old-arrears", on)) if old else (base,))


def _north_carolina(obligor: Obligor) -> str:
    if obligor.orders <= 1:
        return f"{NC}.one-order"
    return f"{NC}.more-orders-supporting" if obligor.supports_others else f"{NC}.more-orders"


def _california(_: Obligor) -> str:
    return "ca.withholding.half"


def _limit(disposable: Money, rows: tuple[Figure, ...]) -> Limit:
    """Rounded down: a cent more would be above the limit."""
    percent = sum(row.decimal for row in rows)
    most = Money(floor(disposable.cents * sum(row.exact for row in rows)))
    return Limit(f"{percent}", most, rows)


SITUATIONS: Mapping[str, Callable[[Obligor], str]] = {"NC": _north_carolina, "CA": _california}
"""The row of each state that governs what an obligor stands in."""
