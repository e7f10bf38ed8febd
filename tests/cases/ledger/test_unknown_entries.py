"""Where the state's balance does not know what people entered here, the explanation names those entries."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from cases.ledger import (
    Adjustment,
    Credit,
    DirectPayment,
    Entry,
    Kind,
    Ledger,
    Obligation,
    Opening,
    Step,
    Suspension,
    terms_of,
    with_judgment,
)
from cases.ledger.many_days import owed_on
from cases.ledger.reconciling import Reconciliation, StateFigure, reconcile
from cases.ledger.suspicion import Cause
from kernel.cite import Cite
from kernel.money import Money

LAST = date(2025, 12, 15)
SUPPORT = Obligation(Money(20_000), date(2025, 1, 1))
TOLD = Ledger((SUPPORT,), Opening(date(2024, 12, 31), Money(50_000)), (Entry(date(2025, 2, 3), "R1", Money(7_700)),))
CREDIT = Credit(date(2025, 6, 4), Money(20_111), "clothing", date(2025, 6, 4), "order of June 4, 2025")
DIRECT = DirectPayment(date(2025, 4, 3), Money(12_345), "receipt", date(2025, 4, 3))
STEPPED = replace(SUPPORT, steps=(Step(date(2025, 3, 1), Money(15_000)),))
SPOUSAL = Obligation(Money(25_000), date(2025, 9, 15), kind=Kind.SPOUSAL, due_day=15)
ENTERED = replace(
    TOLD, obligations=(STEPPED, SPOUSAL), credits=(CREDIT,), direct_payments=(DIRECT,),
    suspensions=(Suspension(date(2025, 7, 1), date(2025, 8, 31), "incarceration", "jail record"),),
    adjustments=(Adjustment(date(2025, 5, 1), Money(-7_500), "two people", "charged twice"),),
)  # fmt: skip


def beside(ours: Ledger, states: Ledger, *days: date) -> Reconciliation:
    """Our account beside what another one comes to."""
    return reconcile(ours, [StateFigure(day, total) for day, total in owed_on(states, days or [LAST]).items()])


def test_one_entry_that_the_state_does_not_know_is_named_with_its_amount_and_day() -> None:
    told = beside(ENTERED, replace(ENTERED, direct_payments=()))
    assert [(one.cause, one.on, one.words) for one in told.likeliest] == [(
        Cause.ENTERED_HERE, DIRECT.paid_on,
        "The state does not know of the direct payment of $123.45 on April 3, 2025, entered here",
    )]  # fmt: skip
    assert told.likeliest[0].ours_stands


def test_an_adjustment_or_support_of_another_kind_that_the_state_does_not_know_is_named_alone() -> None:
    adjusted = beside(ENTERED, replace(ENTERED, adjustments=())).likeliest
    assert [one.words for one in adjusted] == [
        "The state does not know of the adjustment of -$75.00 on May 1, 2025, entered here"
    ]
    spousal = beside(ENTERED, replace(ENTERED, obligations=(STEPPED,))).likeliest
    assert [(one.on, one.words) for one in spousal] == [(
        date(2025, 9, 15),
        "The state does not know of the spousal support of $250.00 from September 15, 2025 (adds $1,000.00), entered "
        "here",
    )]  # fmt: skip


def test_where_the_state_knows_nothing_of_what_was_entered_every_entry_is_named_in_the_order_of_its_day() -> None:
    told = beside(ENTERED, TOLD, date(2025, 2, 28), LAST)
    assert (told.agreed_on, told.parted_by) == (date(2025, 2, 28), LAST)
    assert [(one.cause, one.on, one.words) for one in told.likeliest] == [(
        Cause.ENTERED_HERE, date(2025, 3, 1),
        "The state does not know of what was entered here: the step to $150.00 on March 1, 2025 (takes $400.00 off); "
        "the direct payment of $123.45 on April 3, 2025; the adjustment of -$75.00 on May 1, 2025; "
        "the credit of $201.11 on June 4, 2025; the suspension from July 1, 2025 to August 31, 2025 (takes $300.00 "
        "off); the spousal support of $250.00 from September 15, 2025 (adds $1,000.00)",
    )]  # fmt: skip


def test_where_the_entries_are_a_part_of_the_difference_the_rest_is_explained_before_a_made_up_opening() -> None:
    higher = replace(TOLD, opening=Opening(date(2024, 12, 31), Money(51_000)))
    told = beside(ENTERED, higher)
    (first,) = told.likeliest
    assert (first.cause, first.on) == (Cause.ENTERED_HERE, date(2025, 3, 1))
    assert first.words.endswith(
        "; without that the two are $10.00 apart. The state began on December 31, 2024 from $510.00, our record from "
        "$500.00"
    )
    assert [one.cause for one in told.others] == [Cause.OPENING_BALANCE]


def test_the_rest_may_be_a_mistake_of_any_kind() -> None:
    twice = replace(TOLD, entries=(*TOLD.entries, replace(TOLD.entries[0], receipt_no="S1")))
    (first,) = beside(replace(ENTERED, obligations=(SUPPORT,)), twice).likeliest
    assert first.words.endswith(
        "$77.00 apart. The state counts payment R1 of $77.00, collected on February 3, 2025, twice"
    )


def test_entries_that_the_state_knows_are_not_named_for_a_mistake_that_explains_the_difference_alone() -> None:
    twice = replace(ENTERED, entries=(*TOLD.entries, replace(TOLD.entries[0], receipt_no="S1")))
    told = beside(ENTERED, twice)
    assert {one.cause for one in (*told.likeliest, *told.others)} == {Cause.DUPLICATE_PAYMENT, Cause.OPENING_BALANCE}


def test_entries_without_which_more_would_be_left_are_no_part_of_the_difference() -> None:
    opened_lower = replace(ENTERED, opening=Opening(date(2024, 12, 31), Money(49_000)))
    told = beside(ENTERED, opened_lower)
    assert [one.cause for one in (*told.likeliest, *told.others)] == [Cause.OPENING_BALANCE]


def test_an_entry_from_after_the_last_day_that_the_state_told_is_not_named() -> None:
    later = replace(TOLD, direct_payments=(DIRECT, replace(DIRECT, paid_on=LAST, found_on=LAST)))
    assert len(beside(later, TOLD, date(2025, 6, 30)).likeliest) == 1
    assert beside(replace(TOLD, direct_payments=later.direct_payments[1:]), TOLD, date(2025, 6, 30)).differs is False


def test_a_judgment_of_interest_that_the_state_does_not_know_is_named() -> None:
    terms = with_judgment(
        terms_of("NC"), date(2025, 7, 1), yearly=Decimal("0.08"), runs_from=date(2025, 7, 1),
        cite=Cite("judgment of July 1, 2025"),
    )  # fmt: skip
    told = beside(replace(TOLD, terms=terms), TOLD)
    assert (told.likeliest[0].cause, told.likeliest[0].on) == (Cause.ENTERED_HERE, date(2025, 7, 1))
    assert told.likeliest[0].words == (
        "The state does not know of the judgment of interest of July 1, 2025 at 8 percent a year, entered here"
    )
