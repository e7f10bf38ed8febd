"""Worksheet A: the children live with one parent or a third party; the obligor pays."""

from dataclasses import dataclass
from fractions import Fraction

from law.figure import Figure
from law.nc.guideline.costs import blank_cost_lines, costs_of
from law.nc.guideline.facts import Inputs, Side, each
from law.nc.guideline.figures import Figures
from law.nc.guideline.income import NONE, Income
from law.nc.guideline.outcome import Outcome, paid_by
from law.nc.guideline.results import Line, dollars, money_line, one_side
from law.nc.guideline.schedule import Lookup, look_up


@dataclass(frozen=True, slots=True)
class _Reserve:
    """What the self-support reserve does to an obligor: the minimum order, the shaded area, or nothing."""

    minimum: bool
    shaded: bool
    figures: tuple[Figure, ...]
    note: str


def worksheet_a(inputs: Inputs, obligor: Side, income: Income) -> Outcome:
    """Lines 4 to 9. The self-support reserve is for this worksheet alone."""
    reserve = _reserve(inputs, obligor, income.adjusted.of(obligor))
    if reserve.minimum:
        return _alone(inputs, obligor, reserve, reserve.figures[0].cents, ())
    if reserve.shaded:
        found = _basic(inputs, income.adjusted.of(obligor), f"the {obligor} alone")
        return _alone(inputs, obligor, reserve, found.amount, (found,))

    found = _basic(inputs, income.adjusted.total, "both parents")
    costs, share = costs_of(inputs), income.shares()
    whole = found.amount + costs.paid.total
    owed = each(lambda side: share.of(side) * whole)
    ordered = owed.of(obligor) - costs.paid.of(obligor)
    lines = (
        money_line("4", "Basic child support obligation", combined=found.amount),
        *costs.lines("5"),
        money_line("6", "Total child support obligation", combined=whole),
        money_line("7", "Each parent's obligation", owed),
        one_side("8", "Costs that the obligor pays directly", obligor, costs.paid.of(obligor)),
        one_side("9", "Recommended child support order", obligor, max(NONE, ordered)),
    )
    notes = (f"The {obligor} already pays more than a full share directly.",) if ordered < 0 else ()
    payer, amount = paid_by(obligor, ordered)
    return Outcome(lines, payer, amount, (found,), (_figures(inputs)["childcare"],), notes)


def _reserve(inputs: Inputs, obligor: Side, adjusted: Fraction) -> _Reserve:
    figures = _figures(inputs)
    below, minimum, top = figures["minimum-order-below"], figures["minimum-order"], figures.shaded(inputs.children)
    kept = figures["self-support-reserve"]
    has = f"The {obligor}'s adjusted gross income of {dollars(adjusted)} is"
    if adjusted < below.cents:
        note = f"{has} below {below.money}: the minimum order of {minimum.money} is due unless the court deviates."
        return _Reserve(True, False, (minimum, below, kept), note)
    if adjusted <= top.cents:
        of = f"{inputs.children} {'child' if inputs.children == 1 else 'children'}"
        note = (
            f"{has} in the shaded area for {of} (up to {top.money}): support is computed from that income alone, and "
            "the costs on line 5 are not added; they may be a ground to deviate."
        )
        return _Reserve(False, True, (top, kept), note)
    return _Reserve(False, False, (), "")


def _alone(inputs: Inputs, obligor: Side, reserve: _Reserve, basic: Fraction, lookups: tuple[Lookup, ...]) -> Outcome:
    """Lines 4 to 9 where the obligor's income alone decides and no cost is added."""
    lines: tuple[Line, ...] = (
        money_line("4", "Basic child support obligation", combined=basic),
        *blank_cost_lines("5"),
        money_line("6", "Total child support obligation", combined=basic),
        one_side("7", "Each parent's obligation", obligor, basic),
        one_side("8", "Costs that the obligor pays directly", obligor, NONE),
        one_side("9", "Recommended child support order", obligor, basic),
    )
    payer, amount = paid_by(obligor, basic)
    return Outcome(lines, payer, amount, lookups, reserve.figures, (reserve.note,), reserve.shaded, reserve.minimum)


def _basic(inputs: Inputs, income: Fraction, whose: str) -> Lookup:
    return look_up(income, inputs.children, on=inputs.hearing_on, line="4", whose=whose)


def _figures(inputs: Inputs) -> Figures:
    return Figures(inputs.hearing_on)
