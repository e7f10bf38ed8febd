"""What has changed since an order, and what was done under it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from documents.facts.field import fact
from documents.facts.support import Payment
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Why an order may be modified, and from when (G.S. 50-13.7; 50-13.10(a); N.C. Child Support Guidelines).

    ``measured_on`` is the day of filing, or the day of the paper while nothing is filed.
    """

    motion_filed_on: Traced[date | None] = fact("Motion to modify filed on", entry=True)
    motion_notice_on: Traced[date | None] = fact("Notice of the motion to modify given on", entry=True)
    earliest_on: Traced[date | None] = fact("First payment that a modification can reach")
    measured_on: Traced[date] = fact("Day on which the age of the order is measured", required=True)
    three_years_on: Traced[date] = fact("Day on which the order is three years old", required=True)
    three_years_old: Traced[bool] = fact("Order at least three years old", required=True)
    difference: Traced[Money | None] = fact("Difference between guideline support and the order")
    percent: Traced[Decimal | None] = fact("Difference in percent of the order")
    fifteen_percent: Traced[bool] = fact("Difference of at least fifteen percent", required=True)
    presumed: Traced[bool] = fact("Change of circumstances presumed", required=True)
    changed_circumstances: Traced[str | None] = fact("Changed circumstances", required=True, entry=True)
    obligor_income_then: Traced[Money | None] = fact("Obligor's gross monthly income at the order", entry=True)
    obligee_income_then: Traced[Money | None] = fact("Obligee's gross monthly income at the order", entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compliance:
    """What the last order demanded, and what was done since the last hearing (G.S. 50-13.4(b); 110-136.3(a1))."""

    last_hearing_on: Traced[date | None] = fact("Last hearing held on", entry=True)
    conditions: Traced[str | None] = fact("Terms of the last order, each met or not met", required=True, entry=True)
    due_since: Traced[Money | None] = fact("Support due since the last hearing")
    paid_since: Traced[Money | None] = fact("Paid through the state since the last hearing")
    direct_since: Traced[Money | None] = fact("Credited since the last hearing by proof of direct payment")
    found_since: Traced[Money | None] = fact("Credited since the last hearing by finding of a court")
    corrected_since: Traced[Money | None] = fact("Taken off since the last hearing by correction of the account")
    payments: tuple[Payment, ...]
    purge_history: Traced[str | None] = fact(
        "Purges set, amounts, days and what became of them", required=True, entry=True)
    job_search: Traced[str | None] = fact("Efforts to find work", entry=True)
    prior_contempts: Traced[str | None] = fact("Prior contempts, purges and results", entry=True)
    counsel_status: Traced[str | None] = fact("Counsel: advised, appointed, retained or waived", entry=True)
    bond: Traced[str | None] = fact("Bond or order for arrest", entry=True)
    next_step: Traced[str | None] = fact("Next step asked for", required=True, entry=True)
