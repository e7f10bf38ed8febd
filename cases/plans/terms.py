"""Whether terms make a plan, and the plan that an order of support holds already."""

from datetime import date

from cases.ledger import Frequency, Ledger, next_month
from cases.plans.errors import PlanBroken
from cases.plans.facts import Basis, Plan
from kernel.money import LARGEST, ZERO, Money

FREQUENCIES = (Frequency.MONTHLY, Frequency.SEMIMONTHLY, Frequency.BIWEEKLY, Frequency.WEEKLY)
HOW_OFTEN = "instalments are weekly, biweekly, semimonthly or monthly"
MOST_DAYS_LATE = 31
MOST_FAILURES = 12


def refuse_unfit(plan: Plan, today: date) -> None:
    """Raises PlanBroken for terms that nobody could keep or count."""
    for wrong, why in (
        (not plan.source, "say what it rests on, such as the order of a day"),
        (plan.instalment <= ZERO, "an instalment is an amount above nothing"),
        (plan.first_payment < ZERO, "a first payment is an amount above nothing, or none"),
        (max(plan.instalment, plan.first_payment) > LARGEST, f"no instalment is larger than {LARGEST}"),
        (plan.frequency not in FREQUENCIES, HOW_OFTEN),
        (plan.made_on > today, "it cannot be made on a day that has not come"),
        (plan.first_due_on < plan.made_on, "the first instalment falls due before the plan is made"),
        (plan.until is not None and plan.until < plan.first_due_on, "it ends before its first instalment"),
        (not 0 <= plan.tolerance.days <= MOST_DAYS_LATE, f"an instalment may be at most {MOST_DAYS_LATE} days late"),
        (not 0 <= plan.tolerance.short < 100, "how short an instalment may be is a part of it, from 0 to 99 percent"),
        (not 1 <= plan.tolerance.failures <= MOST_FAILURES, f"from 1 to {MOST_FAILURES} failures in a row break it"),
    ):
        if wrong:
            raise PlanBroken(why)


def plan_of_order(
    toward_arrears: Money,
    *,
    frequency: Frequency,
    entered_on: date,
    effective_on: date,
    until: date | None,
) -> Plan | None:
    """The plan that an order holds which sets an amount toward the arrears; it leaves nothing to tolerate."""
    if toward_arrears <= ZERO:
        return None
    first = effective_on
    if frequency is Frequency.MONTHLY and first.day != 1:
        first = next_month(first.replace(day=1))
    source = f"order of {entered_on:%B %-d, %Y}"
    return Plan(Basis.COURT, source, effective_on, first, toward_arrears, frequency, until=until)


def counted_from(plan: Plan, ledger: Ledger) -> date | None:
    """The day up to which instalments cannot be looked at, because the ledger starts with a balance at its end."""
    opening = ledger.opening
    return opening.on if opening and opening.on >= plan.made_on else None
