"""What was owed less what was paid, by hand-worked ledgers and by the laws that every ledger keeps."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.ledger import (
    Charge,
    Entry,
    Ledger,
    Month,
    Obligation,
    Opening,
    delinquent_since,
    months,
    months_behind,
    next_month,
)
from cases.ledger.counts import contempt_counts
from kernel.money import ZERO, Money, total
from law.contempt import contempt_window

SUPPORT = Money(20_000)
JUNE = date(2026, 6, 1)


def ledger(
    *entries: Entry, obligations: tuple[Obligation, ...] = (Obligation(SUPPORT, JUNE),), opening: Opening | None = None
) -> Ledger:
    return Ledger(obligations, opening, tuple(sorted(entries)))


def paid(day: date, cents: int, receipt: str = "R1", reverses: str | None = None) -> Entry:
    return Entry(day, receipt, Money(cents), reverses)


def test_support_falls_due_on_the_first_of_each_month() -> None:
    assert ledger().charges(date(2026, 8, 31)) == [
        Charge(date(2026, 6, 1), SUPPORT),
        Charge(date(2026, 7, 1), SUPPORT),
        Charge(date(2026, 8, 1), SUPPORT),
    ]


@pytest.mark.parametrize(
    ("as_of", "cents"),
    [(date(2026, 5, 31), 0), (date(2026, 6, 1), 20_000), (date(2026, 6, 30), 20_000), (date(2026, 7, 1), 40_000)],
)
def test_a_charge_counts_from_the_day_on_which_it_falls_due(as_of: date, cents: int) -> None:
    assert ledger().arrears(as_of) == Money(cents)


def test_an_order_that_takes_effect_in_mid_month_is_first_due_on_the_next_first() -> None:
    order = Obligation(SUPPORT, date(2026, 6, 2))
    assert [charge.due_on for charge in ledger(obligations=(order,)).charges(date(2026, 8, 1))] == [
        date(2026, 7, 1), date(2026, 8, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("until", "last"), [(date(2026, 8, 1), date(2026, 8, 1)), (date(2026, 7, 31), date(2026, 7, 1))]
)
def test_an_order_charges_up_to_and_on_its_last_day(until: date, last: date) -> None:
    order = Obligation(SUPPORT, JUNE, until)
    assert ledger(obligations=(order,)).charges(date(2027, 1, 1))[-1].due_on == last


def test_a_later_order_takes_over_and_no_month_is_charged_twice() -> None:
    both = (Obligation(Money(20_000), JUNE, date(2026, 7, 31)), Obligation(Money(30_000), date(2026, 8, 1)))
    assert ledger(obligations=both).charges(date(2026, 9, 30)) == [
        Charge(date(2026, 6, 1), Money(20_000)),
        Charge(date(2026, 7, 1), Money(20_000)),
        Charge(date(2026, 8, 1), Money(30_000)),
        Charge(date(2026, 9, 1), Money(30_000)),
    ]


def test_a_payment_counts_from_the_day_of_its_collection_and_not_before() -> None:
    held = ledger(paid(date(2026, 7, 15), 5_000))
    assert held.arrears(date(2026, 7, 14)) == Money(40_000)
    assert held.arrears(date(2026, 7, 15)) == Money(35_000)


def test_a_payment_collected_after_the_day_does_not_reduce_arrears_on_that_day() -> None:
    assert ledger(paid(date(2026, 12, 1), 999_999)).arrears(date(2026, 11, 30)) == ledger().arrears(date(2026, 11, 30))


def test_a_returned_payment_is_owed_again_from_the_day_of_its_return() -> None:
    held = ledger(
        paid(date(2026, 6, 10), 20_000, "R1"), paid(date(2026, 6, 20), -20_000, "R2", reverses="R1")
    )
    assert held.arrears(date(2026, 6, 19)) == ZERO
    assert held.arrears(date(2026, 6, 20)) == SUPPORT


def test_money_collected_before_the_opening_balance_is_in_it_and_counts_no_second_time() -> None:
    opening = Opening(date(2026, 6, 15), Money(70_000))
    held = ledger(paid(date(2026, 6, 15), 5_000), paid(date(2026, 6, 16), 1_000, "R2"), opening=opening)
    assert held.arrears(date(2026, 6, 15)) == Money(70_000)
    assert held.arrears(date(2026, 6, 30)) == Money(69_000)
    assert held.arrears(date(2026, 6, 14)) == ZERO  # before the opening balance nothing is known


def test_a_reversal_restores_the_balance_exactly() -> None:
    without = ledger(paid(date(2026, 6, 5), 1))
    with_both = ledger(
        paid(date(2026, 6, 5), 1),
        paid(date(2026, 6, 10), 12_345, "R2"),
        paid(date(2026, 7, 3), -12_345, "R3", reverses="R2"),
    )
    assert with_both.arrears(date(2026, 7, 3)) == without.arrears(date(2026, 7, 3))


def test_money_paid_ahead_leaves_a_credit() -> None:
    assert ledger(paid(date(2026, 5, 1), 50_000)).arrears(date(2026, 6, 1)) == Money(-30_000)


OPENINGS = {
    "on the last day of the year before": (date(2025, 12, 31), [date(2026, 1, 1), date(2026, 2, 1)]),
    "on the first of a month: that month's support is in it": (date(2026, 1, 1), [date(2026, 2, 1)]),
    "in mid month": (date(2026, 1, 15), [date(2026, 2, 1)]),
    "after the day that is asked for": (date(2026, 3, 31), []),
}


@pytest.mark.parametrize("when", OPENINGS)
def test_the_ledger_starts_after_the_opening_balance(when: str) -> None:
    on, due = OPENINGS[when]
    held = ledger(obligations=(Obligation(SUPPORT, date(2020, 1, 1)),), opening=Opening(on, Money(100_000)))
    as_of = date(2026, 2, 28)
    assert [charge.due_on for charge in held.charges(as_of)] == due
    assert held.arrears(as_of) == Money((100_000 if on <= as_of else 0) + 20_000 * len(due))


def test_before_its_day_an_opening_balance_is_not_yet_known() -> None:
    held = ledger(opening=Opening(date(2025, 12, 31), Money(100_000)))
    assert held.arrears(date(2025, 12, 30)) == ZERO
    assert held.arrears(date(2025, 12, 31)) == Money(100_000)


def test_an_order_younger_than_the_opening_balance_is_charged_from_its_own_day() -> None:
    held = ledger(opening=Opening(date(2025, 12, 31), ZERO))
    assert [charge.due_on for charge in held.charges(date(2026, 7, 1))] == [JUNE, date(2026, 7, 1)]


def test_a_ledger_of_nothing_owes_nothing() -> None:
    assert Ledger((), None, ()).arrears(date(2026, 11, 20)) == ZERO
    assert months(Ledger((), None, ()), first=date(2026, 11, 1), as_of=date(2026, 11, 20)) == [
        Month(date(2026, 11, 1), ZERO, ZERO, ZERO)
    ]


def test_every_month_tells_what_fell_due_what_was_collected_and_what_was_left() -> None:
    held = ledger(paid(date(2026, 6, 15), 15_000), paid(date(2026, 8, 31), 25_000, "R2"))
    assert months(held, first=date(2026, 6, 9), as_of=date(2026, 8, 31)) == [
        Month(date(2026, 6, 1), SUPPORT, Money(15_000), Money(5_000)),
        Month(date(2026, 7, 1), SUPPORT, ZERO, Money(25_000)),
        Month(date(2026, 8, 1), SUPPORT, Money(25_000), Money(20_000)),
    ]


def test_somebody_is_behind_since_the_oldest_month_that_the_counts_of_contempt_show_unpaid() -> None:
    """Money pays the support of its own month first: ten months paid after it leave the first one unpaid."""
    as_of = date(2027, 4, 22)
    months_after = [(on.due_on, on.amount.cents) for on in ledger().charges(as_of)][1:]
    held = ledger(*(paid(on, cents, f"R{at}") for at, (on, cents) in enumerate(months_after)))
    (oldest,) = contempt_counts(held, as_of, contempt_window("NC", as_of)).counts
    assert delinquent_since(held, as_of) == oldest.due_on == JUNE


def test_money_pays_the_support_of_its_month_then_the_oldest() -> None:
    held = ledger(paid(date(2026, 8, 15), 30_000))
    assert delinquent_since(held, date(2026, 8, 31)) == JUNE
    more = ledger(paid(date(2026, 8, 15), 40_000))
    assert delinquent_since(more, date(2026, 8, 31)) == date(2026, 7, 1)
    assert delinquent_since(held, date(2026, 6, 1)) == JUNE
    assert delinquent_since(ledger(paid(date(2026, 6, 1), 20_000)), date(2026, 6, 30)) is None


def test_a_debt_that_was_carried_over_is_as_old_as_the_opening_balance() -> None:
    held = ledger(paid(date(2026, 6, 2), 9_999), opening=Opening(date(2025, 12, 31), Money(10_000)))
    assert delinquent_since(held, date(2026, 6, 30)) == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("arrears", "monthly", "full"),
    [(60_000, 20_000, 3), (59_999, 20_000, 2), (0, 20_000, 0), (-5, 20_000, 0), (5, 0, 0)],
)
def test_full_months_behind_are_whole_months_of_current_support(arrears: int, monthly: int, full: int) -> None:
    assert months_behind(Money(arrears), Money(monthly)) == full


def test_december_is_followed_by_january_of_the_next_year() -> None:
    assert next_month(date(2026, 12, 1)) == date(2027, 1, 1)
    assert next_month(date(2026, 1, 1)) == date(2026, 2, 1)


DAYS = st.dates(date(2021, 1, 1), date(2027, 12, 31))
AMOUNTS = st.integers(-500_000, 500_000).map(Money)
ENTRIES = st.lists(st.builds(Entry, DAYS, st.text("R0123456789", min_size=3, max_size=6), AMOUNTS), max_size=12)
OBLIGATIONS = st.lists(
    st.builds(Obligation, st.integers(0, 200_000).map(Money), DAYS, st.none() | DAYS), max_size=3
).map(tuple)
LEDGERS = st.builds(
    lambda obligations, opening, entries: Ledger(obligations, opening, tuple(sorted(entries, key=_by_day))),
    OBLIGATIONS,
    st.none() | st.builds(Opening, DAYS, AMOUNTS),
    ENTRIES,
)  # fmt: skip


def _by_day(entry: Entry) -> tuple[date, str, int]:
    return entry.collected_on, entry.receipt_no, entry.amount.cents


@given(LEDGERS, DAYS)
def test_arrears_are_opening_plus_charges_less_payments_counted_day_by_day(held: Ledger, as_of: date) -> None:
    """The plainest possible clerk: goes through every day and writes down what happens on it."""
    balance, day = 0, date(2021, 1, 1)
    while day <= as_of:
        if held.opening and held.opening.on == day:
            balance += held.opening.amount.cents
        if day.day == 1 and not (held.opening and day <= held.opening.on):
            for one in held.obligations:
                if one.effective_on <= day <= (one.until or day):
                    balance += one.amount.cents
        if not (held.opening and day <= held.opening.on):
            balance -= sum(entry.amount.cents for entry in held.entries if entry.collected_on == day)
        day += timedelta(days=1)
    assert held.arrears(as_of) == Money(balance)


@given(LEDGERS, DAYS, DAYS)
def test_the_months_add_up_to_the_arrears_whatever_month_they_begin_with(held: Ledger, one: date, two: date) -> None:
    first, as_of = min(one, two), max(one, two)
    told = months(held, first=first, as_of=as_of)
    assert told[-1].arrears == held.arrears(as_of)
    assert [month.first for month in told] == sorted({month.first for month in told})
    before = held.arrears(first.replace(day=1) - timedelta(days=1))
    carried = held.opening.amount if held.opening and first.replace(day=1) <= held.opening.on <= as_of else ZERO
    assert before + carried + total(one.owed for one in told) - total(one.paid for one in told) == held.arrears(as_of)


@given(LEDGERS, DAYS, st.integers(1, 500_000), DAYS)
def test_money_and_its_return_leave_the_ledger_as_it_was(held: Ledger, day: date, cents: int, back: date) -> None:
    """Where the opening balance holds the money and not its return, the return is owed again."""
    came, went = paid(min(day, back), cents, "X1"), paid(max(day, back), -cents, "X2", reverses="X1")
    both = Ledger(held.obligations, held.opening, (*held.entries, came, went))
    in_the_opening = held.opening is not None and min(day, back) <= held.opening.on < max(day, back)
    owed_again = Money(cents if in_the_opening else 0)
    assert both.arrears(max(day, back)) == held.arrears(max(day, back)) + owed_again


@given(LEDGERS, DAYS)
def test_somebody_is_behind_since_some_day_exactly_when_something_is_owed(held: Ledger, as_of: date) -> None:
    since = delinquent_since(held, as_of)
    assert (since is not None) == (held.arrears(as_of) > ZERO)
    assert since is None or since <= as_of
