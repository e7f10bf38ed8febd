"""Spousal and medical support stand in the account beside the child's, and each kind is told apart."""

from datetime import date
from typing import Any

import pytest

from cases.ledger import Kind
from cases.ledger.account import running_account
from cases.ledger.statement import statement
from cases.money.actions import enter_obligation, enter_suspension, withdraw_entry
from cases.money.errors import EntryRefused
from cases.money.facts import EntryKind, ObligationTold, SuspensionTold
from cases.money.queries import money_of_case
from infra.db import Database
from kernel.money import Money
from tests.cases.money_desk import AGENT, CASE, DAY, NOW, opened, owed, paid, person, record

ORDER = "17 CVD 100, order, page 2"
SPOUSAL = ObligationTold(
    "spousal support", Money(20_000), "monthly", date(2026, 9, 15), None, date(2026, 9, 1), ORDER
)  # fmt: skip
MEDICAL = ObligationTold(
    "medical support", Money(5_000), "monthly", date(2026, 10, 1), None, date(2026, 9, 1), ORDER
)  # fmt: skip


def entered(database: Database, told: Any, verb: Any = enter_obligation) -> Any:
    with database.transaction() as db:
        return verb(db, CASE, told, by=person(db, AGENT), now=NOW)


def charged(database: Database, kind: Kind) -> list[tuple[date, int]]:
    return [(one.due_on, one.amount.cents) for one in record(database).ledger().charges(DAY) if one.kind is kind]


def test_each_kind_has_its_own_account_and_the_whole_is_their_sum(db: Database) -> None:
    """Child support 500 from September, spousal 200 from September 15, medical 50 from October; 700 are paid."""
    opened(db, effective_on=date(2026, 9, 1))
    entered(db, SPOUSAL)
    entered(db, MEDICAL)
    paid(db, date(2026, 9, 20), 70_000)
    ledger = record(db).ledger()
    accounts = {one.kind: one.sums for one in statement(ledger, DAY)}
    assert {kind: (one.owed.cents, one.paid.cents, one.arrears.cents) for kind, one in accounts.items()} == {
        Kind.CHILD: (150_000, 50_000, 100_000), Kind.MEDICAL: (10_000, 0, 10_000),
        Kind.SPOUSAL: (60_000, 20_000, 40_000),
    }  # fmt: skip
    assert owed(db) == 150_000
    words = [line.words for line in running_account(ledger, DAY)]
    assert words.count("Spousal support falls due") == 3
    assert words.count("Medical support falls due") == 2


def test_a_childs_and_medical_support_are_due_on_the_first_and_spousal_support_on_the_day_of_its_order(
    sqlite: Database,
) -> None:
    """G.S. 50-13.4(c) speaks of the support of a child."""
    opened(sqlite)
    entered(sqlite, SPOUSAL)
    entered(sqlite, MEDICAL)
    assert charged(sqlite, Kind.SPOUSAL) == [(date(2026, month, 15), 20_000) for month in (9, 10, 11)]
    assert charged(sqlite, Kind.MEDICAL) == [(date(2026, month, 1), 5_000) for month in (10, 11)]
    with sqlite.reading() as db:
        told = [one.effect for one in money_of_case(db, 1, CASE, as_of=DAY).standing]
    assert told == ["Falls due on the day of the month of its first day.", "Falls due on the first of each month."]


def test_of_amounts_due_on_one_day_child_support_is_paid_first_and_the_page_says_that_nobody_has_verified_it(
    sqlite: Database,
) -> None:
    opened(sqlite, effective_on=date(2026, 10, 1))
    entered(sqlite, MEDICAL)
    paid(sqlite, date(2026, 10, 1), 52_000)
    child, medical = statement(record(sqlite).ledger(), date(2026, 10, 31))
    assert (child.sums.arrears, medical.sums.arrears) == (Money(0), Money(3_000))
    with sqlite.reading() as db:
        (row,) = money_of_case(db, 1, CASE, as_of=DAY).law.kinds
    assert (row.verified_by, "this program's own order" in row.note) == ("", True)


