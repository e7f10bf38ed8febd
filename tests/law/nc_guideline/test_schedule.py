"""The schedule as data: 774 rows, read in proportion between two of them, from the minimum order to the cap."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest

from kernel.money import money
from law.nc.guideline.figures import Figures
from law.nc.guideline.refusals import NoSchedule
from law.nc.guideline.schedule import look_up, schedule_on, schedules, table, to_be_checked
from tests.law.nc_guideline.asking import HEARING

ROWS = table(schedule_on(HEARING).file)
TOPS = {1: "1750", 2: "2150", 3: "2500", 4: "2750", 5: "3100", 6: "3450"}


def owed(income: str, children: int) -> Fraction:
    found = look_up(Fraction(income) * 100, children, on=HEARING, line="4", whose="both parents")
    return found.amount / 100


def test_the_schedule_has_774_rows_in_steps_of_fifty_dollars_up_to_the_cap() -> None:
    incomes = [income for income, _ in ROWS]
    assert len(incomes) == 774
    assert {after - before for before, after in pairwise(incomes)} == {50_00}
    assert (incomes[0], incomes[-1]) == (1350_00, 40_000_00)
    assert Figures(HEARING)["cap"].money.cents == incomes[-1]


def test_no_obligation_falls_with_income_or_with_another_child() -> None:
    for (_, poorer), (_, richer) in pairwise(ROWS):
        assert all(less <= more for less, more in zip(poorer, richer, strict=True))
    assert all(list(owed) == sorted(owed) and len(owed) == 6 for _, owed in ROWS)


@pytest.mark.parametrize(
    ("income", "obligations"),
    [
        ("1350", "65 66 67 67 68 69"),
        ("1750", "343 347 351 355 359 362"),
        ("2000", "393 522 528 533 539 545"),
        ("3000", "566 863 1043 1165 1246 1260"),
        ("5000", "896 1349 1619 1808 1989 2162"),
        ("10000", "1292 1913 2247 2510 2761 3001"),
        ("20000", "2048 2980 3436 3838 4222 4590"),
        ("40000", "3246 4768 5554 6204 6824 7418"),
    ],
)
def test_a_row_says_what_was_copied(income: str, obligations: str) -> None:
    assert [owed(income, children) for children in range(1, 7)] == [int(each) for each in obligations.split()]


@pytest.mark.parametrize(
    ("income", "between"),
    [("23700", "3328"), ("23725", "3330.5"), ("23750", "3333"), ("23760", "3334"), ("23775", "3335.5")],
)
def test_between_two_rows_the_obligation_is_in_proportion(income: str, between: str) -> None:
    assert owed(income, 2) == Fraction(between)


@pytest.mark.parametrize("children", range(1, 7))
def test_the_schedule_begins_at_the_minimum_order(children: int) -> None:
    assert [owed(income, children) for income in ("0", "1150", "1300")] == [50, 50, 50]
    assert owed("1325", children) == (50 + owed("1350", children)) / 2


def test_a_lookup_names_the_rows_on_both_sides_or_the_one_row() -> None:
    between = look_up(Fraction(5525_00), 1, on=HEARING, line="4", whose="both parents")
    assert (between.lower, between.upper) == ((5500_00, 957_00), (5550_00, 962_00))
    on_it = look_up(Fraction(5500_00), 1, on=HEARING, line="4", whose="both parents")
    assert on_it.lower == on_it.upper == (5500_00, 957_00)


@pytest.mark.parametrize("day", [date(2022, 12, 31), date(2019, 6, 1), date(2031, 1, 1), date(2040, 6, 1)])
def test_a_hearing_outside_the_days_of_every_schedule_is_refused(day: date) -> None:
    with pytest.raises(NoSchedule) as refused:
        schedule_on(day)
    assert str(refused.value) == (
        f"No Schedule of Basic Support Obligations is on file for hearings on {day:%B %-d, %Y}; those on file cover "
        "hearings from January 1, 2023 to December 31, 2030, and the county attorney adds the next."
    )


def test_the_first_and_the_last_day_of_a_schedule_have_it() -> None:
    assert schedule_on(date(2023, 1, 1)) == schedule_on(date(2030, 12, 31)) == schedules()[0]


def test_an_edition_ends_on_no_day_of_its_own_and_from_its_review_on_a_newer_one_may_hold() -> None:
    assert [row.in_force_until for row in schedules()] == [None]
    assert [to_be_checked(day) for day in (date(2023, 1, 1), date(2026, 12, 31))] == ["", ""]
    for day in (date(2027, 1, 1), date(2027, 1, 14), date(2030, 12, 31)):
        assert to_be_checked(day) == (
            "The Schedule of January 1, 2023 is due for review within 4 years (45 C.F.R. § 302.56(e)), so that a newer "
            "one may hold from January 1, 2027 on: before this amount is used, the county attorney checks which holds "
            f"for a hearing on {day:%B %-d, %Y}."
        )


def test_an_edition_is_not_marked_on_days_for_which_it_was_confirmed_or_whose_next_edition_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held, (edition,) = date(2027, 12, 31), schedules()
    confirmed, ended = replace(edition, confirmed_until=held), replace(edition, in_force_until=held)
    monkeypatch.setattr("law.nc.guideline.schedule.schedules", lambda: (confirmed,))
    assert to_be_checked(held) == ""
    assert to_be_checked(date(2028, 1, 1)).endswith("for a hearing on January 1, 2028.")
    monkeypatch.setattr("law.nc.guideline.schedule.schedules", lambda: (ended,))
    assert to_be_checked(held) == ""
    with pytest.raises(NoSchedule, match="from January 1, 2023 to December 31, 2027"):
        to_be_checked(date(2028, 1, 1))


@pytest.mark.parametrize(("children", "top"), list(TOPS.items()))
def test_the_shaded_area_ends_where_the_obligation_stops_rising_steeply(children: int, top: str) -> None:
    """Inside it about 70 cents of each dollar go to the children, beyond it much less."""
    last = Figures(HEARING).shaded(children).money
    assert last == money(top)
    rise = {income: after[children - 1] - now[children - 1] for (income, now), (_, after) in pairwise(ROWS)}
    assert rise[last.cents - 50_00] >= 34_00
    assert min(rise[income] for income in rise if income < last.cents) >= 34_00
    assert max(rise[income] for income in rise if income > last.cents) < 30_00
