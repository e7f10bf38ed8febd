"""Gathers the statement of arrears, by year and type of support."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import TypeVar

from cases.errors import NoOrder
from documents.errors import NoGround
from documents.facts import MonthOfSupport
from documents.facts.california import StatementOfArrears, SupportAccount, YearOfSupport
from documents.gather import people, support
from documents.gather.arrears_rules import CALIFORNIA
from documents.gather.california.heading import filing
from documents.gather.matter import Matter
from kernel.money import ZERO, Money, total
from kernel.traced import Traced, computed

T = TypeVar("T")
CHILD_SUPPORT = "Child support"


def statement_of_arrears(of: Matter) -> StatementOfArrears:
    """Ordered and paid, month by month (Fam. Code § 17526). Raises NoOrder or NoGround."""
    if not of.record.orders:
        raise NoOrder(of.record.case_no)
    account, owed = _account(of), support.arrears(of.record, of.as_of)
    if not account.years:
        raise NoGround("statement of arrears", of.record.case_no, "no support has fallen due")
    return StatementOfArrears(
        **filing(of),
        obligor=people.party(of.record, "obligor").name,
        as_of=_told(of.as_of, of.as_of, "the day for which the balance is counted"),
        accounts=(account,),
        principal=account.balance,
        interest=owed.interest,
        interest_rule=owed.interest_rule,
    )


def _account(of: Matter) -> SupportAccount:
    owed, months = (
        support.arrears(of.record, of.as_of),
        support.months_of_support(of.record, of.as_of),
    )
    by_year = groupby(months, key=lambda month: month.month.value.year)
    return SupportAccount(
        kind=_told(CHILD_SUPPORT, of.as_of, "the obligation of the support order"),
        opening_on=owed.opening_on,
        opening=owed.opening,
        years=tuple(_year(year, tuple(held), of.as_of) for year, held in by_year),
        ordered=owed.charged,
        paid=owed.paid,
        credited=owed.credited,
        to_interest=owed.to_interest,
        balance=owed.total,
    )


def _year(year: int, months: tuple[MonthOfSupport, ...], as_of: date) -> YearOfSupport:
    return YearOfSupport(
        year=_told(year, as_of, "calendar year"),
        months=months,
        ordered=_told(total(one.ordered.value for one in months), as_of, "sum over the months of the year"),
        paid=_told(total(one.paid.value for one in months), as_of, "sum over the months of the year"),
        credited=_told(_sum_of(one.credited.value for one in months), as_of, support.CREDITED),
        to_interest=_told(_sum_of(one.to_interest.value for one in months), as_of, CALIFORNIA.applied),
        balance=months[-1].balance,
    )


def _sum_of(amounts: Iterable[Money | None]) -> Money | None:
    """None where no month had any."""
    found = total(one for one in amounts if one)
    return found if found != ZERO else None


def _told(value: T, as_of: date, rule: str) -> Traced[T]:
    return computed(value, rule=rule, inputs=("payments", "order.monthly_support"), as_of=as_of)