def test_a_later_amount_takes_the_place_of_the_earlier_and_the_same_day_supersedes(sqlite: Database) -> None:
    opened(sqlite)
    first = entered(sqlite, SPOUSAL)
    entered(sqlite, ObligationTold(
        "spousal support", Money(9_000), "monthly", date(2026, 11, 15), None, date(2026, 11, 1), ORDER
    ))  # fmt: skip
    assert charged(sqlite, Kind.SPOUSAL) == [
        (date(2026, 9, 15), 20_000), (date(2026, 10, 15), 20_000), (date(2026, 11, 15), 9_000),
    ]  # fmt: skip
    entered(sqlite, ObligationTold(
        "spousal support", Money(20_000), "monthly", date(2026, 9, 15), date(2026, 9, 30), date(2026, 9, 1), ORDER
    ))  # fmt: skip
    assert [on.month for on, _ in charged(sqlite, Kind.SPOUSAL)] == [9, 11]
    with sqlite.reading() as db:
        assert [one.id for one in money_of_case(db, 1, CASE, as_of=DAY).history] == [first.id]


def test_what_was_taken_back_is_charged_no_more(sqlite: Database) -> None:
    opened(sqlite)
    row = entered(sqlite, SPOUSAL)
    with sqlite.transaction() as db:
        withdraw_entry(
            db, CASE, EntryKind.OBLIGATION, row.id, why="another case", by=person(db, AGENT), now=NOW
        )
    assert charged(sqlite, Kind.SPOUSAL) == []


def test_incarceration_suspends_the_support_of_a_child_and_not_the_spouses(sqlite: Database) -> None:
    opened(sqlite, effective_on=date(2026, 9, 1))
    entered(sqlite, SPOUSAL)
    entered(sqlite, MEDICAL)
    jail = SuspensionTold("incarceration", date(2026, 9, 10), None, "letter of the jail")
    entered(sqlite, jail, enter_suspension)
    assert [(one.kind, one.due_on.month) for one in record(sqlite).ledger().charges(DAY)] == [
        (Kind.CHILD, 9), (Kind.SPOUSAL, 9), (Kind.SPOUSAL, 10), (Kind.SPOUSAL, 11),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("frequency", "due"),
    [
        ("two-monthly", [(date(2026, 3, 31), 20_000), (date(2026, 5, 31), 20_000), (date(2026, 7, 31), 20_000)]),
        ("quarterly", [(date(2026, 3, 31), 20_000), (date(2026, 6, 30), 20_000)]),
        ("semiannual", [(date(2026, 3, 31), 20_000)]),
        ("weekly", [(date(2026, month, 1), 86_600) for month in (4, 5, 6, 7)]),
    ],
)
def test_it_falls_due_as_often_as_the_order_says_by_the_rows_of_law(
    sqlite: Database, frequency: str, due: list[tuple[date, int]]
) -> None:
    opened(sqlite)
    entered(sqlite, ObligationTold(
        "medical support", Money(20_000), frequency, date(2026, 3, 31), date(2026, 7, 31), date(2026, 3, 1), ORDER
    ))  # fmt: skip
    assert charged(sqlite, Kind.MEDICAL) == due


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (("child support", Money(1), "monthly", DAY, None, DAY, ORDER), "one of: spousal support, medical support"),
        (("spousal support", Money(1), "bimonthly", DAY, None, DAY, ORDER), "one of: weekly, .*two-monthly"),
        (("spousal support", Money(0), "monthly", DAY, None, DAY, ORDER), "above nothing"),
        (("spousal support", Money(1), "monthly", DAY, date(2026, 1, 1), DAY, ORDER), "comes before the first"),
        (("spousal support", Money(1), "monthly", DAY, None, date(2026, 12, 1), ORDER), "lies in the future"),
        (("spousal support", Money(1), "monthly", DAY, None, DAY, " "), "proof is blank"),
    ],
)
def test_what_no_order_can_say_is_refused(sqlite: Database, told: tuple[Any, ...], words: str) -> None:
    opened(sqlite)
    with pytest.raises(EntryRefused, match=words):
        entered(sqlite, ObligationTold(*told))
