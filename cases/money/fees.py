"""The fees of an account: what the state's balances tell, and what people corrected before the state did."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from cases.ledger import Fee
from cases.tables import StateBalance
from kernel.money import ZERO, Money


def fees_booked(balances: Iterable[StateBalance], approved: Iterable[Fee], *, after: date | None) -> tuple[Fee, ...]:
    """Each fee once, in the order of days; ``after`` is the day of the opening balance.

    No record but the state's balances tells of fees: what one has more or less than the one before is a fee, or one
    paid or waived. As far as approved adjustments have moved the account that way already, they are what the balance
    shows, and only the rest is booked; and an adjustment waives no more than is owed.
    """
    counted = [one for one in approved if after is None or one.on > after]
    told: list[Fee | StateBalance] = [*counted, *balances]
    by_day = sorted(told, key=lambda one: (one.on, isinstance(one, StateBalance)))
    return tuple(fee for fee in _booked(by_day) if fee.amount != ZERO)


def _booked(by_day: Iterable[Fee | StateBalance]) -> Iterator[Fee]:
    owed = told = known = ZERO
    for one in by_day:
        if isinstance(one, Fee):
            fee = replace(one, amount=max(one.amount, min(ZERO, -owed)))
            known += fee.amount
        else:
            moved, told = one.fees - told, one.fees
            shown = _shown(moved, known)
            known -= shown
            fee = Fee(one.on, moved - shown, f"Fees told by {one.source}")
        owed += fee.amount
        yield fee


def _shown(moved: Money, known: Money) -> Money:
    """What of a change the account knew before."""
    if moved > ZERO:
        return max(ZERO, min(moved, known))
    return min(ZERO, max(moved, known))
