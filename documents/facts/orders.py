"""The facts of North Carolina's proposed orders. What only the court can find may stay blank."""

from dataclasses import dataclass
from datetime import date

from documents.facts.changing import Change
from documents.facts.establishing import Guidelines, PaternityOfChild, Proposal
from documents.facts.field import fact
from documents.facts.matter import Filing
from documents.facts.people import Child
from documents.facts.service import Notice, Service
from documents.facts.support import Arrears, PaidInYear, SupportOrder
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressInOrder:
    """Where the custodial parent lives and takes mail (G.S. 110-136.3(a)(4a)). Not gathered for a protected person."""

    residence: Traced[str | None] = fact("Residence of the custodial parent", required=True)
    mailing: Traced[str | None] = fact("Mailing address of the custodial parent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Births:
    """An order of support names each party with the date of birth (G.S. 50-13.4(h))."""

    obligor_born_on: Traced[date | None] = fact("Obligor's date of birth", required=True)
    obligee_born_on: Traced[date | None] = fact("Obligee's date of birth", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContemptFindings:
    """What the court must find before it holds anyone in civil contempt (G.S. 5A-21(a), 5A-22(a), 5A-23(e)).

    Present ability is found for the default and again for the purge; income, assets and basic needs are weighed
    (County of Durham v. Burnette, 262 N.C. App. 17 (2018)). What is not written down here the court fills in.
    """

    minors: Traced[int] = fact("Children under 18 on the hearing day", required=True)
    year: PaidInYear
    withholding: Traced[str | None] = fact("Why income withholding is not available or appropriate", entry=True)
    counsel_status: Traced[str | None] = fact(
        "Counsel: advised, appointed, retained or waived", required=True, entry=True)
    finding_income: Traced[str | None] = fact("Obligor's work and income since the order", entry=True)
    finding_assets: Traced[str | None] = fact("What the obligor owns", entry=True)
    finding_needs: Traced[str | None] = fact("Obligor's household and basic subsistence needs", entry=True)
    finding_willful: Traced[str | None] = fact("Why the failure to pay was willful", entry=True)
    finding_ability: Traced[str | None] = fact(
        "Present ability to comply or to take reasonable measures", entry=True)
    prior_contempts: Traced[str | None] = fact("Prior contempts, purges and results", required=True, entry=True)
    purge_amount: Traced[Money | None] = fact("Recommended purge", required=True, entry=True)
    purge_due_on: Traced[date | None] = fact("Purge due on", entry=True)
    finding_purge: Traced[str | None] = fact("Present ability to pay the purge", entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderOfContempt(Filing):
    """Civil contempt for support that was not paid, with the way to purge it."""

    services: tuple[Service, ...]
    order: SupportOrder
    children: tuple[Child, ...]
    arrears: Arrears
    findings: ContemptFindings


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderOfSupport(Filing):
    """What every order that establishes or changes support says (G.S. 50-13.4; 110-136.3(a))."""

    births: Births
    address: tuple[AddressInOrder, ...]
    children: tuple[Child, ...]
    services: tuple[Service, ...]
    notice: tuple[Notice, ...]
    guidelines: Guidelines
    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderEstablishingSupport(OrderOfSupport):
    """A first order, with paternity where it is at issue (G.S. 49-14, 49-15)."""

    paternity: tuple[PaternityOfChild, ...]
    paternity_basis: Traced[str | None] = fact("How paternity was or will be established", entry=True)
    finding_paternity: Traced[str | None] = fact("Paternity of each child", entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderModifyingSupport(OrderOfSupport):
    """A changed order; what is past due stays as it is (G.S. 50-13.7, 50-13.10)."""

    order: SupportOrder
    change: Change
    finding_change: Traced[str | None] = fact("Change of circumstances", entry=True)
    arrears: Arrears


PAPERS: tuple[type, ...] = (OrderOfContempt, OrderEstablishingSupport, OrderModifyingSupport)
"""Every type of facts that a manifest may name."""
