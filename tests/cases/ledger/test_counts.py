"""Contempt counts: one month one count, while it is unpaid, recent enough and not spent in custody."""

from dataclasses import replace
from datetime import date

import pytest

from cases.ledger import Entry, Frequency, Instalment, Kind, Ledger, Obligation, Suspension, terms_of
from cases.ledger.counts import UnpaidMonth, contempt_counts
from kernel.money import ZERO, Money
from law.contempt import contempt_window
from law.rows import NoRuleInForce
from law.states import NoLawOf

DAY = date(2026, 11, 20)
CALIFORNIA, NORTH_CAROLINA = contempt_window("CA", DAY), contempt_window("NC", DAY)


def monthly(first: date, *entries: Entry, cents: int = 50_000) -> Ledger:
    return Ledger((Obligation(Money(cents), first),), None, entries, terms=terms_of("CA"))


def test_a_payment_goes_to_its_own_month_and_what_is_left_of_it_to_the_oldest() -> None:
    ledger = monthly(date(2026, 9, 1), Entry(date(2026, 11, 3), "a", Money(70_000)))
    found = contempt_counts(ledger, DAY, CALIFORNIA)
    assert found.counts == (
        UnpaidMonth(date(2026, 9, 1), Money(50_000), Money(20_000), date(2029, 9, 1)),
        UnpaidMonth(date(2026, 10, 1), Money(50_000), Money(0), date(2029, 10, 1)),
    )
    assert found.total == Money(80_000)


def test_a_month_can_be_charged_on_the_last_day_of_the_three_years_and_not_after() -> None:
    ledger = monthly(date(2023, 11, 1))
    on_it, after = date(2026, 11, 1), date(2026, 11, 2)
    assert contempt_counts(ledger, on_it, CALIFORNIA).counts[0].due_on == date(2023, 11, 1)
    assert [one.due_on for one in contempt_counts(ledger, after, CALIFORNIA).too_old] == [date(2023, 11, 1)]


def test_support_due_on_february_29_is_within_three_years_until_march_1() -> None:
    assert CALIFORNIA.last_day(date(2024, 2, 29)) == date(2027, 3, 1)


def test_a_month_that_fell_due_in_custody_is_no_count_and_is_told() -> None:
    stay = Suspension(date(2026, 9, 15), date(2026, 10, 15), "incarceration", "")
    found = contempt_counts(monthly(date(2026, 9, 1)), DAY, CALIFORNIA, [stay])
    assert [one.due_on for one in found.counts] == [date(2026, 9, 1), date(2026, 11, 1)]
    assert [one.due_on for one in found.in_custody] == [date(2026, 10, 1)]


def test_weekly_support_is_one_count_a_month() -> None:
    weekly = Obligation(Money(10_000), date(2026, 10, 2), frequency=Frequency.WEEKLY)
    found = contempt_counts(Ledger((weekly,), None, ()), DAY, NORTH_CAROLINA)
    assert [(one.due_on, one.ordered) for one in found.counts] == [
        (date(2026, 10, 2), Money(50_000)), (date(2026, 11, 6), Money(30_000)),
    ]  # fmt: skip


def test_a_month_of_several_kinds_tells_them_apart_and_a_month_of_one_too_once_the_case_has_others() -> None:
    """Child support 500 from September, spousal 200 from October 15; 600 come in October: 500 and 100."""
    spousal = Obligation(Money(20_000), date(2026, 10, 15), kind=Kind.SPOUSAL, due_day=15)
    child = Obligation(Money(50_000), date(2026, 9, 1))
    ledger = Ledger((child, spousal), None, (Entry(date(2026, 10, 20), "a", Money(60_000)),), terms=terms_of("CA"))
    september, october, november = contempt_counts(ledger, DAY, CALIFORNIA).counts
    assert september.kinds == (Instalment(date(2026, 9, 1), Kind.CHILD, Money(50_000), ZERO),)
    assert october.kinds == (
        Instalment(date(2026, 10, 1), Kind.CHILD, Money(50_000), Money(50_000)),
        Instalment(date(2026, 10, 15), Kind.SPOUSAL, Money(20_000), Money(10_000)),
    )
    assert [one.unpaid for one in november.kinds] == [Money(50_000), Money(20_000)]
    assert contempt_counts(replace(ledger, obligations=(child,)), DAY, CALIFORNIA).counts[0].kinds == ()


def test_three_years_are_a_bar_in_california_and_only_a_schedule_in_north_carolina() -> None:
    assert (CALIFORNIA.years, CALIFORNIA.bars) == (3, True)
    assert (NORTH_CAROLINA.years, NORTH_CAROLINA.bars) == (3, False)


def test_a_state_or_a_day_without_a_row_is_refused() -> None:
    with pytest.raises(NoLawOf):
        contempt_window("ZZ", DAY)
    with pytest.raises(NoRuleInForce):
        contempt_window("NC", date(1949, 1, 1))
