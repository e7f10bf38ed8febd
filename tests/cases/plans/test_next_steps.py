"""What to do next about a plan, by rule."""

from dataclasses import replace
from datetime import date

import pytest

from cases.plans.facts import Basis, Plan, Stub
from cases.plans.next_steps import NextStep, next_steps, steps_about
from cases.plans.standing import plan_standing
from cases.plans.withheld import withholdings
from kernel.money import Money
from law.plans import When, plan_law
from law.states import law_of
from tests.cases.plans.made import PLAN, TOLERANT, ledger

JAN, FEB = date(2026, 1, 15), date(2026, 2, 15)
AGREED = replace(TOLERANT, basis=Basis.AGREEMENT)


def steps(plan: Plan, as_of: date, *payments: tuple[date, int], state: str = "NC") -> tuple[NextStep, ...]:
    found = plan_standing(plan, ledger(*payments, state=state), as_of)
    return next_steps(found, plan_law(state, as_of))


def rules(plan: Plan, as_of: date, *payments: tuple[date, int], state: str = "NC") -> list[str]:
    return [step.rule for step in steps(plan, as_of, *payments, state=state)]


def test_a_plan_that_is_kept_asks_for_nothing() -> None:
    assert rules(PLAN, date(2026, 1, 20), (JAN, 550_00)) == []


def test_a_missed_instalment_within_the_tolerance_asks_for_a_letter_and_a_partial_one_for_the_rest() -> None:
    assert rules(TOLERANT, date(2026, 1, 25)) == ["us.plan.missed"]
    (rest,) = steps(TOLERANT, date(2026, 1, 25), (JAN, 520_00))
    assert (rest.rule, rest.because) == ("us.plan.partial", "$20.00 of $50.00 due January 15, 2026 came in.")


def test_a_broken_plan_of_a_court_goes_back_to_court_and_an_agreement_to_enforcement() -> None:
    late = date(2026, 2, 25)
    assert rules(TOLERANT, late) == ["nc.plan.broken-order", "nc.plan.broken-stay", "us.plan.missed"]
    assert rules(AGREED, late) == ["nc.plan.broken-agreement", "us.plan.missed"]
    assert rules(TOLERANT, late, state="CA")[0] == "ca.plan.broken-order"
    assert rules(AGREED, late, state="CA")[0] == "ca.plan.broken-agreement"


@pytest.mark.parametrize(("state", "day"), [("NC", date(2026, 4, 15)), ("CA", date(2026, 2, 14))])
def test_an_obligor_is_out_of_compliance_after_90_days_in_north_carolina_and_30_in_california(
    state: str, day: date
) -> None:
    licenses = f"{state.lower()}.plan.licenses"
    plan = replace(TOLERANT, tolerance=replace(TOLERANT.tolerance, failures=12))
    assert licenses not in rules(plan, day, state=state)
    (step,) = [one for one in steps(plan, date.fromordinal(day.toordinal() + 1), state=state) if one.rule == licenses]
    assert step.because.startswith(f"Behind for {(day - JAN).days + 1} days, more than {(day - JAN).days} days (")


def test_money_withheld_and_not_sent_is_asked_of_the_employer_and_in_california_bars_contempt() -> None:
    for state, bars in (("NC", False), ("CA", True)):
        paid = ledger(state=state)
        held = withholdings([Stub(date(2026, 1, 9), Money(550_00), "stub")], paid, FEB, law=law_of(state))
        found = plan_standing(PLAN, paid, date(2026, 2, 1), withholdings=held)
        (step,) = next_steps(found, plan_law(state, FEB))
        assert (step.rule, step.bars_contempt, step.owner) == (f"{state.lower()}.plan.withheld", bars, "agent")


def test_a_plan_that_is_paid_off_is_ended_and_one_that_ended_asks_for_nothing() -> None:
    paid = ((JAN, 3_500_00), (date(2026, 2, 1), 500_00))
    assert rules(PLAN, date(2026, 2, 20), *paid) == ["nc.plan.paid-off"]
    assert rules(replace(PLAN, ended_on=date(2026, 1, 31)), date(2026, 6, 1)) == []


def test_a_plan_is_looked_at_again_on_its_own_day() -> None:
    plan = replace(PLAN, review_on=date(2026, 1, 18))
    assert rules(plan, date(2026, 1, 17), (JAN, 550_00)) == []
    assert rules(plan, date(2026, 1, 18), (JAN, 550_00)) == ["us.plan.review"]


@pytest.mark.parametrize("state", ["NC", "CA"])
def test_something_is_to_be_done_in_every_state_whatever_comes_to_pass(state: str) -> None:
    law = plan_law(state, FEB)
    assert [(when, basis) for when in When for basis in Basis if not law.steps_when(when, basis)] == []
    assert not any(row.verified_by for row in law.steps)


@pytest.mark.parametrize("state", ["NC", "CA"])
def test_a_pay_stub_that_was_not_sent_asks_for_the_employer_though_the_money_would_have_gone_to_support(
    state: str,
) -> None:
    paid, day = ledger((JAN, 50_00), state=state), date(2026, 1, 31)
    held = withholdings([Stub(date(2026, 1, 9), Money(75_00), "stub")], paid, day, law=law_of(state))
    found = plan_standing(PLAN, paid, day, withholdings=held)
    assert [line.withheld.cents for line in found.lines if line.withheld.cents] == []
    (step,) = [one for one in next_steps(found, plan_law(state, day)) if one.rule == f"{state.lower()}.plan.withheld"]
    assert step.because == "No receipt came in for $75.00 withheld on Jan 9, 2026."
    assert steps_about(held[0], plan_law(state, day)) == (step,)


def test_nothing_is_asked_about_a_withholding_that_was_sent_or_may_still_be() -> None:
    paid = ledger((JAN, 75_00))
    stubs = [Stub(date(2026, 1, 9), Money(75_00), "stub"), Stub(date(2026, 1, 23), Money(75_00), "stub")]
    held = withholdings(stubs, paid, date(2026, 1, 26), law=law_of("NC"))
    assert [one.sent.value for one in held] == ["sent", "on its way"]
    assert [steps_about(one, plan_law("NC", FEB)) for one in held] == [(), ()]
