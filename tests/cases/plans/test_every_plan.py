"""What holds of every plan and every ledger, on random ones."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.ledger import Frequency, Ledger, Obligation, Opening, terms_of
from cases.plans.applied import collected
from cases.plans.assuming import Pays, assumed
from cases.plans.facts import Basis, Collected, Covers, Plan, State, Tolerance
from cases.plans.projecting import paid_off
from cases.plans.settling import settle
from cases.plans.standing import plan_standing
from kernel.money import Money, total
from tests.cases.ledger.random_ledgers import BEGINNINGS, ledgers
from tests.cases.plans.slow_walk import cent_by_cent, month_by_month

SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FREQUENCIES = (Frequency.WEEKLY, Frequency.BIWEEKLY, Frequency.SEMIMONTHLY, Frequency.MONTHLY)


@st.composite
def plans(draw: st.DrawFn, first: date) -> Plan:
    """A plan that is made within a year of a day."""
    made = first + timedelta(days=draw(st.integers(0, 200)))
    due = made + timedelta(days=draw(st.integers(0, 60)))
    last = st.none() | st.integers(0, 300).map(lambda days: due + timedelta(days=days))
    return Plan(
        draw(st.sampled_from(Basis)),
        "order",
        made,
        due,
        Money(draw(st.integers(1, 60_000))),
        draw(st.sampled_from(FREQUENCIES)),
        draw(st.sampled_from(Covers)),
        Money(draw(st.sampled_from((0, 0, 20_000)))),
        draw(last),
        Tolerance(draw(st.integers(0, 10)), draw(st.integers(0, 30)), draw(st.integers(1, 3))),
        ended_on=draw(last),
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Plan, Ledger, date]:
    ledger, as_of = draw(ledgers())
    return draw(plans(draw(st.sampled_from(BEGINNINGS)))), ledger, as_of


@SLOW
@given(cases())
def test_no_cent_counts_twice_and_none_is_lost(case: tuple[Plan, Ledger, date]) -> None:
    plan, ledger, as_of = case
    found = plan_standing(plan, ledger, as_of)
    money = collected(plan, ledger, as_of)
    assert total(line.paid for line in found.lines) + found.over == total(one.counts for one in money)
    assert all(line.paid == total(cents for _, _, cents in line.parts) for line in found.lines)
    assert all(line.paid <= line.instalment.amount for line in found.lines)
    assert all(one.counts <= one.whole for one in money)


@SLOW
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(case: tuple[Plan, Ledger, date], dice: Random) -> None:
    plan, ledger, as_of = case
    entries, obligations = list(ledger.entries), list(ledger.obligations)
    dice.shuffle(entries)
    dice.shuffle(obligations)
    other = replace(ledger, entries=tuple(entries), obligations=tuple(obligations))
    assert plan_standing(plan, other, as_of) == plan_standing(plan, ledger, as_of)


@SLOW
@given(cases())
def test_every_instalment_that_is_past_is_one_of_the_kinds_and_paid_as_it_says(
    case: tuple[Plan, Ledger, date],
) -> None:
    plan, ledger, as_of = case
    for line in plan_standing(plan, ledger, as_of).lines:
        kept = plan.tolerance.is_enough(line.paid, line.instalment.amount)
        assert kept == (line.state in (State.KEPT, State.LATE))
        past = as_of > line.instalment.due_on + timedelta(days=plan.tolerance.days)
        assert (line.state is State.OPEN) == (not kept and not past)
        assert line.state is not State.MISSED or not line.parts


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 200), st.integers(1, 90)), max_size=8),
    st.integers(1, 40),
    st.sampled_from(FREQUENCIES),
)
def test_money_finds_the_same_instalments_as_when_every_cent_looks_for_itself(
    payments: list[tuple[int, int]], instalment: int, frequency: Frequency
) -> None:
    made = date(2026, 1, 10)
    plan = Plan(Basis.COURT, "order", made, made, Money(instalment), frequency, until=date(2026, 6, 30))
    money = [
        Collected(made + timedelta(days=days), f"R{number}", Money(cents), Money(cents))
        for number, (days, cents) in enumerate(payments)
    ]
    found = settle(plan, money, date(2026, 8, 31)).settled
    due = [(one.instalment.due_on, one.instalment.amount.cents) for one in found]
    paid = cent_by_cent(due, ((one.on, one.counts.cents) for one in money))
    assert [one.paid.cents for one in found] == paid


@settings(max_examples=300, deadline=None)
@given(
    st.integers(1, 800_000),
    st.integers(0, 90_000),
    st.integers(500, 60_000),
    st.integers(1, 28),
    st.sampled_from((("NC", Fraction(0)), ("CA", Fraction(1, 10)))),
)
def test_a_projection_agrees_with_a_slow_walk_month_by_month(
    owed: int, support: int, instalment: int, due_day: int, law: tuple[str, Fraction]
) -> None:
    state, yearly = law
    as_of = date(2026, 1, 31)
    obligations = (Obligation(Money(support), date(2026, 2, 1)),) if support else ()
    ledger = Ledger(obligations, Opening(as_of, Money(owed)), (), terms=terms_of(state))
    first = date(2026, 2, due_day)
    plan = Plan(Basis.COURT, "order", as_of, first, Money(instalment))
    found = paid_off(ledger, assumed(Pays.ORDERED, ledger, plan, as_of), as_of)
    slow = month_by_month(owed, instalment=instalment, due_day=due_day, as_of=as_of, yearly=yearly, years=60)
    assert (found.on, found.interest) == slow
