"""The day that a command means."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from infra.clock import now
from kernel.refusals import Refused

EARLIEST, LATEST = 1950, 2100


@dataclass(eq=False)
class NoSuchDay(Refused):
    option: str = "--as-of"

    def __str__(self) -> str:
        return f"{self.option} takes a day between {EARLIEST} and {LATEST}, such as 2026-12-08."


def day_meant(as_of: datetime | None) -> date:
    """The day that was given, or today. Raises NoSuchDay."""
    if as_of is None:
        return now().date()
    if not EARLIEST <= as_of.year <= LATEST:
        raise NoSuchDay()
    return as_of.date()


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
