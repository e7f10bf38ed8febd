"""The fact sheet that stays inside the office."""

from dataclasses import dataclass

from documents.facts.california.caption import CourtCaption
from documents.facts.california.contempt import ContemptScreening
from documents.facts.california.order import Guideline
from documents.facts.field import fact
from documents.facts.matter import Hearing, Office, SupportCase
from documents.facts.means import Asset, Job
from documents.facts.people import Child, Custody, MilitaryCheck, Party
from documents.facts.service import Notice, Service
from documents.facts.support import Arrears, MonthOfSupport, StateBalance, SupportOrder
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class CaliforniaFactSheet:
    """For the attorney of the local child support agency, before any hearing; stays inside the office."""

    title: Traced[str] = fact("Title", required=True)
    office: Office
    caption: CourtCaption
    case: SupportCase
    hearing: Hearing
    obligor: Party
    obligee: Party
    children: tuple[Child, ...]
    parentage: Traced[str | None] = fact("Parentage of each child and what it rests on", required=True, entry=True)
    aid_status: Traced[str | None] = fact("Public aid now and in the past", required=True, entry=True)
    custody: tuple[Custody, ...]
    military: MilitaryCheck
    order: tuple[SupportOrder, ...]
    earlier_orders: tuple[SupportOrder, ...]
    arrears: Arrears
    state_balance: tuple[StateBalance, ...]
    months: tuple[MonthOfSupport, ...]
    guideline: Guideline
    withholding_status: Traced[str | None] = fact("Income withholding: in force or not", required=True, entry=True)
    earning_capacity: Traced[str | None] = fact("Earning capacity: factors known and diligence", entry=True)
    services: tuple[Service, ...]
    notice: tuple[Notice, ...]
    jobs: tuple[Job, ...]
    assets: tuple[Asset, ...]
    licences: tuple[Asset, ...]
    contempt: tuple[ContemptScreening, ...]
    positions: Traced[str | None] = fact("Positions of the parents", entry=True)
    recommendation: Traced[str | None] = fact("Agent's recommendation", required=True, entry=True)
