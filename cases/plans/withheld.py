"""What employers withheld and did not send, told by pay stubs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from cases.ledger import Entry, Ledger
from cases.ledger.standing import Event, Rank, money_in
from cases.plans.facts import Stub
from kernel.money import Money
from law.calendar import CourtCalendar
from law.deadlines import deadline
from law.states import StateLaw

REMIT = "us.withholding.remit"
SURELY_PAST = timedelta(days=45)
"""After so many calendar days no count of business days is needed to see that the time to send is over."""


class Sent(StrEnum):
    """What became of a withholding."""

    YES = "sent"
    ON_ITS_WAY = "on its way"
    NO = "not sent"


@dataclass(frozen=True, slots=True)
class Withholding:
    """A pay stub with what became of what it tells; ``reference`` is the receipt that answers it."""

    stub: Stub
    sent: Sent
    reference: str = ""
    send_by: date | None = None


def withholdings(
    stubs: Iterable[Stub], ledger: Ledger, as_of: date, *, law: StateLaw, court: CourtCalendar | None = None
) -> tuple[Withholding, ...]:
    """What became of each withholding by a day. Each receipt answers once.

    A receipt answers the withholding of exactly its amount, or the run of withholdings that adds up to it, the oldest
    first, from the day of the pay on. Where money came from is not kept, so nothing else tells. Raises NoRuleInForce.
    """
    known = sorted(stub for stub in stubs if stub.paid_on <= as_of)
    answered: dict[int, str] = {}
    for event in _receipts(ledger, as_of):
        waiting = [number for number, stub in enumerate(known) if number not in answered and stub.paid_on <= event.on]
        for number in _answered_by(event.cents, known, waiting):
            answered[number] = event.reference
    return tuple(
        Withholding(stub, Sent.YES, answered[number]) if number in answered else _unanswered(stub, as_of, law, court)
        for number, stub in enumerate(known)
    )


def as_if_sent(ledger: Ledger, found: Iterable[Withholding]) -> Ledger:
    """The ledger as it would be had employers sent in time what they withheld."""
    unsent = (one.stub for one in found if one.sent is Sent.NO)
    more = tuple(
        Entry(stub.paid_on, f"withheld {number}", stub.withheld) for number, stub in enumerate(unsent)
    )  # fmt: skip
    return replace(ledger, entries=(*ledger.entries, *more))


def _receipts(ledger: Ledger, as_of: date) -> Sequence[Event]:
    return sorted(event for event in money_in(ledger.entries, as_of) if event.rank is Rank.PAYMENT)


def _answered_by(cents: int, stubs: Sequence[Stub], waiting: Sequence[int]) -> Sequence[int]:
    """The oldest withholding of this amount, else the oldest run of several that adds up to it."""
    for number in waiting:
        if stubs[number].withheld == Money(cents):
            return [number]
    for first in range(len(waiting)):
        run = 0
        for last in range(first, len(waiting)):
            run += stubs[waiting[last]].withheld.cents
            if run == cents:
                return waiting[first : last + 1]
            if run > cents:
                break
    return []


def _unanswered(stub: Stub, as_of: date, law: StateLaw, court: CourtCalendar | None) -> Withholding:
    if as_of - stub.paid_on > SURELY_PAST:
        return Withholding(stub, Sent.NO)
    send_by = deadline(law, REMIT, stub.paid_on, court=court).on
    return Withholding(stub, Sent.ON_ITS_WAY if as_of <= send_by else Sent.NO, send_by=send_by)
