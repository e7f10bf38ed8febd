"""What a row of the docket says of the money of its case."""

from datetime import date

from sqlalchemy import select

from cases.tables import SupportOrder
from hearings.court_day.queries import court_docket
from infra.db import Database
from kernel.money import Money
from tests.hearings.calendar.court import SHOW_CAUSE, hearing_of
from tests.hearings.court_day.day import AT, DAY, session_of


def facts_of(database: Database) -> tuple[str, ...]:
    called = hearing_of(database, SHOW_CAUSE)
    session = session_of(database, called)
    with database.reading() as db:
        (row,) = [row for row in court_docket(db, 1, session, as_of=DAY).rows if row.hearing.id == called]
    return row.facts


def test_the_row_tells_the_newest_order_whatever_its_docket_number_begins_with(court: Database) -> None:
    with court.transaction() as db:
        old = db.scalars(select(SupportOrder).where(SupportOrder.case_no == SHOW_CAUSE)).one()
        db.add(SupportOrder(
            office_id=1, case_no=SHOW_CAUSE, source_key=f"order|{SHOW_CAUSE}|00 CVD 1|2026-10-01", content="-",
            source="test", source_record="ORDER B", retrieved_at=AT, entered_on=date(2026, 10, 1), kind="modified",
            support=Money(12_300), frequency="monthly", toward_arrears=old.toward_arrears,
            effective_on=date(2026, 10, 1),
        ))  # fmt: skip
    assert facts_of(court)[0] == "$123.00 a month"


def test_a_row_whose_order_has_ended_still_tells_what_is_owed(court: Database) -> None:
    before = [one for one in facts_of(court) if one.startswith("owes $")]
    assert before
    with court.transaction() as db:
        db.scalars(select(SupportOrder).where(SupportOrder.case_no == SHOW_CAUSE)).one().ended_on = date(2026, 12, 1)
    now = facts_of(court)
    assert [one for one in now if one.startswith("owes $")] == before
    assert not any("a month" in one for one in now)


def test_the_last_day_of_an_order_is_a_day_of_it(court: Database) -> None:
    with court.transaction() as db:
        db.scalars(select(SupportOrder).where(SupportOrder.case_no == SHOW_CAUSE)).one().ended_on = DAY
    assert "a month" in facts_of(court)[0]
