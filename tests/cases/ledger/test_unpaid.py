"""What is unpaid of each instalment, on one day and from day to day."""

from collections import Counter
from datetime import date

from hypothesis import given

from cases.ledger import Entry, Kind, Ledger, Obligation, unpaid, unpaid_by_day
from kernel.money import Money
from tests.cases.ledger.random_ledgers import ledgers

JANUARY, FEBRUARY = date(2026, 1, 1), date(2026, 2, 1)


def test_the_support_of_a_month_is_paid_before_older_support() -> None:
    held = Ledger((Obligation(Money(30_000), JANUARY),), None, (Entry(date(2026, 2, 20), "R1", Money(40_000)),))
    assert unpaid(held, date(2026, 2, 19)) == {(JANUARY, Kind.CHILD): 30_000, (FEBRUARY, Kind.CHILD): 30_000}
    assert unpaid(held, date(2026, 2, 20)) == {(JANUARY, Kind.CHILD): 20_000}


def test_after_the_day_that_is_known_support_falls_due_and_nothing_is_paid() -> None:
    held = Ledger((Obligation(Money(30_000), JANUARY),), None, (Entry(date(2026, 2, 20), "R1", Money(60_000)),))
    told = dict(unpaid_by_day(held, FEBRUARY, known_on=JANUARY, days=[date(2026, 1, 15)]))
    assert told == {
        JANUARY: {(JANUARY, Kind.CHILD): 30_000},
        date(2026, 1, 15): {},
        FEBRUARY: {(FEBRUARY, Kind.CHILD): 30_000},
    }


@given(ledgers())
def test_every_day_says_what_the_account_says_that_was_played_to_it_as_known_on_it(held: tuple[Ledger, date]) -> None:
    ledger, as_of = held
    left: Counter[tuple[date, str]] = Counter()
    for day, moved in unpaid_by_day(ledger, as_of, known_on=as_of, days=[as_of]):
        left.update(moved)
        assert {cell: cents for cell, cents in left.items() if cents} == unpaid(ledger, day)
