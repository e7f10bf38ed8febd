"""Everything that happens in the year: acts by day, the hearings, and the truth about what is due."""

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy.orm import Session

from law.calendar import CourtCalendar
from tools.simulated_year.county import CaseOf, County
from tools.simulated_year.truth import Due

Act = Callable[[Session, date], None]


@dataclass
class Heard:
    """A hearing of the year with what the office knows of its service."""

    id: int
    case: CaseOf
    code: str
    on: date
    session: int
    due: Due
    issued_on: date
    complete_on: date | None = None


@dataclass
class Year:
    """Everything that happens: acts by day, and the truth about what is due."""

    county: County
    dice: random.Random
    court: CourtCalendar
    closed: dict[date, str] = field(default_factory=dict)
    acts: dict[date, list[Act]] = field(default_factory=lambda: defaultdict(list))
    heard: dict[int, Heard] = field(default_factory=dict)
    sessions: dict[date, int] = field(default_factory=dict)
    dues: list[Due] = field(default_factory=list)
    told: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def calendar(self) -> CourtCalendar:
        """The court days as they are known now."""
        return self.court.with_closings(self.closed)

    def court_day(self, day: date) -> date:
        """The day, or the next court day."""
        while not self.calendar().is_court_day(day):
            day += timedelta(days=1)
        return day
