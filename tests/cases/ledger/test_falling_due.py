"""On which days support falls due, and when it does not."""

from dataclasses import replace
from datetime import date

import pytest

from cases.ledger import (
    Charge,
    Entry,
    Frequency,
    Kind,
    Ledger,
    Obligation,
    Opening,
    Payee,
    Step,
    Suspension,
    suspended,
    terms_of,
)
from cases.ledger.account import running_account
from cases.ledger.vesting import reach, vested
from kernel.money import Money
from law.money import money_law
from law.rows import NoRuleInForce

NC, CA = money_law("NC"), money_law("CA")
HUNDRED = Money(10_000)


def due(of: Obligation, by: date, after: date | None = None) -> list[date]:
    return list(of.due_days(after=after, by=by))


@pytest.mark.parametrize(
    ("frequency", "effective_on", "by", "days"),
    [
        (Frequency.WEEKLY, date(2025, 1, 29), date(2025, 2, 12), [(1, 29), (2, 5), (2, 12)]),
        (Frequency.BIWEEKLY, date(2025, 1, 29), date(2025, 2, 26), [(1, 29), (2, 12), (2, 26)]),
        (Frequency.SEMIMONTHLY, date(2025, 1, 2), date(2025, 2, 15), [(1, 15), (2, 1), (2, 15)]),
        (Frequency.MONTHLY, date(2025, 1, 2), date(2025, 3, 1), [(2, 1), (3, 1)]),
        (Frequency.TWO_MONTHLY, date(2025, 1, 10), date(2025, 6, 1), [(1, 10), (3, 10), (5, 10)]),
        (Frequency.QUARTERLY, date(2025, 1, 31), date(2025, 10, 31), [(1, 31), (4, 30), (7, 31), (10, 31)]),
        (Frequency.SEMIANNUAL, date(2025, 2, 28), date(2025, 12, 31), [(2, 28), (8, 28)]),
        (Frequency.YEARLY, date(2025, 3, 5), date(2025, 12, 31), [(3, 5)]),
    ],
)  # fmt: skip
def test_each_frequency_has_its_own_days(
    frequency: Frequency, effective_on: date, by: date, days: list[tuple[int, int]]
) -> None:
    order = Obligation(HUNDRED, effective_on, frequency=frequency)
    assert due(order, by) == [date(2025, month, day) for month, day in days]


def test_a_yearly_amount_of_a_leap_day_falls_due_on_the_28th_in_other_years() -> None:
    order = Obligation(HUNDRED, date(2024, 2, 29), frequency=Frequency.YEARLY)
    assert due(order, date(2026, 12, 31)) == [date(2024, 2, 29), date(2025, 2, 28), date(2026, 2, 28)]


def test_support_due_on_the_31st_falls_due_on_the_last_day_of_a_shorter_month() -> None:
    order = Obligation(HUNDRED, date(2025, 1, 31), due_day=31)
    assert due(order, date(2025, 4, 30)) == [
        date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31), date(2025, 4, 30),
    ]  # fmt: skip


def test_weekly_days_keep_their_weekday_behind_an_opening_balance() -> None:
    order = Obligation(HUNDRED, date(2025, 1, 1), frequency=Frequency.WEEKLY)
    assert due(order, date(2025, 2, 14), after=date(2025, 1, 29)) == [date(2025, 2, 5), date(2025, 2, 12)]


@pytest.mark.parametrize(
    ("frequency", "nc", "ca"),
    [("weekly", 43_300, 43_333), ("biweekly", 21_600, 21_667), ("semimonthly", 20_000, 20_000),
     ("monthly", 10_000, 10_000), ("two-monthly", 5_000, 5_000), ("quarterly", 3_333, 3_333),
     ("semiannual", 1_667, 1_667), ("yearly", 833, 833)],
)  # fmt: skip
def test_a_state_makes_months_of_an_amount_by_its_own_factors(frequency: str, nc: int, ca: int) -> None:
    """North Carolina's system multiplies by 4.33 and 2.16; a year over twelve is 52/12 and 26/12."""
    on = date(2025, 1, 1)
    assert (NC.monthly(HUNDRED, frequency, on), CA.monthly(HUNDRED, frequency, on)) == (Money(nc), Money(ca))


def test_half_a_cent_of_a_conversion_rounds_up() -> None:
    assert CA.monthly(Money(6), "yearly", date(2025, 1, 1)) == Money(1)
    assert CA.monthly(Money(5), "yearly", date(2025, 1, 1)) == Money(0)


