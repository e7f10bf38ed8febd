"""What is to be done when a payment plan is not kept, or is paid, as dated rows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from law.ages import ages_of
from law.figure import Figure, figure, figures_of
from law.rows import BrokenRow, LawRow, in_force_on, no_overlaps, read_rows

LAW = Path(__file__).parent
FILE = "plans.toml"
FEDERAL = "us"


class When(StrEnum):
    """What has come to pass in a plan that something must be done about."""

    MISSED = "missed"
    PARTIAL = "partial"
    WITHHELD = "withheld"
    BROKEN = "broken"
    OUT_OF_COMPLIANCE = "out of compliance"
    REVIEW = "review"
    PAID_OFF = "paid off"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep(LawRow):
    """What is to be done ``when`` something has come to pass in a plan.

    ``basis`` is "court order" or "agreement" where the row holds only for such plans; ``owner`` whose move it is.
    ``bars_contempt`` where the obligor may not be held in contempt for it.
    """

    topic: str
    when: str
    do: str
    owner: str
    basis: str = ""
    bars_contempt: bool = False


@dataclass(frozen=True)
class PlanLaw:
    """The rows of plans of one state and the federal ones beside them, as they hold on one day."""

    state: str
    steps: tuple[PlanStep, ...]
    longest_behind: Figure
    """For how many days a periodic payment on arrears may be unpaid before the obligor is out of compliance."""
    carried_on: Figure
    """How much of the support that ended goes on being paid, toward the arrears."""
    support_ends: Figure
    """The age of the youngest child at which a projection takes support to end."""

    def steps_when(self, when: When, basis: str) -> tuple[PlanStep, ...]:
        """What is to be done about one thing in a plan of one basis, in the order of the rows."""
        return tuple(row for row in self.steps if row.when == when and row.basis in ("", basis))


@cache
def plan_law(state: str, on: date) -> PlanLaw:
    """What the law of a state says of plans on a day. Raises BrokenRow or NoRuleInForce."""
    folder = state.lower()
    rows = tuple(row for each in (folder, FEDERAL) for row in read_rows(LAW / each / FILE, "plan_step", PlanStep))
    no_overlaps(rows, FILE)
    for row in rows:
        if row.when not in set(When):
            raise BrokenRow(FILE, f"'{row.when[:40]}' is nothing that comes to pass in a plan")
    figures = figures_of(folder)
    return PlanLaw(
        state,
        tuple(row for row in rows if in_force_on(row, on)),
        figure(figures, f"{folder}.plan.longest-behind", on),
        figure(figures, f"{folder}.plan.carried-on", on),
        ages_of(state, on).majority,
    )
