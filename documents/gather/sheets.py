"""Gathers the facts of the other North Carolina fact sheets and of the agent's testimony outline."""

from collections.abc import Callable
from typing import Any

from documents.facts import sheets
from documents.gather import people, support
from documents.gather.calendar import hearing_facts, notice_facts, service_facts
from documents.gather.changing import change, compliance
from documents.gather.contempt import contempt_section
from documents.gather.establishing import guidelines, paternity, proposal
from documents.gather.heading import caption, office, support_case
from documents.gather.matter import Matter
from documents.gather.paid import YEAR_OF_MONTHS
from documents.gather.people import note
from documents.gather.registering import registration
from kernel.traced import Traced, computed


def establishment_sheet(of: Matter) -> sheets.EstablishmentSheet:
    """For a hearing that establishes paternity or support."""
    return sheets.EstablishmentSheet(
        **in_court(of, "Establishment fact sheet"),
        orders=support.orders(of.record, of.as_of),
        paternity=paternity(of),
        jobs=people.jobs(of.record),
        obligee_jobs=people.jobs(of.record, "obligee"),
        guidelines=guidelines(of),
        proposal=proposal(of),
        recommendation=note(of.record, "recommendation"),
    )


def modification_sheet(of: Matter) -> sheets.ModificationSheet:
    """For a motion to modify support; without an order there is nothing to compare."""
    return sheets.ModificationSheet(
        **in_court(of, "Modification fact sheet"),
        **_money(of),
        change=tuple(change(of, order) for order in support.orders(of.record, of.as_of)[:1]),
        guidelines=guidelines(of),
        proposal=proposal(of),
        jobs=people.jobs(of.record),
        obligee_jobs=people.jobs(of.record, "obligee"),
        recommendation=note(of.record, "recommendation"),
    )


def review_sheet(of: Matter) -> sheets.ReviewSheet:
    """For a review of what was done under an order."""
    return sheets.ReviewSheet(
        **in_court(of, "Review fact sheet"),
        **_money(of),
        **_means(of),
        compliance=compliance(of),
        recommendation=note(of.record, "recommendation"),
    )


def registration_sheet(of: Matter) -> sheets.RegistrationSheet:
    """For the registration of another state's order."""
    return sheets.RegistrationSheet(
        **in_court(of, "Registration fact sheet"),
        **_money(of),
        **_means(of),
        registration=registration(of),
        recommendation=note(of.record, "recommendation"),
    )


def testimony_outline(of: Matter) -> sheets.TestimonyOutline:
    """For the agent who is called as a witness."""
    payments = support.payments(of.record, of.as_of)
    kept = [one for one in payments if not one.returned.value]
    return sheets.TestimonyOutline(
        **in_court(of, "Testimony outline"),
        **_money(of),
        **_means(of),
        witness=note(of.record, "witness"),
        payments_on_record=_counted(of, len(kept)),
        payments_returned=_counted(of, len(payments) - len(kept)),
        first_payment_on=_counted(of, kept[0].collected_on.value if kept else None),
        contempt=contempt_section(of),
    )


def in_court(of: Matter, title: str) -> dict[str, Any]:
    """The fields of ``CaseInCourt``."""
    record, on = of.record, of.hearing.on
    return {
        "title": Traced(title, of.hearing.trace),
        "office": office(of),
        "caption": caption(of),
        "case": support_case(record),
        "hearing": hearing_facts(of.hearing, of.kind),
        "obligor": people.party(record, "obligor"),
        "obligee": people.party(record, "obligee"),
        "children": people.children(record, on),
        "custody": people.custody(record),
        "military": people.military_check(record, on),
        "services": service_facts(of.services),
        "notice": notice_facts(of.notice, of.kind) if of.notice else (),
    }


def _money(of: Matter) -> dict[str, Any]:
    orders = support.orders(of.record, of.as_of)
    return {
        "order": orders[:1],
        "earlier_orders": orders[1:],
        "arrears": support.arrears(of.record, of.as_of),
        "state_balance": support.state_balance(of.record, of.as_of),
        "months": support.months_of_support(of.record, of.as_of, last=YEAR_OF_MONTHS),
    }


def _means(of: Matter) -> dict[str, Any]:
    return {
        "jobs": people.jobs(of.record),
        "assets": people.assets(of.record, licences=False),
        "licences": people.assets(of.record, licences=True),
    }


def _counted(of: Matter, value: object) -> Traced:  # type: ignore[type-arg]
    return computed(value, rule="payments on record", inputs=("payments",), as_of=of.as_of)


GATHER: dict[str, Callable[[Matter], Any]] = {
    "EstablishmentSheet": establishment_sheet,
    "ModificationSheet": modification_sheet,
    "ReviewSheet": review_sheet,
    "RegistrationSheet": registration_sheet,
    "TestimonyOutline": testimony_outline,
}
