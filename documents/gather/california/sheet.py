"""Gathers the fact sheet of a local child support agency."""

from documents.facts.california import CaliforniaFactSheet
from documents.gather import people, support
from documents.gather.calendar import hearing_facts, notice_facts, service_facts
from documents.gather.california.contempt import screening
from documents.gather.california.heading import court_caption
from documents.gather.california.order import guideline
from documents.gather.heading import office, support_case
from documents.gather.matter import Matter
from documents.gather.people import note
from kernel.traced import Traced

YEAR_OF_MONTHS = 12
CONTEMPT = "contempt"
WRITTEN = ("parentage", "aid_status", "withholding_status", "earning_capacity", "positions", "recommendation")


def fact_sheet(of: Matter) -> CaliforniaFactSheet:
    """The facts of the sheet that the attorney reads before a hearing of any type."""
    record, on = of.record, of.hearing.on
    orders = support.orders(record, of.as_of)
    return CaliforniaFactSheet(
        title=Traced("Contempt fact sheet" if of.kind.kind == CONTEMPT else "Hearing fact sheet", of.hearing.trace),
        office=office(of),
        caption=court_caption(of),
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
        months=support.months_of_support(record, of.as_of, last=YEAR_OF_MONTHS),
        guideline=guideline(of),
        services=service_facts(of.services),
        notice=notice_facts(of.notice, of.kind) if of.notice else (),
        jobs=people.jobs(record),
        assets=people.assets(record, licences=False),
        licences=people.assets(record, licences=True),
        contempt=(screening(of),) if of.kind.kind == CONTEMPT else (),
        **{name: note(record, name) for name in WRITTEN},
    )
