"""What a first order of support is made from: paternity, the guideline worksheet, and what the agency proposes."""

from dataclasses import dataclass
from datetime import date

from documents.facts.field import fact
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class PaternityOfChild:
    """What a child's age means for the action (G.S. 49-14(a), (d))."""

    name: Traced[str] = fact("Name of child", required=True)
    three_on: Traced[date | None] = fact("Third birthday")
    needs_genetic_test: Traced[bool] = fact("Contested paternity needs a genetic test", required=True)
    before_eighteen: Traced[bool] = fact("Action brought before the 18th birthday", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paternity:
    """How paternity is proved: clearly, cogently and convincingly (G.S. 49-14(b); 8-50.1(b1); 110-132)."""

    complaint_filed_on: Traced[date | None] = fact("Complaint filed on", entry=True)
    paternity_basis: Traced[str | None] = fact("How paternity was or will be established", required=True, entry=True)
    birth_certificate: Traced[str | None] = fact("Birth certificate of each child", entry=True)
    parentage_affidavit: Traced[str | None] = fact("Affidavit of parentage and its date", entry=True)
    marriage: Traced[str | None] = fact("Marriage of the parents", entry=True)
    genetic_test: Traced[str | None] = fact("Genetic test: laboratory, date, probability", entry=True)
    genetic_objection: Traced[str | None] = fact("Objection to the genetic test", entry=True)
    venue: Traced[str | None] = fact("Venue and jurisdiction over the obligor", entry=True)
    answer: Traced[str | None] = fact("Answer, default or consent", entry=True)
    children: tuple[PaternityOfChild, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidelines:
    """What goes into the guideline worksheet and what comes out of it (G.S. 50-13.4(c), (c1); 50-13.11(a1))."""

    obligor_income: Traced[Money | None] = fact("Obligor's gross monthly income", required=True, entry=True)
    obligee_income: Traced[Money | None] = fact("Obligee's gross monthly income", required=True, entry=True)
    income_sources: Traced[str | None] = fact("How the incomes are documented", required=True, entry=True)
    other_children: Traced[str | None] = fact("Other children of the parents and support paid for them", entry=True)
    childcare: Traced[str | None] = fact("Work-related child care: cost and who pays", entry=True)
    insurance: Traced[str | None] = fact("Health insurance: plan, cost for the children, who pays", entry=True)
    obligor_insurance_limit: Traced[Money | None] = fact("Five percent of the obligor's gross monthly income")
    obligee_insurance_limit: Traced[Money | None] = fact("Five percent of the obligee's gross monthly income")
    overnights: Traced[str | None] = fact("Overnights with each parent", entry=True)
    extraordinary: Traced[str | None] = fact("Extraordinary expenses of the children", entry=True)
    worksheet: Traced[str | None] = fact("Guideline worksheet used and why", required=True, entry=True)
    guideline_support: Traced[Money | None] = fact(
        "Monthly support by the guideline worksheet", required=True, entry=True)
    deviation: Traced[str | None] = fact("Deviation from the guidelines and why", entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the agency asks the court to order."""

    proposed_support: Traced[Money | None] = fact("Proposed monthly support", required=True, entry=True)
    proposed_on_arrears: Traced[Money | None] = fact("Proposed monthly payment on arrears", entry=True)
    proposed_from: Traced[date | None] = fact("Proposed support due from", required=True, entry=True)
    retroactive: Traced[str | None] = fact("Support for the time before the action", entry=True)
    assistance: Traced[str | None] = fact("Public assistance received and debt for it", entry=True)
