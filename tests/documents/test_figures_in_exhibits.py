"""What an exhibit says is owed: arrears are found under every usual name, and nothing else is taken for them."""

from datetime import date

import pytest

from documents.figures.statements import StatedMonth, Statement, stated
from kernel.money import money

NUMBERS = ("7000071406", "24CVD001357-590")
DAY = date(2026, 11, 20)
WRONG = money("9,999.99")

SAYS_ARREARS = {
    "Statement of arrears\nArrears as of November 20, 2026: $9,999.99": ("Arrears", DAY),
    "STATEMENT OF ARREARS  Case 7000071406\nTotal arrears $9,999.99": ("Total arrears", None),
    "As of November 20, 2026 the Obligor owes $9,999.99 in arrears.": ("in arrears", DAY),
    "PAYMENT HISTORY child support\nBalance owed as of November 20, 2026 $9,999.99": ("Balance owed", DAY),
    "Past due support: 9,999.99 through 11/20/2026": ("Past due support", DAY),
    "Past due child support of $9,999.99 is owed on 11/20/2026.": ("Past due child support", DAY),
    "Records as of 2026-11-20. Unpaid child support: $9,999.99": ("Unpaid child support", DAY),
    "Account of case 7000071406. Total amount due\n$9,999.99": ("amount due", None),
}
SAYS_NONE = [
    "Gross pay $1,420.00. Child support $200.00. Net pay $900.00, paid 11/13/2026.",
    "Monthly rent of $900.00 is due on the first. Balance due at signing: $1,800.00.",
    "Statement of account. Past due balance $300.00. Total owed: $4,100.00 as of November 20, 2026.",
    "Income withholding: $415.00 per month current child support, $50.00 per month past-due child support.",
    "The Obligor shall pay $415.00 per month in child support and $50.00 per month toward the arrears.",
    "Arrears owed to the family $1,000.00. Arrears assigned to the State $3,210.00. Interest on arrears $12.00.",
    "Last payment on arrears: $75.00. Opening arrears $900.00. Payments on the arrears $60.00.",
    "The license may be revoked where arrears exceed $500.00.",
]


@pytest.mark.parametrize("text", SAYS_ARREARS)
def test_arrears_are_found_under_every_usual_name_with_their_day(text: str) -> None:
    label, day = SAYS_ARREARS[text]
    assert stated([text], NUMBERS).owed == (Statement(1, label, WRONG, day),)


@pytest.mark.parametrize("text", SAYS_NONE)
def test_wages_rent_payments_and_parts_of_arrears_are_not_taken_for_what_is_owed(text: str) -> None:
    assert stated([text], NUMBERS).owed == ()


def test_an_account_by_month_is_read_row_by_row_as_courts_print_it() -> None:
    text = "STATEMENT OF ARREARS child support\nMonth Ordered Paid Balance\nOctober 2026 $415.00 $0.00 $2,490.00"
    assert stated(["A cover.", text], NUMBERS).months == tuple(
        StatedMonth(2, date(2026, 10, 1), column, money(amount))
        for column, amount in (("ordered", "415.00"), ("paid", "0.00"), ("balance", "2,490.00"))
    )


def test_a_paper_about_another_case_says_so_and_one_about_ours_in_any_spelling_does_not() -> None:
    text = "Statement of arrears, case no. {}. Arrears as of November 20, 2026: $9,999.99"
    assert stated([text.format("7000099999")], NUMBERS).of_another_case
    assert not stated([text.format("7000071406")], NUMBERS).of_another_case
    assert not stated([text.format("7000099999") + " File 24 CVD 001357-590."], NUMBERS).of_another_case
