"""The day that a command means."""

from dataclasses import dataclass
from datetime import date, datetime

from infra.clock import now
from kernel.refusals import Refused

EARLIEST, LATEST = 1950, 2100


@dataclass(eq=False)
class NoSuchDay(Refused):
    def __str__(self) -> str:
        return f"--as-of takes a day between {EARLIEST} and {LATEST}."


def day_meant(as_of: datetime | None) -> date:
    """The day that was given, or today. Raises NoSuchDay."""
    if as_of is None:
        return now().date()
    if not EARLIEST <= as_of.year <= LATEST:
        raise NoSuchDay()
    return as_of.date()
