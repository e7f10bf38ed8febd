"""A run line by line, as a person reckons it on a worksheet, and what its reader must know beside the figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from law.ca.guideline.add_ons import AddOnShares, AdjustedNets
from law.ca.guideline.asked import Parent, TimeFrom
from law.ca.guideline.case import CaseSupport
from law.ca.guideline.exact import in_cents, told
from law.ca.guideline.rows import Rows, Split

NAMES = {Parent.A: "parent A", Parent.B: "parent B"}
CODE = "Cal. Fam. Code §"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the worksheet: what it is, its value as a person writes it, and where that is written."""

    what: str
    value: str
    cite: str


def steps(found: CaseSupport, rows: Rows) -> Iterator[Step]:
    """The lines of one case, in the order in which they follow from one another."""
    yield from _deducted(found, rows)
    yield from _incomes(found)
    yield from _formula(found, rows)
    yield from _of_children(found)
    yield from _range(found, rows)


def add_on_steps(add_ons: tuple[AddOnShares, ...], incomes: AdjustedNets, rows: Rows) -> Iterator[Step]:
    """The lines of additional support; none where no cost was told."""
    if add_ons:
        for parent in Parent:
            net = incomes.nets[parent]
            yield Step(f"Adjusted net income of {NAMES[parent]}", _dollars(net), f"{CODE} 4061(c), (d)")
        yield Step("Parent A's part of the adjusted net incomes", _percent(incomes.share_a), f"{CODE} 4061(a)")
    for one in add_ons:
        way = "in proportion" if one.used is Split.PROPORTIONAL else "by halves"
        for parent in Parent:
            what = f"{one.kind.kind.capitalize()} of {one.amount}, {way}: {NAMES[parent]}"
            yield Step(what, str(one.shared.of(parent)), str(rows.split.cite))


def notes(found: CaseSupport, rows: Rows) -> Iterator[str]:
    """What a reader must know beside the figures."""
    if not found.settled.exact:
        yield "The table of K jumps at this income: no amount agrees exactly with its own hardship deduction."
    if found.timeshare.differs:
        yield f"The children have different timeshares: the amount is not divided among them ({CODE} 4055(b)(8))."
    if found.timeshare.source is TimeFrom.DEFAULT:
        yield "The timeshare is set for a parent who did not appear; evidence of the time takes its place."
    if rows.threshold is None:
        yield f"No threshold of the low-income adjustment is on file for {rows.on:%B %Y}, so no range is told."
    if found.low_income.applies:
        yield "A low-income adjustment is presumed; the amount is the high end of its range, and the court chooses."


def add_on_notes(add_ons: tuple[AddOnShares, ...], payer: Parent | None) -> Iterator[str]:
    """What a reader must know of the shares of additional support; nothing where no cost was told."""
    if add_ons and payer is None:
        yield "Nobody pays guideline support: the order must say who pays the costs and who repays a share of them."
    elif add_ons:
        yield (
            "The total holds where the other parent pays these costs and the order adds the shares to the monthly "
            "support; a share that is paid straight to a provider, or repaid against a bill (uninsured health care: "
            f"{CODE} 4063), is owed beside it."
        )


def _deducted(found: CaseSupport, rows: Rows) -> Iterator[Step]:
    if found.paid_elsewhere.cents:
        yield Step("Support paid in the other case, deducted", str(found.paid_elsewhere), f"{CODE} 4059(e)")
    for parent, amount in found.settled.deductions.items():
        if amount.cents:
            yield Step(f"Hardship deduction of {NAMES[parent]}", str(amount), rows.figure("hardship.most").cite)


def _incomes(found: CaseSupport) -> Iterator[Step]:
    support = found.support
    for parent in Parent:
        what = f"Net monthly disposable income of {NAMES[parent]}"
        yield Step(what, _dollars(support.nets[parent]), f"{CODE} 4059")
    high = support.high_earner
    yield Step("TN, total net income", _dollars(support.total), f"{CODE} 4055(b)(1)(E)")
    what = f"HN, net income of the high earner, {NAMES[high]}"
    yield Step(what, _dollars(support.nets[high]), f"{CODE} 4055(b)(1)(C)")
    yield Step("H%, the high earner's share of the time", _percent(support.share), f"{CODE} 4055(b)(1)(D)")


def _formula(found: CaseSupport, rows: Rows) -> Iterator[Step]:
    support, half = found.support, rows.figure("timeshare.half")
    weight = "1 + H%" if support.share <= half.exact else "2 - H%"
    multiplier = rows.multiplier(found.children)
    payer = NAMES[found.payer] if found.payer else "nobody"
    yield Step(f"Fraction of K: {support.band}", told(support.fraction), support.band.cite)
    yield Step(f"K = ({weight}) x the fraction", told(support.k), half.cite)
    yield Step("CS for one child = K x (HN - H% x TN)", _dollars(support.one_child), f"{CODE} 4055(a)")
    yield Step(multiplier.what.capitalize(), multiplier.value, multiplier.cite)
    yield Step(f"Guideline support, to be paid by {payer}", str(found.amount), f"{CODE} 4055(b)(5)")


def _of_children(found: CaseSupport) -> Iterator[Step]:
    for place, amount in enumerate(found.per_child, 1):
        which = "the youngest child" if place == 1 else f"child {place} from the youngest"
        yield Step(f"Of this for {which}", str(amount), f"{CODE} 4055(b)(8)")


def _range(found: CaseSupport, rows: Rows) -> Iterator[Step]:
    its, cite = found.low_income, rows.low_income.cite
    if its.threshold:
        yield Step("Threshold of the low-income adjustment", str(its.threshold), cite)
    if its.applies:
        yield Step("Greatest low-income adjustment", str(its.max_reduction), cite)
        yield Step("Lowest amount of the range", str(its.low), cite)
        yield Step("Highest amount of the range", str(its.high), cite)


def _dollars(value: Fraction) -> str:
    return str(-in_cents(-value) if value < 0 else in_cents(value))


def _percent(share: Fraction) -> str:
    return f"{told(share * 100, 4).rstrip('0').rstrip('.')}%"
