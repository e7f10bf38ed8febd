"""Puts the facts of a paper together from the record, the calendar and the office's settings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from cases.errors import NoOrder, NothingOwed
from cases.names import spoken
from cases.queries import CaseRecord, case_record
from cases.trace import nowhere, traced
from documents.facts import (
    Caption,
    CaseFacts,
    Contempt,
    FactSheet,
    MotionToShowCause,
    NamedChild,
    Office,
    PaymentHistory,
    SupportCase,
)
from documents.gather import people, support
from documents.gather.calendar import hearing_facts, notice_facts, service_facts
from documents.gather.people import note
from hearings.facts import NoticeGiven, Served, SetHearing
from hearings.notice import notice_given
from hearings.queries import hearing as set_hearing
from hearings.queries import services as services_of
from kernel.disclosure import Disclosure
from kernel.money import ZERO, Money, total
from kernel.refusals import Refused
from kernel.traced import Trace, Traced, computed
from law.hearing_types import HearingType
from law.states import law_of
from offices.facts import OfficeSettings
from offices.queries import agent_named, settings_of, state_of

YEAR_OF_MONTHS = 12
CONTEMPT = "contempt"


@dataclass(frozen=True, slots=True)
class Matter:
    """Everything that the papers of one hearing are gathered from, as known on a day."""

    hearing: SetHearing
    kind: HearingType
    record: CaseRecord
    services: tuple[Served, ...]
    notice: NoticeGiven | None
    """None when the notice cannot be counted; ``uncounted`` then says why."""
    uncounted: str
    office: OfficeSettings
    agent: str | None
    as_of: date


def matter(db: Session, office_id: int, hearing_id: int, *, as_of: date) -> Matter:
    """The matter of a hearing. Raises NoSuchHearing."""
    hearing = set_hearing(db, office_id, hearing_id)
    kind = law_of(state_of(db, office_id)).hearing_type_or_other(hearing.code)
    record = case_record(db, office_id, hearing.case_no)
    services = tuple(services_of(db, office_id, hearing.case_no, as_of=as_of))
    notice, uncounted = _notice(kind, hearing, services, as_of)
    return Matter(
        hearing,
        kind,
        record,
        services,
        notice,
        uncounted,
        settings_of(db, office_id),
        agent_named(db, office_id, record.header.worker),
        as_of,
    )


def _notice(
    kind: HearingType, hearing: SetHearing, services: tuple[Served, ...], as_of: date
) -> tuple[NoticeGiven | None, str]:
    try:
        return notice_given(kind, hearing.on, services, as_of=as_of), ""
    except Refused as refused:
        return None, str(refused)


def gathered(facts: str, of: Matter) -> Any:
    """The facts tree of the type that a manifest names. Raises NoOrder or NothingOwed."""
    return _GATHER[facts](of)


def fact_sheet(of: Matter) -> FactSheet:
    """The facts of the sheet that the attorney reads before a hearing of any type."""
    record, on = of.record, of.hearing.on
    orders = support.orders(record)
    months = support.months_of_support(record, of.as_of, last=YEAR_OF_MONTHS)
    heading = "Contempt fact sheet" if of.kind.kind == CONTEMPT else "Hearing fact sheet"
    return FactSheet(
        title=Traced(heading, of.hearing.trace),
        office=_office(of),
        caption=_caption(of),
        case=support_case(record),
        hearing=hearing_facts(of.hearing, of.kind),
        obligor=people.party(record, "obligor"),
        obligee=people.party(record, "obligee"),
        children=people.children(record, on),
        custody=people.custody(record),
        military=people.military_check(record, on),
        order=orders[:1],
        earlier_orders=orders[1:],
        arrears=support.arrears(record, of.as_of),
        state_balance=support.state_balance(record, of.as_of),
        months=months,
        services=service_facts(of.services),
        notice=notice_facts(of.notice) if of.notice else (),
        jobs=people.jobs(record),
        assets=people.assets(record, licences=False),
        licences=people.assets(record, licences=True),
        contempt=(_contempt(of),) if of.kind.kind == CONTEMPT else (),
        recommendation=note(record, "recommendation"),
    )


def motion_to_show_cause(of: Matter) -> MotionToShowCause:
    """The facts that G.S. 50-13.9(d) puts into the public file, and nothing else. Raises NoOrder or NothingOwed."""
    orders = support.orders(of.record)
    if not orders:
        raise NoOrder(of.record.case_no)
    overdue = support.arrears(of.record, of.as_of)
    if overdue.total.value <= ZERO:
        raise NothingOwed(of.record.case_no, of.as_of)
    return MotionToShowCause(
        office=_office(of),
        caption=_caption(of),
        case_number=traced(of.record.header, of.record.case_no),
        obligor=people.party(of.record, "obligor").name,
        obligee=people.party(of.record, "obligee").name,
        children=tuple(NamedChild(name=child.name) for child in people.children(of.record, of.hearing.on)),
        order=orders[0],
        arrears=overdue,
        withholding=note(of.record, "withholding").as_(Disclosure.OPEN),
        hearing=hearing_facts(of.hearing, of.kind),
    )


def payment_history(of: Matter) -> PaymentHistory:
    """The agency's payment record for the court (G.S. 50-13.9(b1))."""
    return PaymentHistory(
        office=_office(of),
        caption=_caption(of),
        case_number=traced(of.record.header, of.record.case_no),
        obligor=people.party(of.record, "obligor").name,
        obligee=people.party(of.record, "obligee").name,
        hearing=hearing_facts(of.hearing, of.kind),
        order=support.orders(of.record)[:1],
        arrears=support.arrears(of.record, of.as_of),
        months=support.months_of_support(of.record, of.as_of),
        payments=support.payments(of.record, of.as_of),
    )


