"""By how much support is off where another account charges otherwise than ours, without playing either through."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from cases.ledger.book import Ledger
from kernel.money import Money


@dataclass(frozen=True, slots=True)
class Off:
    """The days on which another account charges otherwise than ours, and by how many cents it is higher after each.

    ``plain`` where the sums bound the whole difference, interest included.
    """

    days: tuple[date, ...]
    sums: tuple[int, ...]
    plain: bool

    @property
    def since(self) -> date | None:
        """The first of the days, None where there is none."""
        return self.days[0] if self.days else None

    def before(self, until: date | None) -> Money | None:
        """By how much support is off when the mistake ends before a day, or never; None where that bounds nothing."""
        ended = len(self.days) if until is None else bisect_left(self.days, until)
        return Money(self.sums[ended - 1] if ended else 0) if self.plain else None


def off(ours: Ledger, mine: Mapping[date, int], theirs: Mapping[date, int]) -> Off:
    """How what we charged by the day, or a part of it, and what the state did differ.

    With interest, charges that are too high on one day and too low on another bound nothing by their sum.
    """
    apart = {day: theirs.get(day, 0) - mine.get(day, 0) for day in sorted(mine.keys() | theirs.keys())}
    days = [day for day, cents in apart.items() if cents]
    one_way = all(apart[day] > 0 for day in days) or all(apart[day] < 0 for day in days)
    sums = accumulate(apart[day] for day in days)
    return Off(tuple(days), tuple(sums), one_way or not ours.mixes_interest)