def test_a_frequency_without_a_row_is_refused() -> None:
    with pytest.raises(NoRuleInForce, match="'now and then'"):
        NC.monthly(HUNDRED, "now and then", date(2025, 1, 1))


def test_every_frequency_has_its_rows_in_both_states_and_what_is_due_less_often_than_monthly_is_never_split() -> None:
    on = date(2025, 1, 1)
    for law in (NC, CA):
        for frequency in Frequency:
            assert law.monthly(HUNDRED, frequency, on) > Money(0)
    longer = (Frequency.TWO_MONTHLY, Frequency.QUARTERLY, Frequency.SEMIANNUAL, Frequency.YEARLY)
    assert [NC.by_the_month(one, on) for one in longer] == [False] * 4
    assert [NC.by_the_month(one, on) for one in ("weekly", "biweekly", "semimonthly")] == [True] * 3


def test_days_behind_an_opening_balance_keep_the_count_of_months_from_the_first_instalment() -> None:
    order = Obligation(HUNDRED, date(2023, 11, 30), frequency=Frequency.QUARTERLY)
    assert due(order, date(2025, 3, 1), after=date(2024, 2, 29)) == [
        date(2024, 5, 30), date(2024, 8, 30), date(2024, 11, 30), date(2025, 2, 28),
    ]  # fmt: skip


def test_a_step_changes_the_amount_from_its_day() -> None:
    order = Obligation(
        HUNDRED, date(2025, 1, 1),
        steps=(Step(date(2025, 3, 1), Money(6_000), "the elder child is 18"), Step(date(2025, 4, 2), Money(4_000))),
    )  # fmt: skip
    charges = Ledger((order,), None, ()).charges(date(2025, 5, 1))
    assert [charge.amount.cents for charge in charges] == [10_000, 10_000, 6_000, 6_000, 4_000]


def test_what_is_ordered_toward_arrears_is_no_new_debt_and_each_kind_of_support_is_charged_as_such() -> None:
    since = date(2025, 1, 1)
    ledger = Ledger(
        (
            Obligation(HUNDRED, since), Obligation(Money(2_500), since, kind=Kind.ARREARS),
            Obligation(Money(700), since, kind=Kind.MEDICAL), Obligation(Money(900), since, kind=Kind.SPOUSAL),
            Obligation(Money(300), since, kind=Kind.FEES),
        ), None, (),
    )  # fmt: skip
    assert ledger.charges(since) == [
        Charge(since, Money(700), Kind.MEDICAL, Payee.FAMILY),
        Charge(since, Money(900), Kind.SPOUSAL, Payee.FAMILY),
        Charge(since, HUNDRED, Kind.CHILD, Payee.FAMILY),
    ]
    assert ledger.balance(since).fees == Money(300)
    assert ledger.arrears(since) == Money(11_600)


def test_no_support_falls_due_in_a_proven_suspension_and_an_unproven_one_changes_nothing() -> None:
    order = Ledger((Obligation(HUNDRED, date(2025, 1, 1)),), None, ())
    proven = Suspension(date(2025, 2, 1), date(2025, 3, 1), "incarceration", "jail record of March 9, 2025")
    assert replace(order, suspensions=(proven,)).arrears(date(2025, 4, 1)) == Money(20_000)
    assert replace(order, suspensions=(replace(proven, proof=""),)).arrears(date(2025, 4, 1)) == Money(40_000)
    assert replace(order, suspensions=(replace(proven, until=None),)).arrears(date(2025, 4, 1)) == HUNDRED


def test_of_a_childs_portion_only_so_much_of_each_instalment_does_not_fall_due() -> None:
    """G.S. 50-13.10(d): "the relevant portion thereof"; 300 of 700 were ordered for the child who died."""
    order = Ledger((Obligation(Money(70_000), date(2025, 1, 1)),), None, ())
    died = Suspension(date(2025, 2, 10), None, "death of the child", "certificate", Money(30_000), ("1234567890",))
    charges = replace(order, suspensions=(died,)).charges(date(2025, 4, 1))
    assert [(one.amount.cents, one.suspended.cents) for one in charges] == [
        (70_000, 0), (70_000, 0), (40_000, 30_000), (40_000, 30_000),
    ]  # fmt: skip
    line = running_account(replace(order, suspensions=(died,)), date(2025, 3, 1))[-1]
    assert line.words == "Child support falls due, less $300.00 that is suspended"
    assert died.words == "death of the child, $300.00 of each instalment"


