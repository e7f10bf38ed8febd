"""What an order or a plan would change before it is made."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cases.ledger import Kind, Ledger, Obligation, Step
from cases.plans.assuming import Pays
from cases.plans.errors import NothingProposed
from cases.plans.facts import Plan
from cases.plans.what_if import Effect, Proposal, ending, ordered, what_if
from kernel.money import ZERO, Money
from tests.cases.plans.made import MADE, PLAN, ledger

AS_OF = date(2026, 1, 20)
PAID = ledger((date(2026, 1, 2), 500_00), owed=600_00)
"""$600.00 is owed from before, and the support of January is paid."""


def effect(proposal: Proposal, plan: Plan | None = PLAN, pays: Pays = Pays.ORDERED, of: Ledger = PAID) -> Effect:
    return what_if(of, proposal, AS_OF, plan=plan, pays=pays)


def test_twice_the_instalment_takes_half_the_time() -> None:
    found = effect(Proposal(instalment=Money(100_00), instalment_from=date(2026, 2, 15)))
    assert (found.without.pay_off.on, found.given.pay_off.on) == (date(2027, 1, 15), date(2026, 7, 15))
    assert found.months_sooner == 6
    assert [one.owed for one in found.given.ahead][:3] == [Money(600_00), ZERO, ZERO]
    assert [one.owed for one in found.without.ahead][:3] == [Money(600_00), Money(300_00), ZERO]


def test_a_first_payment_is_paid_at_once() -> None:
    found = effect(Proposal(instalment=Money(50_00), instalment_from=date(2026, 2, 15), first_payment=Money(300_00)))
    assert found.given.pay_off.on == date(2026, 7, 15)


def test_a_new_amount_of_support_falls_due_from_its_day_and_the_old_one_until_then() -> None:
    lower = Proposal(support=Money(400_00), support_from=date(2026, 4, 1))
    found = effect(lower, plan=None, pays=Pays.NOTHING)
    assert found.without.ahead[1].owed - found.given.ahead[1].owed == Money(4 * 100_00)
    assert found.warnings == ()


def test_an_amount_that_reaches_back_changes_what_fell_due_and_warns() -> None:
    found = effect(Proposal(support=Money(300_00), support_from=date(2026, 1, 1)), plan=None, pays=Pays.NOTHING)
    assert found.given.ahead[0].owed == found.without.ahead[0].owed - Money(200_00)
    assert found.warnings[0].startswith("The new amount would reach back to January 1, 2026; support that fell due")


def test_a_new_amount_stands_past_a_step_and_a_later_order_on_file_and_warns_of_them() -> None:
    """The step to $400.00 in March and the order of $450.00 from June are lost in it."""
    stepped = Obligation(Money(500_00), MADE, date(2026, 5, 31), steps=(Step(date(2026, 3, 1), Money(400_00)),))
    later = Obligation(Money(450_00), date(2026, 6, 1))
    higher = Proposal(support=Money(600_00), support_from=date(2026, 2, 1))
    found = effect(higher, plan=None, pays=Pays.NOTHING, of=replace(PAID, obligations=(stepped, later)))
    assert found.given.ahead[1].owed - found.without.ahead[1].owed == Money(100_00 + 3 * 200_00 + 2 * 150_00)
    assert found.warnings == (
        "What is on file changes the support on March 1, 2026 and June 1, 2026; the new amount is taken to stand past "
        "that.",
    )


def test_medical_support_ends_with_the_support_of_the_child_and_spousal_support_goes_on() -> None:
    last = date(2026, 6, 30)
    kinds = (Kind.CHILD, Kind.MEDICAL, Kind.SPOUSAL)
    found = ending(replace(PAID, obligations=tuple(Obligation(Money(100_00), MADE, kind=kind) for kind in kinds)), last)
    assert [(one.kind, one.until) for one in found.obligations] == [
        (Kind.CHILD, last), (Kind.MEDICAL, last), (Kind.SPOUSAL, None),
    ]  # fmt: skip


def test_a_new_amount_of_child_support_leaves_the_medical_support_as_it_is() -> None:
    medical = Obligation(Money(100_00), MADE, kind=Kind.MEDICAL)
    found = ordered(replace(PAID, obligations=(*PAID.obligations, medical)), Money(400_00), date(2026, 4, 1), None)
    assert medical in found.obligations


def test_a_plan_in_place_of_none_pays_what_was_never_paid() -> None:
    found = effect(Proposal(instalment=Money(50_00), instalment_from=date(2026, 2, 15)), plan=None)
    assert (found.without.pay_off.on, found.given.pay_off.on) == (None, date(2027, 1, 15))
    assert found.months_sooner is None


def test_an_instalment_of_nothing_ends_what_is_paid_toward_the_arrears() -> None:
    found = effect(Proposal(instalment=ZERO))
    assert (found.without.pay_off.on, found.given.pay_off.on) == (date(2027, 1, 15), None)


def test_when_support_ends_the_same_amount_goes_on_toward_the_arrears() -> None:
    ends = Proposal(instalment=Money(50_00), instalment_from=date(2026, 2, 15), support_ends_on=date(2026, 2, 28))
    assert effect(ends).given.pay_off.on == date(2026, 3, 15)
    assert what_if(PAID, ends, AS_OF, plan=PLAN, carried_on=Decimal(0)).given.pay_off.on == date(2027, 1, 15)


def test_a_new_amount_ends_when_the_support_that_it_replaces_would_have_ended() -> None:
    ends = ending(PAID, date(2026, 6, 30))
    same = effect(Proposal(support=ends.obligations[0].amount, support_from=date(2026, 4, 1)), plan=None, of=ends)
    assert same.without.pay_off.on is not None
    assert same.given == same.without
    last = ordered(ends, Money(400_00), date(2026, 4, 1), date(2026, 8, 31)).obligations[-1]
    assert last.until == date(2026, 8, 31)


def test_a_new_amount_after_support_has_ended_has_no_end() -> None:
    ended = ending(PAID, date(2025, 12, 31))
    assert ordered(ended, Money(400_00), date(2026, 4, 1), None).obligations[-1].until is None


def test_the_ledger_that_is_asked_about_is_not_changed() -> None:
    before = PAID.balance(AS_OF), PAID.obligations, PAID.entries
    effect(Proposal(support=Money(100_00), support_from=date(2026, 1, 1), instalment=Money(100_00)))
    assert (PAID.balance(AS_OF), PAID.obligations, PAID.entries) == before


def test_a_proposal_without_an_amount_is_refused() -> None:
    with pytest.raises(NothingProposed, match="Say what would be ordered"):
        effect(Proposal(support_from=date(2026, 4, 1)))


def test_the_debt_is_told_for_every_month_of_five_years_as_it_is_counted_on_each_day() -> None:
    found = effect(Proposal(instalment=Money(20_00), instalment_from=date(2026, 2, 15)))
    for outlook in (found.without, found.given):
        assert [one.on for one in outlook.months][:3] == [date(2026, 1, 20), date(2026, 2, 20), date(2026, 3, 20)]
        assert len(outlook.months) == 61
        assert [outlook.months[ahead] for ahead in (0, 6, 12, 24, 36, 60)] == list(outlook.ahead)
    assert [one.owed for one in found.given.months][:4] == [Money(600_00), Money(580_00), Money(560_00), Money(540_00)]
