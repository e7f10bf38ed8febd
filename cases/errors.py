"""Refusals about cases and imports; each is one sentence."""

from dataclasses import dataclass
from datetime import date

from kernel.refusals import Missing, Refused


@dataclass(eq=False)
class NoSuchCase(Missing):
    """What was looked for is not repeated: people type names and Social Security numbers into a search."""

    case_no: str

    def __str__(self) -> str:
        return "There is no case with this number in this office."


@dataclass(eq=False)
class NoOrder(Refused):
    case_no: str

    def __str__(self) -> str:
        return f"Case {self.case_no} has no support order on file, so nothing can be computed from one."


@dataclass(eq=False)
class UnknownFrequency(Refused):
    """Support that falls due as often as no row of law says."""

    case_no: str
    frequency: str

    def __str__(self) -> str:
        return f"The order in case {self.case_no} is due '{self.frequency}'; no row of law says how often that is."


@dataclass(eq=False)
class NothingOwed(Refused):
    """G.S. 50-13.9(d) speaks of overdue support only."""

    case_no: str
    as_of: date

    def __str__(self) -> str:
        return f"Nothing is overdue in case {self.case_no} on {self.as_of:%B %-d, %Y}, so there is no cause to show."


@dataclass(eq=False)
class MappingBroken(Refused):
    """A mapping that cannot be used, found before anything is read."""

    mapping: str
    why: str

    def __str__(self) -> str:
        return f"The mapping '{self.mapping[:60]}' cannot be used: {self.why}."


@dataclass(eq=False)
class ExtractUnreadable(Refused):
    """A whole file or folder that is not what the mapping expects."""

    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.where[:200]} cannot be imported: {self.why}."


@dataclass(eq=False)
class OtherState(Refused):
    """A mapping of one state for an office of another."""

    mapping: str
    state: str
    office: str

    def __str__(self) -> str:
        return f"The mapping '{self.mapping}' is for {self.state}, but the office '{self.office}' is not."


@dataclass(eq=False)
class CellRefused(Refused):
    """One cell that cannot be read. The value itself is never repeated."""

    column: str
    why: str

    def __str__(self) -> str:
        return f"{self.column} {self.why}."


@dataclass(eq=False)
class ReceiptKnown(Refused):
    receipt_no: str

    def __str__(self) -> str:
        return f"Receipt {self.receipt_no[:40]} is already on file."


@dataclass(eq=False)
class NotYetCollected(Refused):
    def __str__(self) -> str:
        return "Money cannot be collected on a day that has not come; look at the year."


@dataclass(eq=False)
class NothingToReverse(Refused):
    receipt_no: str

    def __str__(self) -> str:
        return f"Receipt {self.receipt_no[:40]} of this case does not hold the money that is to be taken back."


@dataclass(eq=False)
class NoSuchNote(Refused):
    name: str

    def __str__(self) -> str:
        return f"'{self.name[:60]}' is not one of the entries that a person may add to a case."
