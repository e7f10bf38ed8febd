"""The facts of North Carolina's filings: complaint, motions, notices, affidavits, certificates."""

from dataclasses import dataclass
from datetime import date

from documents.facts.field import fact
from documents.facts.matter import Filing
from documents.facts.papers import NamedChild
from documents.facts.people import Address, Custody, MilitaryCheck
from documents.facts.service import Service
from documents.facts.support import Arrears, MonthOfSupport, Payment, SupportOrder
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildInNeed:
    """A child for whom support is asked. The public file gets the year of birth; the certificate has the day."""

    name: Traced[str] = fact("Name of child", required=True)
    born_in: Traced[int | None] = fact("Child's year of birth", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistancePaid:
    """Public assistance for the children, which is a debt to the State (G.S. 110-135)."""

    assistance_paid: Traced[Money | None] = fact("Public assistance paid", required=True, entry=True)
    assistance_period: Traced[str | None] = fact(
        "Months in which public assistance was paid", required=True, entry=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint(Filing):
    """To establish paternity, support or both (G.S. 49-14, 50-13.4). Tells no one's address, work or wages."""

    children: tuple[ChildInNeed, ...]
    paternity_at_issue: Traced[bool] = fact("Paternity is at issue", required=True)
    pleaded_paternity: Traced[str | None] = fact("Facts on which paternity rests", required=True, entry=True)
    obligor_is_minor: Traced[bool] = fact("Obligor is under 18", required=True)
    pleaded_venue: Traced[str | None] = fact("Why the action belongs in this county", required=True, entry=True)
    pleaded_jurisdiction: Traced[str | None] = fact("Ground of personal jurisdiction outside the State", entry=True)
    earlier_orders: tuple[SupportOrder, ...]
    pleaded_retroactive: Traced[str | None] = fact("Past support asked for", entry=True)
    assistance: tuple[AssistancePaid, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummonsDataSheet(Filing):
    """What the clerk's civil summons needs. Of a protected defendant it holds no address."""

    language: Traced[str | None] = fact("Language of the obligor")
    obligor_is_minor: Traced[bool] = fact("Obligor is under 18", required=True)
    addresses: tuple[Address, ...]
    address_withheld: Traced[bool] = fact("Address for service is not stated", required=True)
    custody: tuple[Custody, ...]
    summonses: tuple[Service, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionToModify(Filing):
    """A motion in the cause on changed circumstances (G.S. 50-13.7, 50-13.10)."""

    children: tuple[NamedChild, ...]
    order: SupportOrder
    order_age: Traced[int] = fact("Full years since the order was entered", required=True)
    pleaded_change: Traced[str | None] = fact("Changed circumstances since the order", required=True, entry=True)
    pleaded_relief: Traced[str | None] = fact("Modification that is asked for", required=True, entry=True)
    guideline_support: Traced[Money | None] = fact("Support under the Guidelines now", entry=True)
    difference: Traced[str | None] = fact("Difference between the Guidelines and the order")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOfHearing(Filing):
    """When and where a motion will be heard (G.S. 50-13.5(d) and (e); Rule 6(d))."""

    children: tuple[NamedChild, ...]
    matter_noticed: Traced[str | None] = fact("Motion or matter that will be heard", required=True, entry=True)
    under_order: Traced[bool] = fact("A support order is in force", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class AffidavitOfArrears(Filing):
    """The account of the arrears under oath, with the payment records (G.S. 50-13.9(b1)), without payment sources."""

    children: tuple[NamedChild, ...]
    orders: tuple[SupportOrder, ...]
    arrears: Arrears
    custody: tuple[Custody, ...]
    months: tuple[MonthOfSupport, ...]
    payments: tuple[Payment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiligenceAffidavit(Filing):
    """Attempts to serve the obligor, from the service record and nothing else (45 CFR 303.4(d); Rule 4(j1))."""

    attempts: tuple[Service, ...]
    tried: Traced[int] = fact("Number of attempts", required=True)
    first_tried_on: Traced[date] = fact("First attempt", required=True)
    last_tried_on: Traced[date] = fact("Last attempt", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicemembersDeclaration(Filing):
    """Whether the obligor is in military service, with the facts (50 U.S.C. 3931(b))."""

    military: MilitaryCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonServed:
    """One person on whom papers are served under Rule 5. Where a protected person is served never stands here."""

    name: Traced[str] = fact("Name of the person served", required=True)
    role: Traced[str] = fact("Role of the person served", required=True)
    counsel: Traced[str | None] = fact("Attorney of record", entry=True)
    address: Traced[str | None] = fact("Service address")
    address_withheld: Traced[bool] = fact("Address for service is not stated", required=True)
    e_service: Traced[str | None] = fact("Consent to e-service on file", entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateOfService(Filing):
    """Which papers were served, on whom, how and when (Rule 5)."""

    served_papers: Traced[str | None] = fact("Papers that the certificate is for", required=True, entry=True)
    persons: tuple[PersonServed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLicense:
    """A licensing privilege by name alone, as the court must find it (G.S. 50-13.12(b))."""

    description: Traced[str] = fact("License", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionToRevokeLicenses(Filing):
    """On one month's support behind (G.S. 50-13.12) or ninety days in arrears (G.S. 110-142.2)."""

    children: tuple[NamedChild, ...]
    order: SupportOrder
    arrears: Arrears
    licenses: tuple[NamedLicense, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderOfContinuance(Filing):
    """Moves a hearing for a stated cause to a stated day (G.S. 50-32)."""

    continuance_cause: Traced[str | None] = fact("Cause of the continuance", required=True, entry=True)
    continued_to: Traced[str | None] = fact("New date, time and courtroom of the hearing", required=True, entry=True)
    establishing: Traced[bool] = fact("The action is to establish support", required=True)
    paternity_at_issue: Traced[bool] = fact("Paternity is at issue", required=True)
    for_contempt: Traced[bool] = fact("The hearing is on an order to show cause", required=True)
    served: Traced[bool] = fact("The obligor was served for this hearing", required=True)
    order: tuple[SupportOrder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderOfDismissal(Filing):
    """Dismissal without prejudice, with its reasons (Rule 41; 45 CFR 303.4(e))."""

    dismissed_claim: Traced[str | None] = fact("Action or motion that is dismissed", required=True, entry=True)
    dismissal_reason: Traced[str | None] = fact("Reasons for the dismissal", required=True, entry=True)
    seek_again: Traced[str | None] = fact("When an order will be sought again", entry=True)
    establishing: Traced[bool] = fact("The action is to establish support", required=True)
    order: tuple[SupportOrder, ...]


PAPERS: tuple[type, ...] = (
    Complaint,
    SummonsDataSheet,
    MotionToModify,
    NoticeOfHearing,
    AffidavitOfArrears,
    DiligenceAffidavit,
    ServicemembersDeclaration,
    CertificateOfService,
    MotionToRevokeLicenses,
    OrderOfContinuance,
    OrderOfDismissal,
)
