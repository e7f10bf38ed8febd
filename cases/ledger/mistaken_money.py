"""Payments that the state may have counted twice, not at all, or not taken back."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from cases.ledger.book import Ledger
from cases.ledger.entries import Entry
from cases.ledger.off import once
from cases.ledger.suspicion import Cause, Suspicion, Window, altered, in_words
from kernel.money import ZERO

TAKEN_TWICE = "taken twice"


def _returns_missed(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    for entry in ours.entries:
        if entry.reverses is not None:
            yield Suspicion(
                Cause.REVERSED_PAYMENT, entry.collected_on,
                f"Payment {entry.reverses} was returned on {in_words(entry.collected_on)} ({entry.receipt_no}), and "
                f"the state has not taken its {-entry.amount} back",
                altered(ours, entries=tuple(one for one in ours.entries if one != entry)), 0,
                once(entry.collected_on, entry.amount),
            )  # fmt: skip


def _returns_made_up(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    returned = {entry.reverses for entry in ours.entries}
    for entry in _payments(ours):
        if entry.receipt_no not in returned:
            back = Entry(entry.collected_on, f"{entry.receipt_no} {TAKEN_TWICE}", -entry.amount, entry.receipt_no)
            yield Suspicion(
                Cause.REVERSED_PAYMENT, entry.collected_on,
                f"The state does not count payment {entry.receipt_no} of {entry.amount}, collected on "
                f"{in_words(entry.collected_on)}: it was taken back there or never posted",
                altered(ours, entries=(*ours.entries, back)), 3,
                once(entry.collected_on, entry.amount),
            )  # fmt: skip


def _posted_twice(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    for entry in _payments(ours):
        again = replace(entry, receipt_no=f"{entry.receipt_no} {TAKEN_TWICE}")
        yield Suspicion(
            Cause.DUPLICATE_PAYMENT, entry.collected_on,
            f"The state counts payment {entry.receipt_no} of {entry.amount}, collected on "
            f"{in_words(entry.collected_on)}, twice",
            altered(ours, entries=(*ours.entries, again)), 2,
            once(entry.collected_on, -entry.amount),
        )  # fmt: skip


def _twice_in_ours(ours: Ledger, window: Window) -> Iterator[Suspicion]:
    """Two receipts of one amount on one day: the state may have posted one of them."""
    for first, second in pairwise(sorted(_payments(ours), key=lambda one: (one.collected_on, one.amount))):
        if (first.collected_on, first.amount) == (second.collected_on, second.amount):
            yield Suspicion(
                Cause.DUPLICATE_PAYMENT, second.collected_on,
                f"Our record counts {second.amount} of {in_words(second.collected_on)} twice ({first.receipt_no} and "
                f"{second.receipt_no}), the state once",
                altered(ours, entries=tuple(one for one in ours.entries if one != second)), 0,
                once(second.collected_on, second.amount),
            )  # fmt: skip


def _payments(ours: Ledger) -> list[Entry]:
    return [one for one in ours.entries if one.reverses is None and one.amount > ZERO]


MISTAKEN_MONEY = (_returns_missed, _twice_in_ours, _posted_twice, _returns_made_up)
