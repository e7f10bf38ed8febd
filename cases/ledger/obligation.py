"""What the court ordered to be paid, and the days on which it falls due."""

import calendar
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cases.ledger.kinds import Frequency, Kind, Payee
from kernel.money import ZERO, Money

WEEK = timedelta(days=7)
MONTHS = 12
MIDDLE_OF_THE_MONTH = 15
SHORTEST_MONTH = 28


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """Another amount from a day on, as when a child leaves."""

    on: date
    amount: Money
    why: str = ""


@dataclass(frozen=True, slots=True)
class Obligation:
    """Support under one order. ``until`` is the last day on which it can fall due; ``due_day`` the day of the month.

    Monthly support is due on the first (G.S. 50-13.4(c)) unless ``due_day`` says otherwise, semimonthly amounts on the
    1st and the 15th. Others fall due on ``effective_on`` and then every so many weeks or months, on the last day of a
    month that is shorter.
    """

    amount: Money
    effective_on: date
    until: date | None = None
    kind: Kind = Kind.CHILD
    frequency: Frequency = Frequency.MONTHLY
    due_day: int = 1
    steps: tuple[Step, ...] = ()
    payee: Payee = Payee.FAMILY

    def amount_on(self, day: date) -> Money:
        """The amount that holds on a day: that of the newest step by then."""
        if not self.steps:
            return self.amount
        reached = [step for step in self.steps if step.on <= day]
        return max(reached).amount if reached else self.amount

    def due_days(self, *, after: date | None, by: date) -> Iterator[date]:
        """The days on which it falls due later than ``after`` and no later than ``by``."""
        last = min(by, self.until or by)
        first = self.effective_on if after is None else max(self.effective_on, after + timedelta(days=1))
        yield from _DAYS[self.frequency](self, first, last)


@dataclass(frozen=True, slots=True, order=True)
class Charge:
    """One amount falling due on one day; ``suspended`` is what the order has more that did not fall due."""

    due_on: date
    amount: Money
    kind: Kind = Kind.CHILD
    payee: Payee = Payee.FAMILY
    suspended: Money = ZERO


def next_month(first: date) -> date:
    """The first day of the month after."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def month_end(day: date) -> date:
    """The last day of the month of a day."""
    return next_month(day.replace(day=1)) - timedelta(days=1)


def last_day(ended_on: date | None, followed_on: date | None) -> date | None:
    """The last day of what ends on a day or on the eve of what follows it, the sooner; None while it lasts."""
    eve = followed_on - timedelta(days=1) if followed_on else None
    return min((day for day in (ended_on, eve) if day), default=None)


def _monthly(of: Obligation, first: date, last: date) -> Iterator[date]:
    yield from _on_days_of_months((of.due_day,), first, last)


def _semimonthly(of: Obligation, first: date, last: date) -> Iterator[date]:
    yield from _on_days_of_months((1, MIDDLE_OF_THE_MONTH), first, last)


def _on_days_of_months(days: tuple[int, ...], first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        for day in days:
            due = month if day == 1 else _in_month(month, day)
            if first <= due <= last:
                yield due
        month = next_month(month)


def _in_month(first: date, day: int) -> date:
    """The day of a month, or its last one where it is shorter."""
    return first.replace(day=day if day < SHORTEST_MONTH else min(day, calendar.monthrange(first.year, first.month)[1]))


def _weekly(of: Obligation, first: date, last: date) -> Iterator[date]:
    yield from _every(WEEK, of.effective_on, first, last)


def _biweekly(of: Obligation, first: date, last: date) -> Iterator[date]:
    yield from _every(2 * WEEK, of.effective_on, first, last)


def _every(step: timedelta, anchor: date, first: date, last: date) -> Iterator[date]:
    due = anchor + -((anchor - first) // step) * step
    while due <= last:
        yield due
        due += step


def _every_months(step: int) -> Callable[[Obligation, date, date], Iterator[date]]:
    """The day of the month of the first instalment, every so many months."""

    def days(of: Obligation, first: date, last: date) -> Iterator[date]:
        anchor = of.effective_on.year * MONTHS + of.effective_on.month - 1
        at = anchor + (first.year * MONTHS + first.month - 1 - anchor) // step * step
        while (due := _in_month(date(at // MONTHS, at % MONTHS + 1, 1), of.effective_on.day)) <= last:
            if first <= due:
                yield due
            at += step

    return days


_DAYS = {
    Frequency.WEEKLY: _weekly,
    Frequency.BIWEEKLY: _biweekly,
    Frequency.SEMIMONTHLY: _semimonthly,
    Frequency.MONTHLY: _monthly,
    Frequency.TWO_MONTHLY: _every_months(2),
    Frequency.QUARTERLY: _every_months(3),
    Frequency.SEMIANNUAL: _every_months(6),
    Frequency.YEARLY: _every_months(MONTHS),
}
