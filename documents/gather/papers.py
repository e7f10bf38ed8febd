"""Puts the facts of a paper together from the record, the calendar and the office's settings."""

from collections.abc import Callable
from datetime import date
from typing import Any

from cases.errors import NoOrder, NothingOwed
from cases.queries import CaseRecord
from cases.trace import traced
from documents.facts import (
    CaseFacts,
    FactSheet,
    MotionToShowCause,
    NamedChild,
    PaymentHistory,
)
from documents.gather import accounts, california, contempt_sheet, filings, orders, people, sheets, support, worksheets
from documents.gather.calendar import hearing_facts, notice_facts, service_facts
from documents.gather.contempt import contempt_section
from documents.gather.heading import caption, office, support_case
from documents.gather.matter import CONTEMPT, Matter
from documents.gather.paid import YEAR_OF_MONTHS
from documents.gather.people import note
from kernel.disclosure import Disclosure
from kernel.money import ZERO
from kernel.traced import Traced


def gathered(facts: str, of: Matter) -> Any:
    """The facts tree of the type that a manifest names. Raises NoOrder or NothingOwed."""
    return _GATHER[facts](of)


def fact_sheet(of: Matter) -> FactSheet:
    """The facts of the sheet that the attorney reads before a hearing of any type."""
    record, on = of.record, of.hearing.on
    orders = support.orders(record, of.as_of)
    months = support.months_of_support(record, of.as_of, last=YEAR_OF_MONTHS)
    heading = "Contempt fact sheet" if of.kind.kind == CONTEMPT else "Hearing fact sheet"
    return FactSheet(
        title=Traced(heading, of.hearing.trace),
        office=office(of),
        caption=caption(of),
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
        notice=notice_facts(of.notice, of.kind) if of.notice else (),
        jobs=people.jobs(record),
        assets=people.assets(record, licences=False),
        licences=people.assets(record, licences=True),
        contempt=contempt_section(of),
        recommendation=note(record, "recommendation"),
    )


def motion_to_show_cause(of: Matter) -> MotionToShowCause:
    """The facts that G.S. 50-13.9(d) puts into the public file, and nothing else. Raises NoOrder or NothingOwed."""
    orders = support.orders(of.record, of.as_of)
    if not orders:
        raise NoOrder(of.record.case_no)
    overdue = support.arrears(of.record, of.as_of)
    if overdue.total.value <= ZERO:
        raise NothingOwed(of.record.case_no, of.as_of)
    return MotionToShowCause(
        office=office(of),
        caption=caption(of),
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
        office=office(of),
        caption=caption(of),
        case_number=traced(of.record.header, of.record.case_no),
        obligor=people.party(of.record, "obligor").name,
        obligee=people.party(of.record, "obligee").name,
        hearing=hearing_facts(of.hearing, of.kind),
        order=support.orders(of.record, of.as_of)[:1],
        arrears=support.arrears(of.record, of.as_of),
        months=support.months_of_support(of.record, of.as_of),
        payments=support.payments(of.record, of.as_of),
    )


def case_facts(record: CaseRecord, as_of: date) -> CaseFacts:
    """Every fact of a case as known on a day, with or without a hearing."""
    orders = support.orders(record, as_of)
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


_GATHER: dict[str, Callable[[Matter], Any]] = {
    "FactSheet": fact_sheet,
    "MotionToShowCause": motion_to_show_cause,
    "PaymentHistory": payment_history,
    **sheets.GATHER,
    **contempt_sheet.GATHER,
    **filings.GATHER,
    **orders.GATHER,
    **california.GATHER,
    **accounts.GATHER,
    **worksheets.GATHER,
}
