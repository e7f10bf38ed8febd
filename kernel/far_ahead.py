"""How far ahead anything may be counted: what lies further is a slip of the hand and costs as much as all before."""

from dataclasses import dataclass
from datetime import date

from kernel.refusals import Refused

YEARS_AHEAD = 10


@dataclass(eq=False)
class TooFarAhead(Refused):
    """A day for which nothing is told."""

    last: date

    def __str__(self) -> str:
        return f"Nothing is counted for a day more than {YEARS_AHEAD} years ahead, after {self.last:%B %-d, %Y}."


def not_too_far(day: date, today: date) -> date:
    """The day that something is to be told for. Raises TooFarAhead."""
    last = today.replace(year=today.year + YEARS_AHEAD, day=min(today.day, 28))
    if day > last:
        raise TooFarAhead(last)
    return day
