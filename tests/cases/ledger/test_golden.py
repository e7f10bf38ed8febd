"""Worked numbers, to the cent: those of the statutes' readers first, then vectors derived by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cases.ledger import (
    Adjustment,
    Assignment,
    Credit,
    DayCount,
    DirectPayment,
    Entry,
    Fee,
    Frequency,
    Ledger,
    Obligation,
    Opening,
    Payee,
    Split,
    Terms,
    terms_of,
    with_judgment,
)
from cases.ledger.account import running_account
from cases.ledger.playing import What
from kernel.cite import Cite
from kernel.money import ZERO, Money

CALIFORNIA = terms_of("CA")
FIVE_HUNDRED = Money(50_000)
NEW_YEAR = date(2025, 1, 1)


def owes(
    *entries: Entry, since: date = NEW_YEAR, until: date | None = None, count: DayCount = DayCount.DAYS_365
) -> Ledger:
    """500 dollars a month under the law of California."""
    return Ledger((Obligation(FIVE_HUNDRED, since, until),), None, entries, terms=terms_of("CA", count))


def paid(on: date, cents: int, receipt: str = "R1") -> Entry:
    return Entry(on, receipt, Money(cents))


def buckets(ledger: Ledger, as_of: date) -> dict[str, int]:
    return {name: cents for name, cents in ledger.balance(as_of).cents().items() if cents}


def test_one_instalment_of_january_bears_interest_from_the_first_of_february() -> None:
    one = owes(until=NEW_YEAR)
    assert buckets(one, date(2025, 2, 28)) == {"family": 50_000, "interest": 384}
    assert buckets(one, date(2025, 1, 31)) == {"current": 50_000}


def test_interest_of_one_day_is_told_for_that_day_and_of_more_from_the_first_to_the_last() -> None:
    lines = running_account(owes(paid(date(2025, 2, 2), 100, "R1"), until=NEW_YEAR), date(2025, 2, 28))
    assert [line.words for line in lines if line.what is What.INTEREST] == [
        "On $500.00 for Feb 1, 2025", "On $499.00 from Feb 2, 2025 to Feb 28, 2025",
    ]  # fmt: skip


def test_money_goes_to_the_month_then_to_older_support_and_interest_runs_on_what_is_left() -> None:
    half_a_year = owes(paid(date(2025, 3, 15), 30_000), paid(date(2025, 4, 10), 70_000, "R2"))
    assert buckets(half_a_year, date(2025, 6, 30)) == {"current": 50_000, "family": 150_000, "interest": 4_186}


@pytest.mark.parametrize(
    ("since", "count", "interest"),
    [
        (NEW_YEAR, DayCount.DAYS_365, 27_630),
        (date(2024, 1, 1), DayCount.DAYS_365, 27_644),
        (date(2024, 1, 1), DayCount.ACTUAL, 27_568),
        (NEW_YEAR, DayCount.MONTHLY, 27_500),
        (date(2024, 1, 1), DayCount.MONTHLY, 27_500),
    ],
    ids=["365 days", "leap year by 365", "leap year by 366", "by the month", "leap year by the month"],
)  # fmt: skip
def test_a_year_unpaid_by_each_convention(since: date, count: DayCount, interest: int) -> None:
    """2,017 days of 500 dollars at one 365th of ten percent; 2,018 in a leap year; 66 months of 500 at a twelfth."""
    found = buckets(owes(since=since, count=count), date(since.year, 12, 31))
    assert found == {"current": 50_000, "family": 550_000, "interest": interest}


def test_money_pays_all_support_before_interest_and_what_is_left_waits() -> None:
    quarter = owes(paid(date(2025, 6, 1), 160_000), until=date(2025, 3, 1))
    assert buckets(quarter, date(2025, 5, 31)) == {"family": 150_000, "interest": 3_740}
    assert buckets(quarter, date(2025, 6, 1)) == {"ahead": 6_260}


def test_money_received_before_2009_pays_interest_before_older_support() -> None:
    """500 of January 2008 stand from February 1: 334 days to December 30 are 45.75, one more day 45.89.

    100 on December 31 pay the 45.75 and 54.25 of support; 100 on January 1 pay support alone. The day itself earns
    on what is left: 12 hundredths on 445.75, 11 on 400.00, rounded only in the sum.
    """
    unpaid = {"since": date(2008, 1, 1), "until": date(2008, 1, 1)}
    assert buckets(owes(paid(date(2008, 12, 31), 10_000), **unpaid), date(2008, 12, 31)) == {
        "family": 44_575, "interest": 13,
    }  # fmt: skip
    assert buckets(owes(paid(date(2009, 1, 1), 10_000), **unpaid), date(2009, 1, 1)) == {
        "family": 40_000, "interest": 4_600,
    }  # fmt: skip


def test_interest_is_seven_percent_through_june_1983_and_ten_from_july() -> None:
    """500 of April: May and June 61 days at 7 percent are 5.85, July 31 days at 10 percent 4.25."""
    one = owes(since=date(1983, 4, 1), until=date(1983, 4, 1))
    assert one.balance(date(1983, 6, 30)).interest == Money(585)
    assert one.balance(date(1983, 7, 31)).interest == Money(1_010)


def test_the_family_is_paid_before_the_state_within_older_support_and_within_interest() -> None:
    """Support of January to March was assigned; that of April and May is the family's. 309 days of 500 are 42.33."""
    ledger = replace(
        owes(paid(date(2025, 6, 2), 200_000), until=date(2025, 5, 1)),
        assignments=(Assignment(date(2025, 1, 1), date(2025, 3, 31)),),
    )  # fmt: skip
    assert buckets(ledger, date(2025, 6, 1)) == {"family": 100_000, "assigned": 150_000, "interest": 4_233}
    found = ledger.balance(date(2025, 6, 2))
    assert (found.family, found.assigned) == (ZERO, Money(50_000))


