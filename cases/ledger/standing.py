"""What counts in a ledger as it is known on one day: returned money taken off, credits only once found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from cases.ledger.entries import Entry
from cases.ledger.kinds import Payee


class Rank(IntEnum):
    """In which order things of one day happen; the order of an import never matters."""

    TURN = 0
    """A day on which something done before turns out otherwise; interest is brought up to it."""
    OPENING = 1
    COMING = 2
    """How much support falls due in a month, told on its first day, where not all of it falls due on that day."""
    CHARGE = 3
    DEBT = 4
    JUDGMENT = 5
    RELIEF = 6
    CREDIT = 7
    DIRECT = 8
    PAYMENT = 9
    INTEREST = 10
    FEE = 11
    SPLIT = 12


class Event(NamedTuple):
    """One thing that happens in a ledger; cents are never negative but in openings, interest and fees."""

    on: date
    rank: Rank
    reference: str
    cents: int
    payee: str = Payee.FAMILY
    kind: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """The day on which something done before turns out otherwise: money returned, a credit found."""

    on: date
    reference: str
    words: str


def money_in(entries: Iterable[Entry], known_on: date) -> Iterator[Event]:
    """Payments that stand and debts that returned money leaves, as far as they are known on a day.

    A payment that came back is as if it had never been made. What came back of a payment that the ledger does not
    know is owed again from the day of its return.
    """
    payments: dict[str, list[list[int]]] = {}
    came = []
    returns = []
    for entry in sorted((entry for entry in entries if entry.collected_on <= known_on), key=lambda one: one.place):
        if entry.reverses is not None:
            returns.append(entry)
        elif entry.amount.cents < 0:
            yield _owed_again(entry, -entry.amount.cents)
        else:
            left = [entry.amount.cents]
            payments.setdefault(entry.receipt_no, []).append(left)
            came.append((entry, left))
    for entry in returns:
        back = -entry.amount.cents
        for left in payments.get(entry.reverses or "", ()):
            taken = min(left[0], back)
            left[0], back = left[0] - taken, back - taken
        if back:
            yield _owed_again(entry, back)
    yield from (
        Event(entry.collected_on, Rank.PAYMENT, entry.receipt_no, left[0], words="Payment") for entry, left in came
        if left[0]
    )  # fmt: skip


def returns(entries: Iterable[Entry]) -> Iterator[Change]:
    """Each return of a payment that the ledger knows, on the day from which both are known."""
    entries = tuple(entries)
    came: dict[str | None, list[date]] = {}
    for entry in entries:
        if entry.reverses is None:
            came.setdefault(entry.receipt_no, []).append(entry.collected_on)
    returned = (entry for entry in entries if entry.reverses in came)
    for entry in sorted(returned, key=lambda one: one.place):
        for on in sorted({max(entry.collected_on, day) for day in came[entry.reverses]}):
            yield Change(on, entry.receipt_no, f"Payment {entry.reverses} returned")


def _owed_again(entry: Entry, cents: int) -> Event:
    if cents < 0:
        return Event(entry.collected_on, Rank.PAYMENT, entry.receipt_no, -cents, words="Payment")
    return Event(entry.collected_on, Rank.DEBT, entry.receipt_no, cents, words="Returned money of an unknown payment")
