"""Income by source and quarter."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kernel.money import ZERO, Money, total
from kernel.refusals import Refused

MONTHS_OF_A_QUARTER = 3
ORDINALS = ("1st", "2nd", "3rd", "4th")


@dataclass(eq=False)
class NotAQuarter(Refused):
    written: str

    def __str__(self) -> str:
        return f"A quarter is written like 2026Q2, not '{self.written[:20]}'."


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months of a year."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    @property
    def first_day(self) -> date:
        """The day on which it begins."""
        return date(self.year, self.number * MONTHS_OF_A_QUARTER - 2, 1)

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        month = self.number * MONTHS_OF_A_QUARTER
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def in_words(self) -> str:
        """``2nd quarter of 2026``."""
        return f"{ORDINALS[self.number - 1]} quarter of {self.year}"


def quarter(written: str) -> Quarter:
    """Read ``2026Q2``, or ``2Q2026`` as wage records have it. Raises NotAQuarter."""
    found = re.fullmatch(r"(?P<year>(?:19|20)[0-9]{2})-?Q(?P<number>[1-4])", written) or re.fullmatch(
        r"(?P<number>[1-4])Q(?P<year>(?:19|20)[0-9]{2})", written
    )
    if found is None:
        raise NotAQuarter(written)
    return Quarter(int(found["year"]), int(found["number"]))


@dataclass(frozen=True, slots=True)
class Income:
    """Money from one source in one quarter. ``confirmed`` is false where a registry alone told it (45 CFR 303.21)."""

    source: str
    quarter: Quarter
    amount: Money
    confirmed: bool


@dataclass(frozen=True, slots=True)
class SourceOfIncome:
    """One source with its amount in each quarter of the table; ``confirmed`` where every amount is."""

    source: str
    amounts: tuple[Money, ...]
    confirmed: bool


@dataclass(frozen=True, slots=True)
class IncomeTable:
    """Sources down, quarters across, with what each quarter came to. Quarters without any income are there too."""

    quarters: tuple[Quarter, ...]
    sources: tuple[SourceOfIncome, ...]
    totals: tuple[Money, ...]

    @property
    def average_month(self) -> Money:
        """A month of the newest quarter, rounded down to the cent: never more than was there."""
        return Money(self.totals[-1].cents // MONTHS_OF_A_QUARTER) if self.totals else ZERO


def by_source_and_quarter(incomes: Iterable[Income]) -> IncomeTable:
    """The table of what a person received, the oldest quarter first, the source named first by name."""
    rows = list(incomes)
    quarters = _without_holes(sorted({row.quarter for row in rows}))
    names = sorted({row.source for row in rows})
    sources = tuple(_source(name, [row for row in rows if row.source == name], quarters) for name in names)
    return IncomeTable(quarters, sources, tuple(_sum(rows, each) for each in quarters))


def _source(name: str, rows: list[Income], quarters: tuple[Quarter, ...]) -> SourceOfIncome:
    return SourceOfIncome(name, tuple(_sum(rows, each) for each in quarters), all(row.confirmed for row in rows))


def _sum(rows: Iterable[Income], of: Quarter) -> Money:
    return total(row.amount for row in rows if row.quarter == of)


def _without_holes(found: list[Quarter]) -> tuple[Quarter, ...]:
    if not found:
        return ()
    first, last = found[0], found[-1]
    count = (last.year - first.year) * 4 + last.number - first.number + 1
    places = (first.number - 1 + step for step in range(count))
    return tuple(Quarter(first.year + place // 4, place % 4 + 1) for place in places)
