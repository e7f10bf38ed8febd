"""California's contempt sheet: the counts, what is shown for them, and what is known of the ability to pay."""

from dataclasses import dataclass

from documents.facts.california.contempt import Count, MonthLeftOut
from documents.facts.contempt_sheet import Answers, ContemptInCourt, Standing
from documents.facts.field import fact
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingOfCounts(Standing):
    """With what is proof enough until the citee answers it (Code Civ. Proc. § 1209.5)."""

    prima_facie: Traced[bool] = fact("Order, knowledge and nonpayment have evidence", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountOnSheet(Count):
    """One count with the income that is known of its quarter."""

    income: Traced[Money | None] = fact("Confirmed income of the quarter of the count")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaliforniaAnswers(Answers):
    """What California asks beside: knowledge of the order is a part of the proof (Code Civ. Proc. § 1209.5)."""

    pleaded_knowledge: Traced[str | None] = fact("How the obligor knew of the order", required=True, entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaliforniaContemptSheet(ContemptInCourt):
    """For the attorney who charges contempt in California."""

    standing: StandingOfCounts
    answers: CaliforniaAnswers
    counts: tuple[CountOnSheet, ...]
    number_of_counts: Traced[int] = fact("Number of counts", required=True)
    total: Traced[Money] = fact("Unpaid in all counts", required=True)
    window: Traced[str] = fact("How long a month can be charged", required=True)
    left_out: tuple[MonthLeftOut, ...]
    too_old: Traced[int] = fact("Unpaid months that are too old to charge", required=True)
    aid_status: Traced[str | None] = fact("Public aid now and in the past", required=True, entry=True)
    withholding_status: Traced[str | None] = fact("Income withholding: in force or not", required=True, entry=True)
    recommendation: Traced[str | None] = fact("Agent's recommendation", required=True, entry=True)
