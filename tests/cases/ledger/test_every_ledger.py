"""What holds of every ledger, on 10,000 random ones; and a second, slow implementation that agrees on all of them."""

import random
from dataclasses import fields, replace
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.ledger import Entry, Kind, Ledger
from cases.ledger.account import running_account
from cases.ledger.balance import Balance
from cases.ledger.crediting import left_by_instalment
from cases.ledger.playing import Account, What
from cases.ledger.standing import Event, Rank
from kernel.money import ZERO, Money, total
from tests.cases.ledger.random_ledgers import INTEREST, ledgers
from tests.cases.ledger.slow_clerk import SlowClerk

ONE_DAY = timedelta(days=1)



def examples(number: int) -> settings:
    return settings(
        max_examples=number, deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )  # fmt: skip


def agreed(ledger: Ledger, as_of: date) -> Balance:
    """The balance, once the slow clerk has come to the same one."""
    balance, clerk = ledger.balance(as_of), SlowClerk(ledger, as_of)
    assert {name.replace(" ", "_"): cents for name, cents in clerk.buckets().items()} == {**balance.cents()}
    assert unpaid_by_kind(ledger, as_of) == clerk.unpaid_by_kind()
    return balance


def unpaid_by_kind(ledger: Ledger, as_of: date) -> dict[str, int]:
    """What is unpaid of each kind of support; what has no kind is told with the first."""
    account = Account(ledger.terms)
    account.play(ledger.events(as_of, known_on=as_of), as_of)
    found: dict[str, int] = {}
    for (_, kind), cents in left_by_instalment(account).items():
        kind = kind or Kind.CHILD
        found[kind] = found.get(kind, 0) + cents
    return {kind: cents for kind, cents in found.items() if cents}


@examples(3000)
@given(ledgers())
def test_the_slow_clerk_comes_to_the_same_cent_in_every_bucket(of: tuple[Ledger, date]) -> None:
    ledger, as_of = of
    balance = agreed(ledger, as_of)
    assert balance.support + balance.interest == balance.total
    assert ledger.arrears(as_of) == balance.support


@examples(2000)
@given(ledgers())
def test_each_line_is_the_line_before_it_and_what_it_changed_and_the_last_is_the_balance(
    of: tuple[Ledger, date],
) -> None:
    ledger, as_of = of
    agreed(ledger, as_of)
    before = dict.fromkeys(("current", "family", "assigned", "other_state", "interest", "fees", "ahead"), 0)
    for line in running_account(ledger, as_of):
        for name, amount in line.changed:
            before[name] += amount.cents
        assert before == line.balance.cents()
        if line.what in {What.PAYMENT, What.CREDIT, What.DIRECT}:
            applied = total(amount if name == "ahead" else -amount for name, amount in line.changed)
            assert applied == line.amount
            assert all((amount > ZERO) is (name == "ahead") for name, amount in line.changed)
    assert before == ledger.balance(as_of).cents()


@examples(1500)
@given(ledgers(), st.randoms(use_true_random=True))
def test_the_order_of_an_import_does_not_matter(of: tuple[Ledger, date], chance: random.Random) -> None:
    ledger, as_of = of
    shuffled = {
        field.name: tuple(chance.sample(held, len(held)))
        for field in fields(Ledger)
        if isinstance(held := getattr(ledger, field.name), tuple)
    }
    assert replace(ledger, **shuffled).balance(as_of) == agreed(ledger, as_of)


@examples(1500)
@given(ledgers(), st.integers(0, 400), st.integers(0, 200), st.integers(1, 300_000))
def test_a_reversal_restores_every_bucket_exactly(
    of: tuple[Ledger, date], after: int, later: int, cents: int
) -> None:
    ledger, as_of = of
    collected = as_of - timedelta(days=after)
    if ledger.opening and collected <= ledger.opening.on:
        collected = ledger.opening.on + ONE_DAY
    returned = collected + timedelta(days=later)
    came, went = Entry(collected, "X1", Money(cents)), Entry(returned, "X2", Money(-cents), "X1")
    day = max(as_of, returned)
    both = replace(ledger, entries=(*ledger.entries, came, went))
    assert both.balance(day) == agreed(ledger, day)


@examples(1000)
@given(ledgers(INTEREST), st.integers(0, 60))
def test_interest_only_grows_while_nothing_is_paid_and_never_turns_a_bucket_negative(
    of: tuple[Ledger, date], days: int
) -> None:
    ledger, as_of = of
    bare = replace(
        ledger, entries=(), credits=(), direct_payments=(), adjustments=(), splits=(), suspensions=(),
        opening=replace(ledger.opening, amount=max(ledger.opening.amount, ZERO)) if ledger.opening else None,
    )  # fmt: skip
    one, two = agreed(bare, as_of), bare.balance(as_of + timedelta(days=days))
    assert ZERO <= one.interest <= two.interest
    assert all(cents >= 0 for name, cents in ledger.balance(as_of).cents().items() if name not in {"interest", "fees"})


@examples(1000)
@given(ledgers(), st.integers(1, 40))
def test_cents_never_drift_however_often_the_account_is_brought_up_to_a_day(
    of: tuple[Ledger, date], every: int
) -> None:
    ledger, as_of = of
    events = ledger.events(as_of, known_on=as_of)
    if events:
        days = range(events[0].on.toordinal() + 1, as_of.toordinal() + 1, every)
        stops = [Event(date.fromordinal(day), Rank.TURN, "", 0) for day in days]
        account = Account(ledger.terms)
        account.play(sorted([*events, *stops]), as_of)
        assert account.balance(as_of) == agreed(ledger, as_of)
