"""The rows of law that an account rests on, each with its cite and its days."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import TypeVar

from cases.ledger import Frequency, Ledger
from cases.ledger.terms import percent
from documents.audit.work_paper import RuleUsed
from law.contempt import ContemptWindow
from law.money import MoneyLaw
from law.rows import LawRow

Row = TypeVar("Row", bound=LawRow)
_ORDER = "A payment goes to {}"


def rules_used(
    ledger: Ledger, law: MoneyLaw, as_of: date, window: ContemptWindow, frequencies: Collection[str]
) -> tuple[RuleUsed, ...]:
    """Every row used in the account of a ledger by a day, in the order in which the paper speaks of them.

    ``frequencies`` are those of the orders, which the ledger may hold as monthly amounts.
    """
    days = _days(ledger, as_of)
    rows = [
        RuleUsed(what, row.cite, row.in_force_from, row.in_force_until, row.verified_by)
        for what, row in chain(_due_days(law, frequencies, days), _rows(law, ledger, as_of, window))
    ]
    known = {row.cite for row in law.interest}
    awarded = [
        RuleUsed(f"Interest of {percent(rate.yearly)} a year in this case", rate.cite, rate.first, rate.last, "")
        for rate in ledger.terms.every_rate if rate.cite not in known
    ]  # fmt: skip
    return (*rows, *awarded)


def _due_days(law: MoneyLaw, frequencies: Collection[str], days: list[date]) -> Iterator[tuple[str, LawRow]]:
    """On which days support falls due, and by which factor it is made a monthly amount."""
    used = frequencies or {Frequency.MONTHLY}
    monthly = {row.id for row in law.due_days if row.by_the_month}
    for conversion in _told(law.conversion, days):
        if conversion.id in used and conversion.id == Frequency.MONTHLY:
            yield "Monthly support falls due on the first of each month", conversion
        elif conversion.id in used and conversion.id in monthly:
            what = f"{conversion.id.capitalize()} support falls due as {conversion.factor} times as much"
            yield f"{what} on the first of each month", conversion
    for due in _told(law.due_days, days):
        if due.id in used and not due.by_the_month:
            yield f"{due.id.capitalize()} support falls due on its own days", due


def _rows(law: MoneyLaw, ledger: Ledger, as_of: date, window: ContemptWindow) -> Iterator[tuple[str, LawRow]]:
    days = _days(ledger, as_of)
    for order in _told(law.application, days):
        yield _ORDER.format(", then ".join(order.steps)), order
    if len({one.kind for one in ledger.obligations}) > 1:
        for kinds in _told(law.kinds, days):
            yield f"Of amounts that fell due on one day, {', then '.join(kinds.order)} is paid", kinds
    for rate in _told(law.interest, days):
        yield (f"Interest of {rate.rate} a year on unpaid support" if rate.yearly else "No interest of itself"), rate
    for pause in _told(law.suspension, days):
        if any(one.cause == pause.id for one in ledger.suspensions):
            what = "The support of a child does not fall due" if pause.of_child else "No support falls due"
            yield f"{what}: {pause.id}", pause
    for proof in _told(law.direct_proof, days):
        if any(one.proof == proof.id for one in ledger.direct_payments):
            yield f"Money paid straight to the obligee counts by a {proof.id}", proof
    for vesting in _told(law.vesting, [as_of]):
        yield "What has fallen due has vested", vesting
    yield f"Months not paid in full are shown for {window.years} years", window


def _days(ledger: Ledger, as_of: date) -> list[date]:
    """The first and the last day that the account speaks of."""
    return [min((day for day, _ in ledger.moves(as_of)), default=as_of), as_of]


def _told(rows: Iterable[Row], days: list[date]) -> list[Row]:
    """The rows in force at any time between the first and the last day, the oldest first."""
    first, last = days[0], days[-1]
    held = (row for row in rows if row.in_force_from <= last and (row.in_force_until or last) >= first)
    return sorted(held, key=lambda row: row.in_force_from)
