"""Which days a court is open, from rows; a year without rows is refused, never guessed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from kernel.cite import Cite
from kernel.refusals import Refused

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class Courthouse(StrEnum):
    """What a holiday does to the courthouse."""

    CLOSED = "closed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that the statute or the courts keep. ``courthouse`` says whether court business stops on it."""

    on: date
    name: str
    courthouse: str
    cite: Cite
    verified_by: str = ""
    note: str = ""


@dataclass(eq=False)
class YearUnknown(Refused):
    year: int
    state: str

    def __str__(self) -> str:
        return f"The court holidays of {self.year} are not yet on file for {self.state}; no date in it can be counted."


@dataclass(frozen=True)
class CourtCalendar:
    """The court holidays of one state, and the days on which an office found the courthouse closed besides."""

    state: str
    holidays: tuple[Holiday, ...]
    closings: tuple[tuple[date, str], ...] = ()

    def with_closings(self, closings: Mapping[date, str]) -> "CourtCalendar":
        """The same calendar with more closed days, each with its reason. It knows no more years."""
        return replace(self, closings=(*self.closings, *closings.items()))

    @cached_property
    def _by_day(self) -> dict[date, Holiday]:
        return {holiday.on: holiday for holiday in self.holidays}

    @cached_property
    def _closed(self) -> dict[date, str]:
        return dict(self.closings)

    @cached_property
    def _years(self) -> frozenset[int]:
        return frozenset(day.on.year for day in self.holidays if day.courthouse == Courthouse.CLOSED)

    def holiday(self, day: date) -> Holiday | None:
        """The holiday on a day, open or closed. Raises YearUnknown."""
        if day.year not in self._years:
            raise YearUnknown(day.year, self.state)
        return self._by_day.get(day)

    def is_closed_for(self, day: date) -> str | None:
        """Why the courthouse is closed on a day, or None when it is open. Raises YearUnknown."""
        holiday = self.holiday(day)
        if day.weekday() >= SATURDAY:
            return f"{day:%A}"
        if holiday and holiday.courthouse == Courthouse.CLOSED:
            return holiday.name
        return self._closed.get(day)

    def is_court_day(self, day: date) -> bool:
        """Whether court business is done on a day. Raises YearUnknown."""
        return self.is_closed_for(day) is None
