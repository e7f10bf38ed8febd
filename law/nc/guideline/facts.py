"""What goes into a guideline worksheet. Amounts are whole cents a month."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class Kind(StrEnum):
    """Which worksheet: primary custody (A), joint or shared physical custody (B), split custody (C)."""

    A = "A"
    B = "B"
    C = "C"


class Side(StrEnum):
    """A column of the worksheet."""

    PLAINTIFF = "plaintiff"
    DEFENDANT = "defendant"

    @property
    def other(self) -> "Side":
        """The other parent's column."""
        return Side.DEFENDANT if self is Side.PLAINTIFF else Side.PLAINTIFF


@dataclass(frozen=True, slots=True)
class Parent:
    """One parent's figures.

    ``pre_existing`` is support actually paid for other children, ``other_children`` the number of other children who
    live with the parent. Child care, insurance (the share of the children of the case) and extraordinary costs are
    what this parent pays. ``overnights`` are a year's, of all children together; ``children_living`` counts the
    children of the case who live with this parent.
    """

    gross: int
    pre_existing: int = 0
    other_children: int = 0
    childcare: int = 0
    insurance: int = 0
    extraordinary: int = 0
    overnights: int = 0
    children_living: int = 0


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that a worksheet asks. ``births`` are known or empty; ``obligor`` is needed by Worksheet A alone."""

    kind: Kind
    hearing_on: date
    children: int
    plaintiff: Parent
    defendant: Parent
    obligor: Side | None = None
    births: tuple[date, ...] = ()

    def parent(self, side: Side) -> Parent:
        """The parent of a column."""
        return self.plaintiff if side is Side.PLAINTIFF else self.defendant


@dataclass(frozen=True, slots=True)
class Both:
    """The same line for both parents, exact to any part of a cent."""

    plaintiff: Fraction
    defendant: Fraction

    def of(self, side: Side) -> Fraction:
        """One parent's figure."""
        return self.plaintiff if side is Side.PLAINTIFF else self.defendant

    @property
    def total(self) -> Fraction:
        """Both together."""
        return self.plaintiff + self.defendant


def each(figure: Callable[[Side], Fraction | int]) -> Both:
    """A line computed for one parent after the other."""
    return Both(Fraction(figure(Side.PLAINTIFF)), Fraction(figure(Side.DEFENDANT)))
