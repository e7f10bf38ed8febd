"""The order in force beside a proposed one: three years and 15 percent, in dollars and in percent."""

from datetime import date
from fractions import Fraction

import pytest

from kernel.money import Money, money
from kernel.refusals import Refused
from law.nc.guideline.comparing import Comparison, OrderInForce, compare
from law.nc.guideline.facts import Side
from law.nc.guideline.telling import comparison_told
from tests.law.nc_guideline.asking import HEARING

ENTERED = date(2023, 10, 3)


def compared(
    ordered: str, proposed: str, filed_on: date = date(2026, 10, 3), *, payer: Side | None = Side.DEFENDANT
) -> Comparison:
    order = OrderInForce(Side.DEFENDANT, money(ordered), ENTERED)
    return compare(order, payer, money(proposed), filed_on=filed_on, heard_on=HEARING)


@pytest.mark.parametrize(
    ("ordered", "proposed", "difference", "percent", "large"),
    [
        ("400.00", "460.00", "60.00", "15", True),
        ("400.00", "459.99", "59.99", "14.9975", False),
        ("400.00", "340.00", "-60.00", "15", True),
        ("400.00", "340.01", "-59.99", "14.9975", False),
        ("400.00", "400.00", "0.00", "0", False),
        ("400.00", "0.00", "-400.00", "100", True),
    ],
)
def test_fifteen_percent_is_of_the_order_in_force_either_way(
    ordered: str, proposed: str, difference: str, percent: str, large: bool
) -> None:
    found = compared(ordered, proposed)
    assert (found.difference, found.percent) == (money(difference), Fraction(percent))
    assert (found.large_enough, found.presumed) == (large, large)


@pytest.mark.parametrize(("filed_on", "old"), [(date(2026, 10, 2), False), (date(2026, 10, 3), True)])
def test_the_order_is_three_years_old_when_the_motion_is_filed_or_nothing_is_presumed(
    filed_on: date, old: bool
) -> None:
    found = compared("400.00", "600.00", filed_on)
    assert (found.old_enough, found.old_enough_on, found.presumed) == (old, date(2026, 10, 3), old)


def test_an_order_of_february_29_is_three_years_old_on_february_28() -> None:
    order = OrderInForce(Side.DEFENDANT, Money(400_00), date(2024, 2, 29))
    found = compare(order, Side.DEFENDANT, Money(0), filed_on=date(2027, 2, 28), heard_on=HEARING)
    assert found.old_enough_on == date(2027, 2, 28)


def test_an_order_that_turns_round_counts_from_the_one_payer_to_the_other() -> None:
    found = compared("200.00", "100.00", payer=Side.PLAINTIFF)
    assert (found.proposed, found.difference, found.percent) == (Money(-100_00), Money(-300_00), 150)


@pytest.mark.parametrize("proposed", ["10.00", "0.00"])
def test_of_an_order_for_nothing_no_percentage_is_shown_and_a_person_decides(proposed: str) -> None:
    found = compared("0.00", proposed)
    assert (found.percent, found.large_enough, found.presumed) == (None, False, False)
    assert "of an order for nothing no 15 percent can be shown, so a person decides" in str(found)


def test_a_motion_filed_before_the_order_is_refused() -> None:
    with pytest.raises(Refused, match=r"filed on October 2, 2023 cannot change an order entered later"):
        compared("400.00", "600.00", date(2023, 10, 2))


def test_both_tests_are_told_in_one_sentence_with_their_rows() -> None:
    found = compared("400.00", "1234.56")
    assert str(found) == (
        "The proposed order is $834.56 (208.6 percent) more than the order in force; that is at least "
        "15 percent, "
        "and the order is at least 3 years old: a substantial change of circumstances is presumed "
        "(N.C. Child Support Guidelines (Jan. 1, 2023), Modification; N.C. Gen. Stat. § 50-13.7)."
    )
    assert (found.years.id, found.least.id) == (
        "nc.guideline.modification-years", "nc.guideline.modification-difference",
    )  # fmt: skip


def test_a_comparison_is_told_in_cents_and_a_percentage_that_is_never_rounded_up_to_the_test() -> None:
    told = comparison_told(compared("400.00", "340.01"))
    assert {name: told[name] for name in told if name not in ("sentence", "rows")} == {
        "in_force": 40000, "proposed": 34001, "difference": -5999, "percent": "14.9", "old_enough_on": "2026-10-03",
        "old_enough": True, "large_enough": False, "presumed": False,
    }  # fmt: skip
    assert [row["value"] for row in told["rows"]] == ["3", "15"]
    assert comparison_told(compared("0.00", "10.00"))["percent"] is None
