"""Random ledgers with everything in them that a ledger can hold."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from cases.ledger import (
    Adjustment,
    Assignment,
    Credit,
    DayCount,
    DirectPayment,
    Entry,
    Fee,
    Frequency,
    Kind,
    Ledger,
    Obligation,
    Opening,
    Payee,
    Split,
    Step,
    Suspension,
    Terms,
    terms_of,
    with_judgment,
)
from cases.ledger.terms import Begins
from kernel.cite import Cite
from kernel.money import ZERO, Money

BEGINNINGS = (date(1983, 2, 1), date(2008, 7, 1), date(2023, 10, 1))
"""The rate changes in 1983, the order of application in 2009, and a leap year comes in 2024."""
LONGEST = 330
CALIFORNIA = [terms_of("CA", count) for count in DayCount]
DUE_DAY = replace(terms_of("CA"), begins=Begins.DUE_DAY)


def _terms(first: date) -> list[Terms]:
    judged = with_judgment(
        terms_of("NC"), first + timedelta(days=120), yearly=Decimal("0.08"), runs_from=first + timedelta(days=150),
        cite=Cite("made up"),
    )  # fmt: skip
    return [terms_of("NC"), *CALIFORNIA, DUE_DAY, judged]


@st.composite
def ledgers(draw: st.DrawFn, terms: st.SearchStrategy[Terms] | None = None) -> tuple[Ledger, date]:
    """A ledger and a day on which to ask it."""
    first = draw(st.sampled_from(BEGINNINGS))
    days = st.integers(0, LONGEST).map(lambda number: first + timedelta(days=number))
    amounts = st.integers(1, 90_000).map(Money)
    signed = st.integers(-90_000, 90_000).map(Money)
    payees = st.sampled_from(Payee)
    few = lambda each, most=3: draw(st.lists(each, max_size=most))  # noqa: E731
    obligations = [draw(_obligation(days, amounts)) for _ in range(draw(st.integers(1, 3)))]
    payments = few(st.tuples(days, st.integers(1, 120_000)), 6)
    entries = [Entry(day, f"R{number}", Money(cents)) for number, (day, cents) in enumerate(payments)]
    for number, (day, which, share) in enumerate(few(st.tuples(days, st.integers(0, 7), st.sampled_from((1, 1, 2))))):
        cents = entries[which].amount.cents // share if which < len(payments) else 5_000
        entries.append(Entry(day, f"V{number}", Money(-cents), f"R{which}"))
    ledger = Ledger(
        tuple(obligations),
        draw(st.none() | st.builds(_opening, days, signed, st.integers(0, 20_000), st.integers(0, 9_000))),
        tuple(entries),
        suspensions=tuple(
            Suspension(min(one, two), max(one, two), "incarceration", proof)
            for one, two, proof in few(st.tuples(days, days, st.sampled_from(("", "jail record"))), 2)
        ),
        credits=tuple(few(st.builds(Credit, days, amounts, st.just("child with obligor"), st.none() | days))),
        direct_payments=tuple(few(st.builds(DirectPayment, days, amounts, st.sampled_from(_PROOFS), st.none() | days))),
        adjustments=tuple(
            few(st.builds(Adjustment, days, signed, st.just("A"), st.just("b"), payees, st.booleans()))
        ),
        fees=tuple(few(st.builds(Fee, days, signed, st.just("fee")))),
        assignments=tuple(Assignment(min(pair), max(pair)) for pair in few(st.tuples(days, days), 2)),
        splits=_one_a_day(few(st.builds(Split, days, st.integers(0, 200_000).map(Money), st.just("state")), 2)),
        terms=draw(terms or st.sampled_from(_terms(first))),
    )
    return ledger, draw(st.integers(0, LONGEST + 40).map(lambda number: first + timedelta(days=number)))


_PROOFS = ("", "cancelled check", "admitted by the obligee", "word of mouth")


def _opening(on: date, amount: Money, assigned: int, interest: int) -> Opening:
    return Opening(on, amount, Money(min(assigned, max(0, amount.cents))), ZERO, Money(interest), Money(2_500))


def _one_a_day(splits: list[Split]) -> tuple[Split, ...]:
    return tuple({split.on: split for split in splits}.values())


def _obligation(days: st.SearchStrategy[date], amounts: st.SearchStrategy[Money]) -> st.SearchStrategy[Obligation]:
    steps = st.lists(st.builds(Step, days, amounts), max_size=2, unique_by=lambda step: step.on).map(tuple)
    return st.builds(
        Obligation, amounts, days, st.none() | days, st.sampled_from(Kind), st.sampled_from(Frequency),
        st.sampled_from((1, 1, 15, 31)), steps, st.sampled_from(Payee),
    )  # fmt: skip
