"""The guideline as papers: North Carolina's worksheets line by line, and California's calculation step by step.

A worksheet has a field for each line of the court's form, so that an attorney words every line in the template.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from documents.facts.california.caption import CourtFiling
from documents.facts.field import fact
from documents.facts.matter import Filing
from documents.facts.papers import NamedChild
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class Dollars:
    """One line of dollars and cents; a column that the form leaves blank has no value."""

    plaintiff: Traced[Money | None] = fact("Plaintiff's column")
    defendant: Traced[Money | None] = fact("Defendant's column")
    combined: Traced[Money | None] = fact("Combined column")


@dataclass(frozen=True, slots=True, kw_only=True)
class Percent:
    """One line of percentages, with two places."""

    plaintiff: Traced[Decimal | None] = fact("Plaintiff's percentage")
    defendant: Traced[Decimal | None] = fact("Defendant's percentage")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """One line of overnights or children."""

    plaintiff: Traced[int | None] = fact("Plaintiff's number")
    defendant: Traced[int | None] = fact("Defendant's number")
    combined: Traced[int | None] = fact("Number in all")


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomeLines:
    """Lines 1 to 4, which every worksheet has."""

    line_1: Dollars
    line_1a: Dollars
    line_1b: Dollars
    line_2: Dollars
    line_3: Percent
    line_4: Dollars


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesOfA(IncomeLines):
    """AOC-CV-627, line 5 on."""

    line_5a: Dollars
    line_5b: Dollars
    line_5c: Dollars
    line_5d: Dollars
    line_6: Dollars
    line_7: Dollars
    line_8: Dollars
    line_9: Dollars


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesOfB(IncomeLines):
    """AOC-CV-628, line 5 on."""

    line_5: Dollars
    line_6: Dollars
    line_7: Numbers
    line_8: Percent
    line_9: Dollars
    line_10a: Dollars
    line_10b: Dollars
    line_10c: Dollars
    line_10d: Dollars
    line_11: Dollars
    line_12: Dollars
    line_13: Dollars
    line_14: Dollars


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesOfC(IncomeLines):
    """AOC-CV-629, line 5 on."""

    line_5a: Numbers
    line_5b: Percent
    line_5c: Dollars
    line_6a: Dollars
    line_6b: Dollars
    line_7a: Dollars
    line_7b: Dollars
    line_7c: Dollars
    line_7d: Dollars
    line_8: Dollars
    line_9: Dollars
    line_10: Dollars
    line_11: Dollars


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildOnWorksheet:
    """A child that the worksheet counts; the form asks for the date of birth."""

    name: Traced[str] = fact("Name of child", required=True)
    born_on: Traced[date | None] = fact("Child's date of birth", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a reader must know beside the figures."""

    words: Traced[str] = fact("Remark", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidelineWorksheet(Filing):
    """What each worksheet has but its lines. ``payer`` is plaintiff or defendant, ``prepared_by`` who ran it."""

    children: tuple[ChildOnWorksheet, ...]
    recommended: Traced[Money] = fact("Recommended child support order", required=True)
    payer: Traced[str | None] = fact("Parent who pays")
    shaded: Traced[bool] = fact("Obligor's income in the shaded area", required=True)
    minimum: Traced[bool] = fact("Minimum order", required=True)
    remarks: tuple[Remark, ...]
    rows: Traced[str] = fact("Version of the rows of law", required=True)
    unverified: Traced[bool] = fact("Rows of law not yet verified", required=True)
    prepared_by: Traced[str] = fact("Prepared by", required=True)
    prepared_on: Traced[date] = fact("Prepared on", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidelineWorksheetA(GuidelineWorksheet):
    """Primary custody."""

    lines: LinesOfA


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidelineWorksheetB(GuidelineWorksheet):
    """Joint or shared physical custody."""

    lines: LinesOfB


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidelineWorksheetC(GuidelineWorksheet):
    """Split custody."""

    lines: LinesOfC


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidelineStep:
    """One step of the formula, as a person reckons it."""

    what: Traced[str] = fact("Step of the formula", required=True)
    value: Traced[str] = fact("Value of the step", required=True)
    cite: Traced[str] = fact("Law of the step", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class LowIncomeRange:
    """What a computer program must print where the adjustment is presumed (Fam. Code § 4055(b)(7), (c))."""

    threshold: Traced[Money] = fact("Threshold of the low-income adjustment", required=True)
    max_reduction: Traced[Money] = fact("Greatest low-income adjustment", required=True)
    low: Traced[Money] = fact("Lowest amount of the range", required=True)
    high: Traced[Money] = fact("Highest amount of the range", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCost:
    """A cost of the children beside the guideline amount, shared both ways."""

    kind: Traced[str] = fact("Kind of cost", required=True)
    amount: Traced[Money] = fact("Monthly cost", required=True)
    way: Traced[str] = fact("How the cost is shared", required=True)
    obligor: Traced[Money] = fact("Obligor's part of the cost", required=True)
    obligee: Traced[Money] = fact("Obligee's part of the cost", required=True)
    obligor_proportional: Traced[Money] = fact("Obligor's part in proportion", required=True)
    obligor_half: Traced[Money] = fact("Obligor's part by halves", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithShares:
    """What the payer bears by the month where the order adds the shares of the costs to the support."""

    base: Traced[Money] = fact("Support before the shares of costs", required=True)
    shares: Traced[Money] = fact("Payer's shares of the costs", required=True)
    total: Traced[Money] = fact("Support with the shares of costs", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidelineCalculation(CourtFiling):
    """California's formula on given net incomes (Fam. Code §§ 4050-4076)."""

    children: tuple[NamedChild, ...]
    period_on: Traced[date] = fact("Support period of", required=True)
    recommended: Traced[Money] = fact("Guideline child support", required=True)
    payer: Traced[str | None] = fact("Parent who pays")
    nets_from: Traced[str] = fact("Where the net incomes come from", required=True)
    steps: tuple[GuidelineStep, ...]
    low_income: tuple[LowIncomeRange, ...]
    costs: tuple[SharedCost, ...]
    with_shares: tuple[WithShares, ...]
    remarks: tuple[Remark, ...]
    rows: Traced[str] = fact("Version of the rows of law", required=True)
    unverified: Traced[bool] = fact("Rows of law not yet verified", required=True)
    prepared_by: Traced[str] = fact("Prepared by", required=True)
    prepared_on: Traced[date] = fact("Prepared on", required=True)


PAPERS: tuple[type, ...] = (GuidelineWorksheetA, GuidelineWorksheetB, GuidelineWorksheetC, GuidelineCalculation)
"""Every type of facts that a manifest may name."""
