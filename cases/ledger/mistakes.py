"""What may have gone wrong in the state's balance, one mistake at a time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from cases.ledger.book import Ledger
from cases.ledger.entries import Opening
from cases.ledger.mistaken_charges import MISTAKEN_CHARGES, supposed
from cases.ledger.mistaken_money import MISTAKEN_MONEY
from cases.ledger.off import Off
from cases.ledger.suspension import Suspension
from cases.ledger.suspicion import MADE_UP, Cause, Suspicion, Window, as_large, in_words
from cases.ledger.unknown_entries import UNKNOWN_ENTRIES
from kernel.money import ZERO, Money

ONE_DAY = timedelta(days=1)


def suspicions(ours: Ledger, window: Window, possible: tuple[Suspension, ...] = ()) -> Iterator[Suspicion]:
    """Every single mistake that would first show in a window of days and could be as large as it takes.

    ``possible`` are times for which the record tells of a cause of suspension without proof.
    """
    every = (one for kind in (*UNKNOWN_ENTRIES, *MISTAKEN_MONEY, *MISTAKEN_CHARGES) for one in kind(ours, window))
    for one in (*every, *supposed(ours, window, possible)):
        if window.holds(one.on) and (one.off is None or _can_come_to(ours, one.off, window)):
            yield one


def _can_come_to(ours: Ledger, off: Off, window: Window) -> bool:
    """With interest, support that is too high for a time and too low for another bounds nothing by its sum."""
    if ours.mixes_interest and not off.one_way:
        return True
    return bool(off.days) and as_large(ours, off.days[0], off.by(window.told_until), window)


def opening_mistaken(ours: Ledger, theirs: Money) -> Suspicion:
    """The state began from another opening balance. Some amount explains any difference, so that it comes last."""
    opening = opening_of(ours)
    known = {ZERO: " (nothing)", opening.amount + opening.amount: " (twice our amount)"}
    as_known = known.get(theirs, "") if opening.amount != ZERO else ""
    mine = f"our record from {opening.amount}" if ours.opening else "our record has no opening balance"
    return Suspicion(
        Cause.OPENING_BALANCE, opening.on,
        f"The state began on {in_words(opening.on)} from {theirs}{as_known}, {mine}",
        lambda: opened_with(ours, theirs), 1 if as_known else MADE_UP,
    )  # fmt: skip


def opened_with(ours: Ledger, amount: Money) -> Ledger:
    """The same ledger from another opening balance."""
    return replace(ours, opening=replace(opening_of(ours), amount=amount))


def opening_of(ours: Ledger) -> Opening:
    """The opening balance, or one of nothing on the eve of the first obligation."""
    return ours.opening or Opening(min(one.effective_on for one in ours.obligations) - ONE_DAY, ZERO)
