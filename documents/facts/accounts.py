"""Accounts of support by kind, year and month; North Carolina's statement of arrears and schedule of unpaid months."""

from dataclasses import dataclass
from datetime import date

from documents.facts.field import fact
from documents.facts.matter import Caption, Filing, Hearing, Office
from documents.facts.support import Arrears, MonthOfSupport, SupportOrder
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfSupport:
    """One calendar year of an account, with its months."""

    year: Traced[int] = fact("Year", required=True)
    months: tuple[MonthOfSupport, ...]
    ordered: Traced[Money] = fact("Support due in the year", required=True)
    paid: Traced[Money] = fact("Paid in the year, less returned payments", required=True)
    credited: Traced[Money | None] = fact("Credits, direct payments and corrections of the year")
    to_interest: Traced[Money | None] = fact("Of the money of the year, applied to interest")
    balance: Traced[Money] = fact("Balance at the end of the year", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportAccount:
    """One type of support: ``opening`` + ``ordered`` - ``paid`` - ``credited`` + ``to_interest`` = ``balance``.

    The balance is principal alone; ``credited`` and ``to_interest`` have no value where there was none.
    """

    kind: Traced[str] = fact("Type of support", required=True)
    opening_on: Traced[date | None] = fact("Date of the opening balance")
    opening: Traced[Money] = fact("Opening balance", required=True)
    years: tuple[YearOfSupport, ...]
    ordered: Traced[Money] = fact("Support that fell due", required=True)
    paid: Traced[Money] = fact("Paid, less returned payments", required=True)
    credited: Traced[Money | None] = fact("Credits, direct payments and corrections, taken off")
    to_interest: Traced[Money | None] = fact("Of the money, applied to interest")
    balance: Traced[Money] = fact("Principal owed", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementByYear(Filing):
    """For a North Carolina court: ordered and paid by type of support, year and month."""

    orders: tuple[SupportOrder, ...]
    arrears: Arrears
    accounts: tuple[SupportAccount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnpaidOfKind:
    """One kind of support of a month that was not paid in full."""

    due_on: Traced[date] = fact("Support of the kind due on", required=True)
    kind: Traced[str] = fact("Kind of support", required=True)
    ordered: Traced[Money] = fact("Ordered of the kind", required=True)
    paid: Traced[Money] = fact("Paid on the kind", required=True)
    credited: Traced[Money | None] = fact("Credited to the kind")
    unpaid: Traced[Money] = fact("Unpaid of the kind", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnpaidMonth:
    """One month's support that was not paid in full. ``kinds`` is empty where a case has one kind of support."""

    number: Traced[int] = fact("Number of the month", required=True)
    due_on: Traced[date] = fact("Support due on", required=True)
    ordered: Traced[Money] = fact("Support ordered for the month", required=True)
    paid: Traced[Money] = fact("Paid on that month's support", required=True)
    credited: Traced[Money | None] = fact("Credited to that month's support")
    unpaid: Traced[Money] = fact("Unpaid of that month's support", required=True)
    kinds: tuple[UnpaidOfKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleOfUnpaidMonths:
    """For a North Carolina court, beside a motion for contempt: every month of the last years not paid in full."""

    office: Office
    caption: Caption
    case_number: Traced[str] = fact("IV-D case number", required=True)
    obligor: Traced[str] = fact("Name of the obligor", required=True)
    hearing: Hearing
    orders: tuple[SupportOrder, ...]
    arrears: Arrears
    years: Traced[int] = fact("Years that the schedule shows", required=True)
    since: Traced[date] = fact("First day of these years", required=True)
    unpaid_months: tuple[UnpaidMonth, ...]
    unpaid: Traced[Money] = fact("Unpaid in all months shown", required=True)


PAPERS: tuple[type, ...] = (StatementByYear, ScheduleOfUnpaidMonths)
"""Every type of facts that a manifest may name."""