def test_north_carolina_charges_no_interest_by_itself() -> None:
    ledger = Ledger((Obligation(FIVE_HUNDRED, date(2005, 1, 1)),), None, ())
    assert buckets(ledger, date(2025, 1, 1)) == {"current": 50_000, "family": 12_000_000}


def test_a_judgment_sets_the_rate_and_the_day_and_reaches_only_what_was_due_by_then() -> None:
    """8 percent on 1,000 due by February 1 for the 28 days from February 1 on: 6.14; March bears nothing."""
    judged = with_judgment(
        terms_of("NC"), date(2025, 2, 1), yearly=Decimal("0.08"), runs_from=date(2025, 2, 1), cite=Cite("judgment"),
    )  # fmt: skip
    ledger = Ledger((Obligation(FIVE_HUNDRED, NEW_YEAR),), None, (), terms=judged)
    assert ledger.balance(date(2025, 2, 28)).interest == Money(614)
    assert ledger.balance(date(2025, 3, 31)).interest == Money(1_293)  # 59 days of 1,000, none of March's support


def judgments(*awarded: tuple[date, date, str, int | None]) -> Terms:
    """North Carolina with these judgments: day, from when, rate, principal."""
    terms = terms_of("NC")
    for on, runs_from, rate, principal in awarded:
        named = Money(principal) if principal else None
        cite = Cite(f"judgment of {on}")
        terms = with_judgment(terms, on, yearly=Decimal(rate), runs_from=runs_from, cite=cite, principal=named)
    return terms


def test_a_second_judgment_keeps_the_interest_of_the_first_and_covers_what_fell_due_since() -> None:
    """1,000 by February 1 at 8 percent, 1,000 of March and April at 6 percent from April 1; May bears nothing.

    To March 31 59 days of 1,000 at 8 percent, 12.93; in April 30 days at 8 percent, 6.58, and at 6 percent, 4.93.
    """
    first, second = (date(2025, 2, 1),) * 2, (date(2025, 4, 1),) * 2
    terms = judgments((*first, "0.08", None), (*second, "0.06", None))
    ledger = Ledger((Obligation(FIVE_HUNDRED, NEW_YEAR),), None, (), terms=terms)
    assert ledger.balance(date(2025, 3, 31)).interest == Money(1_293)
    assert ledger.balance(date(2025, 4, 30)).interest == Money(1_293 + 658 + 493)
    lines = running_account(ledger, date(2025, 4, 30))
    assert [line.words for line in lines if line.what is What.JUDGMENT] == [
        "Judgment of interest, 8 percent a year from Feb 1, 2025, on $1,000.00, all that was due and unpaid and bore "
        "none by an earlier judgment",
        "Judgment of interest, 6 percent a year from Apr 1, 2025, on $1,000.00, all that was due and unpaid and bore "
        "none by an earlier judgment",
    ]
    assert [(line.words, line.amount.cents) for line in lines if line.what is What.INTEREST][-2:] == [
        ("On $1,000.00 from Apr 1, 2025 to Apr 30, 2025 by the judgment of Feb 1, 2025", 658),
        ("On $1,000.00 from Apr 1, 2025 to Apr 30, 2025 by the judgment of Apr 1, 2025", 493),
    ]
    assert "No support bears the interest of two judgments." in terms.sentence()


