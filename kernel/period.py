"""Lengths of legal time. A bare number of days never travels alone."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kernel.refusals import Refused


class Unit(StrEnum):
    CALENDAR = "calendar day"
    COURT = "court day"
    MONTH = "month"
    YEAR = "year"


@dataclass(eq=False)
class NotAPeriod(Refused):
    written: str

    def __str__(self) -> str:
        return f"A period is written like '5 court days', '10 calendar days' or '6 months', not '{self.written[:40]}'."


@dataclass(frozen=True, slots=True)
class Period:
    """So many days, months or years of one kind."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"


def period(written: str) -> Period:
    """Read ``16 court days`` or ``2 years``. Raises NotAPeriod."""
    found = re.fullmatch(r"([0-9]{1,4}) (calendar day|court day|month|year)s?", written)
    if found is None:
        raise NotAPeriod(written)
    return Period(int(found[1]), Unit(found[2]))
