"""Gathers accounts by kind, year and month; North Carolina's statement of arrears and schedule of unpaid months."""

from collections.abc import Callable
from datetime import date
from typing import Any

from cases.errors import NoOrder
from cases.ledger import Month
from cases.ledger.counts import Counts, contempt_counts
from cases.ledger.statement import KindAccount, Sums, Year, statement
from cases.queries import CaseRecord
from cases.trace import nowhere, traced
from documents.errors import NoGround
from documents.facts.accounts import (
    ScheduleOfUnpaidMonths,
    StatementByYear,
    SupportAccount,
    UnpaidMonth,
    YearOfSupport,
)
from documents.facts.support import SupportOrder
from documents.gather import people, support
from documents.gather.arrears_rules import ArrearsRules, rules_of
from documents.gather.calendar import hearing_facts
from documents.gather.heading import caption, office
from documents.gather.kinds import month_by_kind
from documents.gather.matter import Matter
from kernel.money import ZERO
from kernel.traced import Traced, computed
from law.contempt import ContemptWindow, contempt_window

CREDIT = "payments credited to the month's support first, then to the oldest (42 U.S.C. § 657(a))"


def accounts(record: CaseRecord, as_of: date) -> tuple[SupportAccount, ...]:
    """An account for each kind of support, child support first; empty where nothing fell due and nothing was paid."""
    rules = rules_of(record.state)
    return tuple(_account(one, record, as_of, rules) for one in statement(record.ledger(), as_of))


def counts_of(record: CaseRecord, as_of: date, window: ContemptWindow) -> Counts:
    """The months not paid in full; those that fell due in custody stand apart."""
    return contempt_counts(record.ledger(), as_of, window, record.custody())


def statement_by_year(of: Matter) -> StatementByYear:
    """Ordered and paid by type of support, year and month. Raises NoOrder or NoGround."""
    held = accounts(of.record, of.as_of)
    if not any(one.years for one in held):
        raise NoGround("statement of arrears", of.record.case_no, "no support has fallen due")
    return StatementByYear(
        **_opening(of),
        obligee=people.party(of.record, "obligee").name,
        orders=_orders(of),
        arrears=support.arrears(of.record, of.as_of),
        accounts=held,
    )


def schedule_of_unpaid_months(of: Matter) -> ScheduleOfUnpaidMonths:
    """Every month of the last years not paid in full. Raises NoOrder or NoGround."""
    window = contempt_window("NC", of.as_of)
    found, orders = counts_of(of.record, of.as_of, window), _orders(of)
    if not found.counts:
        raise NoGround("contempt", of.record.case_no, f"no month of the last {window.years} years is unpaid")
    by_window = f"the years that a schedule shows ({window.cite})"
    return ScheduleOfUnpaidMonths(
        **_opening(of),
        orders=orders,
        arrears=support.arrears(of.record, of.as_of),
        years=_told(window.years, of.as_of, by_window),
        since=_told(window.first_day(of.as_of), of.as_of, by_window),
        unpaid_months=tuple(
            UnpaidMonth(
                number=_told(number, of.as_of, "order of the due days"),
                due_on=_told(one.due_on, of.as_of, "support falls due on the first of the month (G.S. 50-13.4(c))"),
                ordered=_told(one.ordered, of.as_of, "support ordered for the month"),
                paid=_told(one.paid, of.as_of, CREDIT),
                credited=_told(one.credited if one.credited != ZERO else None, of.as_of, support.CREDITED),
                unpaid=_told(one.unpaid, of.as_of, CREDIT),
                kinds=month_by_kind(one, of.as_of, CREDIT),
            )
            for number, one in enumerate(found.counts, start=1)
        ),
        unpaid=_told(found.total, of.as_of, "sum over the months"),
    )


def _opening(of: Matter) -> dict[str, Any]:
    return {
        "office": office(of),
        "caption": caption(of),
        "case_number": traced(of.record.header, of.record.case_no),
        "obligor": people.party(of.record, "obligor").name,
        "hearing": hearing_facts(of.hearing, of.kind),
    }


def _orders(of: Matter) -> tuple[SupportOrder, ...]:
    """The orders that had taken effect, the oldest first. Raises NoOrder."""
    held = [one for one in support.orders(of.record, of.as_of) if one.effective_on.value <= of.as_of]
    if not held:
        raise NoOrder(of.record.case_no)
    return tuple(reversed(held))


def _account(one: KindAccount, record: CaseRecord, as_of: date, rules: ArrearsRules) -> SupportAccount:
    opening = record.opening()
    carried = opening if opening and one.opening_on else None
    return SupportAccount(
        kind=_told(one.kind.capitalize(), as_of, "the obligation of the support order"),
        opening_on=traced(carried, carried.on) if carried else nowhere("opening balance"),
        opening=traced(carried, carried.arrears) if carried else _told(ZERO, as_of, "no balance was carried over"),
        years=tuple(_year(year, as_of, rules) for year in one.years),
        **_sums(one.sums, as_of, rules),
    )


def _year(year: Year, as_of: date, rules: ArrearsRules) -> YearOfSupport:
    months: tuple[Month, ...] = year.months
    return YearOfSupport(
        year=_told(year.year, as_of, "calendar year"),
        months=tuple(support.month_of_support(one, as_of, rules) for one in months),
        **_sums(year.sums, as_of, rules),
    )


def _sums(sums: Sums, as_of: date, rules: ArrearsRules) -> dict[str, Any]:
    return {
        "ordered": _told(sums.owed, as_of, "sum over the months"),
        "paid": _told(sums.paid, as_of, "sum over the months, returned payments taken off"),
        "credited": _told(sums.credited if sums.credited != ZERO else None, as_of, support.CREDITED),
        "to_interest": _told(sums.to_interest if sums.to_interest != ZERO else None, as_of, rules.applied),
        "balance": _told(sums.arrears, as_of, rules.balance),
    }


def _told(value: Any, as_of: date, rule: str) -> Traced[Any]:
    return computed(value, rule=rule, inputs=("payments", "order.monthly_support"), as_of=as_of)


GATHER: dict[str, Callable[[Matter], Any]] = {
    "StatementByYear": statement_by_year,
    "ScheduleOfUnpaidMonths": schedule_of_unpaid_months,
}
