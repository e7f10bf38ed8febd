"""When a debt is paid off, worked out by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from cases.ledger import Step
from cases.plans.assuming import Pays, assumed, average_paid
from cases.plans.facts import Covers, Plan
from cases.plans.projecting import PayOff, paid_off
from kernel.money import ZERO, Money
from tests.cases.plans.made import PLAN, ledger

AS_OF = date(2026, 1, 1)
PAID = (AS_OF, 500_00)


def project(plan: Plan | None, *, owed: int = 3_000_00, state: str = "NC", pays: Pays = Pays.ORDERED) -> PayOff:
    paid = ledger(PAID, owed=owed, state=state)
    return paid_off(paid, assumed(pays, paid, plan, AS_OF), AS_OF)


def test_without_interest_a_debt_is_paid_after_as_many_instalments_as_go_into_it() -> None:
    found = project(PLAN, owed=3_000_00)
    assert (found.owed, found.on, found.interest) == (Money(3_000_00), date(2030, 12, 15), ZERO)
    assert found.months == 60


def test_the_last_instalment_pays_only_what_is_left() -> None:
    found = project(PLAN, owed=120_00)
    assert found.on == date(2026, 3, 15)
    assert found.paid == Money(120_00 + 2 * 500_00)


def test_where_interest_runs_the_debt_takes_longer_and_the_interest_is_told() -> None:
    """$120.00 for 14 days, $70.00 for 31 and $20.00 for 28, at 10 percent a year."""
    found = project(PLAN, owed=120_00, state="CA")
    assert found.on == date(2026, 3, 15)
    assert found.interest == Money(round((120_00 * 14 + 70_00 * 31 + 20_00 * 28) / 3650))


def test_a_debt_on_which_nothing_is_paid_is_never_paid_off() -> None:
    assert project(None) == PayOff(AS_OF, Money(3_000_00))
    assert project(PLAN, pays=Pays.NOTHING).on is None


def test_what_is_paid_ahead_is_paid_off_today() -> None:
    assert project(PLAN, owed=0) == PayOff(AS_OF, ZERO, AS_OF, ZERO, ZERO)


def test_a_plan_that_covers_everything_pays_the_arrears_with_what_the_support_leaves() -> None:
    both = replace(PLAN, covers=Covers.EVERYTHING, instalment=Money(800_00))
    assert project(both).on == date(2026, 9, 15)
    assert project(replace(both, instalment=Money(499_00))).on is None


def test_support_that_has_ended_goes_on_being_paid_toward_the_arrears() -> None:
    paid = ledger(PAID)
    (order,) = paid.obligations
    ending = replace(paid, obligations=(replace(order, until=date(2026, 3, 31)),))
    carried = paid_off(ending, assumed(Pays.ORDERED, ending, PLAN, AS_OF), AS_OF)
    alone = paid_off(ending, assumed(Pays.ORDERED, ending, PLAN, AS_OF, carried_on=Decimal(0)), AS_OF)
    assert (carried.on, alone.on) == (date(2026, 9, 1), date(2030, 12, 15))


def test_only_the_part_that_the_law_says_goes_on_and_steps_of_an_order_that_has_ended_do_not() -> None:
    paid = ledger(PAID)
    (order,) = paid.obligations
    never = Step(date(2026, 5, 1), Money(9_000_00))
    ending = replace(paid, obligations=(replace(order, until=date(2026, 3, 31), steps=(never,)),))
    half = [one.amount for one in assumed(Pays.ORDERED, ending, None, AS_OF, carried_on=Decimal("0.5"))]
    assert half[:2] == [Money(500_00), Money(500_00)]
    assert set(half[2:]) == {Money(250_00)}


def test_as_before_is_the_monthly_average_of_twelve_months_on_the_first_of_each_month() -> None:
    paid = ledger((date(2026, 1, 5), 600_00), (date(2026, 6, 5), 600_00), (date(2025, 6, 1), 900_00))
    assert average_paid(paid, date(2026, 12, 31)) == Money(100_00)
    first = next(assumed(Pays.AS_BEFORE, paid, None, date(2026, 12, 31)))
    assert (first.collected_on, first.amount) == (date(2027, 1, 1), Money(100_00))
