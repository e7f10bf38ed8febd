"""What was owed, what was paid, what is left. Nothing here is stored; everything is counted anew."""

from cases.ledger.balance import Balance
from cases.ledger.book import Ledger
from cases.ledger.entries import (
    Adjustment,
    Assignment,
    Credit,
    DirectPayment,
    Entry,
    Fee,
    Opening,
    Split,
)
from cases.ledger.instalments import Instalment, instalments
from cases.ledger.kinds import Frequency, Kind, Payee
from cases.ledger.months import Month, credited_by, delinquent_since, months, months_behind
from cases.ledger.obligation import Charge, Obligation, Step, next_month
from cases.ledger.suspension import Suspension, suspended
from cases.ledger.terms import DayCount, Terms, terms_of, with_judgment
from cases.ledger.unpaid import unpaid, unpaid_by_day

__all__ = [
    "Adjustment",
    "Assignment",
    "Balance",
    "Charge",
    "Credit",
    "DayCount",
    "DirectPayment",
    "Entry",
    "Fee",
    "Frequency",
    "Instalment",
    "Kind",
    "Ledger",
    "Month",
    "Obligation",
    "Opening",
    "Payee",
    "Split",
    "Step",
    "Suspension",
    "Terms",
    "credited_by",
    "delinquent_since",
    "instalments",
    "months",
    "months_behind",
    "next_month",
    "suspended",
    "terms_of",
    "unpaid",
    "unpaid_by_day",
    "with_judgment",
]
