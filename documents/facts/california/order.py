"""What the court finds and orders."""

from dataclasses import dataclass

from documents.facts.california.caption import CourtFiling
from documents.facts.field import fact
from documents.facts.papers import NamedChild
from documents.facts.support import Arrears
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class Guideline:
    """What Fam. Code § 4056(b) has the court state about a guideline amount, as a certified calculator gave it."""

    obligor_net: Traced[Money | None] = fact("Obligor's net monthly disposable income", required=True, entry=True)
    obligee_net: Traced[Money | None] = fact("Obligee's net monthly disposable income", required=True, entry=True)
    obligor_filing: Traced[str | None] = fact(
        "Obligor's federal tax filing status and exemptions", required=True, entry=True
    )
    obligee_filing: Traced[str | None] = fact(
        "Obligee's federal tax filing status and exemptions", required=True, entry=True
    )
    obligor_deductions: Traced[str | None] = fact("Obligor's deductions from gross income", required=True, entry=True)
    obligee_deductions: Traced[str | None] = fact("Obligee's deductions from gross income", required=True, entry=True)
    time_share: Traced[str | None] = fact("Obligor's share of time with the children", required=True, entry=True)
    guideline_amount: Traced[Money | None] = fact(
        "Monthly child support by the guideline formula", required=True, entry=True
    )
    guideline_run: Traced[str | None] = fact("Guideline calculation: program and date", required=True, entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """Why the amount is not the guideline's (Fam. Code § 4056(a))."""

    departure_reasons: Traced[str | None] = fact(
        "Why the support differs from the guideline", required=True, entry=True
    )
    best_interests: Traced[str | None] = fact(
        "Why that is in the best interests of the children", required=True, entry=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderAfterHearing(CourtFiling):
    """For the court to sign after the hearing: findings and orders."""

    children: tuple[NamedChild, ...]
    appearances: Traced[str | None] = fact("Who appeared, and for whom", required=True, entry=True)
    advisement: Traced[str | None] = fact(
        "Advisement about the commissioner, and objections", required=True, entry=True
    )
    guideline: Guideline
    ordered_support: Traced[Money | None] = fact("Monthly child support ordered", required=True, entry=True)
    support_begins: Traced[str | None] = fact("First month of the support ordered", required=True, entry=True)
    departure: tuple[Departure, ...]
    arrears: Arrears
    toward_arrears: Traced[Money | None] = fact("Monthly payment on arrears ordered", entry=True)
    health_insurance: Traced[str | None] = fact("Order about health insurance", required=True, entry=True)
    add_ons: Traced[str | None] = fact("Order about child care and uninsured health costs", entry=True)