def test_a_judgment_covers_no_more_than_the_principal_that_it_names_the_oldest_first() -> None:
    """600 of 1,000 at 8 percent for 28 days and the other 400 at 6 percent for 27 are 5.46 in sum."""
    day = date(2025, 2, 1)
    named = judgments((day, day, "0.08", 60_000))
    ledger = Ledger((Obligation(FIVE_HUNDRED, NEW_YEAR, date(2025, 2, 28)),), None, (), terms=named)
    assert ledger.balance(date(2025, 2, 28)).interest == Money(368)
    both = replace(ledger, terms=judgments((day, day, "0.08", 60_000), (day, day, "0.06", None)))
    assert both.balance(date(2025, 2, 28)).interest == Money(460)  # all at the lower rate, and 600 not twice
    later = replace(ledger, terms=judgments((day, day, "0.08", 60_000), (*[date(2025, 2, 2)] * 2, "0.06", None)))
    assert later.balance(date(2025, 2, 28)).interest == Money(546)


def test_a_judgment_that_names_more_than_is_left_covers_what_is_left_and_says_so() -> None:
    day = date(2025, 2, 1)
    terms = judgments((day, day, "0.08", 500_000), (date(2025, 2, 5), date(2025, 2, 5), "0.08", None))
    ledger = Ledger((Obligation(FIVE_HUNDRED, NEW_YEAR),), None, (), terms=terms)
    first, second = (line for line in running_account(ledger, date(2025, 2, 28)) if line.what is What.JUDGMENT)
    assert first.words.endswith("on $1,000.00, all that was due and unpaid and bore none by an earlier judgment, "
                                "though it names $5,000.00")  # fmt: skip
    assert second.words.endswith("on nothing: no support was unpaid that bore no interest by an earlier judgment")
    assert ledger.balance(date(2025, 2, 28)).interest == Money(614)


def test_money_goes_to_the_part_of_an_instalment_that_a_judgment_covers_before_the_rest_of_it() -> None:
    """300 of January's 500 bear interest; 300 paid in February, and none does."""
    day = date(2025, 1, 15)
    ledger = Ledger(
        (Obligation(FIVE_HUNDRED, NEW_YEAR, NEW_YEAR),), None, (paid(date(2025, 2, 1), 30_000),),
        terms=judgments((day, date(2025, 2, 1), "0.08", 30_000)),
    )  # fmt: skip
    assert buckets(ledger, date(2025, 12, 31)) == {"family": 20_000}


def test_support_of_a_quarter_falls_due_whole_on_its_own_days_and_bears_interest_from_the_next_month() -> None:
    """500 due January 31 and April 30: 500 from February 1 for 89 days, 12.19; both for May's 31, 8.49."""
    quarterly = Obligation(FIVE_HUNDRED, date(2025, 1, 31), frequency=Frequency.QUARTERLY)
    ledger = Ledger((quarterly,), None, (), terms=CALIFORNIA)
    assert buckets(ledger, date(2025, 4, 29)) == {"family": 50_000, "interest": 1_205}
    assert buckets(ledger, date(2025, 4, 30)) == {"current": 50_000, "family": 50_000, "interest": 1_219}
    assert buckets(ledger, date(2025, 5, 31)) == {"family": 100_000, "interest": 2_068}


def test_a_registered_order_runs_by_the_law_of_the_state_that_issued_it() -> None:
    order = (Obligation(FIVE_HUNDRED, NEW_YEAR, NEW_YEAR),)
    at_home = Ledger(order, None, (), terms=terms_of("NC")).balance(date(2025, 2, 28))
    registered = Ledger(order, None, (), terms=terms_of("CA")).balance(date(2025, 2, 28))
    assert (at_home.interest, registered.interest) == (ZERO, Money(384))


def test_an_opening_balance_keeps_its_buckets() -> None:
    opening = Opening(date(2024, 12, 31), Money(90_000), Money(30_000), Money(10_000), Money(1_234), Money(2_500))
    ledger = Ledger((), opening, (), terms=CALIFORNIA)
    assert buckets(ledger, date(2024, 12, 31)) == {
        "family": 50_000, "assigned": 30_000, "other_state": 10_000, "interest": 1_234, "fees": 2_500,
    }  # fmt: skip
    assert ledger.balance(date(2025, 12, 31)).interest == Money(1_234 + 9_000)


