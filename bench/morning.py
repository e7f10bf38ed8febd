"""The morning of court: 120 balances counted anew, and what moved them since their papers, out of 10,000 cases."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from bench.figures import Figure, in_turns
from bench.readiness import DAY, HEARINGS, SESSION, browser, county_with_a_session, papers_of_the_session
from cases.queries import case_record
from cases.tables import Payment
from documents.morning.docket import morning
from hearings.queries import hearings_of_session
from infra.clock import now
from infra.db import Database, database
from kernel.money import Money

CASES, LIMIT = 10_000, 2.0
"""Cases of the county, and seconds that the whole docket may take."""
EARLIER, LATE = 200, 30
"""Payments that each matter has more, and matters with one that came in after the papers were made."""


def figures(cases: int = CASES) -> Iterator[Figure]:
    """What is counted at once is held equal to what each record comes to by itself."""
    with tempfile.TemporaryDirectory() as held:
        os.environ["COURTREADY_DATA"] = str(Path(held) / "county")
        opened = database()
        county = county_with_a_session(opened, cases)
        called = _called(opened)
        with opened.transaction() as db:
            _pay(db, called, [(f"E{number}", DAY - timedelta(days=8 * number + 20)) for number in range(EARLIER)])
        papers_of_the_session(opened)
        with opened.transaction() as db:
            _pay(db, called[:LATE], [("L", DAY - timedelta(days=1))])
        page = browser()

        def at_once() -> list[Money | None]:
            with opened.reading() as db:
                found = morning(db, 1, SESSION, as_of=DAY)
            assert (len(found.matters), len(found.changed)) == (HEARINGS, LATE)
            return [one.owed for one in found.matters]

        def whole_page() -> None:
            page.get(f"/sessions/{SESSION}/morning").raise_for_status()

        def one_by_one() -> list[Money | None]:
            with opened.reading() as db:
                return [case_record(db, 1, case_no).ledger().arrears(DAY) for case_no in called]

        assert at_once() == one_by_one()
        spent = in_turns({"balances": at_once, "page": whole_page, "records": one_by_one})
        what, checked = f"{HEARINGS} matters of {county:,} cases", f"{LATE} balances changed, each to the cent"
        yield Figure(f"refresh, {what}", "the limit", spent["balances"], LIMIT, 1.0, ceiling=True, checked=checked)
        yield Figure(f"its page, {what}", "the limit", spent["page"], LIMIT, 1.0, ceiling=True)
        yield Figure(f"refresh, {what}", "balances alone, one by one", spent["balances"], spent["records"])
        opened.close()


def _called(opened: Database) -> list[str]:
    with opened.reading() as db:
        return [one.case_no for one in hearings_of_session(db, 1, SESSION)]


def _pay(db: Session, case_numbers: Sequence[str], paid: Sequence[tuple[str, object]]) -> None:
    for case_no in case_numbers:
        for number, on in paid:
            receipt = f"{number}-{case_no}"
            db.add(Payment(
                office_id=1, case_no=case_no, receipt_no=receipt, collected_on=on, amount=Money(1_234),
                source_key=receipt, content="0" * 64, source="Extract", source_record=receipt, retrieved_at=now(),
            ))  # fmt: skip
