"""Refusals about the calendar."""

from dataclasses import dataclass
from datetime import date

from kernel.refusals import Missing, Refused


@dataclass(eq=False)
class NoSuchSession(Missing):
    id: int

    def __str__(self) -> str:
        return f"There is no court session {self.id} in this office."


@dataclass(eq=False)
class NoSuchHearing(Missing):
    id: int

    def __str__(self) -> str:
        return f"There is no hearing {self.id} in this office."


@dataclass(eq=False)
class CourtClosed(Refused):
    on: date
    why: str

    def __str__(self) -> str:
        return f"The courthouse is closed on {self.on:%B %-d, %Y}: {self.why}."


@dataclass(eq=False)
class NoPlace(Refused):
    def __str__(self) -> str:
        return "A hearing needs a courthouse."
