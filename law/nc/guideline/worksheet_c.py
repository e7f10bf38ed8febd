"""Worksheet C: split custody, at least one child living with each parent."""

from law.nc.guideline.costs import costs_of
from law.nc.guideline.facts import Both, Inputs, Side, each
from law.nc.guideline.figures import Figures
from law.nc.guideline.income import Income
from law.nc.guideline.outcome import Outcome, larger_pays
from law.nc.guideline.refusals import NotSplit
from law.nc.guideline.results import Line, Unit, money_line, one_side
from law.nc.guideline.schedule import look_up


def worksheet_c(inputs: Inputs, income: Income) -> Outcome:
    """Lines 4 to 11; never shaded. Raises NobodyHasIncome or NotSplit."""
    living = _living(inputs)
    share = income.shares()

    found = look_up(income.adjusted.total, inputs.children, on=inputs.hearing_on, line="4", whose="both parents")
    part = each(lambda side: living.of(side) / living.total)
    basic = each(lambda side: found.amount * part.of(side))
    support = each(lambda side: basic.of(side.other) * share.of(side))
    costs = costs_of(inputs)
    excess = costs.excess(share)
    owed = each(lambda side: support.of(side) - excess.of(side))
    last, payer, amount = larger_pays("11", owed)
    lines = (
        money_line("4", "Basic child support obligation for all children", combined=found.amount),
        Line("5a", "Children living with each parent", Unit.COUNT, living.plaintiff, living.defendant, living.total),
        Line("5b", "Part of all children", Unit.PERCENT, part.plaintiff, part.defendant),
        money_line("5c", "Basic obligation for the children living with each parent", basic),
        one_side("6a", "Plaintiff's support for the children with the defendant", Side.PLAINTIFF, support.plaintiff),
        one_side("6b", "Defendant's support for the children with the plaintiff", Side.DEFENDANT, support.defendant),
        *costs.lines("7"),
        money_line("8", "Fair share of these costs", costs.fair(share)),
        money_line("9", "Paid beyond the fair share", excess),
        money_line("10", "Each parent's adjusted obligation", owed),
        last,
    )
    return Outcome(lines, payer, amount, (found,), (Figures(inputs.hearing_on)["childcare"],))


def _living(inputs: Inputs) -> Both:
    living = each(lambda side: inputs.parent(side).children_living)
    if living.total != inputs.children or not living.plaintiff or not living.defendant:
        raise NotSplit(int(living.plaintiff), int(living.defendant), inputs.children)
    return living
