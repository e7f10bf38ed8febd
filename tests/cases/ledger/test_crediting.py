"""What was credited stands apart from what the state collected: in the account, by month, and in each unpaid month."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from cases.ledger import Adjustment, Credit, DirectPayment, Entry, Ledger, Obligation, terms_of
from cases.ledger.counts import UnpaidMonth, contempt_counts
from cases.ledger.crediting import Credited, Way, credited
from cases.ledger.instalments import instalments
from kernel.money import ZERO, Money, total
from law.contempt import contempt_window
from tests.cases.ledger.random_ledgers import ledgers

DAY = date(2026, 11, 20)
SUPPORT = Obligation(Money(50_000), date(2026, 9, 1))
DIRECT = DirectPayment(date(2026, 10, 5), Money(20_000), "cancelled check")
FOUND = Credit(date(2026, 9, 10), Money(30_000), "child with obligor", date(2026, 11, 2), "Order of 2026-11-02")
MORE = Adjustment(date(2026, 11, 3), Money(4_000), "A, B", "charged too little")
NORTH_CAROLINA = contempt_window("NC", DAY)


def ledger(*entries: Entry, **more: tuple[object, ...]) -> Ledger:
    return replace(Ledger((SUPPORT,), None, entries, terms=terms_of("NC")), **more)  # type: ignore[arg-type]


def test_each_way_of_crediting_is_told_with_its_day_and_the_day_from_which_it_counts() -> None:
    told = credited(ledger(credits=(FOUND,), direct_payments=(DIRECT,), adjustments=(MORE,)), DAY)
    assert told == (
        Credited(date(2026, 10, 5), date(2026, 10, 5), Way.DIRECT, Money(20_000), DIRECT),
        Credited(date(2026, 11, 2), date(2026, 9, 10), Way.FOUND, Money(30_000), FOUND),
        Credited(date(2026, 11, 3), date(2026, 11, 3), Way.CORRECTED, Money(-4_000), MORE),
    )


def test_a_direct_payment_without_proof_and_a_credit_not_yet_found_credit_nothing() -> None:
    unproven = replace(DIRECT, proof="word of mouth")
    assert credited(ledger(direct_payments=(unproven,), credits=(replace(FOUND, found_on=None),)), DAY) == ()
    assert credited(ledger(credits=(FOUND,)), date(2026, 11, 1)) == ()


def test_a_month_without_any_money_collected_is_not_told_as_paid_because_it_was_credited() -> None:
    found = contempt_counts(ledger(credits=(FOUND,), direct_payments=(DIRECT,)), DAY, NORTH_CAROLINA)
    assert found.counts == (
        UnpaidMonth(date(2026, 9, 1), Money(50_000), ZERO, date(2029, 9, 1), Money(30_000)),
        UnpaidMonth(date(2026, 10, 1), Money(50_000), ZERO, date(2029, 10, 1), Money(20_000)),
        UnpaidMonth(date(2026, 11, 1), Money(50_000), ZERO, date(2029, 11, 1)),
    )
    assert [one.unpaid.cents for one in found.counts] == [20_000, 30_000, 50_000]


def test_a_credit_above_what_is_owed_waits_as_a_credit_and_money_as_money() -> None:
    ahead = replace(DIRECT, paid_on=date(2026, 9, 5), amount=Money(60_000))
    paid = Entry(date(2026, 10, 9), "a", Money(15_000))
    _, october, november = instalments(ledger(paid, direct_payments=(ahead,)), DAY)
    assert (october.paid.cents, october.credited.cents, october.unpaid.cents) == (15_000, 10_000, 25_000)
    assert (november.paid.cents, november.credited.cents) == (0, 0)


@settings(max_examples=150, deadline=None)
@given(ledgers())
def test_no_instalment_is_paid_by_more_than_was_collected_or_credited_by_more_than_was_given(
    made: tuple[Ledger, date],
) -> None:
    held, as_of = made
    found = instalments(held, as_of)
    assert all(min(one.paid, one.credited, one.unpaid) >= ZERO for one in found)
    given_off = total(one.amount for one in credited(held, as_of) if one.amount > ZERO)
    assert total(one.credited for one in found) <= given_off


@settings(max_examples=100, deadline=None)
@given(ledgers())
def test_where_the_state_collected_nothing_every_instalment_is_credited_at_most(made: tuple[Ledger, date]) -> None:
    held, as_of = made
    opening = replace(held.opening, amount=max(held.opening.amount, ZERO)) if held.opening else None
    found = instalments(replace(held, entries=(), opening=opening), as_of)
    assert [one.paid for one in found] == [ZERO] * len(found)
