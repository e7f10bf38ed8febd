"""What was taken off the support beside the money that the state collected, and by which way."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain

from cases.ledger.book import Ledger
from cases.ledger.entries import Adjustment, Credit, DirectPayment
from cases.ledger.playing import Account, Happened, What
from cases.ledger.standing import Event, Rank
from kernel.money import Money

Cell = tuple[date, str]
"""An instalment: the day on which it fell due, and its kind."""


class Way(StrEnum):
    """By which way support was credited."""

    DIRECT = "direct payment"
    FOUND = "credit found"
    CORRECTED = "correction"


@dataclass(frozen=True, slots=True)
class Credited:
    """What one entry took off the support; negative where a correction added to it.

    It counts from ``counts_from`` and was paid or given on ``on``: a court may find later what was paid before.
    """

    counts_from: date
    on: date
    way: Way
    amount: Money
    entry: Credit | DirectPayment | Adjustment


def credited(ledger: Ledger, as_of: date) -> tuple[Credited, ...]:
    """Everything that is credited by a day, in the order in which it counts."""
    found = (Credited(since, event.on, WAYS[event.rank], taken_off(event), entry)
             for since, event, entry in ledger.corrected(as_of))  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.counts_from, one.on, one.way, one.amount)))


def taken_off(event: Event) -> Money:
    """What a correction takes off the support; negative where it adds to it."""
    return Money(-event.cents if event.rank is Rank.DEBT else event.cents)


def is_credit(event: Event) -> bool:
    """Whether an event of an account pays support without money that the state collected."""
    return event.rank in PAYS


class CreditedParts:
    """Follows an account while it plays: how many cents of each instalment were credited and not collected."""

    def __init__(self) -> None:
        self.cents: dict[Cell, int] = defaultdict(int)
        self._ahead = 0
        self._waiting = 0
        """What of the money ahead was credited. It goes first where both wait."""

    def __call__(self, account: Account, happened: Happened) -> None:
        """After each step of the account."""
        if happened.what in CREDITS:
            for part in happened.paid:
                self.cents[part.due_on, part.kind] += part.cents
            self._waiting = min(self._waiting + account.ahead - self._ahead, account.ahead)
        elif happened.what is What.AHEAD:
            for part in sorted(happened.paid):
                cents = min(part.cents, self._waiting)
                self.cents[part.due_on, part.kind] += cents
                self._waiting -= cents
            self._waiting = min(self._waiting, account.ahead)
        self._ahead = account.ahead


def left_by_instalment(account: Account) -> dict[Cell, int]:
    """The cents that are left of each instalment."""
    left: dict[Cell, int] = defaultdict(int)
    for debt in chain(account.debts.current, *account.debts.older.values()):
        left[debt.due_on, debt.kind] += debt.left
    return left


WAYS = {
    Rank.DEBT: Way.CORRECTED, Rank.RELIEF: Way.CORRECTED, Rank.CREDIT: Way.FOUND, Rank.DIRECT: Way.DIRECT,
}  # fmt: skip
PAYS = frozenset({Rank.RELIEF, Rank.CREDIT, Rank.DIRECT})
CREDITS = frozenset({What.ADJUSTMENT, What.CREDIT, What.DIRECT})
