"""Since when support has been a month behind, and when it would be if nothing more were paid (45 C.F.R. § 303.6(b))."""

from collections import defaultdict, deque
from collections.abc import Iterator
from datetime import date

from cases.ledger import Ledger, unpaid_by_day
from law.counting import months_on

AHEAD = 13
"""Months of charges that are looked ahead."""


def behind_since(ledger: Ledger, as_of: date) -> date | None:
    """The first day of the unbroken run in which a month's support is unpaid a month after it fell due, or None.

    Money pays the support of its month first and then the oldest, as on every paper; it counts as it was known on
    each day. Where no support fell due since the opening balance, any debt counts.
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


def _days(ledger: Ledger, known_on: date, until: date) -> Iterator[tuple[date, bool]]:
    """Each day on which it can change whether what is unpaid a month after it fell due is a month's support.

    Money returned and debts found later count at once: they are as old as that already.
    """
    ripe_on = {(ledger.opening.on, ""): months_on(ledger.opening.on, 1)} if ledger.opening else {}
    falls_due: dict[date, int] = defaultdict(int)
    for charge in ledger.charges(until):
        ripe = ripe_on[charge.due_on, charge.kind] = months_on(charge.due_on, 1)
        falls_due[ripe] += charge.amount.cents
    ripening = deque(sorted((ripe, cell) for cell, ripe in ripe_on.items()))
    left: dict[tuple[date, str], int] = defaultdict(int)
    support = owed = 0
    for day, moved in unpaid_by_day(ledger, until, known_on=known_on, days={*ripe_on.values()}):
        support = falls_due.get(day, support)
        while ripening and ripening[0][0] <= day:
            owed += left[ripening.popleft()[1]]
        for cell, cents in moved.items():
            left[cell] += cents
            owed += cents if ripe_on.get(cell, cell[0]) <= day else 0
        yield day, owed > 0 and owed >= support
