"""What a mistake is said to be off by is what its ledger comes to, on every day and for every mistake of every kind."""

import random
from datetime import date

import pytest

from cases.ledger import Suspension, terms_of
from cases.ledger.many_days import owed_on
from cases.ledger.mistaken_charges import MISTAKEN_CHARGES, supposed
from cases.ledger.mistaken_money import MISTAKEN_MONEY
from cases.ledger.off import charged_otherwise, off, once
from cases.ledger.suspicion import Cause, Window
from kernel.money import ZERO, Money
from tests.cases.ledger.faults import LAST, MONTH_ENDS, OPENED, a_case

DAYS = (OPENED, *MONTH_ENDS[::5], LAST)
POSSIBLE = (Suspension(date(2023, 4, 10), date(2023, 8, 20), "incarceration", ""),)


@pytest.mark.parametrize("number", range(3))
def test_each_suspicion_is_off_by_what_its_ledger_differs_from_ours(number: int) -> None:
    ours = a_case(random.Random(number), terms_of("NC"))
    window = Window(OPENED, LAST, LAST, Money(-100_000))
    mine, seen = owed_on(ours, DAYS), set()
    every = [one for kind in (*MISTAKEN_MONEY, *MISTAKEN_CHARGES) for one in kind(ours, window)]
    for one in (*every, *supposed(ours, window, POSSIBLE)):
        assert one.off is not None
        theirs = owed_on(one.ledger(), DAYS)
        assert [one.off.by(day) for day in DAYS] == [theirs[day] - mine[day] for day in DAYS], one.words
        seen.add(one.cause)
    assert seen == set(Cause) - {Cause.OPENING_BALANCE, Cause.ENTERED_HERE, Cause.INTEREST}


def test_what_is_off_ends_with_the_mistake() -> None:
    first, second, third = date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1)
    apart = charged_otherwise({first: 500, second: 500}, {first: 500, second: 700, third: 700})
    assert [apart.by(day) for day in (first, second, third)] == [ZERO, Money(200), Money(900)]
    assert apart.until(third).by(LAST) == Money(200)
    assert apart.until(second).by(LAST) == ZERO


def test_too_much_now_and_too_little_later_is_not_one_way() -> None:
    days = date(2025, 1, 1), date(2025, 2, 1)
    assert off(dict.fromkeys(days, 5)).one_way
    assert off(dict.fromkeys(days, -5)).one_way
    assert not off(dict(zip(days, (5, -5), strict=True))).one_way
    assert once(days[0], Money(-5)).one_way
