"""A small court calendar for tests: two hearings of the sample county, and sessions to which they can go."""

from datetime import UTC, date, datetime, time
from typing import Any

from hearings.calendar.moving import continue_hearing
from hearings.calendar.session_changes import Frame, open_session
from hearings.queries import hearings_of_case
from infra.db import Database
from offices.actions import add_staff
from offices.facts import Person, Role
from offices.tables import Office

SHOW_CAUSE, REVIEW = "7000070074", "7000070222"
"""A show cause set for December 10, 2026, at 1:30 PM, and a review set for December 8 at 9:00 AM."""
HOUSE = "MECKLENBURG COUNTY COURTHOUSE"
TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
PASSWORD = "a long enough password"


def staff(database: Database, role: Role = Role.AGENT, name: str = "Avery", *, code: str | None = None) -> Person:
    """A person of the first office."""
    with database.transaction() as db:
        office = db.get_one(Office, 1)
        email = f"{name.lower().replace(' ', '.')}@example.gov"
        return add_staff(db, office, name=name, email=email, role=role, password=PASSWORD, agent_code=code)


def opened(database: Database, by: Person, on: date, room: str = "4110", **frame: Any) -> int:
    """A session opened by hand."""
    place = {"courthouse": frame.pop("courthouse", HOUSE), "judge": frame.pop("judge", "Hon. P. Okafor")}
    with database.transaction() as db:
        return open_session(db, on=on, room=room, frame=Frame(**frame), by=by, **place).id


def hearing_of(database: Database, case_no: str) -> int:
    """The first hearing of a case."""
    with database.reading() as db:
        return hearings_of_case(db, 1, case_no)[0].id


def continued(database: Database, hearing_id: int, to: int | None, by: Person, **how: Any) -> int:
    """A hearing continued by somebody; the number of the continuance."""
    asked: dict[str, Any] = {
        "cause": "no service", "words": "", "at": time(9), "seen": None, "now": NOW, "today": TODAY, **how
    }  # fmt: skip
    with database.transaction() as db:
        return continue_hearing(db, hearing_id, to_session=to, by=by, **asked).id
