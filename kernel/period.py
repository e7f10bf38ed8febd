"""Lengths of legal time. A bare number of days never travels alone."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kernel.refusals import Refused


class Unit(StrEnum):
    CALENDAR = "calendar"
    COURT = "court"


@dataclass(eq=False)
class NotAPeriod(Refused):
    written: str

    def __str__(self) -> str:
        return f"A period is written like '5 court days' or '10 calendar days', not '{self.written}'."


@dataclass(frozen=True, slots=True)
class Period:
    """So many days of one kind."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.count} {self.unit} day{'' if self.count == 1 else 's'}"


def period(written: str) -> Period:
    """Read ``16 court days``. Raises NotAPeriod."""
    found = re.fullmatch(r"([0-9]{1,4}) (calendar|court) days?", written)
    if found is None:
        raise NotAPeriod(written)
    return Period(int(found[1]), Unit(found[2]))
