"""Gathers what has changed since an order, and what was done under it since the last hearing."""

from datetime import date
from functools import partial
from typing import Any

from cases.guideline.comparing import in_percent
from documents.facts import SupportOrder
from documents.facts.changing import Change, Compliance
from documents.gather import run, support
from documents.gather.entries import entries, entry
from documents.gather.matter import Matter
from documents.gather.paid import FIELDS, between
from kernel.disclosure import Disclosure
from kernel.money import Money
from kernel.traced import Traced, computed
from law.counting import months_on
from law.nc.guideline.figures import Figures

MONTHS = 12


def change(of: Matter, order: SupportOrder) -> Change:
    """Why the order may be modified, and the first payment that a modification can reach."""
    written = entries(of.record, Change, Disclosure.PARTY)
    filed_on = written["motion_filed_on"].value
    years, least = (Figures(of.hearing.on)[name] for name in ("modification-years", "modification-difference"))
    measured_on, three_years_on = filed_on or of.as_of, months_on(order.ordered_on.value, years.count * MONTHS)
    difference = _difference(guideline_support(of).value, order)
    percent = in_percent(difference, order.monthly_support.value) if difference is not None else None
    old, much = measured_on >= three_years_on, percent is not None and abs(percent) >= least.decimal

    def _told(value: object, *inputs: str) -> Traced:  # type: ignore[type-arg]
        return computed(value, rule=str(years.cite), inputs=inputs, disclosure=Disclosure.PARTY)

    return Change(
        earliest_on=computed(
            first_payment_after(filed_on, written["motion_notice_on"].value),
            rule="first payment due after filing and notice (G.S. 50-13.10(a)(1); 50-13.4(c))",
            inputs=("change.motion_filed_on", "change.motion_notice_on"),
        ),
        measured_on=_told(measured_on, "change.motion_filed_on"),
        three_years_on=_told(three_years_on, "order.ordered_on"),
        three_years_old=_told(old, "order.ordered_on", "change.motion_filed_on"),
        difference=_told(difference, "guidelines.guideline_support", "order.monthly_support"),
        percent=_told(percent, "change.difference", "order.monthly_support"),
        fifteen_percent=_told(much, "change.percent"),
        presumed=_told(old and much, "change.three_years_old", "change.fifteen_percent"),
        **written,
    )


def compliance(of: Matter) -> Compliance:
    """What the last order demanded, with what fell due and was paid since the last hearing."""
    written = entries(of.record, Compliance)
    since = written["last_hearing_on"].value
    ledger = of.record.ledger()
    payments = (
        one
        for one in support.payments(of.record, of.as_of)
        if since and one.collected_on.value >= since and ledger.counts(one.collected_on.value, of.as_of)
    )
    return Compliance(**_since(of, since), payments=tuple(payments), **written)


def _since(of: Matter, since: date | None) -> dict[str, Any]:
    """What fell due, was paid and was credited since a hearing; nothing where nobody wrote down when it was."""
    found = between(of.record, of.as_of, since, of.as_of) if since else None
    told = partial(computed, inputs=("compliance.last_hearing_on", "payments", "credits"))
    return {
        "due_since": told(found and found.ordered, rule="charges since the last hearing"),
        "paid_since": told(
            found and found.paid, rule="payments collected since the last hearing, returned payments taken off"
        ),
        **{
            f"{name}_since": told(found and found.by(way), rule="credited since the last hearing")
            for way, name in FIELDS.items()
        },
    }


def guideline_support(of: Matter) -> Traced[Money | None]:
    """What the guideline run gives; without any run, what somebody typed."""
    return entry(of.record, "guideline_support") if of.run is None else run.amount(of)


def first_payment_after(filed_on: date | None, notice_on: date | None) -> date | None:
    """The first day of a month on which filing and notice both lie in the past; None while either lacks."""
    if filed_on is None or notice_on is None:
        return None
    later = max(filed_on, notice_on)
    return date(later.year + later.month // 12, later.month % 12 + 1, 1)


def _difference(guideline: Money | None, order: SupportOrder) -> Money | None:
    return guideline - order.monthly_support.value if guideline is not None else None
