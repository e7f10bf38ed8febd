"""The facts that each paper may say. A template is bound to one of these types by its manifest.

A section that a paper may lack is a tuple of none or one. Slots print in the order that the tuples have.
"""

from dataclasses import dataclass

from documents.facts.field import fact
from documents.facts.matter import Caption, Captioned, Filing, Hearing, Office, SupportCase
from documents.facts.means import Asset, Job
from documents.facts.people import Child, Custody, MilitaryCheck, Party
from documents.facts.service import Notice, Service
from documents.facts.support import Arrears, MonthOfSupport, PaidInYear, Payment, StateBalance, SupportOrder
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class Contempt:
    """What a civil contempt hearing turns on beyond the record; people write it down.

    G.S. 5A-21(a); 45 CFR 303.6(c)(4); County of Durham v. Burnette, 262 N.C. App. 17 (2018).
    """

    minors: Traced[int] = fact("Children under 18 on the hearing day", required=True)
    year: PaidInYear
    withholding: Traced[str | None] = fact(
        "Why income withholding is not available or appropriate", required=True, entry=True)
    screening: Traced[str | None] = fact("Ability-to-pay screening record", required=True, entry=True)
    ability: Traced[str | None] = fact("Evidence of present ability to pay", required=True, entry=True)
    subsistence: Traced[str | None] = fact("Basic subsistence needs", required=True, entry=True)
    willfulness: Traced[str | None] = fact("Evidence that the failure to pay was willful", entry=True)
    health: Traced[str | None] = fact("Health and disability", entry=True)
    job_search: Traced[str | None] = fact("Efforts to find work", entry=True)
    household: Traced[str | None] = fact("Household", entry=True)
    prior_contempts: Traced[str | None] = fact("Prior contempts, purges and results", required=True, entry=True)
    counsel_status: Traced[str | None] = fact(
        "Counsel: advised, appointed, retained or waived", required=True, entry=True)
    purge_amount: Traced[Money | None] = fact("Recommended purge", required=True, entry=True)
    purge_evidence: Traced[str | None] = fact(
        "Evidence that the obligor can pay the purge that day", required=True, entry=True)
    alternatives: Traced[str | None] = fact("Alternatives", entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSheet:
    """For the attorney, before any hearing; stays inside the office."""

    title: Traced[str] = fact("Title", required=True)
    office: Office
    caption: Caption
    case: SupportCase
    hearing: Hearing
    obligor: Party
    obligee: Party
    children: tuple[Child, ...]
    custody: tuple[Custody, ...]
    military: MilitaryCheck
    order: tuple[SupportOrder, ...]
    earlier_orders: tuple[SupportOrder, ...]
    arrears: Arrears
    state_balance: tuple[StateBalance, ...]
    months: tuple[MonthOfSupport, ...]
    services: tuple[Service, ...]
    notice: tuple[Notice, ...]
    jobs: tuple[Job, ...]
    assets: tuple[Asset, ...]
    licences: tuple[Asset, ...]
    contempt: tuple[Contempt, ...]
    recommendation: Traced[str | None] = fact("Agent's recommendation", required=True, entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedChild:
    """A child by name alone: all that the public file needs (G.S. 50-13.9(d)(1))."""

    name: Traced[str] = fact("Name of child", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionToShowCause(Captioned):
    """Goes into the public file: every fact is OPEN because G.S. 50-13.9(d) demands it, and nothing else is here."""

    children: tuple[NamedChild, ...]
    order: SupportOrder
    arrears: Arrears
    withholding: Traced[str | None] = fact("Why income withholding is not available or appropriate", entry=True)
    hearing: Hearing


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentHistory(Filing):
    """The agency's payment record for the court (G.S. 50-13.9(b1)), without any payment source."""

    order: tuple[SupportOrder, ...]
    arrears: Arrears
    months: tuple[MonthOfSupport, ...]
    payments: tuple[Payment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """Every fact of a case as known on a day, apart from any hearing; what ``courtready facts`` tells."""

    case: SupportCase
    obligor: Party
    obligee: Party
    children: tuple[Child, ...]
    custody: tuple[Custody, ...]
    military: MilitaryCheck
    order: tuple[SupportOrder, ...]
    earlier_orders: tuple[SupportOrder, ...]
    arrears: Arrears
    state_balance: tuple[StateBalance, ...]
    months: tuple[MonthOfSupport, ...]
    payments: tuple[Payment, ...]
    jobs: tuple[Job, ...]
    assets: tuple[Asset, ...]
    licences: tuple[Asset, ...]
