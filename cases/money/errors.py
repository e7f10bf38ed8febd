"""Refusals about entries of money; each is one sentence."""

from dataclasses import dataclass
from datetime import date

from kernel.refusals import Missing, Refused


@dataclass(eq=False)
class EntryRefused(Refused):
    """What was told cannot stand in a ledger."""

    why: str

    def __str__(self) -> str:
        return f"{self.why[:1].upper()}{self.why[1:]}."


@dataclass(eq=False)
class Confidential(Refused):
    """Words that accounts and papers print hold what none of them may tell; they are not repeated."""

    what: str
    kinds: tuple[str, ...]

    def __str__(self) -> str:
        said = f"{self.what[:1].upper()}{self.what[1:]} holds {' and '.join(self.kinds)}"
        return f"{said}, which no paper of a court may tell; write it without."


@dataclass(eq=False)
class NoSuchEntry(Missing):
    kind: str

    def __str__(self) -> str:
        return "The record of money of this case has no such entry, or it was taken back or replaced."


@dataclass(eq=False)
class AlreadyEntered(Refused):
    def __str__(self) -> str:
        return "The same is already entered; if both happened, say in the proof what tells them apart."


@dataclass(eq=False)
class NoSuchOrder(Missing):
    def __str__(self) -> str:
        return "The case has no such order; choose one of its orders."


@dataclass(eq=False)
class OwnProposal(Refused):
    """Two people stand behind every adjustment."""

    author: str

    def __str__(self) -> str:
        return f"{self.author} proposed this adjustment, so that somebody else has to decide about it."


@dataclass(eq=False)
class AlreadyDecided(Refused):
    decision: str
    by: str

    def __str__(self) -> str:
        return f"This adjustment was {self.decision} by {self.by} already."


@dataclass(eq=False)
class BeforeTheOpening(Refused):
    opening_on: date

    def __str__(self) -> str:
        return (
            f"The account of this case begins with the balance of {self.opening_on:%B %-d, %Y}, which holds everything "
            "up to that day; enter a later day, or have the opening balance corrected."
        )


@dataclass(eq=False)
class InterestByLaw(Refused):
    state: str

    def __str__(self) -> str:
        return (
            f"In {self.state} the law itself says what interest runs; enter what a court awards beside it as an "
            "adjustment of interest."
        )
