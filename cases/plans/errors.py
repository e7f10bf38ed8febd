"""Refusals about payment plans; each is one sentence."""

from dataclasses import dataclass
from datetime import date

from kernel.refusals import Missing, Refused


@dataclass(eq=False)
class NoSuchPlan(Missing):
    plan: int

    def __str__(self) -> str:
        return "There is no payment plan with this number in this office."


@dataclass(eq=False)
class NoSuchPayStub(Missing):
    stub: int

    def __str__(self) -> str:
        return "There is no pay stub with this number in this office."


@dataclass(eq=False)
class PlanBroken(Refused):
    """Terms that make no plan."""

    why: str

    def __str__(self) -> str:
        return f"This makes no payment plan: {self.why}."


@dataclass(eq=False)
class PlanStands(Refused):
    """Two plans at once would count the same money twice."""

    made_on: date

    def __str__(self) -> str:
        made = f"The plan of {self.made_on:%B %-d, %Y} still stands"
        return f"{made}; end it first, so that no money counts toward two plans."


@dataclass(eq=False)
class PlanOver(Refused):
    ended_on: date

    def __str__(self) -> str:
        return f"This plan ended on {self.ended_on:%B %-d, %Y}."


@dataclass(eq=False)
class StubBroken(Refused):
    why: str

    def __str__(self) -> str:
        return f"This pay stub cannot be kept: {self.why}."


@dataclass(eq=False)
class StubKnown(Refused):
    paid_on: date

    def __str__(self) -> str:
        return f"This pay stub of {self.paid_on:%B %-d, %Y} is already on file."


@dataclass(eq=False)
class Withdrawn(Refused):
    def __str__(self) -> str:
        return "This was withdrawn before."


@dataclass(eq=False)
class ReasonWanted(Refused):
    def __str__(self) -> str:
        return "A reason is needed, in a few words."


@dataclass(eq=False)
class NothingProposed(Refused):
    def __str__(self) -> str:
        return "Say what would be ordered: an amount of support, an amount toward the arrears, or both."
