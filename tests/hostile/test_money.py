"""Money that nobody could have collected, and reversals of what was never there."""

from datetime import timedelta
from pathlib import Path

import pytest

from cases.actions import post_payment
from cases.errors import NoSuchCase, NothingToReverse, NotYetCollected
from cases.queries import find_case
from infra.db import Database
from kernel.money import Money
from offices.facts import Person, Role
from tests.county import DAY, NOON, county_of, import_, in_folder

CASE, OTHER = "7000070074", "7000070222"
AGENT = Person(1, 1, "Avery Agent", "agent@example.gov", Role.AGENT)


@pytest.fixture
def small(sqlite: Database, tmp_path: Path) -> Database:
    import_(sqlite, in_folder(tmp_path / "extract", county_of(CASE, OTHER)))
    return sqlite


def pay(small: Database, receipt_no: str, cents: int, *, reverses: str | None = None, case_no: str = CASE) -> None:
    with small.transaction() as db:
        post_payment(
            db, case_no, receipt_no=receipt_no, collected_on=DAY, amount=Money(cents), by=AGENT, now=NOON,
            reverses=reverses,
        )  # fmt: skip


def test_money_is_not_collected_on_a_day_that_has_not_come(small: Database) -> None:
    with small.transaction() as db, pytest.raises(NotYetCollected):
        post_payment(
            db,
            CASE,
            receipt_no="H-1",
            collected_on=NOON.date() + timedelta(days=1),
            amount=Money(1),
            by=AGENT,
            now=NOON,
        )


def test_a_reversal_names_a_receipt_of_the_same_case(small: Database) -> None:
    pay(small, "H-1", 500, case_no=OTHER)
    for receipt in ("H-1", "NO SUCH"):
        with pytest.raises(NothingToReverse):
            pay(small, "H-2", -500, reverses=receipt)


def test_reversals_take_back_no_more_than_came_in(small: Database) -> None:
    pay(small, "H-1", 500)
    pay(small, "H-2", -300, reverses="H-1")
    with pytest.raises(NothingToReverse):
        pay(small, "H-3", -201, reverses="H-1")
    pay(small, "H-3", -200, reverses="H-1")


@pytest.mark.parametrize("typed", ["219-09-9999", "PRUITT, DANA", "<script>alert(1)</script>"])
def test_a_search_that_finds_nothing_does_not_repeat_what_was_typed(small: Database, typed: str) -> None:
    with small.reading() as db, pytest.raises(NoSuchCase) as refused:
        find_case(db, 1, typed)
    assert typed not in str(refused.value)
