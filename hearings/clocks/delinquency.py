"""Since when support has been a month behind, and when it would be if nothing more were paid (45 C.F.R. § 303.6(b))."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from cases.ledger import Ledger
from law.counting import months_on

AHEAD = 13
"""Months of charges that are looked ahead."""


def behind_since(ledger: Ledger, as_of: date) -> date | None:
    """The first day of the unbroken run in which support that fell due a month ago or more is unpaid, or None.

    Money goes to the oldest debt first, so what is unpaid after a month is what ripened less all that was collected.
    """
    since: date | None = None
    for day, owed in _owed(ledger, as_of, as_of):
        if owed <= 0:
            since = None
        elif since is None:
            since = day
    return since


def behind_next(ledger: Ledger, as_of: date) -> date | None:
    """The next day after ``as_of`` on which support would come to be a month behind if nothing more were collected."""
    ahead = months_on(as_of, AHEAD)
    return next((day for day, owed in _owed(ledger, as_of, ahead) if day > as_of and owed > 0), None)


def _owed(ledger: Ledger, paid_until: date, until: date) -> Iterator[tuple[date, int]]:
    """Day by day on which it changes, in cents: what ripened a month after it fell due, less what was collected."""
    moves: dict[date, int] = defaultdict(int)
    if ledger.opening:
        moves[months_on(ledger.opening.on, 1)] += ledger.opening.amount.cents
    for charge in ledger.charges(until):
        moves[months_on(charge.due_on, 1)] += charge.amount.cents
    for entry in ledger.entries:
        if entry.collected_on <= paid_until:
            moves[entry.collected_on] -= entry.amount.cents
    owed = 0
    for day in sorted(moves):
        if day > until:
            return
        owed += moves[day]
        yield day, owed