def test_a_credit_counts_only_once_a_court_has_found_it_and_then_from_its_own_day() -> None:
    asked = Credit(date(2025, 3, 1), Money(100_000), "the child lived with the obligor")
    found = replace(asked, found_on=date(2025, 5, 20), finding="order of May 20, 2025")
    unpaid = owes(until=date(2025, 2, 1))
    assert replace(unpaid, credits=(asked,)).balance(date(2025, 12, 31)) == unpaid.balance(date(2025, 12, 31))
    with_it = replace(unpaid, credits=(found,))
    assert with_it.balance(date(2025, 5, 19)) == unpaid.balance(date(2025, 5, 19))
    assert buckets(with_it, date(2025, 5, 20)) == {"interest": 384}  # as if it had been paid on March 1


def test_a_direct_payment_counts_with_a_proof_that_the_statute_names_or_once_found() -> None:
    support = Ledger((Obligation(FIVE_HUNDRED, NEW_YEAR, NEW_YEAR),), None, ())
    for proof, found_on, owed in (
        ("cancelled check", None, 0), ("money order", None, 0), ("dated receipt", None, 0),
        ("a text message", None, 50_000), ("", None, 50_000), ("a text message", date(2025, 6, 1), 0),
        ("a text message", date(2025, 6, 2), 50_000),
    ):  # fmt: skip
        direct = DirectPayment(date(2025, 1, 10), FIVE_HUNDRED, proof, found_on)
        assert replace(support, direct_payments=(direct,)).arrears(date(2025, 6, 1)) == Money(owed)


def test_an_adjustment_moves_one_payee_and_fees_stand_beside_the_total() -> None:
    ledger = replace(
        owes(until=NEW_YEAR),
        adjustments=(
            Adjustment(date(2025, 1, 5), Money(2_000), "C. Sample", "posted to the wrong case", Payee.ASSIGNED),
            Adjustment(date(2025, 1, 6), Money(-5_000), "C. Sample", "clerk's error"),
        ),
        fees=(Fee(date(2025, 1, 7), Money(2_500), "yearly fee"), Fee(date(2025, 1, 8), Money(-500), "part waived")),
    )  # fmt: skip
    assert buckets(ledger, date(2025, 1, 31)) == {"current": 45_000, "assigned": 2_000, "fees": 2_000,
                                                  "interest": 15}  # fmt: skip
    assert ledger.balance(date(2025, 1, 31)).total == Money(47_015)


def test_the_states_division_moves_older_support_and_never_the_whole() -> None:
    ledger = Ledger(
        (Obligation(FIVE_HUNDRED, NEW_YEAR),), None, (),
        splits=(Split(date(2025, 3, 15), Money(70_000), "ACTS"), Split(date(2025, 4, 15), Money(999_999), "ACTS")),
    )  # fmt: skip
    assert buckets(ledger, date(2025, 3, 15)) == {"current": 50_000, "family": 30_000, "assigned": 70_000}
    assert buckets(ledger, date(2025, 4, 15)) == {"current": 50_000, "assigned": 150_000}


def test_an_account_prints_its_interest_rule() -> None:
    assert terms_of("NC").sentence() == "No interest runs on this account under the law of NC."
    for count in DayCount:
        assert count.words in terms_of("CA", count).sentence()
        assert "10 percent a year" in terms_of("CA", count).sentence()


def test_an_account_says_that_a_balance_carried_over_within_a_month_bears_interest_from_the_next_day() -> None:
    """Fam. Code § 17433.5 spares the support of the month, but nothing tells how much of the balance that is."""
    within = Ledger((), Opening(date(2025, 11, 15), Money(100_000)), (), terms=CALIFORNIA)
    assert buckets(within, date(2025, 11, 30)) == {"family": 100_000, "interest": 411}
    said = "All of the balance carried over on November 15, 2025 bears it from the next day: nothing tells how much of"
    assert within.interest_rule() == f"{CALIFORNIA.sentence()} {said} it fell due in that month."
    for opening in (None, Opening(date(2025, 11, 30), Money(100_000)), Opening(date(2025, 11, 15), ZERO)):
        assert replace(within, opening=opening).interest_rule() == CALIFORNIA.sentence()
    assert replace(within, terms=terms_of("NC")).interest_rule() == terms_of("NC").sentence()


def test_money_withheld_twice_as_fast_pays_support_in_advance_and_each_charge_takes_what_waits() -> None:
    ledger = owes(paid(date(2025, 1, 15), 120_000))
    assert buckets(ledger, date(2025, 1, 31)) == {"ahead": 70_000}
    assert buckets(ledger, date(2025, 2, 28)) == {"ahead": 20_000}
    assert buckets(ledger, date(2025, 3, 1)) == {"current": 30_000}
    assert ledger.balance(date(2025, 2, 1)).total == Money(-20_000)
