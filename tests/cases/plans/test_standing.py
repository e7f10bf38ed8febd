"""How each instalment of a plan stands on a day, and the plan as a whole."""

from dataclasses import replace
from datetime import date

from cases.ledger import Entry, Frequency
from cases.plans.facts import Covers, Plan, Standing, State, Stub, Tolerance
from cases.plans.standing import PlanStanding, plan_standing
from cases.plans.withheld import withholdings
from kernel.money import ZERO, Money
from law.states import law_of
from tests.cases.plans.made import PLAN, TOLERANT, ledger, weekly

JAN, FEB, MAR, APR = date(2026, 1, 15), date(2026, 2, 15), date(2026, 3, 15), date(2026, 4, 15)


def states(found: PlanStanding) -> list[tuple[date, State]]:
    """Each instalment with how it stands."""
    return [(line.instalment.due_on, line.state) for line in found.lines]


def stand(plan: Plan, as_of: date, *payments: tuple[date, int]) -> PlanStanding:
    """A plan with payments in cents."""
    return plan_standing(plan, ledger(*payments), as_of)


def test_only_what_is_left_after_the_support_of_the_month_counts_toward_the_arrears() -> None:
    found = stand(PLAN, date(2026, 1, 20), (date(2026, 1, 10), 540_00))
    assert found.lines[0].paid == Money(40_00)
    assert states(found) == [(JAN, State.PARTIAL), (FEB, State.OPEN)]


def test_an_instalment_paid_on_its_day_is_on_time_and_a_day_later_late() -> None:
    assert stand(PLAN, FEB, (JAN, 550_00)).lines[0].state is State.KEPT
    late = stand(PLAN, date(2026, 2, 1), (date(2026, 1, 16), 550_00)).lines[0]
    assert (late.state, late.days_late) == (State.LATE, 1)


def test_an_instalment_within_the_days_that_the_plan_leaves_is_on_time_and_until_then_open() -> None:
    assert stand(TOLERANT, date(2026, 1, 20)).lines[0].state is State.OPEN
    assert stand(TOLERANT, date(2026, 1, 21)).lines[0].state is State.MISSED
    assert stand(TOLERANT, date(2026, 1, 25), (date(2026, 1, 20), 550_00)).lines[0].state is State.KEPT


def test_an_instalment_that_is_as_short_as_the_plan_allows_is_kept_and_a_cent_shorter_is_partial() -> None:
    assert stand(TOLERANT, date(2026, 2, 1), (JAN, 545_00)).lines[0].state is State.KEPT
    assert stand(TOLERANT, date(2026, 2, 1), (JAN, 544_99)).lines[0].state is State.PARTIAL


def test_a_missed_instalment_does_not_make_every_later_one_late() -> None:
    paid = [(FEB, 1_050_00 - 500_00), (MAR, 550_00), (APR, 550_00)]
    found = stand(PLAN, date(2026, 4, 20), *paid)
    assert states(found)[:4] == [(JAN, State.MISSED), (FEB, State.KEPT), (MAR, State.KEPT), (APR, State.KEPT)]
    assert found.behind == Money(50_00)


def test_more_money_makes_up_a_missed_instalment_which_then_is_late() -> None:
    found = stand(PLAN, date(2026, 2, 20), (FEB, 600_00))
    assert states(found)[:2] == [(JAN, State.LATE), (FEB, State.KEPT)]
    assert found.lines[0].days_late == 31
    assert found.standing is Standing.KEPT


def test_money_beyond_what_is_due_pays_the_next_instalment_ahead() -> None:
    found = stand(PLAN, date(2026, 1, 20), (JAN, 620_00))
    assert [(line.paid, line.state) for line in found.lines] == [
        (Money(50_00), State.KEPT), (Money(50_00), State.KEPT), (Money(20_00), State.OPEN),
    ]  # fmt: skip


def test_money_from_before_the_plan_and_after_its_end_counts_nowhere() -> None:
    ended = replace(PLAN, made_on=date(2026, 1, 5), ended_on=date(2026, 2, 20))
    found = stand(ended, date(2026, 4, 1), (date(2026, 1, 4), 900_00), (date(2026, 3, 1), 900_00))
    assert states(found) == [(JAN, State.MISSED), (FEB, State.MISSED)]
    assert found.standing is Standing.ENDED


def test_a_returned_payment_leaves_its_instalment_missed() -> None:
    paid = ledger((JAN, 550_00))
    back = replace(paid, entries=(*paid.entries, Entry(date(2026, 1, 30), "V", Money(-550_00), reverses="R0")))
    assert plan_standing(PLAN, back, date(2026, 1, 29)).lines[0].state is State.KEPT
    assert plan_standing(PLAN, back, date(2026, 1, 30)).lines[0].state is State.MISSED


