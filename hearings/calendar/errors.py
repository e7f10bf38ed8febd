"""Refusals about court sessions, moves and closings."""

from dataclasses import dataclass
from datetime import date, time

from kernel.refusals import Missing, Refused


@dataclass(eq=False)
class CalendarLocked(Refused):
    on: date
    by: str

    def __str__(self) -> str:
        return (
            f"The calendar of {self.on:%B %-d, %Y} was locked by {self.by}; only an attorney sets a hearing into it or "
            "moves one out, and says why."
        )


@dataclass(eq=False)
class SessionFull(Refused):
    on: date
    why: str

    def __str__(self) -> str:
        return (
            f"The session of {self.on:%B %-d, %Y} is full: {self.why}. An attorney may set it all the same, saying why."
        )


@dataclass(eq=False)
class SessionTakesOthers(Refused):
    on: date
    name: str

    def __str__(self) -> str:
        return f"The session of {self.on:%B %-d, %Y} does not take this type of hearing ({self.name})."


@dataclass(eq=False)
class OutOfHours(Refused):
    on: date
    at: time
    opens: time | None
    closes: time | None

    def __str__(self) -> str:
        hours = " ".join(
            word
            for word in (
                f"opens at {self.opens:%-I:%M %p}" if self.opens else "",
                "and" if self.opens and self.closes else "",
                f"closes at {self.closes:%-I:%M %p}" if self.closes else "",
            )
            if word
        )
        return f"{self.at:%-I:%M %p} is not in the hours of the session of {self.on:%B %-d, %Y}, which {hours}."


@dataclass(eq=False)
class MovedMeanwhile(Refused):
    on: date
    at: time

    def __str__(self) -> str:
        return (
            f"Somebody else moved this hearing meanwhile; it now stands on {self.on:%B %-d, %Y} at {self.at:%-I:%M %p}."
        )


@dataclass(eq=False)
class NotSet(Refused):
    def __str__(self) -> str:
        return "This hearing has no date; give it one first."


@dataclass(eq=False)
class AlreadyThere(Refused):
    def __str__(self) -> str:
        return "The hearing stands in this session at this hour already."


@dataclass(eq=False)
class DayPast(Refused):
    on: date

    def __str__(self) -> str:
        return f"{self.on:%B %-d, %Y} is past; a hearing is set for a day to come."


@dataclass(eq=False)
class AlreadyHeard(Refused):
    disposition: str

    def __str__(self) -> str:
        return f"This hearing was heard ({self.disposition}); what was heard is not moved."


@dataclass(eq=False)
class SayWhy(Refused):
    def __str__(self) -> str:
        return "Say why in a few words."


@dataclass(eq=False)
class HoursReversed(Refused):
    def __str__(self) -> str:
        return "A session closes after it opens."


@dataclass(eq=False)
class SuchASession(Refused):
    def __str__(self) -> str:
        return "This judge has a session in this room on this day already."


@dataclass(eq=False)
class UnknownType(Refused):
    name: str

    def __str__(self) -> str:
        return f"'{self.name[:40]}' is no kind of hearing and no schedule code."


@dataclass(eq=False)
class NoNumber(Refused):
    what: str
    least: int = 1

    def __str__(self) -> str:
        return f"{self.what} is a whole number from {self.least} to 9,999."


@dataclass(eq=False)
class AlreadyClosed(Refused):
    on: date
    why: str

    def __str__(self) -> str:
        return f"{self.on:%B %-d, %Y} is closed already: {self.why}."


@dataclass(eq=False)
class NoSuchClosing(Missing):
    id: int

    def __str__(self) -> str:
        return f"There is no closing {self.id} in this office, or it was lifted."


@dataclass(eq=False)
class NoSuchFeed(Missing):
    def __str__(self) -> str:
        return "There is no such calendar."


@dataclass(eq=False)
class NotOnStaff(Refused):
    def __str__(self) -> str:
        return "Only an agent or attorney of this office stands in a hearing."


@dataclass(eq=False)
class NoSuchDocketList(Missing):
    def __str__(self) -> str:
        return "No docket list of the court was brought for this session."


@dataclass(eq=False)
class NoSuchDifference(Refused):
    def __str__(self) -> str:
        return "This difference is no longer there; look at the list again."


@dataclass(eq=False)
class NotAcceptable(Refused):
    docket: str

    def __str__(self) -> str:
        return f"No case of ours has the docket number {self.docket}; add it to its case first, or set the line aside."


@dataclass(eq=False)
class TypeNeeded(Refused):
    docket: str

    def __str__(self) -> str:
        return f"Say which type of hearing {self.docket} is set for; the court's list does not."
