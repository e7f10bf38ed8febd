"""For every case of the sample county the arrears equal a sum made straight from the CSV files, by other code."""

import csv
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache

import pytest

from cases.queries import case_numbers, case_record
from documents.facts import CaseFacts
from documents.gather import case_facts
from tests.county import DAY, SAMPLE, data_folder, import_

EARLIER = date(2024, 2, 29)


@cache
def _rows(name: str) -> list[dict[str, str]]:
    with (SAMPLE / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _day(written: str) -> date:
    return datetime.strptime(written, "%m/%d/%Y").date()


def _cents(written: str) -> int:
    return int(Decimal(written.replace(",", "")) * 100)


def owed(case_no: str, as_of: date) -> int:
    """Cents owed at the end of a day: balance of 12/31/2021 plus support due on every first since, less collections."""
    opening = [row for row in _rows("BALANCES.csv") if (row["IVD_CASE_NO"], row["AS_OF_DT"]) == (case_no, "12/31/2021")]
    cents = sum(_cents(row["TOTAL"]) for row in opening)
    firsts = [date(year, month, 1) for year in range(1990, 2028) for month in range(1, 13)]
    for order in (row for row in _rows("ORDERS.csv") if row["IVD_CASE_NO"] == case_no):
        begun = _day(order["EFF_DT"])
        due = [day for day in firsts if begun <= day <= as_of and not (opening and day <= date(2021, 12, 31))]
        cents += _cents(order["SUPPORT_AMT"]) * len(due)
    paid = (row for row in _rows("PAYMENTS.csv") if row["IVD_CASE_NO"] == case_no and _day(row["COLL_DT"]) <= as_of)
    return cents - sum(_cents(row["AMT"]) for row in paid)


def state_says(case_no: str) -> int:
    (row,) = [one for one in _rows("BALANCES.csv") if (one["IVD_CASE_NO"], one["AS_OF_DT"]) == (case_no, "11/20/2026")]
    return _cents(row["TOTAL"])


@dataclass(frozen=True)
class County:
    facts: dict[str, CaseFacts]
    earlier: dict[str, int]


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> County:
    with data_folder(tmp_path_factory.mktemp("county") / "data") as opened:
        import_(opened, SAMPLE)
        with opened.reading() as db:
            records = {case_no: case_record(db, 1, case_no) for case_no in case_numbers(db, 1)}
        return County(
            {case_no: case_facts(record, DAY) for case_no, record in records.items()},
            {case_no: record.ledger().arrears(EARLIER).cents for case_no, record in records.items()},
        )


def test_the_arrears_of_all_120_cases_equal_the_sum_made_from_the_files(county: County) -> None:
    assert len(county.facts) == 120
    assert {case_no: facts.arrears.total.value.cents for case_no, facts in county.facts.items()} == {
        case_no: owed(case_no, DAY) for case_no in county.facts
    }


def test_they_equal_it_on_an_earlier_day_too(county: County) -> None:
    assert county.earlier == {case_no: owed(case_no, EARLIER) for case_no in county.facts}


def test_exactly_the_state_balances_that_are_off_are_told_and_by_how_much(county: County) -> None:
    found = {
        case_no: (beside.total.value - beside.computed.value).cents
        for case_no, facts in county.facts.items()
        for beside in facts.state_balance
        if beside.differs.value
    }
    expected = {case_no: state_says(case_no) - owed(case_no, DAY) for case_no in county.facts}
    assert found == {case_no: cents for case_no, cents in expected.items() if cents}
    assert len(found) == 11  # the state's own system is 125.00 too high on these
    assert set(found.values()) == {12_500}


def test_a_difference_is_told_as_a_positive_amount_with_its_direction(county: County) -> None:
    for facts in county.facts.values():
        (beside,) = facts.state_balance
        apart = beside.total.value - beside.computed.value
        assert beside.difference.value == max(apart, -apart)
        assert beside.state_is_higher.value == (apart.cents > 0)


def test_opening_charges_and_payments_on_the_sheet_add_up_to_the_arrears(county: County) -> None:
    for facts in county.facts.values():
        arrears = facts.arrears
        assert arrears.opening.value + arrears.charged.value - arrears.paid.value == arrears.total.value
        if facts.months:
            assert facts.months[-1].balance.value == arrears.total.value


def test_every_payment_of_the_files_stands_in_the_history_by_date_and_amount(county: County) -> None:
    payments = _rows("PAYMENTS.csv")
    for case_no, facts in county.facts.items():
        filed = [(_day(row["COLL_DT"]), _cents(row["AMT"])) for row in payments if row["IVD_CASE_NO"] == case_no]
        told = [(one.collected_on.value, one.amount.value.cents) for one in facts.payments]
        assert sorted(told) == sorted(filed)


def test_a_returned_payment_is_marked_and_is_never_the_last_payment(county: County) -> None:
    returned = {row["REV_OF"]: row for row in _rows("PAYMENTS.csv") if row["REV_OF"]}
    assert len(returned) == 44
    for case_no, facts in county.facts.items():
        of_case = [row for row in returned.values() if row["IVD_CASE_NO"] == case_no]
        assert sum(one.returned.value for one in facts.payments) == len(of_case)
        if facts.arrears.last_payment.value is not None:
            assert facts.arrears.last_payment.value.cents > 0
