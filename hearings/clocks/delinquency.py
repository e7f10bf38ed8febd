"""Since when support has been a month behind, and when it would be if nothing more were paid (45 C.F.R. § 303.6(b))."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from cases.ledger import Ledger
from cases.ledger.standing import Rank
from law.counting import months_on

AHEAD = 13
"""Months of charges that are looked ahead."""


def behind_since(ledger: Ledger, as_of: date) -> date | None:
    """The first day of the unbroken run in which a month's support is unpaid a month after it fell due, or None.

    Money goes to the oldest debt first, so what is unpaid after a month is what ripened less all that was collected
    or credited.
    Where no support is charged any more, any debt counts.
    """
    since: date | None = None
    for day, is_behind in _days(ledger, as_of, as_of):
        if not is_behind:
            since = None
        elif since is None:
            since = day
    return since


def behind_next(ledger: Ledger, as_of: date) -> date | None:
    """The next day after ``as_of`` on which support would come to be behind if nothing more were collected."""
    ahead = months_on(as_of, AHEAD)
    return next((day for day, is_behind in _days(ledger, as_of, ahead) if day > as_of and is_behind), None)


def _days(ledger: Ledger, paid_until: date, until: date) -> Iterator[tuple[date, bool]]:
    """Each day on which it changes whether what ripened a month after it fell due is unpaid by a month's support."""
    moves: dict[date, int] = defaultdict(int)
    monthly: dict[date, int] = {}
    if ledger.opening:
        moves[months_on(ledger.opening.on, 1)] += ledger.opening.amount.cents
    for charge in ledger.charges(until):
        ripe_on = months_on(charge.due_on, 1)
        moves[ripe_on] += charge.amount.cents
        monthly[ripe_on] = charge.amount.cents
    for entry in ledger.entries:
        if ledger.counts(entry.collected_on, paid_until):
            moves[entry.collected_on] -= entry.amount.cents
    for event in ledger.corrections(paid_until):
        moves[event.on] += event.cents if event.rank is Rank.DEBT else -event.cents
    owed, support = 0, 0
    for day in sorted(moves):
        if day > until:
            return
        owed, support = owed + moves[day], monthly.get(day, support)
        yield day, owed > 0 and owed >= support
