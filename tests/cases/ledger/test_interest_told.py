"""Where a balance of California's holds no interest, or that of another day, the explanation says so."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from cases.ledger import Ledger, Opening, terms_of
from cases.ledger.many_days import balances_on
from cases.ledger.reconciling import Reconciliation, StateFigure, reconcile
from cases.ledger.suspicion import Cause
from kernel.money import ZERO, Money
from tests.cases.ledger.faults import LAST, MONTH_ENDS, a_case

FEW = (date(2026, 8, 20), date(2026, 9, 20), LAST)
STOPPED = date(2026, 7, 14)


def a_california_case(number: int) -> Ledger:
    return a_case(random.Random(number), terms_of("CA"))


def beside(ours: Ledger, days: tuple[date, ...], up_to: Callable[[date], date] | None) -> Reconciliation:
    """Ours beside a state with the support of each day and the interest up to another one, or none."""
    balances = balances_on(ours, (*days, *((up_to(day) for day in days) if up_to else ())))
    return reconcile(ours, [
        StateFigure(day, balances[day].support + (balances[up_to(day)].interest if up_to else ZERO)) for day in days
    ])  # fmt: skip


def month_before(day: date) -> date:
    return day.replace(day=1) - timedelta(days=1)


@pytest.mark.parametrize("days", [(LAST,), FEW], ids=["one balance", "several"])
@pytest.mark.parametrize("number", range(5))
def test_a_balance_of_the_support_alone_is_told_as_one_without_interest(number: int, days: tuple[date, ...]) -> None:
    ours = a_california_case(number)
    told = beside(ours, days, None)
    interest = ours.balance(LAST).interest
    assert -told.apart == interest > ZERO
    (first,) = told.likeliest
    assert (first.cause, first.on, first.ours_stands) == (Cause.INTEREST, days[0], True)
    assert told.sentence().endswith(
        f"The state's balance holds no interest, ours of November 20, 2026 holds {interest}."
    )


@pytest.mark.parametrize("days", [(LAST,), FEW], ids=["one balance", "several"])
@pytest.mark.parametrize("number", range(5))
def test_interest_that_is_posted_at_the_end_of_each_month_is_told_so(number: int, days: tuple[date, ...]) -> None:
    (first,) = beside(a_california_case(number), days, month_before).likeliest
    assert first.words == "The state's balance holds interest up to October 31, 2026, ours up to November 20, 2026"


@pytest.mark.parametrize("number", range(5))
def test_interest_up_to_one_day_and_none_since_is_told_with_that_day(number: int) -> None:
    told = beside(a_california_case(number), FEW, lambda day: min(day, STOPPED))
    assert (told.likeliest[0].cause, told.likeliest[0].on) == (Cause.INTEREST, STOPPED + timedelta(days=1))
    assert told.likeliest[0].words == "The state's balance holds interest up to July 14, 2026 and none since"


@pytest.mark.parametrize("number", range(5))
def test_where_missing_interest_is_a_part_of_the_difference_the_rest_is_explained_too(number: int) -> None:
    """As where the state began from a little more and counts no interest."""
    ours = a_california_case(number)
    bare = replace(ours, terms=terms_of("NC"), opening=opened_with(ours, Money(12_500)))
    told = reconcile(ours, [StateFigure(LAST, bare.arrears(LAST))])
    (first,) = told.likeliest
    assert (first.cause, [one.cause for one in told.others][1:]) == (Cause.INTEREST, [])
    assert ", ours of November 20, 2026 holds $" in first.words
    assert "; without that the two are $125.00 apart. The state began on December 31, 2021 from $" in first.words


def opened_with(ours: Ledger, more: Money) -> Opening:
    assert ours.opening is not None
    return replace(ours.opening, amount=ours.opening.amount + more)


def test_a_difference_that_is_a_cent_off_is_not_explained_by_interest_alone() -> None:
    ours = a_california_case(1)
    told = reconcile(ours, [StateFigure(LAST, ours.balance(LAST).support - Money(1))])
    named = [one.words for one in (*told.likeliest, *told.others) if one.cause is Cause.INTEREST]
    assert named
    assert all("; without that the two are $0.01 apart. The state began on" in words for words in named)


def test_an_account_that_bears_no_interest_is_never_explained_by_it() -> None:
    ours = a_case(random.Random(1), terms_of("NC"))
    told = reconcile(ours, [StateFigure(day, ours.arrears(day) - Money(100)) for day in MONTH_ENDS[-5:-2]])
    assert all(one.cause is not Cause.INTEREST for one in (*told.likeliest, *told.others))
