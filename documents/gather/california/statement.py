"""Gathers the statement of arrears, by year and type of support."""

from datetime import date
from typing import TypeVar

from cases.errors import NoOrder
from documents.errors import NoGround
from documents.facts.california import StatementOfArrears
from documents.gather import people, support
from documents.gather.accounts import accounts
from documents.gather.california.heading import filing
from documents.gather.matter import Matter
from kernel.money import total
from kernel.traced import Traced, computed

T = TypeVar("T")


def statement_of_arrears(of: Matter) -> StatementOfArrears:
    """Ordered and paid, month by month (Fam. Code § 17526). Raises NoOrder or NoGround."""
    if not of.record.orders:
        raise NoOrder(of.record.case_no)
    held, owed = accounts(of.record, of.as_of), support.arrears(of.record, of.as_of)
    if not any(one.years for one in held):
        raise NoGround("statement of arrears", of.record.case_no, "no support has fallen due")
    return StatementOfArrears(
        **filing(of),
        obligor=people.party(of.record, "obligor").name,
        as_of=_told(of.as_of, of.as_of, "the day for which the balance is counted"),
        accounts=held,
        principal=_told(total(one.balance.value for one in held), of.as_of, "sum over the accounts"),
        interest=owed.interest,
        interest_rule=owed.interest_rule,
    )


def _told(value: T, as_of: date, rule: str) -> Traced[T]:
    return computed(value, rule=rule, inputs=("payments", "order.monthly_support"), as_of=as_of)
