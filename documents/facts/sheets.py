"""The facts of North Carolina's fact sheets for hearings other than contempt, and of the agent's testimony outline."""

from dataclasses import dataclass
from datetime import date

from documents.facts.changing import Change, Compliance
from documents.facts.establishing import Guidelines, Paternity, Proposal
from documents.facts.field import fact
from documents.facts.matter import Caption, Hearing, Office, SupportCase
from documents.facts.means import Asset, Job
from documents.facts.papers import Contempt
from documents.facts.people import Child, Custody, MilitaryCheck, Party
from documents.facts.registering import Registration
from documents.facts.service import Notice, Service
from documents.facts.support import Arrears, MonthOfSupport, StateBalance, SupportOrder
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseInCourt:
    """What every sheet of a hearing opens with: the case, the people, service and notice. Stays inside the office."""

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
    services: tuple[Service, ...]
    notice: tuple[Notice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishmentSheet(CaseInCourt):
    """For a hearing that establishes paternity or support."""

    orders: tuple[SupportOrder, ...]
    paternity: Paternity
    jobs: tuple[Job, ...]
    obligee_jobs: tuple[Job, ...]
    guidelines: Guidelines
    proposal: Proposal
    recommendation: Traced[str | None] = fact("Agent's recommendation", required=True, entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModificationSheet(CaseInCourt):
    """For a motion to modify support."""

    order: tuple[SupportOrder, ...]
    earlier_orders: tuple[SupportOrder, ...]
    change: tuple[Change, ...]
    guidelines: Guidelines
    proposal: Proposal
    arrears: Arrears
    state_balance: tuple[StateBalance, ...]
    months: tuple[MonthOfSupport, ...]
    jobs: tuple[Job, ...]
    obligee_jobs: tuple[Job, ...]
    recommendation: Traced[str | None] = fact("Agent's recommendation", required=True, entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSheet(CaseInCourt):
    """For a review of what was done under an order."""

    order: tuple[SupportOrder, ...]
    earlier_orders: tuple[SupportOrder, ...]
    compliance: Compliance
    arrears: Arrears
    state_balance: tuple[StateBalance, ...]
    months: tuple[MonthOfSupport, ...]
    jobs: tuple[Job, ...]
    assets: tuple[Asset, ...]
    licences: tuple[Asset, ...]
    recommendation: Traced[str | None] = fact("Agent's recommendation", required=True, entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationSheet(CaseInCourt):
    """For the registration of another state's order."""

    registration: Registration
    order: tuple[SupportOrder, ...]
    earlier_orders: tuple[SupportOrder, ...]
    arrears: Arrears
    state_balance: tuple[StateBalance, ...]
    months: tuple[MonthOfSupport, ...]
    jobs: tuple[Job, ...]
    assets: tuple[Asset, ...]
    licences: tuple[Asset, ...]
    recommendation: Traced[str | None] = fact("Agent's recommendation", required=True, entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class TestimonyOutline(CaseInCourt):
    """For the agent who is called as a witness: the questions to expect, and the record's answer to each."""

    witness: Traced[str | None] = fact("Agent's position, training and time on the case", entry=True)
    order: tuple[SupportOrder, ...]
    earlier_orders: tuple[SupportOrder, ...]
    arrears: Arrears
    state_balance: tuple[StateBalance, ...]
    payments_on_record: Traced[int] = fact("Payments on record", required=True)
    payments_returned: Traced[int] = fact("Payments returned unpaid", required=True)
    first_payment_on: Traced[date | None] = fact("First payment collected on")
    months: tuple[MonthOfSupport, ...]
    jobs: tuple[Job, ...]
    assets: tuple[Asset, ...]
    licences: tuple[Asset, ...]
    contempt: tuple[Contempt, ...]


PAPERS: tuple[type, ...] = (EstablishmentSheet, ModificationSheet, ReviewSheet, RegistrationSheet, TestimonyOutline)
"""Every type of facts that a manifest may name."""
