"""What a run of the guideline is asked: the two parents' net incomes, the children and their time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from kernel.money import Money
from law.ca.guideline.rows import Split


class Parent(StrEnum):
    """One of the two parents of the children of the order."""

    A = "parent_a"
    B = "parent_b"

    @property
    def other(self) -> "Parent":
        """The other one."""
        return Parent.B if self is Parent.A else Parent.A


class TimeFrom(StrEnum):
    """Where the timeshare comes from."""

    GIVEN = "given"
    AVERAGE = "average over the children"
    HOURS = "hours of a year"
    DEFAULT = "default rule"


@dataclass(frozen=True, slots=True)
class Income:
    """A parent's monthly net disposable income, as a certified program gave it.

    ``hardship`` holds one part of one (such as 0.5) for each child of another relationship who lives with the parent
    and for whom the court allows a deduction (Fam. Code §§ 4070-4073).
    """

    net: Money
    hardship: tuple[Fraction, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeshare:
    """Parent A's part of the time with the children, and where the figure comes from.

    ``differs`` says that the children have different timeshares, of which this is the average.
    """

    of_a: Fraction
    source: TimeFrom = TimeFrom.GIVEN
    differs: bool = False

    def of(self, parent: Parent) -> Fraction:
        """A parent's part of one."""
        return self.of_a if parent is Parent.A else 1 - self.of_a


@dataclass(frozen=True, slots=True)
class AddOn:
    """A monthly cost that is additional support."""

    kind: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Spousal:
    """Monthly spousal support that one parent is ordered to pay, and pays, to the other."""

    paid_by: Parent
    amount: Money


@dataclass(frozen=True, slots=True)
class OtherCase:
    """Another case of one of the parents, whose support is found at the same time.

    ``timeshare`` is the parent's part of the time with the ``children`` of that case.
    """

    of: Parent
    other_parent: Income
    children: int
    timeshare: Fraction


@dataclass(frozen=True, slots=True)
class GuidelineInput:
    """One run. ``split`` None leaves the sharing of costs to the statute of the period.

    ``base_support`` is the support that is ordered where that is not the guideline amount; shares of additional
    support are reckoned with it. ``told`` is the input as it was read, to be kept with the run.
    """

    period_on: date
    children: int
    parent_a: Income
    parent_b: Income
    timeshare: Timeshare
    add_ons: tuple[AddOn, ...] = ()
    split: Split | None = None
    spousal: Spousal | None = None
    base_support: Money | None = None
    other_case: OtherCase | None = None
    told: Mapping[str, object] = field(default_factory=dict, compare=False)

    def income(self, parent: Parent) -> Income:
        """A parent's income."""
        return self.parent_a if parent is Parent.A else self.parent_b
