"""Child care, health insurance and extraordinary costs, as every worksheet adds and shares them."""

from dataclasses import dataclass
from fractions import Fraction

from law.nc.guideline.facts import Both, Inputs, each
from law.nc.guideline.figures import Figures
from law.nc.guideline.results import Line, money_line

NONE = Fraction(0)
LABELS = {
    "a": "Work-related child care",
    "b": "Health insurance of the children",
    "c": "Extraordinary costs",
    "d": "Total of these costs",
}


@dataclass(frozen=True, slots=True)
class Costs:
    """What each parent pays directly for the children, by its kind."""

    childcare: Both
    insurance: Both
    extraordinary: Both

    @property
    def paid(self) -> Both:
        """All of it."""
        return each(lambda side: self.childcare.of(side) + self.insurance.of(side) + self.extraordinary.of(side))

    def fair(self, share: Both) -> Both:
        """Each parent's fair share of what both pay."""
        return each(lambda side: share.of(side) * self.paid.total)

    def excess(self, share: Both) -> Both:
        """What each parent pays beyond the fair share."""
        fair = self.fair(share)
        return each(lambda side: max(NONE, self.paid.of(side) - fair.of(side)))

    def lines(self, number: str) -> tuple[Line, ...]:
        """Four lines, numbered such as 5a to 5d."""
        paid = self.paid
        return (
            money_line(f"{number}a", LABELS["a"], self.childcare),
            money_line(f"{number}b", LABELS["b"], self.insurance),
            money_line(f"{number}c", LABELS["c"], self.extraordinary),
            money_line(f"{number}d", LABELS["d"], paid, paid.total),
        )


def costs_of(inputs: Inputs) -> Costs:
    """The costs of both parents, as far as they are added."""
    childcare = Figures(inputs.hearing_on)["childcare"].exact
    return Costs(
        childcare=each(lambda side: inputs.parent(side).childcare * childcare),
        insurance=each(lambda side: inputs.parent(side).insurance),
        extraordinary=each(lambda side: inputs.parent(side).extraordinary),
    )


def blank_cost_lines(number: str) -> tuple[Line, ...]:
    """The same four lines where no cost is added."""
    return tuple(money_line(f"{number}{letter}", label) for letter, label in LABELS.items())
