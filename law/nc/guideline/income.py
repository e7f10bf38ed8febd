"""Lines 1 to 3 of every worksheet: adjusted gross income and each parent's share of it."""

from dataclasses import dataclass
from fractions import Fraction

from law.nc.guideline.facts import Both, Inputs, Side, each
from law.nc.guideline.figures import Figures
from law.nc.guideline.refusals import NobodyHasIncome, OverTheCap
from law.nc.guideline.results import Line, Unit, dollars, money_line
from law.nc.guideline.schedule import Lookup, look_up

NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class Income:
    """Adjusted gross income with the lines that lead to it."""

    adjusted: Both
    lines: tuple[Line, ...]
    lookups: tuple[Lookup, ...]
    notes: tuple[str, ...]

    def shares(self) -> Both:
        """Line 3: each parent's part of the combined income. Raises NobodyHasIncome."""
        return shares(self.adjusted)


def income_of(inputs: Inputs) -> Income:
    """Lines 1 to 3. Raises OverTheCap where the schedule does not reach the combined income."""
    lookups = {side: _other_children(inputs, side) for side in Side}
    gross = each(lambda side: inputs.parent(side).gross)
    pre_existing = each(lambda side: inputs.parent(side).pre_existing)
    others = each(lambda side: found.amount if (found := lookups[side]) else NONE)
    left = each(lambda side: gross.of(side) - pre_existing.of(side) - others.of(side))
    adjusted = each(lambda side: max(NONE, left.of(side)))
    within_the_cap(inputs, adjusted.total, "The parents' combined adjusted gross income")

    lines = (
        money_line("1", "Monthly gross income", gross),
        money_line("1a", "Pre-existing support paid", pre_existing),
        money_line("1b", "Responsibility for other children", others),
        money_line("2", "Monthly adjusted gross income", adjusted, adjusted.total),
        _share_line(adjusted),
    )
    notes = tuple(
        f"The deductions of the {side} are more than the gross income, so that line 2 is zero."
        for side in Side
        if left.of(side) < 0
    )
    return Income(adjusted, lines, tuple(found for found in lookups.values() if found), notes)


def shares(adjusted: Both) -> Both:
    """Each parent's part of the combined adjusted gross income. Raises NobodyHasIncome."""
    if not adjusted.total:
        raise NobodyHasIncome()
    return each(lambda side: adjusted.of(side) / adjusted.total)


def within_the_cap(inputs: Inputs, income: Fraction, whose: str) -> None:
    """Raises OverTheCap."""
    cap = Figures(inputs.hearing_on)["cap"]
    if income > cap.cents:
        raise OverTheCap(whose, dollars(income), cap.money, cap.cite)


def _share_line(adjusted: Both) -> Line:
    label = "Share of income"
    if not adjusted.total:
        return Line("3", label, Unit.PERCENT)
    found = shares(adjusted)
    return Line("3", label, Unit.PERCENT, found.plaintiff, found.defendant)


def _other_children(inputs: Inputs, side: Side) -> Lookup | None:
    """The schedule's amount for the other children on that parent's gross income alone."""
    parent = inputs.parent(side)
    if not parent.other_children or not parent.gross:
        return None
    within_the_cap(inputs, Fraction(parent.gross), f"The {side}'s gross income")
    return look_up(
        Fraction(parent.gross), parent.other_children, on=inputs.hearing_on, line="1b", whose=f"{side}'s other children"
    )
