"""Gathers the facts of North Carolina's filings: complaint, motions, notices, affidavits, certificates."""

from collections.abc import Callable
from typing import Any

from cases.errors import NoOrder, NothingOwed
from cases.guideline.comparing import in_percent
from documents.errors import NoGround
from documents.facts import NamedChild, SupportOrder, filings
from documents.gather import people, process, support
from documents.gather.changing import guideline_support
from documents.gather.filed import by_type, heading, obligor_is_minor, on_obligor, pleaded, under_18
from documents.gather.matter import Matter
from documents.gather.people import age_on, money_note
from documents.gather.told_by import REGISTRIES, TOLD_BY
from hearings.notice import completed, that_count
from kernel.disclosure import Disclosure
from kernel.money import ZERO, Money
from kernel.traced import computed

ESTABLISHMENT, CONTEMPT = "establishment", "contempt"
PATERNITY, DEBT = "49-14", "110-135"
"""Statutes by which a type of hearing tells that paternity, or a debt for public assistance, is at issue."""
ASSISTED = frozenset({"TANF", "Arrears only, former assistance"})
"""Types of case in which the family receives, or did receive, public assistance."""
VOUCHED_FOR = frozenset(words for code, words in TOLD_BY.items() if code not in REGISTRIES)
"""Tellers whom a court paper may repeat (45 CFR 303.21)."""


def complaint(of: Matter) -> filings.Complaint:
    """To establish paternity or support. Raises NoGround where no child is a minor and no assistance is claimed."""
    assistance = _assistance(of)
    young = [row for row in of.record.children if row.died_on is None and under_18(row, of.as_of)]
    if not young and not assistance:
        raise NoGround("complaint", of.record.case_no, "no child of the case is under 18")
    return filings.Complaint(
        **heading(of, new_action=True),
        children=tuple(
            filings.ChildInNeed(name=child.name, born_in=child.name.told(row.born_on.year if row.born_on else None))
            for child, row in zip(people.children(of.record, of.as_of), of.record.children, strict=True)
            if row in young or not young
        ),
        paternity_at_issue=by_type(of, PATERNITY in of.kind.cite),
        pleaded_paternity=pleaded(of, "pleaded_paternity"),
        obligor_is_minor=obligor_is_minor(of),
        pleaded_venue=pleaded(of, "pleaded_venue"),
        pleaded_jurisdiction=pleaded(of, "pleaded_jurisdiction"),
        earlier_orders=support.orders(of.record, of.as_of),
        pleaded_retroactive=pleaded(of, "pleaded_retroactive"),
        assistance=assistance,
    )


def motion_to_modify(of: Matter) -> filings.MotionToModify:
    """A motion in the cause on changed circumstances. Raises NoOrder, or NoGround where the order has ended."""
    order = _order(of)
    if order.ended_on.value is not None and order.ended_on.value <= of.as_of:
        raise NoGround("motion to modify", of.record.case_no, "the support order has ended")
    now = guideline_support(of).as_(Disclosure.OPEN)
    return filings.MotionToModify(
        **heading(of),
        children=_named(of),
        order=order,
        order_age=computed(
            age_on(order.ordered_on.value, of.as_of), rule="full years since the order", inputs=("order.ordered_on",)
        ),
        pleaded_change=pleaded(of, "pleaded_change"),
        pleaded_relief=pleaded(of, "pleaded_relief"),
        guideline_support=now,
        difference=computed(
            _in_percent(now.value, order.monthly_support.value),
            rule="support under the Guidelines beside the order, in percent of the order",
            inputs=("guideline_support", "order.monthly_support"),
        ),
    )


def notice_of_hearing(of: Matter) -> filings.NoticeOfHearing:
    """When and where a motion will be heard."""
    return filings.NoticeOfHearing(
        **heading(of),
        children=_named(of),
        matter_noticed=pleaded(of, "matter_noticed"),
        under_order=computed(bool(of.record.orders), rule="an order is on record", inputs=("order",)),
    )


def affidavit_of_arrears(of: Matter) -> filings.AffidavitOfArrears:
    """The account of the arrears under oath. Raises NoOrder, or NoGround where nothing is owed."""
    _order(of)
    overdue = support.arrears(of.record, of.as_of)
    if overdue.total.value <= ZERO:
        why = f"nothing is overdue on {of.as_of:%B %-d, %Y}"
        raise NoGround("affidavit of arrears", of.record.case_no, why)
    return filings.AffidavitOfArrears(
        **heading(of),
        children=_named(of),
        orders=support.orders(of.record, of.as_of),
        arrears=overdue,
        custody=people.custody(of.record),
        months=support.months_of_support(of.record, of.as_of),
        payments=support.payments(of.record, of.as_of),
    )


