"""Which order is in force on a day is what the ledger charges by."""

from datetime import date

import pytest

from cases.money.booking import obligations, order_in_force
from cases.tables import SupportOrder
from kernel.money import ZERO, Money
from law.money import money_law


def order(key: str, effective_on: date, ended_on: date | None = None) -> SupportOrder:
    return SupportOrder(
        case_no="7000000001", source_key=key, entered_on=effective_on, kind="original", support=Money(50_000),
        frequency="monthly", toward_arrears=ZERO, effective_on=effective_on, ended_on=ended_on,
    )  # fmt: skip


FIRST = order("order|B", date(2020, 1, 1))
LATER = order("order|A", date(2024, 1, 1), date(2024, 6, 30))
ORDERS = (LATER, FIRST)


@pytest.mark.parametrize(
    ("day", "in_force"),
    [
        (date(2019, 12, 31), None),
        (date(2023, 12, 31), FIRST),
        (date(2024, 6, 30), LATER),
        (date(2024, 7, 1), None),
    ],
)
def test_the_newest_order_is_in_force_until_it_ends_and_no_earlier_one_after_it(
    day: date, in_force: SupportOrder | None
) -> None:
    assert order_in_force(day, ORDERS) is in_force


def test_nothing_falls_due_after_the_newest_order_has_ended() -> None:
    owed = obligations(ORDERS, (), money_law("NC"))
    due = [day for one in owed for day in one.due_days(after=None, by=date(2026, 12, 31))]
    assert (len(due), max(due)) == (54, date(2024, 6, 1))
