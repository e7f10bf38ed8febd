"""The rows of money of one state: interest, application of payments, conversion, suspension, vesting."""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final

from kernel.money import Money
from kernel.refusals import Refused
from law.rows import BrokenRow, LawRow, Row, in_force, no_overlaps, read_rows
from law.states import law_of

LAW = Path(__file__).parent
FILES = "money*.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestRate(LawRow):
    """Simple interest by the year on unpaid support, by the day on which it accrues; ``begins`` says from when."""

    rate: str
    begins: str

    @property
    def yearly(self) -> Decimal:
        """The rate as a share of the principal."""
        return Decimal(self.rate)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationOrder(LawRow):
    """To what a payment goes first, by the day of its collection: ``current family``, ``interest assigned`` ..."""

    steps: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOrder(LawRow):
    """Which kind of support a payment goes to first among amounts that fell due on one day."""

    order: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion(LawRow):
    """How many times an amount of a frequency falls into a month; the id names the frequency."""

    factor: str

    def monthly(self, amount: Money) -> Money:
        """The amount by the month; half a cent rounds up."""
        exact = Fraction(self.factor) * amount.cents
        return Money((2 * exact.numerator + exact.denominator) // (2 * exact.denominator))


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDays(LawRow):
    """On which days support of a frequency falls due, which the id names.

    ``by_the_month`` where it is made a monthly amount due on the first; otherwise it falls due on its own days.
    """

    by_the_month: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionRule(LawRow):
    """A cause for which no support falls due; the id names it.

    ``by`` is how it works: "operation of law" or "court finding". ``longer_than_days`` is how long the cause must
    last, ``from_full_month`` whether it begins with the first full month, and ``resumes_in_month`` the month after
    its end on whose first day support runs again; 0 for the day after. ``of_child`` where it reaches only the
    support of the child whom it is about.
    """

    by: str
    of_child: bool = False
    longer_than_days: int = 0
    from_full_month: bool = False
    resumes_in_month: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class VestingRule(LawRow):
    """Which instalments a motion to modify can still reach.

    ``needs_notice`` where due notice must also have been given; ``includes_the_day`` where an instalment due on the
    very day can be reached.
    """

    needs_notice: bool
    includes_the_day: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectProof(LawRow):
    """A proof by which support paid straight to the obligee counts; the id names it."""



@dataclass(frozen=True)
class MoneyLaw:
    """Every row of money of one state."""

    state: str
    interest: tuple[InterestRate, ...]
    judgment_interest: tuple[InterestRate, ...]
    application: tuple[ApplicationOrder, ...]
    kinds: tuple[KindOrder, ...]
    conversion: tuple[Conversion, ...]
    due_days: tuple[DueDays, ...]
    suspension: tuple[SuspensionRule, ...]
    vesting: tuple[VestingRule, ...]
    direct_proof: tuple[DirectProof, ...]

    def monthly(self, amount: Money, frequency: str, on: date) -> Money:
        """An amount of a frequency by the month, under the row of a day. Raises NoRuleInForce."""
        return in_force(self.conversion, frequency, on).monthly(amount)

    def by_the_month(self, frequency: str, on: date) -> bool:
        """Whether support of a frequency is made a monthly amount under an order of a day. Raises NoRuleInForce."""
        return in_force(self.due_days, frequency, on).by_the_month

    def suspension_rule(self, cause: str, on: date) -> SuspensionRule:
        """The row of a cause on a day. Raises NoRuleInForce."""
        return in_force(self.suspension, cause, on)

    def vesting_rule(self, on: date) -> VestingRule:
        """What a motion filed on a day can reach. Raises NoRuleInForce."""
        return in_force(self.vesting, "vesting", on)

    def accepts(self, proof: str, on: date) -> bool:
        """Whether a direct payment of a day counts by this proof."""
        return any(
            row.id == proof and row.in_force_from <= on and (row.in_force_until is None or on <= row.in_force_until)
            for row in self.direct_proof
        )


@dataclass(eq=False)
class NoMoneyLawOf(Refused):
    state: str
    known: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        return f"The rows of money of '{self.state[:20]}' are not on file."


TABLES: Final[dict[str, type[LawRow]]] = {
    "interest": InterestRate,
    "judgment_interest": InterestRate,
    "application": ApplicationOrder,
    "kinds": KindOrder,
    "conversion": Conversion,
    "due_days": DueDays,
    "suspension": SuspensionRule,
    "vesting": VestingRule,
    "direct_proof": DirectProof,
}
"""The tables of a file of money, by their names, as MoneyLaw holds them."""
NEEDED: Final = ("application", "kinds", "vesting", "conversion", "due_days")
"""Without these no account can be counted."""


@cache
def money_law(state: str) -> MoneyLaw:
    """The rows of money of a state by its two letters. Raises NoLawOf, NoMoneyLawOf or BrokenRow."""
    files = sorted((LAW / law_of(state).state.lower()).glob(FILES))
    if not files:
        raise NoMoneyLawOf(state)
    rows: dict[str, Any] = {name: _rows(files, name, row) for name, row in TABLES.items()}
    if any(not rows[name] for name in NEEDED):
        raise BrokenRow(files[0].name, f"a state needs rows of {', '.join(NEEDED)}")
    for of_one_table in rows.values():
        no_overlaps(of_one_table, files[0].name)
    return MoneyLaw(law_of(state).state, **rows)


def _rows(files: list[Path], table: str, row: type[Row]) -> tuple[Row, ...]:
    return tuple(
        one for file in files if table in tomllib.loads(file.read_text(encoding="utf-8"))
        for one in read_rows(file, table, row)
    )  # fmt: skip
