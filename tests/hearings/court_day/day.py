"""A court day for tests: outcomes entered as a person does."""

from datetime import UTC, date, datetime
from typing import Any

from hearings.court_day.actions import Entry, enter_outcome
from hearings.queries import hearing
from infra.db import Database
from offices.facts import Person

DAY = date(2026, 12, 10)
"""The day of the show cause."""
AT = datetime(2026, 12, 10, 19, 0, tzinfo=UTC)


def session_of(database: Database, hearing_id: int) -> int:
    """The court session in which a hearing stands."""
    with database.reading() as db:
        return hearing(db, 1, hearing_id).session_id


def entered(database: Database, hearing_id: int, session_id: int, code: str, by: Person, **how: Any) -> Entry:
    """An outcome entered by somebody; ``how`` holds its fields, and ``based_on``, ``key`` and ``today``."""
    based_on, key = how.pop("based_on", 0), how.pop("key", None)
    today = how.pop("today", DAY)
    _COUNTED.append(code)
    with database.transaction() as db:
        return enter_outcome(
            db, hearing_id, session_id=session_id, code=code, given=how, based_on=based_on,
            entry_key=key or f"entry-{len(_COUNTED)}", by=by, now=AT, today=today,
        )  # fmt: skip


_COUNTED: list[str] = []
