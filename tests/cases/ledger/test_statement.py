"""The statement of arrears adds up month by month, and each kind of support has its own account."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given, settings

from cases.ledger import Credit, Entry, Kind, Ledger, Obligation, Opening, months
from cases.ledger.instalments import instalments
from cases.ledger.statement import statement
from kernel.money import ZERO, Money, total
from tests.cases.ledger.random_ledgers import ledgers

JANUARY, MARCH_31 = date(2026, 1, 1), date(2026, 3, 31)
CHILD = Obligation(Money(50_000), JANUARY)
MEDICAL = Obligation(Money(10_000), JANUARY, kind=Kind.MEDICAL)


def test_a_payment_above_the_months_support_goes_on_to_the_other_kind_and_each_account_shows_its_own() -> None:
    paid = (Entry(date(2026, 1, 9), "a", Money(55_000)), Entry(date(2026, 3, 9), "b", Money(60_000)))
    child, medical = statement(Ledger((CHILD, MEDICAL), None, paid), MARCH_31)
    assert (child.kind, medical.kind) == (Kind.CHILD, Kind.MEDICAL)
    assert [month.paid.cents for month in child.months] == [50_000, 0, 50_000]
    assert [month.paid.cents for month in medical.months] == [5_000, 0, 10_000]
    assert [month.arrears.cents for month in medical.months] == [5_000, 15_000, 15_000]
    assert child.sums.arrears + medical.sums.arrears == Ledger((CHILD, MEDICAL), None, paid).arrears(MARCH_31)


def test_the_account_of_another_kind_begins_with_its_first_month_and_not_with_the_childs() -> None:
    spousal = Obligation(Money(25_000), date(2026, 3, 1), kind=Kind.SPOUSAL)
    child, other = statement(Ledger((CHILD, spousal), None, ()), MARCH_31)
    assert [month.first.month for month in child.months] == [1, 2, 3]
    assert [(month.first, month.owed.cents) for month in other.months] == [(date(2026, 3, 1), 25_000)]


def test_a_year_sums_its_months_and_ends_with_the_balance_of_its_last() -> None:
    ledger = Ledger((replace(CHILD, effective_on=date(2025, 11, 1)),), Opening(date(2025, 10, 31), Money(7_000)), ())
    (account,) = statement(ledger, MARCH_31)
    assert (account.opening_on, account.opening) == (date(2025, 10, 31), Money(7_000))
    assert [(year.year, year.sums.owed.cents, year.sums.arrears.cents) for year in account.years] == [
        (2025, 100_000, 107_000), (2026, 150_000, 257_000),
    ]  # fmt: skip


def test_a_credit_that_the_court_found_stands_apart_from_what_was_paid() -> None:
    credit = Credit(date(2026, 2, 10), Money(20_000), "child with obligor", date(2026, 2, 20), "Order of 2026-02-20")
    (account,) = statement(Ledger((CHILD,), None, (), credits=(credit,)), MARCH_31)
    assert [(month.paid.cents, month.credited.cents) for month in account.months] == [(0, 0), (0, 20_000), (0, 0)]


def test_where_nothing_fell_due_and_nothing_was_paid_there_is_no_account() -> None:
    assert statement(Ledger((), None, ()), MARCH_31) == ()
    assert statement(Ledger((CHILD,), None, ()), date(2025, 12, 31)) == ()


def test_an_opening_balance_alone_is_an_account_that_ends_with_it() -> None:
    (account,) = statement(Ledger((), Opening(JANUARY, Money(9_900)), ()), MARCH_31)
    assert account.sums.arrears == Money(9_900)


@settings(max_examples=200, deadline=None)
@given(ledgers())
def test_the_accounts_of_every_ledger_come_to_its_months_and_each_row_follows_from_the_one_before(
    made: tuple[Ledger, date],
) -> None:
    ledger, as_of = made
    accounts = statement(ledger, as_of)
    if not accounts:
        assert ledger.arrears(as_of) == ZERO
        return
    whole = months(ledger, first=accounts[0].months[0].first, as_of=as_of)
    for name in ("owed", "paid", "credited", "to_interest", "arrears"):
        told = [one for account in accounts for one in account.months]
        sums = [total(getattr(one, name) for one in told if one.first == month.first) for month in whole]
        assert sums == [getattr(month, name) for month in whole]
    for account in accounts:
        rows = account.months
        assert not rows or rows[-1].first == whole[-1].first
        for before, row in pairwise(rows):
            assert before.arrears + row.owed + row.to_interest - row.paid - row.credited == row.arrears
    for account in accounts[1:]:
        left = total(one.unpaid for one in instalments(ledger, as_of) if one.kind is account.kind)
        assert account.sums.arrears == left
    assert total(account.sums.arrears for account in accounts) == ledger.arrears(as_of)
