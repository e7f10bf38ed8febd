"""A guideline worksheet from its inputs."""

from collections.abc import Iterator

from law.ages import ages_of, has_reached
from law.figure import Figure
from law.nc.guideline.facts import Inputs, Kind, Side
from law.nc.guideline.figures import Figures, form_of
from law.nc.guideline.income import Income, income_of
from law.nc.guideline.insurance import InsuranceTest, insurance_tests
from law.nc.guideline.outcome import Outcome
from law.nc.guideline.refusals import (
    BornAfterTheHearing,
    MoreOvernightsThanThereAre,
    NotAnInput,
    OvernightsDoNotAddUp,
    TooManyChildren,
)
from law.nc.guideline.results import Worksheet
from law.nc.guideline.schedule import Lookup, pack, schedule_on, to_be_checked
from law.nc.guideline.worksheet_a import worksheet_a
from law.nc.guideline.worksheet_b import worksheet_b
from law.nc.guideline.worksheet_c import worksheet_c


def worksheet(inputs: Inputs) -> Worksheet:
    """The worksheet filled in, by the figures in force on the day of the hearing.

    Raises NoSchedule, NoRuleInForce, BornAfterTheHearing, TooManyChildren, OverTheCap, NotShared, NotSplit,
    MoreOvernightsThanThereAre, OvernightsDoNotAddUp or NobodyHasIncome; NotAnInput for Worksheet A without an obligor.
    """
    schedule, figures = schedule_on(inputs.hearing_on), Figures(inputs.hearing_on)
    _children_counted(inputs, figures)
    _overnights_there_are(inputs, figures)
    income = income_of(inputs)
    outcome = _outcome(inputs, income)
    insurance, lookups = insurance_tests(inputs), (*income.lookups, *outcome.lookups)
    return Worksheet(
        inputs=inputs,
        form=form_of(inputs.kind, inputs.hearing_on),
        lines=(*income.lines, *outcome.lines),
        payer=outcome.payer,
        amount=outcome.amount,
        shaded=outcome.shaded,
        minimum=outcome.minimum,
        schedule=schedule,
        figures=_used(figures, outcome, lookups, insurance),
        lookups=lookups,
        insurance=insurance,
        notes=(
            *_checks(inputs), *income.notes, *outcome.notes, *_remarks(inputs, figures, income, outcome, insurance),
        ),
        pack=pack(),
    )


def _outcome(inputs: Inputs, income: Income) -> Outcome:
    if inputs.kind is Kind.B:
        return worksheet_b(inputs, income)
    if inputs.kind is Kind.C:
        return worksheet_c(inputs, income)
    if inputs.obligor is None:
        raise NotAnInput("obligor", "is needed for Worksheet A: 'plaintiff' or 'defendant'")
    return worksheet_a(inputs, inputs.obligor, income)


def _children_counted(inputs: Inputs, figures: Figures) -> None:
    most = figures["most-children"]
    counted = {f"{side}.other_children": inputs.parent(side).other_children for side in Side}
    for where, children in {"children": inputs.children, **counted}.items():
        if children > most.count:
            raise TooManyChildren(where, children, most.count, most.cite)
    for born_on in inputs.births:
        if born_on > inputs.hearing_on:
            raise BornAfterTheHearing(born_on, inputs.hearing_on)


def _overnights_there_are(inputs: Inputs, figures: Figures) -> None:
    year = figures["overnights-a-year"]
    there_are = year.count * inputs.children
    for side in Side:
        if inputs.parent(side).overnights > there_are:
            raise MoreOvernightsThanThereAre(
                side, inputs.parent(side).overnights, inputs.children, there_are, year.cite
            )
    told = inputs.plaintiff.overnights + inputs.defendant.overnights
    if told > there_are:
        raise OvernightsDoNotAddUp(told, inputs.children, there_are, year.cite)


def _used(
    figures: Figures, outcome: Outcome, lookups: tuple[Lookup, ...], insurance: tuple[InsuranceTest, ...]
) -> tuple[Figure, ...]:
    """Each row once, in the order of use: those of every worksheet, then its own."""
    of_all = (figures["most-children"], figures["cap"])
    foot = figures["minimum-obligation-to"]
    at_the_foot = (foot, figures["minimum-order"]) if any(foot.cents == found.lower[0] for found in lookups) else ()
    return tuple(dict.fromkeys((*of_all, *outcome.figures, *at_the_foot, *(test.figure for test in insurance))))


def _checks(inputs: Inputs) -> tuple[str, ...]:
    """What comes before every other remark: that a newer schedule may hold on the day."""
    check = to_be_checked(inputs.hearing_on)
    return (check,) if check else ()


def _remarks(
    inputs: Inputs, figures: Figures, income: Income, outcome: Outcome, insurance: tuple[InsuranceTest, ...]
) -> tuple[str, ...]:
    """What a person should know who signs the worksheet."""
    said = [
        f"Health insurance of {test.cost} is more than {test.figure.value} percent of the {test.side}'s gross income "
        f"({test.limit}), so that it is not presumed reasonable in cost ({test.figure.cite})."
        for test in insurance
        if not test.reasonable
    ]
    least, below = figures["shared-overnights"], figures["minimum-order-below"]
    age = ages_of("NC", inputs.hearing_on).majority
    said += _of_overnights(inputs, least)
    if inputs.kind is not Kind.A and outcome.payer and income.adjusted.of(outcome.payer) < below.cents:
        said.append(
            f"The {outcome.payer}'s adjusted gross income is below {below.money}; the self-support reserve is not "
            f"applied on Worksheet {inputs.kind}, and may be a ground to deviate."
        )
    grown = sum(has_reached(age, born_on, inputs.hearing_on) for born_on in inputs.births)
    if grown:
        said.append(
            f"{grown} of the children {'is' if grown == 1 else 'are'} {age.value} or older on the day of the hearing: "
            f"support goes on only while a child is still in school ({age.cite})."
        )
    return tuple(said)


def _of_overnights(inputs: Inputs, least: Figure) -> Iterator[str]:
    """Overnights are told of all children together, so that of several no single one's are known."""
    fewer, children = min(inputs.plaintiff.overnights, inputs.defendant.overnights), inputs.children
    if inputs.kind is Kind.A and fewer >= least.count:
        which = "one of the children has so many with each" if children > 1 else "each"
        bears = " and each" if children > 1 else ""
        yield (
            f"Each parent has at least {least.value} overnights: Worksheet B applies instead if {which}{bears} assumes "
            f"financial responsibility for the children during that time ({least.cite})."
        )
    if inputs.kind is Kind.B and fewer < least.count * children:
        yield (
            f"One parent has {fewer} overnights of all {children} children together, fewer than {least.value} of each "
            f"child: Worksheet B applies only if one of the children has so many with each parent ({least.cite})."
        )