def test_two_portions_are_taken_off_together_and_never_more_than_the_instalment() -> None:
    order = Ledger((Obligation(HUNDRED, date(2025, 1, 1)),), None, ())
    one = Suspension(date(2025, 2, 1), date(2025, 2, 28), "child with obligor", "order", Money(6_000), ("1",))
    other = Suspension(date(2025, 2, 1), date(2025, 3, 31), "child with obligor", "order", Money(5_000), ("2",))
    charges = replace(order, suspensions=(one, other)).charges(date(2025, 4, 1))
    assert [charge.amount.cents for charge in charges] == [10_000, 0, 5_000, 10_000]


def test_a_suspension_reaches_the_support_of_a_child_and_no_spousal_support() -> None:
    since = date(2025, 1, 1)
    ledger = Ledger(
        tuple(Obligation(HUNDRED, since, kind=kind) for kind in (Kind.CHILD, Kind.MEDICAL, Kind.SPOUSAL)), None, (),
        suspensions=(Suspension(since, None, "incarceration", "jail record"),),
    )  # fmt: skip
    assert [one.kind for one in ledger.charges(since)] == [Kind.SPOUSAL]
    portion = Suspension(since, None, "death of the child", "certificate", Money(4_000), ("1",))
    assert [(one.amount.cents, one.kind) for one in replace(ledger, suspensions=(portion,)).charges(since)] == [
        (6_000, Kind.CHILD), (10_000, Kind.MEDICAL), (10_000, Kind.SPOUSAL),
    ]  # fmt: skip


def test_in_north_carolina_incarceration_suspends_from_its_first_day_to_its_last() -> None:
    found = suspended(NC, "incarceration", began_on=date(2024, 3, 10), ended_on=date(2024, 4, 2), proof="jail record")
    assert found == Suspension(date(2024, 3, 10), date(2024, 4, 2), "incarceration", "jail record")


@pytest.mark.parametrize(
    ("began", "ended", "since", "until"),
    [
        (date(2024, 1, 15), date(2024, 6, 20), date(2024, 2, 1), date(2025, 3, 31)),
        (date(2024, 1, 1), date(2024, 6, 30), date(2024, 1, 1), date(2025, 3, 31)),
        (date(2024, 1, 15), None, date(2024, 2, 1), None),
    ],
)
def test_in_california_it_suspends_from_the_first_full_month_to_the_tenth_month_after_release(
    began: date, ended: date | None, since: date, until: date | None
) -> None:
    """Fam. Code 4007.5: released in June 2024, support runs again from April 1, 2025."""
    found = suspended(CA, "incarceration", began_on=began, ended_on=ended, proof="CDCR record")
    assert found == Suspension(since, until, "incarceration", "CDCR record")


@pytest.mark.parametrize(
    ("released", "until"),
    [
        (date(2023, 6, 1), date(2023, 6, 30)),
        (date(2023, 12, 31), date(2023, 12, 31)),
        (date(2024, 1, 1), date(2024, 10, 31)),
    ],
)
def test_in_california_support_runs_again_from_the_first_full_month_after_a_release_before_2024(
    released: date, until: date
) -> None:
    """The tenth month is for those "released ... on or after January 1, 2024" (Fam. Code 4007.5(b)(2))."""
    found = suspended(CA, "incarceration", began_on=date(2022, 11, 15), ended_on=released, proof="CDCR record")
    assert found == Suspension(date(2022, 12, 1), until, "incarceration", "CDCR record")


def test_in_california_custody_from_before_the_statute_suspends_what_falls_due_under_it() -> None:
    """It is for obligations that accrue from September 27, 2022 on, whenever the custody began."""
    began, rows_from = date(2022, 3, 10), date(2022, 9, 27)
    found = suspended(CA, "incarceration", began_on=began, ended_on=date(2022, 10, 20), proof="record")
    assert found == Suspension(rows_from, date(2022, 10, 31), "incarceration", "record")
    assert suspended(CA, "incarceration", began_on=began, ended_on=None, proof="record") == Suspension(
        rows_from, None, "incarceration", "record"
    )
    with pytest.raises(NoRuleInForce):
        suspended(CA, "incarceration", began_on=began, ended_on=date(2022, 9, 26), proof="record")