def case_facts(record: CaseRecord, as_of: date) -> CaseFacts:
    """Every fact of a case as known on a day, with or without a hearing."""
    orders = support.orders(record)
    return CaseFacts(
        case=support_case(record),
        obligor=people.party(record, "obligor"),
        obligee=people.party(record, "obligee"),
        children=people.children(record, as_of),
        custody=people.custody(record),
        military=people.military_check(record, as_of),
        order=orders[:1],
        earlier_orders=orders[1:],
        arrears=support.arrears(record, as_of),
        state_balance=support.state_balance(record, as_of),
        months=support.months_of_support(record, as_of),
        payments=support.payments(record, as_of),
        jobs=people.jobs(record),
        assets=people.assets(record, licences=False),
        licences=people.assets(record, licences=True),
    )


def support_case(record: CaseRecord) -> SupportCase:
    """The case in the state's system."""
    header = record.header
    return SupportCase(
        number=traced(header, record.case_no),
        kind=traced(header, header.case_type),
        status=traced(header, header.status),
        process=traced(header, header.process_status),
        opened_on=traced(header, header.opened_on),
        docket_number=traced(header, header.docket),
        worker=traced(header, header.worker),
        family_violence=traced(header, header.family_violence),
    )


def _contempt(of: Matter) -> Contempt:
    months = support.months_of_support(of.record, of.as_of, last=YEAR_OF_MONTHS)
    children = people.children(of.record, of.hearing.on)
    minors = sum(1 for child in children if child.age.value is not None and child.age.value < 18)

    def in_year(amounts: Callable[[Any], Money]) -> Traced[Money]:
        return computed(
            total(amounts(month) for month in months),
            rule="sum over the last 12 months",
            inputs=("months",),
            as_of=of.as_of,
        )

    entries = {name: note(of.record, name) for name in _WRITTEN}
    return Contempt(
        minors=computed(minors, rule="children under 18 on the hearing day", inputs=("children", "hearing.on")),
        ordered_in_year=in_year(lambda month: month.ordered.value),
        paid_in_year=in_year(lambda month: month.paid.value),
        purge_amount=people.money_note(of.record, "purge_amount"),
        **entries,
    )


_WRITTEN = (
    "withholding",
    "screening",
    "ability",
    "subsistence",
    "willfulness",
    "health",
    "job_search",
    "household",
    "prior_contempts",
    "counsel_status",
    "purge_evidence",
    "alternatives",
)


def _office(of: Matter) -> Office:
    settings = of.office
    street, _, town = settings.address.partition("\n")

    def set_by_office(value: str | None) -> Traced[Any]:
        return Traced(value or None, Trace("Office settings", settings.letterhead))

    return Office(
        name=set_by_office(settings.letterhead),
        street=set_by_office(street),
        town=set_by_office(town),
        phone=set_by_office(settings.phone),
        attorney=set_by_office(settings.attorney_name),
        attorney_title=set_by_office(settings.attorney_title),
        bar_number=set_by_office(settings.attorney_bar_number),
        attorney_email=set_by_office(settings.attorney_email),
        agent=set_by_office(of.agent or settings.representative),
        agent_title=set_by_office(settings.representative_title),
    )


def _caption(of: Matter) -> Caption:
    record = of.record
    obligor, obligee = record.person("obligor"), record.person("obligee")
    county = Traced(of.office.county, Trace("Office settings", of.office.letterhead))
    named = of.office.plaintiff.format(county=of.office.county, obligee=spoken(obligee.name) if obligee else "")
    return Caption(
        county=county,
        plaintiff=traced(obligee, named) if obligee else nowhere("obligee"),
        defendant=traced(obligor, spoken(obligor.name)) if obligor else nowhere("obligor"),
        file_number=Traced(of.hearing.docket or record.header.docket, of.hearing.trace),
    )


_GATHER: dict[str, Callable[[Matter], Any]] = {
    "FactSheet": fact_sheet,
    "MotionToShowCause": motion_to_show_cause,
    "PaymentHistory": payment_history,
}
