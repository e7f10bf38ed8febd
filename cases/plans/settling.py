"""Which money pays which instalment. Every cent is used once, whatever the order in which payments were entered.

Money goes to the newest instalment that has fallen due, then makes up older ones, the oldest first, then pays ahead.
So an instalment that is paid after its day is late until the next one falls due, and missed from then on, until more
money than the new one needs makes it up. It is the order of the law for support itself: this month's first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from cases.plans.facts import Collected, Instalment, Plan
from cases.plans.falling_due import instalments
from kernel.money import Money


@dataclass(slots=True, eq=False)
class Settled:
    """An instalment with what was paid toward it: the day, the reference and the cents of each part."""

    instalment: Instalment
    parts: list[tuple[date, str, int]] = field(default_factory=list)
    left: int = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.instalment.amount.cents

    @property
    def paid(self) -> Money:
        """All that was paid toward it."""
        return Money(self.instalment.amount.cents - self.left)

    def take(self, one: Collected, cents: int) -> int:
        """Takes as much as it needs; gives what is left over."""
        part = min(cents, self.left)
        if part:
            self.left -= part
            self.parts.append((one.on, one.reference, part))
        return cents - part


class Settling:
    """The instalments of a plan while money comes in."""

    def __init__(self, coming: Iterator[Instalment]) -> None:
        self.settled: list[Settled] = []
        self.over = 0
        self._coming = coming
        self._due = 0
        self._oldest = 0
        self._newest_full = 0

    def settle(self, one: Collected) -> None:
        """One payment, in order of its day."""
        left = one.counts.cents
        self.fall_due(one.on)
        if self._due:
            left = self.settled[self._due - 1].take(one, left)
        while left and self._oldest < self._due:
            left = self.settled[self._oldest].take(one, left)
            if left:
                self._oldest += 1
        self._ahead(one, left)

    def fall_due(self, day: date) -> None:
        """Lets everything fall due by a day, and brings one instalment more, the next."""
        while True:
            if self._due == len(self.settled) and not self._bring_one():
                return
            if self.settled[self._due].instalment.due_on > day:
                return
            self._due += 1

    def _ahead(self, one: Collected, left: int) -> None:
        number = max(self._due, self._newest_full)
        while left:
            if number == len(self.settled) and not self._bring_one():
                self.over += left
                return
            left = self.settled[number].take(one, left)
            if left:
                number += 1
        self._newest_full = max(self._newest_full, number)

    def _bring_one(self) -> bool:
        coming = next(self._coming, None)
        if coming is not None:
            self.settled.append(Settled(coming))
        return coming is not None


def settle(plan: Plan, money: Iterable[Collected], as_of: date, *, after: date | None = None) -> Settling:
    """The instalments due after ``after`` and by a day, those paid ahead, and the next one, with what pays them."""
    settling = Settling(instalments(plan, after=after))
    for one in sorted(money):
        settling.settle(one)
    settling.fall_due(as_of)
    return settling
