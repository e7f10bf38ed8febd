"""Refusals about clocks and kept deadlines."""

from dataclasses import dataclass
from datetime import date

from kernel.refusals import Missing, Refused


@dataclass(eq=False)
class NoSuchDeadline(Missing):
    id: int

    def __str__(self) -> str:
        return f"There is no open deadline {self.id} in this office."


@dataclass(eq=False)
class NotMoved(Refused):
    """A deadline that the installed rows of law leave where it is."""

    on: date

    def __str__(self) -> str:
        return f"The rules as they are now leave this date on {self.on:%B %-d, %Y}; there is nothing to accept."


@dataclass(eq=False)
class AlreadyMet(Refused):
    on: date

    def __str__(self) -> str:
        return f"This deadline was met on {self.on:%B %-d, %Y} already."


@dataclass(eq=False)
class NotYet(Refused):
    def __str__(self) -> str:
        return "A deadline is met on a day that is not in the future."


@dataclass(eq=False)
class SayHow(Refused):
    def __str__(self) -> str:
        return "Say in a few words how the deadline was met, so that the next person can see it."


@dataclass(eq=False)
class AlreadyKept(Refused):
    """A clock that somebody started before."""

    rule: str
    on: date

    def __str__(self) -> str:
        return f"The clock '{self.rule}' runs in this case from {self.on:%B %-d, %Y} already."


@dataclass(eq=False)
class CannotBeCounted(Refused):
    why: str

    def __str__(self) -> str:
        return f"This clock has no day yet: {self.why}"
