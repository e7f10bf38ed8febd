"""What tests do to the clocks of the small calendar."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from cases.queries import case_record
from hearings.clocks.actions import sweep
from hearings.clocks.facts import Kept, Swept
from hearings.clocks.queries import kept_of_case
from hearings.clocks.tables import CaseTouched
from hearings.service.actions import record_attempt
from hearings.service.entry import Attempt
from infra.db import Database
from offices.facts import Person
from tests.hearings.calendar.court import NOW, REVIEW, SHOW_CAUSE, TODAY

__all__ = ["NOW", "REVIEW", "SHOW_CAUSE", "TODAY"]


def swept(database: Database, today: date = TODAY, *, most: int = 200) -> Swept:
    """Sweep until nothing is left."""
    done = Swept(more=True)
    while done.more:
        with database.transaction() as db:
            done = done + sweep(db, 1, today=today, now=at_noon(today), most=most)
    return done


def at_noon(day: date) -> datetime:
    """Noon of a day on the East coast, or near it."""
    return datetime(day.year, day.month, day.day, 17, tzinfo=UTC)


def kept(database: Database, case_no: str, rule: str = "", *, history: bool = False) -> list[Kept]:
    """The kept deadlines of a case whose rule begins so."""
    with database.reading() as db:
        return [one for one in kept_of_case(db, 1, case_no, history=history) if one.rule.startswith(rule)]


def touched(database: Database) -> list[str]:
    """The cases that the database marked."""
    with database.reading() as db:
        return sorted(set(db.scalars(select(CaseTouched.case_no))))


def served(database: Database, case_no: str, paper: str, on: date, by: Person, **how: Any) -> None:
    """The obligor was served by the sheriff in person."""
    with database.transaction() as db:
        obligor = case_record(db, 1, case_no).person("obligor")
        assert obligor is not None
        asked: dict[str, Any] = {"result": "served", "method": "sheriff", "issued_on": on - timedelta(days=1), **how}
        entry = Attempt(mpi_no=obligor.mpi_no, paper=paper, tried_on=on, **asked)
        record_attempt(db, case_no, entry, by=by, today=on, now=at_noon(on))
