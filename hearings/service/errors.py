"""Refusals about service of process."""

from dataclasses import dataclass
from datetime import date

from kernel.refusals import Missing, Refused


@dataclass(eq=False)
class NoSuchPerson(Missing):
    case_no: str

    def __str__(self) -> str:
        return f"Case {self.case_no} has no such person."


@dataclass(eq=False)
class NoSuchAttempt(Missing):
    def __str__(self) -> str:
        return "There is no such attempt at service in this case."


@dataclass(eq=False)
class NoSuchPlace(Missing):
    def __str__(self) -> str:
        return "The record has no such place for this person; choose one from the list."


@dataclass(eq=False)
class NoSuchEntry(Missing):
    what: str

    def __str__(self) -> str:
        return f"There is no such {self.what} in this office."


@dataclass(eq=False)
class NotInTheFuture(Refused):
    what: str

    def __str__(self) -> str:
        return f"{self.what} lies in the future; it is written down when it has happened."


@dataclass(eq=False)
class NotTold(Refused):
    """Something that the entry needs, or that does not fit."""

    why: str

    def __str__(self) -> str:
        return f"{self.why[0].upper()}{self.why[1:]}."


@dataclass(eq=False)
class ChainBroken(Refused):
    """A link of a chain of summonses that can follow nothing."""

    why: str
    cite: str

    def __str__(self) -> str:
        return f"{self.why} ({self.cite})."


@dataclass(eq=False)
class AttemptKnown(Refused):
    on: date
    method: str

    def __str__(self) -> str:
        return f"The attempt of {self.on:%B %-d, %Y} by {self.method} is on record already."


@dataclass(eq=False)
class TooLateToExtend(Refused):
    due_on: date
    cite: str

    def __str__(self) -> str:
        return f"The answer was due on {self.due_on:%B %-d, %Y}; its time is extended before it is over ({self.cite})."


@dataclass(eq=False)
class ListUnreadable(Refused):
    why: str

    def __str__(self) -> str:
        return f"The server's list cannot be read: {self.why}."
