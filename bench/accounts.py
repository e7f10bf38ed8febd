"""A county of accounts straight into the database: 250 rows of money in each case, one state balance in forty wrong.

What is owed is summed up as the money is made up, so that the balances have something else to be held against.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from infra.db import Database

TOLD, AS_OF = date(2026, 10, 31), date(2026, 11, 20)
ROWS, WRONG = 250, 40
"""Rows of money in each case, and of how many cases one has a wrong balance of the state."""
RHYTHMS = (7, 14, 30)
"""Days from one payment to the next; the account reaches back as far as 250 payments do."""
RETURNED = 0.02
CHUNK = 500
SOURCED = ("office_id", "source_key", "content", "source", "source_record", "retrieved_at")
COLUMNS = {
    "support_case": ("office_id", "case_no"),
    "case_header": (*SOURCED, "case_no", "case_type", "status", "family_violence"),
    "support_order": (*SOURCED, "case_no", "entered_on", "kind", "support", "frequency", "toward_arrears",
                      "effective_on"),
    "state_balance": (*SOURCED, "case_no", "balance_on", "family_arrears", "assigned_arrears", "fees", "arrears",
                      "is_opening"),
    "payment": (*SOURCED, "case_no", "receipt_no", "collected_on", "amount", "reverses"),
}  # fmt: skip
Row = tuple[Any, ...]
Expected = dict[str, tuple[int, bool]]


@dataclass(frozen=True, slots=True)
class Account:
    """One case as it is made up: its rows by table, the cents owed at ``AS_OF``, and whether its state is wrong."""

    case_no: str
    rows: dict[str, list[Row]]
    owed: int
    wrong: bool


def fill(opened: Database, office_id: int, cases: int) -> Expected:
    """So many cases into an empty county; of each, the cents owed and whether its state is wrong."""
    expected: Expected = {}
    for first in range(0, cases, CHUNK):
        made = [account(number, office_id) for number in range(first, min(first + CHUNK, cases))]
        with opened.transaction() as db:
            for table, columns in COLUMNS.items():
                _insert(db, table, columns, [row for one in made for row in one.rows[table]])
        expected.update({one.case_no: (one.owed, one.wrong) for one in made})
    return expected


def account(number: int, office_id: int) -> Account:
    """One case; the same for the same number."""
    chance, case_no = random.Random(number), f"7{number:09}"
    paid = list(_paid(chance, case_no, chance.choice(RHYTHMS)))
    opened_on = min(on for on, *_ in paid) - timedelta(days=chance.randrange(1, 60))
    opening, wrong = chance.randrange(0, 900_000), number % WRONG == 0
    orders = list(_orders(chance, opened_on))
    owed = {day: opening + _due(orders, opened_on, day) - sum(one[2] for one in paid if one[0] <= day)
            for day in (TOLD, AS_OF)}  # fmt: skip
    told = owed[TOLD] - next(cents for on, _, cents, back in paid if on <= TOLD and not back) * wrong
    rows = {
        "support_case": [(office_id, case_no)],
        "case_header": [_row(office_id, case_no, case_no, "IV-D", "open", False)],
        "support_order": [
            _row(office_id, f"{case_no}|{on}", case_no, on, "support", cents, "monthly", 0, on) for on, cents in orders
        ],
        "state_balance": [
            _row(office_id, f"{case_no}|{on}", case_no, on, cents, 0, 0, cents, is_opening)
            for on, cents, is_opening in ((opened_on, opening, True), (TOLD, told, False))
        ],
        "payment": [
            _row(office_id, receipt, case_no, receipt, on, cents, back) for on, receipt, cents, back in paid
        ],
    }  # fmt: skip
    return Account(case_no, rows, owed[AS_OF], wrong)


def _paid(chance: random.Random, case_no: str, rhythm: int) -> Iterator[tuple[date, str, int, str | None]]:
    """Money in the order in which it came in: the day, the receipt, the cents, and what is taken back by it."""
    withheld, left, on, number = chance.randrange(2_000, 30_000), ROWS, AS_OF - timedelta(days=3), 0
    while left:
        receipt, cents = f"R{case_no}{number:04}", withheld if chance.random() < 0.9 else chance.randrange(500, 60_000)
        if left > 1 and chance.random() < RETURNED:
            yield on + timedelta(days=2), f"V{receipt}", -cents, receipt
            left -= 1
        yield on, receipt, cents, None
        on, number, left = on - timedelta(days=rhythm), number + 1, left - 1


def _orders(chance: random.Random, opened_on: date) -> Iterator[tuple[date, int]]:
    """An order from before the opening balance, and later ones some years apart."""
    on = opened_on - timedelta(days=400)
    while on < TOLD:
        yield on, chance.randrange(100, 900) * 100
        on += timedelta(days=chance.randrange(900, 2_500))


def _due(orders: Sequence[tuple[date, int]], after: date, by: date) -> int:
    firsts = (date(year, month, 1) for year in range(after.year, by.year + 1) for month in range(1, 13))
    return sum([cents for on, cents in orders if on <= first][-1] for first in firsts if after < first <= by)


def _row(office_id: int, key: str, *values: Any) -> Row:
    """A row as SQLite holds it."""
    told = (one.isoformat() if isinstance(one, date) else one for one in values)
    return office_id, key, "0" * 64, "Extract", key, f"{AS_OF} 12:00:00.000000", *told


def _insert(db: Session, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    places = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"
    db.connection().exec_driver_sql(statement, list(rows))