def motion_to_revoke_licenses(of: Matter) -> filings.MotionToRevokeLicenses:
    """Raises NoOrder, NothingOwed, or NoGround below one month's support and ninety days."""
    order, overdue = _order(of), support.arrears(of.record, of.as_of)
    if overdue.total.value <= ZERO:
        raise NothingOwed(of.record.case_no, of.as_of)
    if not (overdue.one_month_behind.value or overdue.ninety_days_behind.value):
        why = "the arrears are less than one month's support and less than ninety days old"
        raise NoGround("motion to revoke licenses", of.record.case_no, why)
    return filings.MotionToRevokeLicenses(
        **heading(of),
        children=_named(of),
        order=order,
        arrears=overdue,
        licenses=tuple(
            filings.NamedLicense(description=one.description.as_(Disclosure.OPEN))
            for one in people.assets(of.record, licences=True)
            if one.source.value in VOUCHED_FOR
        ),
    )


def order_of_continuance(of: Matter) -> filings.OrderOfContinuance:
    """Moves a hearing for a stated cause to a stated day."""
    served = any(completed(one, of.as_of) for one in that_count(of.kind, on_obligor(of)))
    return filings.OrderOfContinuance(
        **heading(of),
        continuance_cause=pleaded(of, "continuance_cause"),
        continued_to=pleaded(of, "continued_to"),
        establishing=by_type(of, of.kind.kind == ESTABLISHMENT),
        paternity_at_issue=by_type(of, PATERNITY in of.kind.cite),
        for_contempt=by_type(of, of.kind.kind == CONTEMPT),
        served=computed(served, rule="service of the hearing's own papers", inputs=("services",)),
        order=support.orders(of.record, of.as_of)[:1],
    )


def order_of_dismissal(of: Matter) -> filings.OrderOfDismissal:
    """Dismissal without prejudice, with its reasons."""
    return filings.OrderOfDismissal(
        **heading(of),
        dismissed_claim=pleaded(of, "dismissed_claim"),
        dismissal_reason=pleaded(of, "dismissal_reason"),
        seek_again=pleaded(of, "seek_again"),
        establishing=by_type(of, of.kind.kind == ESTABLISHMENT),
        order=support.orders(of.record, of.as_of)[:1],
    )


def _order(of: Matter) -> SupportOrder:
    orders = support.orders(of.record, of.as_of)
    if not orders:
        raise NoOrder(of.record.case_no)
    return orders[0]


def _named(of: Matter) -> tuple[NamedChild, ...]:
    return tuple(NamedChild(name=child.name) for child in people.children(of.record, of.hearing.on))


def _assistance(of: Matter) -> tuple[filings.AssistancePaid, ...]:
    paid = money_note(of.record, "assistance_paid").as_(Disclosure.OPEN)
    claimed = DEBT in of.kind.cite or of.record.header.case_type in ASSISTED or paid.value is not None
    period = pleaded(of, "assistance_period")
    return (filings.AssistancePaid(assistance_paid=paid, assistance_period=period),) if claimed else ()


def _in_percent(now: Money | None, ordered: Money) -> str | None:
    """``22.0 percent more``; None where one of the two is not known or nothing was ordered."""
    share = in_percent(now - ordered, ordered) if now is not None else None
    if now is None or share is None:
        return None
    return f"{abs(share)} percent {'more' if now > ordered else 'less'}" if now != ordered else "no different"


GATHER: dict[str, Callable[[Matter], Any]] = {
    "Complaint": complaint,
    "SummonsDataSheet": process.summons_data_sheet,
    "MotionToModify": motion_to_modify,
    "NoticeOfHearing": notice_of_hearing,
    "AffidavitOfArrears": affidavit_of_arrears,
    "DiligenceAffidavit": process.diligence_affidavit,
    "ServicemembersDeclaration": process.servicemembers_declaration,
    "CertificateOfService": process.certificate_of_service,
    "MotionToRevokeLicenses": motion_to_revoke_licenses,
    "OrderOfContinuance": order_of_continuance,
    "OrderOfDismissal": order_of_dismissal,
}
