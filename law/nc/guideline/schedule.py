"""The Schedule of Basic Support Obligations: an obligation for an income and a number of children."""

import csv
import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

from law.figure import CENTS
from law.nc.guideline.figures import ROWS, Figures
from law.nc.guideline.refusals import NoSchedule
from law.pack import SHORT
from law.rows import LawRow, in_force_on, no_overlaps, read_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule(LawRow):
    """One edition of the schedule; its rows stand in ``file``."""

    file: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """How one obligation was read off the schedule: ``line`` of the worksheet, and the rows on both sides.

    Amounts are cents; ``lower`` and ``upper`` are income and obligation, and are the same row where no interpolation
    was needed.
    """

    line: str
    whose: str
    children: int
    income: Fraction
    lower: tuple[int, int]
    upper: tuple[int, int]

    @property
    def amount(self) -> Fraction:
        """The obligation in cents: between two rows in proportion, exact to any part of a cent."""
        (below, low), (above, high) = self.lower, self.upper
        if above == below:
            return Fraction(low)
        return low + (self.income - below) * Fraction(high - low, above - below)


@cache
def schedules() -> tuple[Schedule, ...]:
    """Every edition, in force or not. Raises BrokenRow."""
    rows = read_rows(ROWS, "schedule", Schedule)
    no_overlaps(rows, ROWS.name)
    return rows


def schedule_on(hearing_on: date) -> Schedule:
    """The edition for hearings on a day. Raises NoSchedule."""
    for row in schedules():
        if in_force_on(row, hearing_on):
            return row
    ends = [row.in_force_until for row in schedules()]
    last = None if None in ends else max(end for end in ends if end)
    raise NoSchedule(hearing_on, min(row.in_force_from for row in schedules()), last)


def look_up(income: Fraction, children: int, *, on: date, line: str, whose: str) -> Lookup:
    """The basic obligation for an income of at most the cap and one to six children. Raises NoSchedule."""
    figures = Figures(on)
    foot = (figures["minimum-obligation-to"].money.cents, figures["minimum-order"].money.cents)
    incomes, obligations = _column(schedule_on(on).file, children)
    place = bisect_right(incomes, int(income))
    lower = foot if place == 0 else (incomes[place - 1], obligations[place - 1])
    if income <= lower[0]:
        return Lookup(line, whose, children, income, lower, lower)
    return Lookup(line, whose, children, income, lower, (incomes[place], obligations[place]))


@cache
def _column(file: str, children: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    rows = table(file)
    return tuple(earned for earned, _ in rows), tuple(owed[children - 1] for _, owed in rows)


@cache
def table(file: str) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """The rows of an edition: income, then the obligation for one to six children, all in cents."""
    with (ROWS.parent / file).open(encoding="utf-8", newline="") as opened:
        (_, *rows) = csv.reader(opened)
    return tuple((int(row[0]) * CENTS, tuple(int(cell) * CENTS for cell in row[1:])) for row in rows)


@cache
def pack() -> str:
    """The version of all rows of the Guidelines, which changes with any figure and any row of any schedule."""
    files = [ROWS, *(ROWS.parent / row.file for row in schedules())]
    whole = hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
    return f"NC guideline {whole[:SHORT]}"
