"""How far back contempt reaches, as rows of a state."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from law.rows import LawRow, in_force, no_overlaps, read_rows
from law.states import law_of

LAW = Path(__file__).parent
FILE = "contempt.toml"
WINDOW = "contempt"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContemptWindow(LawRow):
    """For how many years after its due day an unpaid instalment is shown as a count.

    ``bars``: a statute bars the action on what is older; else the years are only as many as a schedule shows.
    """

    years: int
    bars: bool

    def last_day(self, due_on: date) -> date:
        """The last day on which an instalment is within the years; one due on February 29 has until March 1."""
        try:
            return due_on.replace(year=due_on.year + self.years)
        except ValueError:
            return due_on.replace(year=due_on.year + self.years, day=28) + timedelta(days=1)

    def first_day(self, as_of: date) -> date:
        """The first due day that is within the years on a day."""
        try:
            return as_of.replace(year=as_of.year - self.years)
        except ValueError:
            return as_of.replace(year=as_of.year - self.years, day=28) + timedelta(days=1)


def contempt_window(state: str, on: date) -> ContemptWindow:
    """The row of a state that applies on a day. Raises NoLawOf or NoRuleInForce."""
    return in_force(_rows(law_of(state).state), WINDOW, on)


@cache
def _rows(state: str) -> tuple[ContemptWindow, ...]:
    file = LAW / state.lower() / FILE
    rows = read_rows(file, "contempt_window", ContemptWindow)
    no_overlaps(rows, file.name)
    return rows
