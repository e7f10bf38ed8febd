"""The Schedule of Basic Support Obligations: an obligation for an income and a number of children."""

import csv
import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from law.counting import months_on
from law.figure import CENTS, Figure
from law.nc.guideline.figures import ROWS, Figures
from law.nc.guideline.refusals import NoSchedule
from law.pack import SHORT
from law.rows import LawRow, no_overlaps, read_rows

MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule(LawRow):
    """One edition of the schedule; its rows stand in ``file``.

    ``confirmed_until`` is the last hearing day on which it holds as the county attorney has confirmed.
    """

    file: str
    confirmed_until: date | None = None


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
    """The edition for hearings on a day; none from its second review on. Raises NoSchedule."""
    for row in schedules():
        if row.in_force_from <= hearing_on <= _last_day(row):
            return row
    first = min(row.in_force_from for row in schedules())
    raise NoSchedule(hearing_on, first, max(_last_day(row) for row in schedules()))


def to_be_checked(hearing_on: date) -> str:
    """What is to be done before the edition of a day is relied on, in one sentence; empty where nothing is.

    Raises NoSchedule.
    """
    row = schedule_on(hearing_on)
    due, rule = _review_on(row, 1), _review(row)
    if hearing_on < due or hearing_on <= (row.in_force_until or row.confirmed_until or date.min):
        return ""
    return (
        f"The Schedule of {row.in_force_from:%B %-d, %Y} is due for review within {rule.count} years ({rule.cite}), so "
        f"that a newer one may hold from {due:%B %-d, %Y} on: before this amount is used, the county attorney checks "
        f"which holds for a hearing on {hearing_on:%B %-d, %Y}."
    )


def _last_day(row: Schedule) -> date:
    """The last hearing day for which an edition is used; where the next is not on file, that before a second review."""
    return row.in_force_until or max(_review_on(row, 2) - timedelta(days=1), row.confirmed_until or date.min)


def _review_on(row: Schedule, times: int) -> date:
    """The day before which an edition is to be reviewed for the first or second time."""
    return months_on(row.in_force_from, times * _review(row).count * MONTHS)


def _review(row: Schedule) -> Figure:
    return Figures(row.in_force_from)["review-years"]


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
