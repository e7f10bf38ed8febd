"""Worksheet B: the parents share physical custody, each with at least 123 overnights."""

from law.nc.guideline.costs import costs_of
from law.nc.guideline.facts import Both, Inputs, Side, each
from law.nc.guideline.figures import Figures
from law.nc.guideline.income import Income
from law.nc.guideline.outcome import Outcome, larger_pays
from law.nc.guideline.refusals import NotShared, OvernightsDoNotAddUp
from law.nc.guideline.results import Line, Unit, money_line
from law.nc.guideline.schedule import look_up


def worksheet_b(inputs: Inputs, income: Income) -> Outcome:
    """Lines 4 to 14; never shaded. Raises NobodyHasIncome, NotShared or OvernightsDoNotAddUp."""
    figures = Figures(inputs.hearing_on)
    nights = _nights(inputs, figures)
    share = income.shares()

    found = look_up(income.adjusted.total, inputs.children, on=inputs.hearing_on, line="4", whose="both parents")
    multiplier = figures["shared-multiplier"]
    shared = found.amount * multiplier.exact
    of_shared = each(lambda side: share.of(side) * shared)
    time = each(lambda side: nights.of(side) / nights.total)
    support = each(lambda side: of_shared.of(side) * time.of(side.other))
    costs = costs_of(inputs)
    excess = costs.excess(share)
    owed = each(lambda side: support.of(side) - excess.of(side))
    last, payer, amount = larger_pays("14", owed)
    lines = (
        money_line("4", "Basic child support obligation", combined=found.amount),
        money_line("5", f"Shared custody obligation (line 4 x {multiplier.value})", combined=shared),
        money_line("6", "Each parent's portion of line 5", of_shared),
        Line("7", "Overnights in a year", Unit.COUNT, nights.plaintiff, nights.defendant, nights.total),
        Line("8", "Part of the overnights", Unit.PERCENT, time.plaintiff, time.defendant),
        money_line("9", "Support for the time with the other parent", support),
        *costs.lines("10"),
        money_line("11", "Fair share of these costs", costs.fair(share)),
        money_line("12", "Paid beyond the fair share", excess),
        money_line("13", "Each parent's adjusted obligation", owed),
        last,
    )
    used = (multiplier, figures["shared-overnights"], figures["overnights-a-year"], figures["childcare"])
    return Outcome(lines, payer, amount, (found,), used)


def _nights(inputs: Inputs, figures: Figures) -> Both:
    nights = each(lambda side: inputs.parent(side).overnights)
    year, least = figures["overnights-a-year"], figures["shared-overnights"]
    if nights.total != year.count * inputs.children:
        raise OvernightsDoNotAddUp(int(nights.total), inputs.children, year.count * inputs.children, year.cite)
    for side in Side:
        if nights.of(side) < least.count:
            raise NotShared(side, int(nights.of(side)), least.count, least.cite)
    return nights
