"""How balances of many cases are counted otherwise: each record by itself, and a script that goes through the days."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cases.ledger import Entry, Ledger, Obligation, Opening
from cases.ledger.reconciling import reconcile
from cases.queries import case_record
from infra.db import Database
from kernel.money import Money
from tests.cases.ledger.slow_clerk import SlowClerk

ORDERS = "SELECT effective_on, support FROM support_order WHERE case_no = ? ORDER BY effective_on"
OPENING = "SELECT balance_on, arrears FROM state_balance WHERE case_no = ? AND is_opening"
PAYMENTS = "SELECT collected_on, receipt_no, amount, reverses FROM payment WHERE case_no = ?"


def by_the_record(opened: Database, office_id: int, case_numbers: Sequence[str], as_of: date) -> dict[str, int]:
    """Each case read whole and set beside the state's figures, as the page of a case does."""
    owed = {}
    for case_no in case_numbers:
        with opened.reading() as db:
            record = case_record(db, office_id, case_no)
            reconcile(record.ledger(), record.state_figures(as_of), record.possible_suspensions())
            owed[case_no] = record.ledger().balance(as_of).total.cents
    return owed


def by_the_day(database: Path, case_numbers: Sequence[str], as_of: date) -> dict[str, int]:
    """Three bare queries for each case, and then one day after another; the state's figures are not looked at."""
    owed = {}
    with sqlite3.connect(database) as db:
        for case_no in case_numbers:
            buckets = SlowClerk(_ledger(db, case_no), as_of).buckets()
            owed[case_no] = sum(buckets.values()) - buckets["fees"] - 2 * buckets["ahead"]
    return owed


def _ledger(db: sqlite3.Connection, case_no: str) -> Ledger:
    """The nouns of a ledger, bare: nothing of it is asked."""
    orders = [(date.fromisoformat(on), Money(cents)) for on, cents in db.execute(ORDERS, [case_no])]
    ends = [on for on, _ in orders[1:]]
    ((opened_on, opening),) = db.execute(OPENING, [case_no])
    return Ledger(
        tuple(
            Obligation(cents, on, date.fromordinal(end.toordinal() - 1) if end else None)
            for (on, cents), end in zip(orders, [*ends, None], strict=True)
        ),
        Opening(date.fromisoformat(opened_on), Money(opening)),
        tuple(
            Entry(date.fromisoformat(on), receipt, Money(cents), reverses)
            for on, receipt, cents, reverses in db.execute(PAYMENTS, [case_no])
        ),
    )
