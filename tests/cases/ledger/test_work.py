"""The work on an account grows with the account and no faster."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest

from cases.ledger import Credit, Entry, Frequency, Kind, Ledger, Obligation
from cases.ledger.instalments import instalments
from cases.ledger.statement import statement
from kernel.money import Money
from tests.cases.ledger.work import work_of

DAY = date(2026, 11, 20)
FOUND = Credit(date(2026, 1, 5), Money(5_000), "child with obligor", date(2026, 2, 2), "Order of 2026-02-02")


def paid_in_part(years: int) -> Ledger:
    """Weekly support of two kinds, of which less and less is paid."""
    since = date(DAY.year - years, 1, 1)
    owed = (
        Obligation(Money(10_000), since, frequency=Frequency.WEEKLY),
        Obligation(Money(5_000), since, kind=Kind.SPOUSAL, frequency=Frequency.WEEKLY),
    )
    money = tuple(Entry(since + timedelta(days=14 * one + 3), f"R{one}", Money(9_000)) for one in range(26 * years))
    return Ledger(owed, None, money, credits=(FOUND,))


@pytest.mark.parametrize("question", [instalments, statement])
def test_four_times_the_years_take_about_four_times_the_work(question: Callable[[Ledger, date], object]) -> None:
    short, long = (work_of(partial(question, paid_in_part(years), DAY)) for years in (2, 8))
    assert long < 5 * short
