"""What is refused about guideline runs, each in one sentence."""

import re
from dataclasses import dataclass

from kernel.refusals import Missing, Refused

_ENTRY = re.compile(r"(?=.{1,60}\Z)[a-z_]+(\.([a-z_]+|[0-9]{1,2}))*")
"""A name as programs write them; anything else is not repeated in a refusal."""


@dataclass(eq=False)
class NoGuideline(Refused):
    state: str

    def __str__(self) -> str:
        return f"No guideline of the state '{self.state[:10].upper()}' is on file."


@dataclass(eq=False)
class NoSuchRun(Missing):
    case_no: str
    number: int

    def __str__(self) -> str:
        return f"Case {self.case_no} has no guideline run {self.number}."


@dataclass(eq=False)
class AlreadyWithdrawn(Refused):
    number: int

    def __str__(self) -> str:
        return f"Guideline run {self.number} was withdrawn before."


@dataclass(eq=False)
class NoReason(Refused):
    def __str__(self) -> str:
        return "Say why the guideline run is withdrawn."


@dataclass(eq=False)
class NoSuchEntry(Refused):
    """A source was told for an entry that the run does not have."""

    name: str

    def __str__(self) -> str:
        named = f" '{self.name}'" if _ENTRY.fullmatch(self.name) else " of the name that was sent,"
        return f"The run has no entry{named} whose source could be told."


@dataclass(eq=False)
class RunChanged(Refused):
    """A stored run no longer is what its digest says."""

    number: int

    def __str__(self) -> str:
        return f"Guideline run {self.number} is not what was stored; it cannot be used until the database is checked."


@dataclass(eq=False)
class SayWhichChildren(Refused):
    """A run counts some of a case's children, and nobody said which."""

    counted: int
    of: int

    def __str__(self) -> str:
        return f"The run counts {self.counted}, and the record has {self.of} children: say which of them it is for."


@dataclass(eq=False)
class NotTheseChildren(Refused):
    why: str

    def __str__(self) -> str:
        return f"The children of the run cannot be told: {self.why}."
