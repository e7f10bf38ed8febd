"""Gathers the facts of North Carolina's proposed orders."""

from collections.abc import Callable
from typing import Any

from cases.errors import NoOrder, NothingOwed
from cases.trace import nowhere
from documents.facts import Address, SupportOrder, orders
from documents.gather import people, support
from documents.gather.calendar import notice_facts, service_facts
from documents.gather.changing import change
from documents.gather.contempt import minors
from documents.gather.entries import entries, entry
from documents.gather.establishing import guidelines, paternity_of_children, proposal
from documents.gather.filed import heading, on_obligor
from documents.gather.matter import Matter
from documents.gather.noted import filled_up, noted
from documents.gather.paid import paid_in_year
from hearings.notice import completed
from kernel.disclosure import Audience, Disclosure, may_see
from kernel.money import ZERO


def order_of_contempt(of: Matter) -> orders.OrderOfContempt:
    """Civil contempt for support that was not paid. Raises NoOrder or NothingOwed."""
    order, overdue = _order(of), support.arrears(of.record, of.as_of)
    if overdue.total.value <= ZERO:
        raise NothingOwed(of.record.case_no, of.as_of)
    return orders.OrderOfContempt(
        **heading(of),
        services=_served(of),
        order=order,
        children=people.children(of.record, of.hearing.on),
        arrears=overdue,
        findings=orders.ContemptFindings(
            minors=minors(of),
            year=paid_in_year(of.record, of.as_of),
            **filled_up(entries(of.record, orders.ContemptFindings, Disclosure.PARTY), noted(of, Disclosure.PARTY)),
        ),
    )


def order_establishing_support(of: Matter) -> orders.OrderEstablishingSupport:
    """A first order of support, with paternity where it is at issue."""
    return orders.OrderEstablishingSupport(
        **_of_support(of),
        paternity=paternity_of_children(of),
        **entries(of.record, orders.OrderEstablishingSupport, Disclosure.PARTY),
    )


def order_modifying_support(of: Matter) -> orders.OrderModifyingSupport:
    """A changed order of support. Raises NoOrder."""
    order = _order(of)
    return orders.OrderModifyingSupport(
        **_of_support(of),
        order=order,
        change=change(of, order),
        finding_change=entry(of.record, "finding_change").as_(Disclosure.PARTY),
        arrears=support.arrears(of.record, of.as_of),
    )


def _of_support(of: Matter) -> dict[str, Any]:
    """The fields of ``OrderOfSupport``."""
    obligor, obligee = (people.party(of.record, role) for role in ("obligor", "obligee"))
    children = people.children(of.record, of.hearing.on)
    hidden = obligee.protected.value or any(child.protected.value for child in children)
    return {
        **heading(of),
        "births": orders.Births(obligor_born_on=obligor.born_on, obligee_born_on=obligee.born_on),
        "address": () if hidden else (_address(obligee.addresses),),
        "children": children,
        "services": _served(of),
        "notice": notice_facts(of.notice, of.kind) if of.notice else (),
        "guidelines": guidelines(of),
        "proposal": proposal(of),
    }


def _order(of: Matter) -> SupportOrder:
    found = support.orders(of.record, of.as_of)
    if not found:
        raise NoOrder(of.record.case_no)
    return found[0]


def _served(of: Matter) -> tuple[Any, ...]:
    """The completed service on the obligor, the last one."""
    done = [one for one in on_obligor(of) if completed(one, of.as_of)]
    return service_facts(done[-1:])


def _address(known: tuple[Address, ...]) -> orders.AddressInOrder:
    """What the order says of where the custodial parent lives: nothing that only a registry told."""
    current = [
        one for one in known if one.ended_on.value is None and may_see(Audience.COURT, one.written.disclosure)
    ]
    written = {one.kind.value: one.written for one in reversed(current)}
    lacking = nowhere("current address of the custodial parent")
    return orders.AddressInOrder(
        residence=written.get("residence", lacking), mailing=written.get("mailing", lacking)
    )


GATHER: dict[str, Callable[[Matter], Any]] = {
    "OrderOfContempt": order_of_contempt,
    "OrderEstablishingSupport": order_establishing_support,
    "OrderModifyingSupport": order_modifying_support,
}
