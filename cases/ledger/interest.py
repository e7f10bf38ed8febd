"""Simple interest without a lost fraction: kept in parts of a cent so small that every convention divides them."""

import calendar
from datetime import date
from functools import lru_cache
from typing import Final

from cases.ledger.terms import DayCount, Rate, Terms

PARTS_OF_A_YEAR: Final = 267_180
"""Divisible by 365, by 366 and by 12."""
PARTS_OF_A_RATE: Final = 1_000_000
PARTS_OF_A_CENT: Final = PARTS_OF_A_YEAR * PARTS_OF_A_RATE


class Meter:
    """How much one cent of principal has earned by the end of a day, in parts of a cent since the rates began.

    What accrues from one day to another is the difference of two readings.
    """

    def __init__(self, count: DayCount, rates: tuple[Rate, ...]) -> None:
        self._count, self._rates = count, rates
        self._read: dict[date, int] = {}

    def read(self, day: date) -> int:
        """The reading at the end of a day."""
        found = self._read.get(day)
        if found is None:
            rates = (rate for rate in self._rates if rate.first <= day)
            found = self._read[day] = sum(_share(self._count, rate, day) for rate in rates)
        return found


@lru_cache(maxsize=64)
def meters(terms: Terms) -> tuple[Meter, ...]:
    """The meters of one law, one for each principal that bears its own interest; they remember what they have read."""
    return tuple(Meter(terms.day_count, rates) for rates in terms.courses)


def in_cents(parts: int) -> int:
    """Whole cents; half a cent rounds up. Only a sum is ever rounded, so that cents never drift."""
    return (2 * parts + PARTS_OF_A_CENT) // (2 * PARTS_OF_A_CENT)


def _share(count: DayCount, rate: Rate, day: date) -> int:
    last = min(day, rate.last or day)
    parts = int(rate.yearly * PARTS_OF_A_RATE)
    if count is DayCount.MONTHLY:
        return parts * (PARTS_OF_A_YEAR // 12) * (_ended_months(last) - _ended_months(rate.first, before=True))
    if count is DayCount.DAYS_365:
        return parts * (PARTS_OF_A_YEAR // 365) * ((last - rate.first).days + 1)
    return parts * sum(
        PARTS_OF_A_YEAR // (366 if calendar.isleap(year) else 365) * _days_of(year, rate.first, last)
        for year in range(rate.first.year, last.year + 1)
    )


def _ended_months(day: date, *, before: bool = False) -> int:
    """How many months have ended by the end of a day, or by its beginning."""
    ended = not before and day.day == calendar.monthrange(day.year, day.month)[1]
    return day.year * 12 + day.month - 1 + ended


def _days_of(year: int, first: date, last: date) -> int:
    return (min(last, date(year, 12, 31)) - max(first, date(year, 1, 1))).days + 1
