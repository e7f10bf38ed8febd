"""When support is a month behind (45 C.F.R. § 303.6(b))."""

from dataclasses import replace
from datetime import date
from functools import partial

from cases.ledger import Adjustment, Credit, Entry, Kind, Ledger, Obligation, Opening, delinquent_since
from hearings.clocks.delinquency import behind_next, behind_since
from kernel.money import Money
from tests.cases.ledger.work import work_of

ORDER = Obligation(Money(30_000), date(2026, 1, 1))


def _ledger(*paid: tuple[date, int], opening: Opening | None = None) -> Ledger:
    return Ledger((ORDER,), opening, tuple(Entry(on, f"R{on}", Money(cents)) for on, cents in paid))


def test_support_that_is_paid_within_its_month_is_never_behind() -> None:
    paid = [(date(2026, month, 5), 30_000) for month in range(1, 7)]
    assert behind_since(_ledger(*paid), date(2026, 6, 30)) is None


def test_support_is_behind_a_month_after_the_oldest_unpaid_day() -> None:
    assert behind_since(_ledger(), date(2026, 1, 31)) is None
    assert behind_since(_ledger(), date(2026, 2, 1)) == date(2026, 2, 1)


def test_a_month_never_paid_stays_behind_however_well_later_months_are_paid_as_on_every_paper() -> None:
    """Money pays the support of its month first (42 U.S.C. § 657(a)), so that January stays unpaid."""
    always_late = _ledger(*((date(2026, month, 20), 30_000) for month in range(2, 7)))
    assert delinquent_since(always_late, date(2026, 6, 30)) == date(2026, 1, 1)
    assert behind_since(always_late, date(2026, 6, 30)) == date(2026, 2, 1)


def test_a_run_ends_when_the_older_months_are_made_up_and_another_begins() -> None:
    made_up = _ledger((date(2026, 2, 20), 60_000))
    assert behind_since(made_up, date(2026, 2, 10)) == date(2026, 2, 1)
    assert behind_since(made_up, date(2026, 3, 31)) is None
    assert behind_since(made_up, date(2026, 4, 1)) == date(2026, 4, 1)
    half = _ledger(*((date(2026, month, 20), 45_000) for month in range(2, 7)))
    assert behind_since(half, date(2026, 2, 28)) is None


def test_a_months_support_is_that_of_every_kind_due_on_the_day() -> None:
    spousal = Obligation(Money(20_000), date(2026, 1, 1), kind=Kind.SPOUSAL)
    both = Ledger((ORDER, spousal), None, (Entry(date(2026, 1, 5), "R1", Money(10_000)),))
    assert behind_since(both, date(2026, 2, 28)) is None
    assert behind_since(both, date(2026, 3, 1)) == date(2026, 3, 1)


def test_less_than_a_months_support_is_no_delinquency_however_old() -> None:
    paid = [(date(2026, 1, 5), 29_000), *((date(2026, month, 5), 30_000) for month in range(2, 7))]
    assert behind_since(_ledger(*paid), date(2026, 6, 30)) is None


def test_a_reversal_brings_the_debt_back_on_its_day() -> None:
    paid = _ledger((date(2026, 1, 10), 30_000), (date(2026, 2, 10), 30_000), (date(2026, 3, 9), -30_000))
    assert behind_since(paid, date(2026, 3, 31)) == date(2026, 3, 9)


def test_a_payment_that_came_back_brings_the_debt_back_on_the_day_of_its_return() -> None:
    paid = _ledger((date(2026, 1, 10), 30_000), (date(2026, 2, 10), 30_000))
    back = Entry(date(2026, 3, 9), "R3", Money(-30_000), "R2026-02-10")
    returned = replace(paid, entries=(*paid.entries, back))
    assert behind_since(returned, date(2026, 3, 8)) is None
    assert behind_since(returned, date(2026, 3, 31)) == date(2026, 3, 9)


def test_what_stood_in_the_opening_balance_is_behind_a_month_after_it() -> None:
    opened = _ledger(opening=Opening(date(2026, 3, 31), Money(100)))
    assert behind_since(opened, date(2026, 4, 29)) is None
    assert behind_since(opened, date(2026, 4, 30)) == date(2026, 4, 30)


def test_the_next_day_to_look_is_the_one_on_which_it_would_come_to_be_behind() -> None:
    ahead = _ledger((date(2026, 1, 2), 90_000))
    assert behind_next(ahead, date(2026, 1, 31)) == date(2026, 5, 1)
    ended = Ledger((Obligation(Money(30_000), date(2026, 1, 1), date(2026, 1, 31)),), None, ahead.entries)
    assert behind_next(ended, date(2026, 1, 31)) is None


def test_a_credit_that_was_found_and_an_approved_adjustment_stop_the_clock_as_a_payment_does() -> None:
    day, whole = date(2026, 2, 10), Money(30_000)
    credit = Credit(date(2026, 1, 20), whole, "derivative benefits", date(2026, 2, 5), "order of February 5, 2026")
    assert behind_since(replace(_ledger(), credits=(credit,)), day) is None
    assert behind_since(replace(_ledger(), credits=(replace(credit, found_on=None),)), day) == date(2026, 2, 1)
    down = Adjustment(date(2026, 1, 20), -whole, "proposed and approved", "charged twice")
    assert behind_since(replace(_ledger(), adjustments=(down,)), day) is None


def test_a_payment_that_the_opening_balance_holds_is_not_counted_again() -> None:
    opened = _ledger((date(2026, 2, 10), 60_000), opening=Opening(date(2026, 2, 28), Money(30_000)))
    assert behind_since(opened, date(2026, 4, 1)) == date(2026, 3, 28)


def test_four_times_the_months_that_nobody_paid_take_about_four_times_the_work() -> None:
    short, long = (
        work_of(partial(behind_since, Ledger((replace(ORDER, effective_on=since),), None, ()), date(2026, 6, 30)))
        for since in (date(2024, 1, 1), date(2016, 7, 1))
    )
    assert long < 5 * short
