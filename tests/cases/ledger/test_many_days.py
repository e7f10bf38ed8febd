"""The balances of many days out of one account are those of each day alone."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cases.ledger import Entry, Ledger, Obligation, Opening
from cases.ledger.many_days import balances_on, owed_on
from cases.ledger.reconciling import owed
from kernel.money import Money
from tests.cases.ledger.random_ledgers import BEGINNINGS, LONGEST, ledgers
from tests.cases.ledger.test_every_ledger import examples

OFFSETS = st.lists(st.integers(-3, LONGEST + 40), min_size=1, max_size=6)


@examples(1000)
@given(ledgers(), OFFSETS)
def test_balances_of_many_days_are_those_of_each_day_alone(of: tuple[Ledger, date], offsets: list[int]) -> None:
    ledger, as_of = of
    first = max(beginning for beginning in BEGINNINGS if beginning <= as_of)
    days = [first + timedelta(days=number) for number in offsets]
    assert balances_on(ledger, days) == {day: ledger.balance(day) for day in days}
    assert owed_on(ledger, days) == {day: owed(ledger, day) for day in days}


def test_a_receipt_number_used_twice_changes_the_account_on_the_day_of_the_second_payment_too() -> None:
    hundred = Money(10_000)
    ledger = Ledger(
        (Obligation(hundred, date(2025, 1, 1)),),
        Opening(date(2024, 12, 31), Money(50_000)),
        (Entry(date(2025, 1, 3), "R1", hundred), Entry(date(2025, 1, 9), "R2", Money(-15_000), "R1"),
         Entry(date(2025, 2, 3), "R1", hundred)),
    )  # fmt: skip
    days = [date(2025, 1, 5), date(2025, 1, 20), date(2025, 2, 2), date(2025, 2, 28)]
    assert balances_on(ledger, days) == {day: ledger.balance(day) for day in days}


def test_no_days_have_no_balances() -> None:
    bare = Ledger((), None, ())
    assert (balances_on(bare, []), owed_on(bare, [])) == ({}, {})
