"""Gathers the counts of contempt: one for each month that was not paid in full."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from cases.errors import NoOrder
from cases.ledger import Instalment, instalments
from cases.queries import CaseRecord
from documents.errors import NoGround
from documents.facts.california import ContemptCounts, ContemptScreening, Count, MonthLeftOut
from documents.gather import people, support
from documents.gather.california.heading import filing, for_court
from documents.gather.matter import Matter
from documents.gather.people import birthday, note
from kernel.money import ZERO, total
from kernel.traced import Traced, computed

T = TypeVar("T")
YEARS = 3
"""Code Civ. Proc. § 1218.5(b): the action must begin within three years from the day the payment was due."""
CREDIT = (
    "payments credited to the month's support first, then to the oldest principal, then to interest; before 2009 to "
    "interest before principal (Code Civ. Proc. § 695.221)"
)
LIMIT = "three years from the day the payment was due (Code Civ. Proc. § 1218.5(b))"
IN_CUSTODY, WITHHELD = "in custody on the day it fell due", "not told: protected person"


def contempt_counts(of: Matter) -> ContemptCounts:
    """The facts that constitute the contempt, month by month. Raises NoOrder or NoGround."""
    orders = support.orders(of.record, of.as_of)
    if not orders:
        raise NoOrder(of.record.case_no)
    counts = _counts(of)
    if not counts:
        raise NoGround("contempt", of.record.case_no, f"no month of the last {YEARS} years can be charged")
    unpaid = total(one.unpaid.value for one in counts)
    return ContemptCounts(
        **filing(of),
        obligor=people.party(of.record, "obligor").name,
        order=tuple(one for one in reversed(orders) if one.effective_on.value <= counts[-1].due_on.value),
        **for_court(of, "pleaded_knowledge"),
        as_of=_told(of.as_of, of, "the day of this paper"),
        counts=counts,
        total=_told(unpaid, of, "sum over the counts"),
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
    too_old = sum(1 for one in _unpaid(of) if _last_day(one) < of.as_of)
    return ContemptScreening(
        counts=_counts(of),
        left_out=tuple(_left_out(one, of) for one in _timely(of) if _in_custody(of.record, one.due_on)),
        too_old=_told(too_old, of, LIMIT),
        **{name: note(of.record, name) for name in written},
    )


def _counts(of: Matter) -> tuple[Count, ...]:
    chargeable = [one for one in _timely(of) if not _in_custody(of.record, one.due_on)]
    return tuple(_count(number, one, of) for number, one in enumerate(chargeable, start=1))


def _timely(of: Matter) -> Iterator[Instalment]:
    return (one for one in _unpaid(of) if _last_day(one) >= of.as_of)


def _unpaid(of: Matter) -> Iterator[Instalment]:
    return (one for one in instalments(of.record.ledger(), of.as_of) if one.unpaid > ZERO)


def _last_day(one: Instalment) -> date:
    return birthday(one.due_on, YEARS)


def _in_custody(record: CaseRecord, day: date) -> bool:
    person = record.person("obligor")
    if person is None or person.incarcerated_on is None:
        return False
    return person.incarcerated_on <= day and (person.released_on is None or day <= person.released_on)


def _count(number: int, one: Instalment, of: Matter) -> Count:
    return Count(
        number=_told(number, of, "order of the due days"),
        due_on=_told(one.due_on, of, "support falls due on the first of the month"),
        ordered=_told(one.ordered, of, "support ordered for the month"),
        paid=_told(one.paid, of, CREDIT),
        unpaid=_told(one.unpaid, of, CREDIT),
        last_day=_told(_last_day(one), of, LIMIT),
    )


def _left_out(one: Instalment, of: Matter) -> MonthLeftOut:
    person = of.record.person("obligor")
    why = WITHHELD if person and of.record.protection(person) else IN_CUSTODY
    return MonthLeftOut(
        due_on=_told(one.due_on, of, "support falls due on the first of the month"),
        unpaid=_told(one.unpaid, of, CREDIT),
        why=_told(why, of, "the obligor's custody on record"),
    )


def _told(value: T, of: Matter, rule: str) -> Traced[T]:
    return computed(value, rule=rule, inputs=("order.monthly_support", "payments"), as_of=of.as_of)
