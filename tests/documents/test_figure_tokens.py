"""Amounts and dates are read however they are written, and nothing else is taken for one."""

from datetime import date

import pytest

from documents.figures.tokens import tokens
from kernel.money import Money, money

WRITTEN = {
    "$4,210.00": money("4,210.00"),
    "$ 4,210": money("4,210"),
    "4210.00": money("4,210.00"),
    "-$315.00": Money(-31500),
    "\u2212$315.00": Money(-31500),
    "$0.00": money("0"),
    "November 20, 2026": date(2026, 11, 20),
    "NOVEMBER\n20, 2026": date(2026, 11, 20),
    "Sept. 3, 2025": date(2025, 9, 3),
    "11/20/2026": date(2026, 11, 20),
    "2026-11-20": date(2026, 11, 20),
    "October 2026": date(2026, 10, 1),
}
NO_FIGURE = [
    "G.S. 50-13.10(a)", "G.S. 110-136.3(a4)", "Page 2 of 5", "MCSS000041", "15 percent", "26 CVD 001357-590", "3.5",
    "13/45/2026", "7000071406", "$", "14.96%",
]  # fmt: skip


@pytest.mark.parametrize("written", WRITTEN)
def test_an_amount_and_a_day_are_read_however_they_are_written(written: str) -> None:
    (found,) = tokens(f"It says {written} here.", bare=True)
    assert found.value == WRITTEN[written]


@pytest.mark.parametrize("text", NO_FIGURE)
def test_cites_pages_and_numbers_of_cases_are_no_figures(text: str) -> None:
    assert list(tokens(f"See {text} there.", bare=True)) == []


def test_the_end_of_a_cite_that_a_line_broke_is_no_amount_of_a_paper() -> None:
    assert list(tokens("pursuant to G.S. 110-\n136.10 the withholding")) == []


def test_a_dash_before_an_amount_is_no_sign_where_it_joins_two() -> None:
    assert [one.value for one in tokens("from $5.00-$10.00 a week")] == [money("5.00"), money("10.00")]
