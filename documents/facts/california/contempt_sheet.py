"""California's contempt sheet: the counts, what is shown for them, and what is known of the ability to pay."""

from dataclasses import dataclass
from datetime import date

from documents.facts.ability import (
    FindingShown,
    HoldingShown,
    HouseholdShown,
    LimitShown,
    OpenQuestion,
    PriorShown,
    Quarters,
)
from documents.facts.california.contempt import MonthLeftOut
from documents.facts.field import fact
from documents.facts.sheets import CaseInCourt
from documents.facts.support import Arrears, PaidInYear, SupportOrder
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingOfCounts:
    """How the sheet stands as a whole (Code Civ. Proc. § 1209.5)."""

    complete: Traced[bool] = fact("Sheet complete", required=True)
    prima_facie: Traced[bool] = fact("Order, knowledge and nonpayment have evidence", required=True)
    supports_contempt: Traced[bool] = fact("Evidence for every finding", required=True)
    open_questions: Traced[int] = fact("Open questions", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountOnSheet:
    """One count with the income that is known of its quarter."""

    number: Traced[int] = fact("Number of the count", required=True)
    due_on: Traced[date] = fact("Support due on", required=True)
    ordered: Traced[Money] = fact("Support ordered for the month", required=True)
    paid: Traced[Money] = fact("Paid on that month's support", required=True)
    credited: Traced[Money | None] = fact("Credited to that month's support")
    unpaid: Traced[Money] = fact("Unpaid of that month's support", required=True)
    last_day: Traced[date] = fact("Last day to begin the action on the count", required=True)
    income: Traced[Money | None] = fact("Confirmed income of the quarter of the count")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaliforniaAnswers:
    """What was found out for each question; missing where nobody said it, also that nothing was found."""

    pleaded_knowledge: Traced[str | None] = fact("How the obligor knew of the order", required=True, entry=True)
    screening: Traced[str | None] = fact("Ability-to-pay screening record", required=True, entry=True)
    ability_then: Traced[str | None] = fact(
        "Ability to pay in the months that were not paid", required=True, entry=True
    )
    ability: Traced[str | None] = fact("Present ability to pay", required=True, entry=True)
    income: Traced[str | None] = fact("Income", required=True, entry=True)
    assets: Traced[str | None] = fact("Property, liens and exemptions", required=True, entry=True)
    subsistence: Traced[str | None] = fact("Basic subsistence needs", required=True, entry=True)
    health: Traced[str | None] = fact("Health and disability", required=True, entry=True)
    job_search: Traced[str | None] = fact("Efforts to find work", required=True, entry=True)
    prior_contempts: Traced[str | None] = fact("Prior contempts, purges and results", required=True, entry=True)
    counsel_status: Traced[str | None] = fact(
        "Counsel: advised, appointed, retained or waived", required=True, entry=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CaliforniaContemptSheet(CaseInCourt):
    """For the attorney who charges contempt in California; stays inside the office."""

    standing: StandingOfCounts
    open_questions: tuple[OpenQuestion, ...]
    findings: tuple[FindingShown, ...]
    order: tuple[SupportOrder, ...]
    arrears: Arrears
    year: PaidInYear
    counts: tuple[CountOnSheet, ...]
    number_of_counts: Traced[int] = fact("Number of counts", required=True)
    total: Traced[Money] = fact("Unpaid in all counts", required=True)
    window: Traced[str] = fact("How long a month can be charged", required=True)
    left_out: tuple[MonthLeftOut, ...]
    too_old: Traced[int] = fact("Unpaid months that are too old to charge", required=True)
    aid_status: Traced[str | None] = fact("Public aid now and in the past", required=True, entry=True)
    withholding_status: Traced[str | None] = fact("Income withholding: in force or not", required=True, entry=True)
    quarters: tuple[Quarters, ...]
    holdings: tuple[HoldingShown, ...]
    households: tuple[HouseholdShown, ...]
    answers: CaliforniaAnswers
    priors: tuple[PriorShown, ...]
    limits: tuple[LimitShown, ...]
    recommendation: Traced[str | None] = fact("Agent's recommendation", required=True, entry=True)