def test_in_california_ninety_days_of_incarceration_are_not_enough_and_91_are() -> None:
    began = date(2024, 1, 1)
    ninety = suspended(CA, "incarceration", began_on=began, ended_on=date(2024, 3, 30), proof="record")
    more = suspended(CA, "incarceration", began_on=began, ended_on=date(2024, 3, 31), proof="record")
    assert (ninety, more is None) == (None, False)


def test_a_child_who_lives_with_the_obligor_suspends_by_law_in_one_state_and_by_finding_in_the_other() -> None:
    times = {"began_on": date(2024, 1, 1), "ended_on": date(2024, 6, 30), "proof": "school record"}
    assert suspended(NC, "child with obligor", **times) is not None
    assert suspended(CA, "child with obligor", **times) is None
    assert suspended(CA, "child with obligor", **times, found_on=date(2025, 1, 1)) is not None


def test_support_that_falls_due_on_the_opening_day_is_in_the_opening_balance() -> None:
    ledger = Ledger((Obligation(HUNDRED, date(2020, 1, 1)),), Opening(date(2025, 1, 1), Money(5)), ())
    assert ledger.charges(date(2025, 2, 1)) == [Charge(date(2025, 2, 1), HUNDRED)]


def test_a_motion_in_north_carolina_reaches_what_falls_due_after_filing_and_notice() -> None:
    ours = reach(NC, filed_on=date(2025, 3, 1), noticed_on=date(2025, 3, 20))
    assert ours.earliest == date(2025, 3, 21)
    assert ours.why == "support that falls due after March 20, 2025, when the motion was filed and noticed"
    assert reach(NC, filed_on=date(2025, 3, 1), noticed_on=None).earliest is None


def test_a_motion_in_california_reaches_what_falls_due_from_the_day_of_its_filing() -> None:
    assert reach(CA, filed_on=date(2025, 3, 1), noticed_on=None).earliest == date(2025, 3, 1)


def test_what_fell_due_before_a_motion_reaches_it_has_vested() -> None:
    charges = Ledger((Obligation(HUNDRED, date(2025, 1, 1)),), None, ()).charges(date(2025, 5, 1))
    motion = reach(NC, filed_on=date(2025, 3, 1), noticed_on=date(2025, 3, 1))
    assert [one.due_on.month for one in vested(charges, date(2025, 4, 30), motion)] == [1, 2, 3]
    assert [one.due_on.month for one in vested(charges, date(2025, 4, 30))] == [1, 2, 3, 4]


def test_the_rows_of_money_of_both_states_say_that_no_attorney_has_verified_them() -> None:
    for law in (NC, CA):
        rows = [*law.interest, *law.application, *law.conversion, *law.suspension, *law.vesting]
        assert len(rows) > 10
        assert {row.verified_by for row in rows} == {""}
        assert all(row.cite for row in rows)


@pytest.mark.parametrize(
    ("state", "orders"),
    [
        ("CA", (Obligation(HUNDRED, date(2025, 1, 3), frequency=Frequency.WEEKLY),)),
        ("CA", (Obligation(Money(25_000), date(2025, 1, 1), frequency=Frequency.SEMIMONTHLY),)),
        ("NC", (Obligation(HUNDRED, date(2025, 1, 1)), Obligation(HUNDRED, date(2025, 1, 1), due_day=15))),
    ],
)  # fmt: skip
def test_money_pays_the_support_of_its_whole_month_before_older_support(
    state: str, orders: tuple[Obligation, ...]
) -> None:
    """42 U.S.C. § 657; Cal. Code Civ. Proc. § 695.221: what falls due later in the month waits for its day."""
    opening, end = Opening(date(2024, 12, 31), Money(100_000)), date(2025, 1, 31)
    month = sum(one.amount.cents for one in Ledger(orders, None, ()).charges(end))
    came = tuple(Entry(date(2025, 1, 4), no, Money(cents)) for no, cents in (("a", month - 1), ("b", 1), ("c", 1)))
    ledger = Ledger(orders, opening, came, terms=terms_of(state))
    balances = [ledger.balance(day) for day in (date(2025, 1, 4), end)]
    assert [(one.current, one.family) for one in balances] == [(Money(0), Money(99_999))] * 2
    assert (balances[0].ahead > Money(0), balances[1].ahead) == (True, Money(0))
