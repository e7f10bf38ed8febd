"""Plans and ledgers that the tests of plans speak of."""

from dataclasses import replace
from datetime import date

from cases.ledger import Entry, Frequency, Ledger, Obligation, Opening, terms_of
from cases.plans.facts import Basis, Plan, Tolerance
from kernel.money import Money

MADE = date(2026, 1, 1)
PLAN = Plan(Basis.COURT, "order of January 1, 2026", MADE, date(2026, 1, 15), Money(50_00))
"""$50.00 toward arrears on the 15th of each month, with nothing left to tolerance."""
TOLERANT = replace(PLAN, tolerance=Tolerance(days=5, short=10, failures=2))


def ledger(*payments: tuple[date, int], support: int = 500_00, owed: int = 3_000_00, state: str = "NC") -> Ledger:
    """$500.00 a month from January 2026 and $3,000.00 owed before, with payments in cents."""
    entries = tuple(Entry(day, f"R{number}", Money(cents)) for number, (day, cents) in enumerate(payments))
    obligations = (Obligation(Money(support), MADE),) if support else ()
    return Ledger(obligations, Opening(date(2025, 12, 31), Money(owed)), entries, terms=terms_of(state))


def weekly(plan: Plan) -> Plan:
    """The same plan by the week."""
    return replace(plan, frequency=Frequency.WEEKLY)
