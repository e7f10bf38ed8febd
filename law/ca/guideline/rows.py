"""The rows of the guideline, and those of them that are in force in a support period."""

import hashlib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TypeVar

from kernel.money import Money, money
from law.ca.guideline.exact import in_cents
from law.figure import Figure, figure
from law.pack import SHORT
from law.rows import LawRow, in_force, in_force_on, no_overlaps, read_rows

HERE = Path(__file__).parent
ID = "ca.guideline"
MONTHS = 12
"""Months of a year; not a rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(LawRow):
    """One line of the table of K: constant + TN / total_divided_by + divided_by_total / TN, for TN in whole dollars."""

    topic: str
    over: int
    constant: str
    up_to: int = 0
    total_divided_by: str = ""
    divided_by_total: str = ""

    def fraction(self, total: Fraction) -> Fraction:
        """The fraction of K for a total net income in dollars."""
        found = Fraction(Decimal(self.constant))
        if self.total_divided_by:
            found += total / int(self.total_divided_by)
        if self.divided_by_total:
            found += int(self.divided_by_total) / total
        return found

    def __str__(self) -> str:
        more = f" + TN/{int(self.total_divided_by):,}" if self.total_divided_by else ""
        more += f" + {int(self.divided_by_total):,}/TN" if self.divided_by_total else ""
        return f"{self.constant}{more}"


class By(StrEnum):
    """How the threshold of the low-income adjustment is set."""

    UNKNOWN = "not on file"
    AMOUNT = "amount"
    MINIMUM_WAGE = "full-time minimum wage"


@dataclass(frozen=True, slots=True, kw_only=True)
class LowIncome(LawRow):
    """How the threshold of the low-income adjustment is set in a period."""

    topic: str
    by: str
    amount: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOnKind(LawRow):
    """A kind of cost that is additional support, ordered in every case or in the court's discretion."""

    topic: str
    kind: str
    what: str
    mandatory: bool


class Split(StrEnum):
    """How parents share a cost."""

    PROPORTIONAL = "proportional"
    HALF = "half"


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitRow(LawRow):
    """How parents share additional support unless the court orders otherwise."""

    topic: str
    by: str


AnyRow = Band | LowIncome | AddOnKind | SplitRow | Figure
Row = TypeVar("Row", Band, LowIncome, AddOnKind, SplitRow, Figure)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows in force on one day. ``threshold`` is None where none is on file for the period."""

    on: date
    bands: tuple[Band, ...]
    kinds: dict[str, AddOnKind]
    split: SplitRow
    low_income: LowIncome
    threshold: Money | None
    figures: tuple[Figure, ...]

    def figure(self, name: str) -> Figure:
        """The figure ``ca.guideline.<name>``. Raises NoRuleInForce."""
        return figure(self.figures, f"{ID}.{name}", self.on)

    @property
    def most_children(self) -> int:
        """The largest number of children that has a multiplier."""
        return sum(1 for row in self.figures if row.id.startswith(f"{ID}.children."))

    def multiplier(self, children: int) -> Figure:
        """The multiplier for a number of children."""
        return self.figure(f"children.{children}")

    def used(self, children: int) -> tuple[AnyRow, ...]:
        """The rows behind a run for so many children, other than its line of the table of K and its costs."""
        later = {f"{ID}.children.{count}" for count in range(children + 1, self.most_children + 1)}
        return (*(row for row in self.figures if row.id not in later), self.low_income, self.split)


@cache
def rows_on(on: date) -> Rows:
    """The rows in force in a support period, told by its day. Raises NoRuleInForce."""
    low_income = in_force(_all("low_income", LowIncome), f"{ID}.low-income", on)
    split = in_force(_all("split", SplitRow), f"{ID}.add-on.split", on)
    figures = _held(_all("figure", Figure), on)
    kinds = {row.kind: row for row in _held(_all("add_on", AddOnKind), on)}
    bands = tuple(sorted(_held(_all("band", Band), on), key=lambda row: row.over))
    return Rows(on, bands, kinds, split, low_income, _threshold(low_income, figures, on), figures)


@cache
def pack() -> str:
    """The version of all rows of the guideline, which changes with any of them."""
    whole = hashlib.sha256(b"\0".join(file.read_bytes() for file in _files())).hexdigest()
    return f"CA guideline {whole[:SHORT]}"


def _threshold(row: LowIncome, figures: tuple[Figure, ...], on: date) -> Money | None:
    if row.by == By.MINIMUM_WAGE:
        wage, hours, weeks = (
            figure(figures, f"{ID}.{name}", on).exact for name in ("minimum-wage", "full-time.hours", "full-time.weeks")
        )
        return in_cents(wage * hours * weeks / MONTHS)
    return money(row.amount) if row.by == By.AMOUNT else None


def _held(rows: tuple[Row, ...], on: date) -> tuple[Row, ...]:
    return tuple(row for row in rows if in_force_on(row, on))


@cache
def _all(table: str, row: type[Row]) -> tuple[Row, ...]:
    found = tuple(one for file in _files() for one in read_rows(file, table, row))
    no_overlaps(found, ID)
    return found


def _files() -> list[Path]:
    return sorted(HERE.glob("*.toml"))
