"""The day that a command means."""

import re
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy.orm import Session

from infra.clock import now
from kernel.far_ahead import not_too_far
from kernel.refusals import Refused
from offices.queries import day_of

EARLIEST, LATEST = 1950, 2100


@dataclass(eq=False)
class NoSuchDay(Refused):
    option: str

    def __str__(self) -> str:
        return f"{self.option} takes a day between {EARLIEST} and {LATEST}, such as 2026-12-08."


@dataclass(eq=False)
class NoSuchTime(Refused):
    option: str

    def __str__(self) -> str:
        return f"{self.option} takes a time of the day, such as 09:00."


def day_meant(as_of: str | None, db: Session, office_id: int) -> date:
    """The day that ``--as-of`` names, or today where the office is. Raises NoSuchDay or TooFarAhead."""
    today = day_of(db, office_id, now())
    return today if as_of is None else not_too_far(day_written(as_of, "--as-of"), today)


def day_written(written: str, option: str) -> date:
    """The day that an option names in ISO 8601. Raises NoSuchDay."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        raise NoSuchDay(option)
    try:
        found = date.fromisoformat(written)
    except ValueError:
        raise NoSuchDay(option) from None
    if not EARLIEST <= found.year <= LATEST:
        raise NoSuchDay(option)
    return found


def time_written(written: str, option: str) -> time:
    """The time that an option names. Raises NoSuchTime."""
    if not re.fullmatch(r"([01]?[0-9]|2[0-3]):[0-5][0-9]", written):
        raise NoSuchTime(option)
    hour, minute = written.split(":")
    return time(int(hour), int(minute))
