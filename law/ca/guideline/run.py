"""One run of the guideline from what was asked to the amount, with each step between."""

from dataclasses import dataclass
from fractions import Fraction

from kernel.money import ZERO, Money
from law.ca.guideline.add_ons import AddOnShares, AdjustedNets, WithAddOns, adjusted, shares, with_add_ons
from law.ca.guideline.asked import GuidelineInput, Income, OtherCase, Parent, Timeshare
from law.ca.guideline.case import CaseSupport, case_support
from law.ca.guideline.exact import in_dollars
from law.ca.guideline.hardship import Household, settled
from law.ca.guideline.rows import AnyRow, Rows, pack, rows_on
from law.ca.guideline.steps import Step, add_on_notes, add_on_steps, notes, steps
from law.ca.guideline.telling import add_on_told, case_told, rows_told, steps_told, with_add_ons_told
from law.ca.guideline.two_cases import Case, together


@dataclass(frozen=True, slots=True)
class Guideline:
    """The guideline amount and all that leads to it; ``pack`` is the version of all rows.

    ``as_json`` tells it in plain values.
    """

    asked: GuidelineInput
    rows: Rows
    case: CaseSupport
    other_case: CaseSupport | None
    incomes: AdjustedNets
    add_ons: tuple[AddOnShares, ...]
    pack: str

    @property
    def payer(self) -> Parent | None:
        """Who pays; None where nothing is due."""
        return self.case.payer

    @property
    def amount(self) -> Money:
        """The amount of the formula: the high end of the range where a low-income adjustment is presumed."""
        return self.case.amount

    @property
    def with_add_ons(self) -> WithAddOns | None:
        """What the payer bears with the shares of the costs; None where nobody pays."""
        return with_add_ons(self.asked, self.case.support, self.add_ons)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The lines of the worksheet."""
        return (*steps(self.case, self.rows), *add_on_steps(self.add_ons, self.incomes, self.rows))

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know beside the figures."""
        return (*notes(self.case, self.rows), *add_on_notes(self.add_ons, self.payer))

    @property
    def rests_on(self) -> tuple[AnyRow, ...]:
        """The rows of law that were used."""
        kinds = (one.kind for one in self.add_ons)
        return (self.case.support.band, *self.rows.used(self.case.children), *dict.fromkeys(kinds))

    @property
    def verified(self) -> bool:
        """Whether an attorney has checked every row that was used."""
        return all(row.verified_by for row in self.rests_on)

    def as_json(self) -> dict[str, object]:
        """The run in plain values: amounts in cents, rates as decimals in quotes."""
        return {
            "state": "CA",
            "period_on": self.asked.period_on.isoformat(),
            **case_told(self.case),
            "addons": [add_on_told(one, self.incomes) for one in self.add_ons],
            "with_addons": with_add_ons_told(self.with_add_ons),
            "other_case": case_told(self.other_case) if self.other_case else None,
            "steps": steps_told(self.steps),
            "notes": list(self.notes),
            "rows": rows_told(self.rests_on),
            "verified": self.verified,
            "pack": self.pack,
            "input": dict(self.asked.told),
        }


def guideline(asked: GuidelineInput) -> Guideline:
    """The guideline support of a period. Raises NoRuleInForce or DoesNotSettle."""
    rows = rows_on(asked.period_on)
    case, other_case = _cases(asked, rows)
    incomes = adjusted(asked, case.support)
    costs = shares(asked, case.support, incomes, rows)
    return Guideline(asked, rows, case, other_case, incomes, costs, pack())


def _cases(asked: GuidelineInput, rows: Rows) -> tuple[CaseSupport, CaseSupport | None]:
    house = _household(asked.parent_a, asked.parent_b, asked.timeshare, asked.children)
    other = asked.other_case
    if other is None:
        return case_support(settled(house, rows), house, ZERO, rows), None
    second = _second_household(asked, other)
    found = together(Case(house, other.of), Case(second, Parent.A), rows)
    return (
        case_support(found.first, house, found.paid_in_second, rows),
        case_support(found.second, second, found.paid_in_first, rows),
    )


def _second_household(asked: GuidelineInput, other: OtherCase) -> Household:
    """The other case, with the shared parent in the place of parent A."""
    return _household(asked.income(other.of), other.other_parent, Timeshare(other.timeshare), other.children)


def _household(parent_a: Income, parent_b: Income, timeshare: Timeshare, children: int) -> Household:
    incomes = {Parent.A: parent_a, Parent.B: parent_b}
    return Household(
        nets={parent: in_dollars(income.net) for parent, income in incomes.items()},
        hardship={parent: sum(income.hardship, Fraction(0)) for parent, income in incomes.items()},
        timeshare=timeshare,
        children=children,
    )
