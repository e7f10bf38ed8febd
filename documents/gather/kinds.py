"""Support of several kinds told apart, on every paper the same; nothing where a case has one kind."""

from datetime import date
from typing import Any

from cases.ledger.counts import UnpaidMonth
from cases.ledger.statement import statement
from cases.queries import CaseRecord
from documents.facts.accounts import UnpaidOfKind
from documents.facts.support import ArrearsOfKind
from kernel.disclosure import Disclosure
from kernel.money import ZERO
from kernel.traced import Traced, computed

ORDERED = "the obligation of the support order"
BY_KIND = "the balance of the kind's account in the statement of arrears"
CARRIED = ", with the balance carried over"


def arrears_by_kind(record: CaseRecord, as_of: date) -> tuple[ArrearsOfKind, ...]:
    """The arrears of each kind, which add up to the whole; what has no kind stands with the first."""
    ledger = record.ledger()
    if len({charge.kind for charge in ledger.charges(as_of)}) < 2:
        return ()
    return tuple(
        ArrearsOfKind(
            kind=_told(one.kind + (CARRIED if one.opening != ZERO else ""), as_of, ORDERED),
            total=_told(one.sums.arrears, as_of, BY_KIND),
        )
        for one in statement(ledger, as_of)
    )


def month_by_kind(month: UnpaidMonth, as_of: date, rule: str) -> tuple[UnpaidOfKind, ...]:
    """What a month that was not paid in full is made of; ``rule`` says where its money went."""
    return tuple(
        UnpaidOfKind(
            due_on=_told(one.due_on, as_of, ORDERED),
            kind=_told(str(one.kind), as_of, ORDERED),
            ordered=_told(one.ordered, as_of, "support ordered for the month"),
            paid=_told(one.paid, as_of, rule),
            credited=_told(one.credited if one.credited != ZERO else None, as_of, rule),
            unpaid=_told(one.unpaid, as_of, rule),
        )
        for one in month.kinds
    )


def _told(value: object, as_of: date, rule: str) -> Traced[Any]:
    inputs = ("order.monthly_support", "payments")
    return computed(value, rule=rule, inputs=inputs, as_of=as_of, disclosure=Disclosure.OPEN)
