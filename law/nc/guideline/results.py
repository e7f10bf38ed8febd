"""A worksheet filled in: every line, the recommended order, and the rows of law that made it."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from kernel.money import Money
from law.figure import Figure
from law.nc.guideline.facts import Both, Inputs, Side
from law.nc.guideline.figures import Form
from law.nc.guideline.insurance import InsuranceTest
from law.nc.guideline.schedule import Lookup, Schedule


class Unit(StrEnum):
    """What the figures of a line count."""

    MONEY = "money"
    """Cents, exact to any part of one."""
    PERCENT = "percent"
    """A part of one."""
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a worksheet; a column that the form leaves blank is None."""

    number: str
    label: str
    unit: Unit
    plaintiff: Fraction | None = None
    defendant: Fraction | None = None
    combined: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A worksheet in full, with all that it was asked. ``payer`` is None where nobody pays.

    ``shaded`` says that support was computed from the obligor's income alone, ``minimum`` that the minimum order is
    due. ``figures`` and ``lookups`` are the rows of law that were used, ``pack`` the version of all rows.
    """

    inputs: Inputs
    form: Form
    lines: tuple[Line, ...]
    payer: Side | None
    amount: Money
    shaded: bool
    minimum: bool
    schedule: Schedule
    figures: tuple[Figure, ...]
    lookups: tuple[Lookup, ...]
    insurance: tuple[InsuranceTest, ...]
    notes: tuple[str, ...]
    pack: str

    def line(self, number: str) -> Line:
        """The line with a number, such as ``5d``."""
        return next(line for line in self.lines if line.number == number)

    def __str__(self) -> str:
        """The recommended order in one sentence."""
        by = f"by Worksheet {self.inputs.kind} ({self.form.form}), for a hearing on {self.inputs.hearing_on:%B %-d, %Y}"
        if self.payer is None:
            return f"Nobody pays the other parent {by}."
        return f"The {self.payer} pays {self.amount} a month {by}."

    @property
    def verified(self) -> bool:
        """Whether an attorney has verified every row that was used."""
        checked = (self.schedule.verified_by, self.form.verified_by, *(row.verified_by for row in self.figures))
        return all(checked)


def money_line(number: str, label: str, both: Both | None = None, combined: Fraction | None = None) -> Line:
    """A line of dollars and cents."""
    if both is None:
        return Line(number, label, Unit.MONEY, combined=combined)
    return Line(number, label, Unit.MONEY, both.plaintiff, both.defendant, combined)


def one_side(number: str, label: str, side: Side, amount: Fraction) -> Line:
    """A line of dollars and cents with a figure in one column."""
    blank = {Side.PLAINTIFF: None, Side.DEFENDANT: None, side: amount}
    return Line(number, label, Unit.MONEY, blank[Side.PLAINTIFF], blank[Side.DEFENDANT])


def dollars(amount: Fraction) -> Money:
    """Whole cents; half a cent rounds up, away from zero."""
    cents = int(abs(amount) + Fraction(1, 2))
    return Money(-cents if amount < 0 else cents)


def percent_written(part: Fraction) -> str:
    """A part of one as a percentage with two places, half of the last rounded up."""
    hundredths = int(part * 10_000 + Fraction(1, 2))
    return f"{hundredths // 100}.{hundredths % 100:02}"
