"""What lies between a balance as it was known once and as it is known now."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cases.ledger import Entry, Ledger
from cases.ledger.standing import Event, Rank
from documents.morning.facts import Move
from kernel.money import ZERO, Money


class _Item(NamedTuple):
    """One thing that moves what is owed. ``reference`` finds it again when it was corrected."""

    on: date
    words: str
    reference: str
    cents: int


def between(then: Ledger, then_on: date, now: Ledger, now_on: date) -> tuple[Move, ...]:
    """Each payment, charge and correction that counts in one of two balances and not in the other, by day.

    One whose amount or day was corrected is told once, with the effect of the correction.
    """
    old, new = Counter(_items(then, then_on)), Counter(_items(now, now_on))
    gone, come = list((old - new).elements()), list((new - old).elements())
    moves = []
    for item in come:
        before = next((one for one in gone if item.reference and one.reference == item.reference), None)
        if before is None:
            moves.append(Move(item.on, item.words, Money(item.cents)))
        else:
            gone.remove(before)
            effect = Money(item.cents - before.cents)
            moves.append(Move(item.on, f"{item.words} (before: {_before(before, item)})", effect))
    moves += [Move(item.on, f"{item.words}, no longer counted", Money(-item.cents)) for item in gone]
    return tuple(sorted(moves, key=lambda move: (move.on, move.words)))


def _items(ledger: Ledger, as_of: date) -> Iterator[_Item]:
    if ledger.opening and as_of >= ledger.opening.on:
        yield _Item(ledger.opening.on, "Opening balance", "opening", ledger.opening.amount.cents)
    for day, cents in ledger.charged_by_day(as_of).items():
        yield _Item(day, "Support that fell due", f"charge {day}", cents)
    for entry in ledger.entries:
        if ledger.counts(entry.collected_on, as_of):
            yield _Item(entry.collected_on, _paid(entry), f"receipt {entry.receipt_no}", -entry.amount.cents)
    for event in ledger.corrections(as_of):
        yield _Item(event.on, _corrected(event), f"{event.rank} {event.reference}", _effect(event))


def _paid(entry: Entry) -> str:
    if entry.reverses:
        return f"Payment {entry.reverses} returned unpaid"
    return f"Payment, receipt {entry.receipt_no}" if entry.amount > ZERO else f"Money taken back, {entry.receipt_no}"


def _corrected(event: Event) -> str:
    named = {Rank.CREDIT: "Credit", Rank.DIRECT: "Direct payment"}.get(event.rank, "Adjustment")
    return f"{named}: {event.words}" if event.words and event.words != named else named


def _effect(event: Event) -> int:
    return event.cents if event.rank is Rank.DEBT else -event.cents


def _before(old: _Item, new: _Item) -> str:
    amount = str(Money(abs(old.cents)))
    return amount if old.on == new.on else f"{amount} on {old.on:%B} {old.on.day}, {old.on.year}"
