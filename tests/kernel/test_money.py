"""Dollars are whole cents; what is not plainly an amount is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.money import ZERO, Money, NotMoney, money, total

CENTS = st.integers(min_value=-99_999_999_999_999, max_value=99_999_999_999_999)


@pytest.mark.parametrize(
    ("written", "cents"),
    [
        ("200", 20_000),
        ("200.00", 20_000),
        ("1,234.50", 123_450),
        ("1234.50", 123_450),
        ("$1,234.50", 123_450),
        ("-915.00", -91_500),
        ("-$915.00", -91_500),
        ("0.00", 0),
        ("-0", 0),
        ("-0.00", 0),
        (" 12.34 ", 1_234),
        ("1,000,000,000,000", 100_000_000_000_000),
    ],
)
def test_an_amount_is_read_as_offices_write_it(written: str, cents: int) -> None:
    assert money(written) == Money(cents)


@pytest.mark.parametrize(
    "written",
    [
        "", " ", "-", "$", "abc", "NaN", "nan", "inf", "-Infinity", "1e3", "1E3", "1_000", "٣٠٠", "１２３", "12.345",
        "12.3", ".50", "12.", "1,23.00", "12,34", "1,2345.00", "(915.00)", "+5.00", "--5", "0x10", "1 234.00",
        "5\u00a0.00", "²", "1" * 13, "9" * 5000, "12.3\u0664", "200.00\n0", "$-5.00", "−5.00",
    ],
)  # fmt: skip
def test_anything_else_is_refused_without_repeating_it(written: str) -> None:
    with pytest.raises(NotMoney) as refused:
        money(written)
    assert str(refused.value) == "An amount is written as dollars and cents, such as 1,234.50."


@pytest.mark.parametrize(
    ("cents", "rate", "product"),
    [(1, "0.5", 1), (3, "0.5", 2), (-1, "0.5", -1), (1, "0.4", 0), (10_000, "0.0525", 525), (100, "0.333", 33)],
)
def test_half_a_cent_is_rounded_away_from_zero_when_an_amount_is_multiplied(
    cents: int, rate: str, product: int
) -> None:
    assert Money(cents).times(Decimal(rate)) == Money(product)


def test_ten_thousand_dimes_and_two_dimes_more_are_exact() -> None:
    amounts = [money("0.10"), money("0.20")] * 10_000
    assert total(amounts) == Money(300_000)
    assert total([]) == ZERO


@pytest.mark.parametrize(
    ("cents", "printed"),
    [
        (0, "$0.00"),
        (5, "$0.05"),
        (123_450, "$1,234.50"),
        (-91_500, "-$915.00"),
        (100_000_000_000_000, "$1,000,000,000,000.00"),
    ],
)
def test_an_amount_prints_as_courts_write_it(cents: int, printed: str) -> None:
    assert str(Money(cents)) == printed


@given(CENTS)
def test_what_is_printed_is_read_back_the_same(cents: int) -> None:
    assert money(str(Money(cents))) == Money(cents)


@given(CENTS, CENTS, CENTS)
def test_adding_never_loses_a_cent_in_whatever_order(one: int, two: int, three: int) -> None:
    first, second, third = Money(one), Money(two), Money(three)
    assert (first + second) + third == third + (second + first) == total([first, second, third])
    assert first + second - second == first
    assert first + (-first) == ZERO


def test_amounts_sort_by_what_they_are_worth() -> None:
    assert sorted([Money(5), Money(-915), ZERO]) == [Money(-915), ZERO, Money(5)]


def test_an_amount_cannot_be_changed_after_it_was_made() -> None:
    with pytest.raises(AttributeError):
        Money(5).cents = 6  # type: ignore[misc]
