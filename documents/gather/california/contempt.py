"""Gathers the counts of contempt: one for each month that was not paid in full."""

from typing import Any, TypeVar

from cases.errors import NoOrder
from cases.ledger.counts import Counts, UnpaidMonth
from documents.errors import NoGround
from documents.facts.california import ContemptCounts, ContemptScreening, Count, MonthLeftOut
from documents.gather import people, support
from documents.gather.accounts import counts_of
from documents.gather.california.heading import filing, for_court
from documents.gather.kinds import month_by_kind
from documents.gather.matter import Matter
from documents.gather.noted import filled_up, noted
from documents.gather.people import note
from kernel.money import ZERO
from kernel.traced import Traced, computed
from law.contempt import contempt_window

T = TypeVar("T")
CREDIT = (
    "payments credited to the month's support first, then to the oldest principal, then to interest; before 2009 to "
    "interest before principal (Code Civ. Proc. § 695.221)"
)
IN_CUSTODY, WITHHELD = "in custody on the day it fell due", "not told: protected person"


def contempt_counts(of: Matter) -> ContemptCounts:
    """The facts that constitute the contempt, month by month. Raises NoOrder or NoGround."""
    orders = support.orders(of.record, of.as_of)
    if not orders:
        raise NoOrder(of.record.case_no)
    found = counts_found(of)
    counts = _counts(found, of)
    if not counts:
        why = f"no month of the last {found.window.years} years can be charged"
        raise NoGround("contempt", of.record.case_no, why)
    return ContemptCounts(
        **filing(of),
        obligor=people.party(of.record, "obligor").name,
        order=tuple(one for one in reversed(orders) if one.effective_on.value <= counts[-1].due_on.value),
        **for_court(of, "pleaded_knowledge"),
        as_of=_told(of.as_of, of, "the day of this paper"),
        counts=counts,
        total=_told(found.total, of, "sum over the counts"),
    )


def screening(of: Matter) -> ContemptScreening:
    """What the attorney weighs: the counts, the months left out and why, and what people found out."""
    written = (
        "pleaded_knowledge",
        "screening",
        "ability",
        "subsistence",
        "health",
        "prior_contempts",
        "counsel_status",
    )
    found = counts_found(of)
    return ContemptScreening(
        counts=_counts(found, of),
        left_out=left_out(found, of),
        too_old=_told(len(found.too_old), of, limit(found)),
        **filled_up({name: note(of.record, name) for name in written}, noted(of)),
    )


def counts_found(of: Matter) -> Counts:
    """The unpaid months under California's law, sorted into what can be charged and what cannot."""
    return counts_of(of.record, of.as_of, contempt_window("CA", of.as_of))


def _counts(found: Counts, of: Matter) -> tuple[Count, ...]:
    return tuple(
        Count(**count_told(number, one, found, of)) for number, one in enumerate(found.counts, start=1)
    )


def count_told(number: int, one: UnpaidMonth, found: Counts, of: Matter) -> dict[str, Any]:
    """What every paper tells of a count."""
    return {
        "number": _told(number, of, "order of the due days"),
        "due_on": _told(one.due_on, of, "support falls due on the first of the month"),
        "ordered": _told(one.ordered, of, "support ordered for the month"),
        "paid": _told(one.paid, of, CREDIT),
        "credited": _told(one.credited if one.credited != ZERO else None, of, support.CREDITED),
        "unpaid": _told(one.unpaid, of, CREDIT),
        "kinds": month_by_kind(one, of.as_of, CREDIT),
        "last_day": _told(one.last_day, of, limit(found)),
    }


def left_out(found: Counts, of: Matter) -> tuple[MonthLeftOut, ...]:
    """The months that fell due in custody."""
    return tuple(_left_out(one, of) for one in found.in_custody)


def limit(found: Counts) -> str:
    """How long a month can be charged, with the cite."""
    return f"{found.window.years} years from the day the payment was due ({found.window.cite})"


def _left_out(one: UnpaidMonth, of: Matter) -> MonthLeftOut:
    person = of.record.person("obligor")
    why = WITHHELD if person and of.record.protection(person) else IN_CUSTODY
    return MonthLeftOut(
        due_on=_told(one.due_on, of, "support falls due on the first of the month"),
        unpaid=_told(one.unpaid, of, CREDIT),
        why=_told(why, of, "the obligor's custody on record"),
    )


def _told(value: T, of: Matter, rule: str) -> Traced[T]:
    return computed(value, rule=rule, inputs=("order.monthly_support", "payments"), as_of=of.as_of)
