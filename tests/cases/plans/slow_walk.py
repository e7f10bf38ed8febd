"""The same questions answered slowly, cent by cent and day by day, without the code that they are asked of."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction

from kernel.money import Money

ONE_DAY = timedelta(days=1)


def cent_by_cent(due: list[tuple[date, int]], money: Iterable[tuple[date, int]]) -> list[int]:
    """What is paid of each instalment when every single cent looks for its place anew."""
    paid = [0] * len(due)
    for day, cents in sorted(money):
        for _ in range(cents):
            place = _place(due, paid, day)
            if place is None:
                break
            paid[place] += 1
    return paid


def _place(due: list[tuple[date, int]], paid: list[int], day: date) -> int | None:
    fallen = [number for number, (on, _) in enumerate(due) if on <= day]
    newest_first = [*fallen[-1:], *fallen[:-1], *range(len(fallen), len(due))]
    return next((number for number in newest_first if paid[number] < due[number][1]), None)


def month_by_month(
    owed: int, *, instalment: int, due_day: int, as_of: date, yearly: Fraction, years: int
) -> tuple[date | None, Money | None]:
    """The day on which a debt is paid, and the interest until then, by walking each month.

    Support is due on the first and paid on it, so it never adds to the debt. The instalment pays the debt and then the
    interest, which is simple, by 365ths, and rounded only when it is told or paid.
    """
    debt, accrued, settled, walked = owed, Fraction(0), 0, as_of
    for day in _paydays(as_of, due_day, as_of.replace(year=as_of.year + years)):
        days = (day - walked).days - (1 if walked == as_of else 0)
        accrued += debt * yearly * days / 365
        walked = day
        money = instalment
        part = min(money, debt)
        debt, money = debt - part, money - part
        settled += min(money, _rounded(accrued) - settled)
        if debt == 0 and settled == _rounded(accrued):
            return day, Money(settled)
    return None, None


def _paydays(as_of: date, due_day: int, last: date) -> Iterator[date]:
    day = as_of
    while day < last:
        day += ONE_DAY
        if day.day == due_day:
            yield day


def _rounded(exact: Fraction) -> int:
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
