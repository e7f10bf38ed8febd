"""By how much support is off from day to day where another account counts otherwise; nothing is played through."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from kernel.money import Money


@dataclass(frozen=True, slots=True)
class Off:
    """The days on which another account counts otherwise, and by how many cents its support is higher from each on."""

    days: tuple[date, ...]
    sums: tuple[int, ...]

    def by(self, day: date) -> Money:
        """By how much it is higher at the end of a day."""
        counted = bisect_right(self.days, day)
        return Money(self.sums[counted - 1] if counted else 0)

    @property
    def one_way(self) -> bool:
        """Whether it only ever becomes higher, or only lower."""
        steps = [after - before for before, after in zip((0, *self.sums), self.sums, strict=False)]
        return min(steps, default=0) >= 0 or max(steps, default=0) <= 0

    def until(self, day: date | None) -> "Off":
        """The same, where from a day on both count alike again, or never."""
        ended = len(self.days) if day is None else bisect_left(self.days, day)
        return Off(self.days[:ended], self.sums[:ended])


def off(more: Mapping[date, int]) -> Off:
    """Out of how many cents another account counts more on each day."""
    days = sorted(day for day, cents in more.items() if cents)
    return Off(tuple(days), tuple(accumulate(more[day] for day in days)))


def charged_otherwise(mine: Mapping[date, int], theirs: Mapping[date, int]) -> Off:
    """Out of the cents that two accounts charge by due day."""
    return off({day: theirs.get(day, 0) - mine.get(day, 0) for day in mine.keys() | theirs.keys()})


def once(day: date, amount: Money) -> Off:
    """An amount more from one day on."""
    return Off((day,), (amount.cents,))
