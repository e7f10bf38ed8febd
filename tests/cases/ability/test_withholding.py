"""How much may be withheld, and when a license may be revoked."""

import tomllib
from datetime import date

import pytest

from cases.ability.licenses import Delinquency, LicenseTest, initial_payment, license_tests
from cases.ability.withholding import Obligor, federal_limit, withholding_limit
from kernel.money import ZERO, Money, money
from law.figure import LAW
from law.rows import NoRuleInForce

DAY = date(2026, 12, 8)
PAY = money("1,000.00")


@pytest.mark.parametrize(
    ("orders", "supports_others", "percent", "most"),
    [(1, False, "40", "400.00"), (1, True, "40", "400.00"), (2, True, "45", "450.00"), (3, False, "50", "500.00")],
)
def test_north_carolina_lets_40_45_or_50_percent_go(
    orders: int, supports_others: bool, percent: str, most: str
) -> None:
    found = withholding_limit("NC", PAY, Obligor(orders, supports_others, days_behind=0), on=DAY)
    assert (found.state.percent, found.state.most) == (percent, money(most))
    assert found.governs is found.state
    assert "110-136.6(b)" in found.state.rows[0].cite


@pytest.mark.parametrize(
    ("supports_others", "days_behind", "percent", "most"),
    [
        (True, 0, "50", "500.00"),
        (True, 84, "50", "500.00"),
        (True, 85, "55", "550.00"),
        (False, 0, "60", "600.00"),
        (False, 85, "65", "650.00"),
    ],
)
def test_the_federal_law_lets_50_to_65_percent_go_and_five_more_for_arrears_older_than_twelve_weeks(
    supports_others: bool, days_behind: int, percent: str, most: str
) -> None:
    found = federal_limit(PAY, Obligor(1, supports_others, days_behind), on=DAY)
    assert (found.percent, found.most) == (percent, money(most))


@pytest.mark.parametrize(
    ("supports_others", "days_behind", "federal"),
    [(True, 0, "50"), (True, 85, "55"), (False, 0, "60"), (False, 85, "65")],
)
@pytest.mark.parametrize("orders", [1, 2])
def test_california_lets_half_go_whatever_more_the_federal_law_would(
    orders: int, supports_others: bool, days_behind: int, federal: str
) -> None:
    found = withholding_limit("CA", PAY, Obligor(orders, supports_others, days_behind), on=DAY)
    assert (found.federal.percent, found.governs) == (federal, found.state)
    assert (found.state.percent, found.state.most) == ("50", money("500.00"))
    assert "706.052" in found.state.rows[0].cite


@pytest.mark.parametrize(
    ("disposable", "most"), [("0.00", "0.00"), ("0.02", "0.00"), ("999.99", "399.99"), ("1,234.56", "493.82")]
)
def test_a_limit_is_rounded_down_so_that_it_is_never_passed(disposable: str, most: str) -> None:
    limit = withholding_limit("NC", money(disposable), Obligor(1, False, 0), on=DAY).governs
    assert limit.most == money(most)
    assert limit.most.cents * 100 <= money(disposable).cents * 40


def test_each_limit_stands_in_one_row_of_its_state() -> None:
    for state, values in (("nc", ["40", "45", "50"]), ("ca", ["50"])):
        rows = [
            row["value"]
            for file in sorted((LAW / state).glob("**/*.toml"))
            for rows in tomllib.loads(file.read_text(encoding="utf-8")).values()
            for row in rows
            if any(cite in row.get("cite", "") for cite in ("110-136.6(b)", "110-129(6)", "706.052"))
        ]
        assert sorted(rows) == values


def test_no_limit_is_told_for_a_day_before_the_rows() -> None:
    with pytest.raises(NoRuleInForce):
        withholding_limit("NC", PAY, Obligor(1, False, 0), on=date(2019, 1, 1))


def license_tests_of(
    overdue: str, since: date | None, monthly: str = "500.00", contempts: tuple[date, ...] = ()
) -> tuple[LicenseTest, ...]:
    return license_tests(Delinquency(money(overdue), since, money(monthly), contempts), as_of=DAY)


@pytest.mark.parametrize(("overdue", "met"), [("499.99", False), ("500.00", True), ("500.01", True), ("0.00", False)])
def test_one_months_support_overdue_meets_the_first_test(overdue: str, met: bool) -> None:
    assert license_tests_of(overdue, date(2026, 12, 1))[0].met is met


def test_without_monthly_support_the_first_test_is_never_met() -> None:
    assert license_tests_of("900.00", date(2026, 1, 1), monthly="0.00")[0].met is False


@pytest.mark.parametrize(
    ("since", "met"), [(date(2026, 9, 10), False), (date(2026, 9, 9), True), (date(2026, 9, 8), True)]
)
def test_ninety_days_of_arrears_meet_the_second_test(since: date, met: bool) -> None:
    assert license_tests_of("10.00", since)[1].met is met


@pytest.mark.parametrize("overdue", ["0.00", "-5.00"])
def test_where_nothing_is_overdue_no_days_count(overdue: str) -> None:
    test = license_tests_of(overdue, date(2020, 1, 1))[1]
    assert (test.met, test.because) == (False, "nothing is overdue")


@pytest.mark.parametrize(("before", "met"), [(0, False), (1, False), (2, True), (5, True)])
def test_the_third_contempt_demands_that_licenses_are_revoked(before: int, met: bool) -> None:
    assert license_tests_of("10.00", None, contempts=(date(2020, 5, 4),) * before)[2].met is met


@pytest.mark.parametrize(("first", "met"), [(date(1999, 9, 30), False), (date(1999, 10, 1), True)])
def test_a_contempt_found_before_october_1999_is_none_of_the_three(first: date, met: bool) -> None:
    test = license_tests_of("10.00", None, contempts=(first, date(2020, 5, 4)))[2]
    older = "this would be the 2nd finding of contempt, without 1 found before October 1, 1999"
    told = "this would be the 3rd finding of contempt" if met else older
    assert (test.met, test.because) == (met, told)


@pytest.mark.parametrize(
    ("before", "told"), [(0, "1st"), (1, "2nd"), (3, "4th"), (10, "11th"), (11, "12th"), (12, "13th"), (20, "21st")]
)
def test_the_sheet_says_which_finding_of_contempt_this_would_be(before: int, told: str) -> None:
    test = license_tests_of("10.00", None, contempts=(date(2020, 5, 4),) * before)[2]
    assert test.because == f"this would be the {told} finding of contempt"


def test_a_contempt_found_later_than_the_day_of_the_sheet_is_not_counted_on_it() -> None:
    assert license_tests_of("10.00", None, contempts=(date(2020, 5, 4), date(2026, 12, 9)))[2].met is False


def test_every_test_says_where_it_is_written() -> None:
    cites = [test.cite for test in license_tests_of("500.00", date(2026, 1, 1))]
    assert cites == ["N.C. Gen. Stat. § 50-13.12", "N.C. Gen. Stat. § 110-142.2(a)", "N.C. Gen. Stat. § 110-142.2(b)"]


@pytest.mark.parametrize(
    ("overdue", "first"),
    [("1,000.00", "50.00"), ("9,999.99", "500.00"), ("10,000.00", "500.00"), ("80,000.00", "500.00"), ("0.10", "0.01")],
)
def test_a_license_is_kept_for_five_percent_or_500_dollars_whichever_is_less(overdue: str, first: str) -> None:
    assert initial_payment(money(overdue), on=DAY) == money(first)


def test_nothing_is_first_paid_where_nothing_is_overdue() -> None:
    assert initial_payment(Money(-1), on=DAY) == ZERO
