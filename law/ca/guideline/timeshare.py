"""A parent's part of the time: by hours, averaged over the children, or by the rule for a parent who stays away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kernel.refusals import Refused
from law.ca.guideline.asked import Parent, TimeFrom, Timeshare
from law.ca.guideline.exact import told
from law.ca.guideline.rows import Rows


@dataclass(frozen=True, slots=True)
class Visits:
    """Hours of one stay, and how often a year it comes."""

    hours: Fraction
    times: int


@dataclass(eq=False)
class MoreThanAYear(Refused):
    hours: Fraction
    year: Fraction

    def __str__(self) -> str:
        return f"The hours of a year with parent A come to {told(self.hours, 2)}, but a year has {told(self.year, 0)}."


@dataclass(eq=False)
class NoDefaultTimeshare(Refused):
    """The rule for a parent who stays away serves the custodial parent only."""

    why: str

    def __str__(self) -> str:
        return f"The timeshare cannot be set by default: {self.why} (Cal. Fam. Code § 4055(b)(6)); give the timeshare."


def by_hours(visits: Iterable[Visits], rows: Rows) -> Timeshare:
    """Parent A's part of the hours of a year. Raises MoreThanAYear."""
    hours, year = sum((one.hours * one.times for one in visits), Fraction(0)), rows.figure("timeshare.hours").exact
    if hours > year:
        raise MoreThanAYear(hours, year)
    return Timeshare(hours / year, TimeFrom.HOURS)


def averaged(of_each: Sequence[Fraction]) -> Timeshare:
    """Where the children have different timeshares, their average is used (§ 4055(b)(1)(D))."""
    return Timeshare(sum(of_each, Fraction(0)) / len(of_each), TimeFrom.AVERAGE, differs=len(set(of_each)) > 1)


def by_default(*, custodial: Parent, absent: Parent, moving: Parent | None) -> Timeshare:
    """No time for the noncustodial parent who defaults or stays away, all of it for the other; absent other evidence.

    ``moving`` is the parent who asked the court, None where the agency did. Raises NoDefaultTimeshare.
    """
    if absent is custodial:
        raise NoDefaultTimeshare("the custodial parent is the one who failed to appear")
    if moving is custodial.other:
        raise NoDefaultTimeshare("the noncustodial parent is the moving party")
    return Timeshare(Fraction(1 if custodial is Parent.A else 0), TimeFrom.DEFAULT)
