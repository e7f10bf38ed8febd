"""What the guideline refuses to compute, each in one sentence."""

from dataclasses import dataclass
from datetime import date

from kernel.cite import Cite
from kernel.money import Money
from kernel.refusals import Refused


@dataclass(eq=False)
class NotAnInput(Refused):
    """Something in the input cannot be read: ``where`` such as ``defendant.gross``, empty for the whole."""

    where: str
    why: str

    def __str__(self) -> str:
        named = f" '{self.where}'" if self.where else ""
        return f"The guideline input{named} {self.why}."


@dataclass(eq=False)
class NoSchedule(Refused):
    """No schedule is on file for hearings on a day."""

    hearing_on: date
    first: date
    last: date

    def __str__(self) -> str:
        return (
            f"No Schedule of Basic Support Obligations is on file for hearings on {self.hearing_on:%B %-d, %Y}; those "
            f"on file cover hearings from {self.first:%B %-d, %Y} to {self.last:%B %-d, %Y}, and the county attorney "
            "adds the next."
        )


@dataclass(eq=False)
class OverTheCap(Refused):
    """Income above what the schedule reaches."""

    whose: str
    income: Money
    cap: Money
    cite: Cite

    def __str__(self) -> str:
        return (
            f"{self.whose} of {self.income} is above {self.cap} a month, where the schedule ends; "
            f"the court sets support case by case ({self.cite})."
        )


@dataclass(eq=False)
class TooManyChildren(Refused):
    """More children than the schedule has columns."""

    where: str
    children: int
    most: int
    cite: Cite

    def __str__(self) -> str:
        return (
            f"'{self.where}' says {self.children} children, and the schedule has columns for at most {self.most}; "
            f"the court sets support case by case ({self.cite})."
        )


@dataclass(eq=False)
class BornAfterTheHearing(Refused):
    born_on: date
    hearing_on: date

    def __str__(self) -> str:
        return (
            f"A child born on {self.born_on:%B %-d, %Y} cannot be supported by an order of "
            f"{self.hearing_on:%B %-d, %Y}, the day of the hearing."
        )


@dataclass(eq=False)
class NobodyHasIncome(Refused):
    def __str__(self) -> str:
        return "Neither parent has adjusted gross income, so that no share of the obligation can be computed."


@dataclass(eq=False)
class OvernightsDoNotAddUp(Refused):
    """Overnights of both parents that are more than there are, or on Worksheet B not exactly as many."""

    told: int
    children: int
    there_are: int
    cite: Cite

    def __str__(self) -> str:
        return (
            f"The overnights of both parents add up to {self.told}, and "
            f"{_in_a_year(self.children, self.there_are)} ({self.cite})."
        )


@dataclass(eq=False)
class MoreOvernightsThanThereAre(Refused):
    """One parent's overnights alone are more than the children have."""

    whose: str
    told: int
    children: int
    there_are: int
    cite: Cite

    def __str__(self) -> str:
        there_are = _in_a_year(self.children, self.there_are)
        return f"The {self.whose} has {self.told} overnights, and {there_are} ({self.cite})."


@dataclass(eq=False)
class NotShared(Refused):
    """Worksheet B for a parent with too few overnights."""

    whose: str
    overnights: int
    least: int
    cite: Cite

    def __str__(self) -> str:
        return (
            f"The {self.whose} has {self.overnights} overnights, and Worksheet B stops unless each parent has at "
            f"least {self.least} ({self.cite})."
        )


@dataclass(eq=False)
class NotSplit(Refused):
    """Worksheet C for children who do not live with one parent each."""

    plaintiff: int
    defendant: int
    children: int

    def __str__(self) -> str:
        return (
            f"Worksheet C needs at least one child living with each parent, {self.children} in all, "
            f"not {self.plaintiff} with the plaintiff and {self.defendant} with the defendant."
        )


@dataclass(eq=False)
class FiledBeforeTheOrder(Refused):
    filed_on: date
    entered_on: date

    def __str__(self) -> str:
        return (
            f"A motion filed on {self.filed_on:%B %-d, %Y} cannot change an order entered later, "
            f"on {self.entered_on:%B %-d, %Y}."
        )


def _in_a_year(children: int, there_are: int) -> str:
    """How many overnights there are: those of all children are counted together."""
    whose = "one child has" if children == 1 else f"{children} children together have"
    return f"{whose} {there_are} in a year"