def test_where_a_plan_covers_everything_all_money_counts() -> None:
    both = replace(PLAN, covers=Covers.EVERYTHING, instalment=Money(550_00))
    found = stand(both, date(2026, 2, 20), (JAN, 550_00), (FEB, 300_00))
    assert states(found)[:2] == [(JAN, State.KEPT), (FEB, State.PARTIAL)]
    assert found.lines[1].unpaid == Money(250_00)


def test_a_plan_is_broken_by_as_many_failures_in_a_row_as_it_says_and_mended_when_they_are_made_up() -> None:
    assert stand(TOLERANT, date(2026, 2, 1)).standing is Standing.BEHIND
    assert stand(TOLERANT, date(2026, 2, 21)).standing is Standing.BROKEN
    assert stand(TOLERANT, date(2026, 3, 1), (date(2026, 2, 25), 600_00)).standing is Standing.KEPT


def test_a_plan_whose_debt_is_paid_is_paid_off_and_asks_for_nothing_more() -> None:
    found = stand(PLAN, date(2026, 3, 20), (JAN, 3_500_00), (date(2026, 2, 1), 500_00), (date(2026, 3, 1), 500_00))
    assert (found.owed, found.standing, found.failed) == (ZERO, Standing.PAID_OFF, ())


def test_instalments_after_the_debt_was_paid_otherwise_are_not_missed() -> None:
    smaller = ledger((JAN, 500_00), support=500_00, owed=60_00)
    found = plan_standing(PLAN, smaller, date(2026, 1, 20))
    assert found.lines[0].state is State.MISSED
    cleared = ledger((date(2026, 1, 2), 560_00), support=500_00, owed=60_00)
    later = plan_standing(replace(PLAN, made_on=date(2026, 1, 3)), cleared, date(2026, 1, 20))
    assert later.lines[0].state is State.CLEARED


def test_nothing_is_asked_of_the_time_before_the_ledger_starts() -> None:
    earlier = replace(PLAN, made_on=date(2025, 6, 1), first_due_on=date(2025, 6, 15))
    assert stand(earlier, date(2026, 1, 20)).lines[0].instalment.due_on == JAN


def test_a_first_payment_is_due_when_the_plan_is_made() -> None:
    found = stand(replace(PLAN, first_payment=Money(150_00)), date(2026, 1, 16), (JAN, 700_00))
    assert [(line.instalment.number, line.state) for line in found.lines[:2]] == [(0, State.LATE), (1, State.KEPT)]


def test_weekly_and_semimonthly_instalments_fall_due_on_their_days() -> None:
    found = stand(weekly(PLAN), date(2026, 2, 1))
    assert [line.instalment.due_on.day for line in found.lines] == [15, 22, 29, 5]
    twice = stand(replace(PLAN, frequency=Frequency.SEMIMONTHLY), date(2026, 2, 20))
    assert [line.instalment.due_on for line in twice.lines] == [JAN, date(2026, 2, 1), FEB, date(2026, 3, 1)]


def test_a_monthly_instalment_due_on_the_last_day_falls_due_on_the_last_day_of_a_shorter_month() -> None:
    found = stand(replace(PLAN, first_due_on=date(2026, 1, 31)), date(2026, 3, 5))
    assert [line.instalment.due_on for line in found.lines] == [
        date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)
    ]  # fmt: skip


def test_money_withheld_and_not_sent_makes_an_instalment_withheld_and_not_missed() -> None:
    paid = ledger()
    held = withholdings([Stub(date(2026, 1, 9), Money(550_00), "pay stub")], paid, FEB, law=law_of("NC"))
    found = plan_standing(PLAN, paid, date(2026, 2, 1), withholdings=held)
    assert (found.lines[0].state, found.lines[0].withheld, found.lines[0].paid) == (
        State.WITHHELD, Money(50_00), ZERO,
    )  # fmt: skip
    assert found.failed == ()


def test_money_withheld_that_would_not_have_been_enough_leaves_the_instalment_missed() -> None:
    paid = ledger()
    held = withholdings([Stub(date(2026, 1, 9), Money(520_00), "pay stub")], paid, FEB, law=law_of("NC"))
    found = plan_standing(PLAN, paid, date(2026, 2, 1), withholdings=held)
    assert (found.lines[0].state, found.lines[0].withheld) == (State.MISSED, Money(20_00))


def test_the_terms_say_themselves() -> None:
    assert str(TOLERANT.tolerance) == (
        "An instalment is kept when it comes up to 5 days late and at most 10 percent short; "
        "2 that fail in a row break the plan."
    )
    assert str(Tolerance()) == (
        "An instalment is kept when it comes on its day and in full; one that fails breaks the plan."
    )


def test_a_standing_says_from_when_on_it_looks() -> None:
    assert stand(PLAN, date(2026, 1, 20)).after is None
    assert stand(replace(PLAN, made_on=date(2025, 6, 1)), date(2026, 1, 20)).after == date(2025, 12, 31)
